"""HScore: probability of reactive haemophagocytic syndrome, from nine findings.

Source: Fardet L, Galicier L, Lambotte O, et al. Arthritis Rheumatol 2014;66:2613-2620. Edition `fardet-2014`.
Population: adults with suspected reactive haemophagocytic syndrome. Units: temperature °C, ferritin ng/mL,
triglycerides mmol/L, fibrinogen g/L, AST U/L; counts of the lowest values of the episode.

The points are added, 0 to 337. The probability is printed for every tenth score from 90 to 250; 169 is the cut-off
that classified best.

*Decides* (where the paper leaves room)
    Between two printed scores the probability lies between their two probabilities: nothing is interpolated.
    No lineage low gives 0 points, as one lineage does.
    The cut-offs of triglycerides are those in mmol/L, 1.5 and 4, at 88.5 mg/dL for 1 mmol/L: 132.7 mg/dL, which
    some tables print for 1.5, falls just below it.
    Marrow that was not examined is unknown, not free of haemophagocytosis.

*Not for*
    The HLH-like syndrome after CAR-T (IEC-HS), for which it has not been validated: fever, cytopenia and ferritin
    are expected there. Starting or withholding treatment by the number alone.
"""

from decimal import Decimal

from calculators.crs import TEMPERATURE as BODY_TEMPERATURE
from calculators.laboratory import CELLS, FERRITIN_UNITS
from calculators.model import Alternative, Band, Choice, Level, Levels, Outcome, Quantity, Score, Unit, total

LOW_COUNTS = {"haemoglobin": "9.2", "white_cells": "5", "platelets": "110"}
"""A lineage is low up to g/dL, 10⁹/L and 10⁹/L, each included."""


def _name(cut: str) -> str:
    return cut.replace(".", "_")


def _up_to(cut: str, points_above: int, points_up_to: int) -> tuple[Band, Band]:
    """Split at a cut-off that belongs to the lower band."""
    return (
        Band(f"above_{_name(cut)}", points_above, low=Decimal(cut)),
        Band(f"up_to_{_name(cut)}", points_up_to, high=Decimal(cut), high_inclusive=True),
    )


def _three_bands(low: str, high: str, middle_points: int, high_points: int) -> tuple[Band, Band, Band]:
    """Split at two cut-offs, both of which belong to the middle band."""
    return (
        Band(f"below_{_name(low)}", 0, high=Decimal(low)),
        Band(f"from_{_name(low)}_to_{_name(high)}", middle_points, Decimal(low), True, Decimal(high), True),
        Band(f"above_{_name(high)}", high_points, low=Decimal(high)),
    )


LINEAGES = (
    Quantity(
        "haemoglobin",
        (Unit("g/dL"), Unit("g/L", per=Decimal(10))),
        plausible=(Decimal(3), Decimal(25)),
        levels=_up_to(LOW_COUNTS["haemoglobin"], 0, 1),
    ),
    Quantity(
        "white_cells",
        CELLS,
        plausible=(Decimal("0.01"), Decimal(1000)),
        levels=_up_to(LOW_COUNTS["white_cells"], 0, 1),
        zero_plausible=True,
    ),
    Quantity(
        "platelets",
        CELLS,
        plausible=(Decimal(1), Decimal(2000)),
        levels=_up_to(LOW_COUNTS["platelets"], 0, 1),
        zero_plausible=True,
    ),
)


def _cytopenias(levels: Levels) -> frozenset[str]:
    """Count the lineages that are low: at least those known to be, at most those that may be."""
    low = [f"up_to_{_name(LOW_COUNTS[item.id])}" for item in LINEAGES]
    least = sum(levels[item.id] == (name,) for item, name in zip(LINEAGES, low, strict=True))
    most = sum(name in levels[item.id] for item, name in zip(LINEAGES, low, strict=True))
    return frozenset(("up_to_one", "up_to_one", "two", "three")[n] for n in range(least, most + 1))


PRINTED_SCORES = tuple(range(90, 251, 10))
"""Scores for which the paper prints a probability."""
CUT_OFF = 169


def _outcomes() -> tuple[Outcome, ...]:
    """From one printed score to the next; the range of the cut-off is split there."""
    begins = sorted({*PRINTED_SCORES, CUT_OFF})
    ends = [*(begin - 1 for begin in begins[1:]), 337]
    return (
        Outcome("below_90", 0, 89),
        *(Outcome(f"from_{begin}", begin, end) for begin, end in zip(begins, ends, strict=True)),
    )


HSCORE = Score(
    id="hscore",
    edition="fardet-2014",
    sources=("fardet-2014",),
    items=(
        Choice("immunosuppression", (Level("absent", 0), Level("present", 18))),
        Quantity(
            "temperature",
            BODY_TEMPERATURE.units,
            plausible=BODY_TEMPERATURE.plausible,
            levels=_three_bands("38.4", "39.4", 33, 49),
        ),
        Choice("organomegaly", (Level("none", 0), Level("liver_or_spleen", 23), Level("liver_and_spleen", 38))),
        Choice("cytopenias", (Level("up_to_one", 0), Level("two", 24), Level("three", 34))),
        Quantity(
            "ferritin",
            FERRITIN_UNITS,
            plausible=(Decimal(1), Decimal(500000)),
            levels=_three_bands("2000", "6000", 35, 50),
        ),
        Quantity(
            "triglycerides",
            (Unit("mmol/L"), Unit("mg/dL", per=Decimal("88.5"))),
            plausible=(Decimal("0.1"), Decimal(60)),
            levels=_three_bands("1.5", "4", 44, 64),
        ),
        Quantity(
            "fibrinogen",
            (Unit("g/L"), Unit("mg/dL", per=Decimal(100))),
            plausible=(Decimal("0.1"), Decimal(15)),
            levels=_up_to("2.5", 0, 30),
        ),
        Quantity(
            "ast",
            (Unit("U/L", aliases=("UI/L", "IU/L")),),
            plausible=(Decimal(1), Decimal(50000)),
            levels=(
                Band("below_30", 0, high=Decimal(30)),
                Band("at_least_30", 19, low=Decimal(30), low_inclusive=True),
            ),
        ),
        Choice("haemophagocytosis", (Level("absent", 0), Level("present", 35))),
    ),
    rule=total,
    outcomes=_outcomes(),
    additive=True,
    alternatives=(Alternative("cytopenias", LINEAGES, _cytopenias),),
)
