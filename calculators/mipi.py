"""Mantle cell lymphoma International Prognostic Index: MIPI, simplified MIPI, MIPI-b and MIPI-c.

Sources: Hoster E, Dreyling M, Klapper W, et al. Blood 2008;111:558-565 (MIPI, simplified MIPI, MIPI-b). Hoster E,
Rosenwald A, Berger F, et al. J Clin Oncol 2016;34:1386-1394 (MIPI-c). Tables as in Dreyling M, Campo E, Hermine O, et
al. Ann Oncol 2017;28:iv62-iv71, Table 3. Population: adults with advanced-stage mantle cell lymphoma at diagnosis.
Units: age completed years, LDH as a multiple of its upper limit of normal, Ki-67 % of cells. White cells are asked
for in 10⁹/L, but stand in the logarithm as cells/µL: 8.0 x 10⁹/L is 8000, or every patient would be at low risk.

*Decides* (where the papers leave room)
    The simplified index prints steps of LDH that end at 0.99 and 1.49, and of white cells that end at 9999/µL: what
    lies between 0.99 and 1.00, and the like, belongs to the lower step.
    MIPI-c takes the group of the computed MIPI, not of the simplified one. Where the two groups differ, both are
    shown and the result says so.
    Performance status not known leaves a range, because only one of two terms can be added.

*Not for*
    Predicting the result of CAR-T or of treatment at relapse: the cohorts were at diagnosis. TP53, which these
    indices do not see, may weigh more than any of them.
"""

from decimal import Decimal

from calculators.body import ECOG
from calculators.formula import Formula, Inputs, Number, Ratio, Table
from calculators.laboratory import CELLS, LDH, LDH_UPPER_LIMIT, ldh_ratio
from calculators.model import Band, Levels, Outcome, Quantity, Remark, Unit

CELLS_PER_UL = 1000
"""Cells/µL in one 10⁹/L."""


def _steps(names: tuple[str, ...], cuts: tuple[str, ...]) -> tuple[Band, ...]:
    """Split at cut-offs; each belongs to the step that it begins. No points: each result gives its own."""
    bounds = (None, *map(Decimal, cuts), None)
    return tuple(
        Band(name, 0, low, low is not None, high) for name, low, high in zip(names, bounds, bounds[1:], strict=False)
    )


AGE = Quantity(
    "age",
    (Unit("years"),),
    plausible=(Decimal(18), Decimal(110)),
    levels=_steps(("below_50", "from_50_to_59", "from_60_to_69", "at_least_70"), ("50", "60", "70")),
    whole=True,
)
LDH_RATIO = ldh_ratio(
    _steps(("below_0_67", "from_0_67", "from_1_00", "at_least_1_50"), ("0.67", "1.00", "1.50")),
)
WHITE_CELLS = Quantity(
    "white_cells",
    CELLS,
    plausible=(Decimal("0.1"), Decimal(1000)),
    levels=_steps(("below_6_7", "from_6_7", "from_10_0", "at_least_15_0"), ("6.7", "10.0", "15.0")),
)
KI67 = Quantity(
    "ki67", (Unit("%"),), plausible=(Decimal(0), Decimal(100)), levels=_steps(("below_30", "at_least_30"), ("30",))
)


def mipi(n: Inputs) -> Decimal:
    """Return the MIPI of `age`, `ecog` (0-4), `ldh_ratio` and `white_cells` in 10⁹/L."""
    performance = Decimal("0.6978") if n["ecog"] >= 2 else Decimal(0)
    white_cells_per_ul = n["white_cells"] * CELLS_PER_UL
    return (
        Decimal("0.03535") * n["age"]
        + performance
        + Decimal("1.367") * n["ldh_ratio"].log10()
        + Decimal("0.9393") * white_cells_per_ul.log10()
    )


def mipi_b(n: Inputs) -> Decimal:
    """Return the MIPI with `ki67` in %."""
    return mipi(n) + Decimal("0.02142") * n["ki67"]


def _three_groups(intermediate: str, high: str) -> tuple[Band, ...]:
    return _steps(("low", "intermediate", "high"), (intermediate, high))


def _discordant(levels: Levels) -> bool:
    """The computed and the simplified index cannot put the patient in the same group."""
    return not set(levels["mipi"]) & set(levels["smipi"])


INPUTS = {"age": 1, "ecog": 0, "ldh_ratio": 1, "white_cells": 1}
SIMPLIFIED_POINTS = {
    "age": {"below_50": 0, "from_50_to_59": 1, "from_60_to_69": 2, "at_least_70": 3},
    "ecog": {"ecog_0": 0, "ecog_1": 0, "ecog_2": 2, "ecog_3": 2, "ecog_4": 2},
    "ldh_ratio": {"below_0_67": 0, "from_0_67": 1, "from_1_00": 2, "at_least_1_50": 3},
    "white_cells": {"below_6_7": 0, "from_6_7": 1, "from_10_0": 2, "at_least_15_0": 3},
}
COMBINED_POINTS = {"mipi": {"low": 0, "intermediate": 1, "high": 2}, "ki67": {"below_30": 0, "at_least_30": 1}}

MIPI = Formula(
    id="mipi",
    edition="hoster-2008-hoster-2016",
    sources=("hoster-2008", "hoster-2016", "dreyling-2017"),
    items=(AGE, ECOG, LDH_RATIO, WHITE_CELLS, KI67),
    ratios=(Ratio("ldh_ratio", LDH, LDH_UPPER_LIMIT),),
    results=(
        Number("mipi", INPUTS, mipi, places=2, outcomes=_three_groups("5.7", "6.2")),
        Table(
            "smipi",
            SIMPLIFIED_POINTS,
            (Outcome("low", 0, 3), Outcome("intermediate", 4, 5), Outcome("high", 6, 11)),
        ),
        Number("mipi_b", {**INPUTS, "ki67": 1}, mipi_b, places=2, outcomes=_three_groups("5.7", "6.5")),
        Table(
            "mipi_c",
            COMBINED_POINTS,
            (
                Outcome("low", 0, 0),
                Outcome("low_intermediate", 1, 1),
                Outcome("high_intermediate", 2, 2),
                Outcome("high", 3, 3),
            ),
        ),
    ),
    remarks=(Remark("discordant_groups", _discordant),),
)
