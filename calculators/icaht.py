"""ICAHT: cytopenia after CAR-T by depth and duration; neutrophils (EHA/EBMT) and, beside them, platelets (T-ICAHT).

Sources: Rejeski K, Subklewe M, Aljurf M, et al. Blood 2023;142:865-877, Table 1. Rejeski K, Sanz J, Fei T, et al.
Blood 2025, doi 10.1182/blood.2025028833, Table 1. Edition `eha-ebmt-2023`.
Population: patients after an immune effector cell therapy. Units: whole days, neutrophils cells/µL, platelets 10⁹/L.

Early is day 0-30, late is beyond it. In each table the worst answer decides. Days of neutropenia are those of the
longest episode; a recovery of fewer than three days running does not end it. Days of thrombocytopenia are added up.

*Decides* (where the papers leave room)
    A nadir reached by day 3 and never left by day 30, or by the last value before, is grade 4 ("never above 500").
    No late value: the late grade is not known, and not 0. A late value counts when a second one confirms it.
    Up to six days at or below 100/µL do not raise the grade by themselves.

*Not for*
    Anaemia, infection, bleeding. Counting after progression, a new therapy or death: the count stops there.
"""

from decimal import Decimal
from itertools import pairwise

from calculators.formula import Formula, Table
from calculators.laboratory import CELLS
from calculators.model import Band, Choice, Level, Levels, Outcome, Quantity, Remark, Unit, worst

EARLY_DAYS = 31
"""Days 0 to 30."""
LATE_DAYS = 70
"""Days 31 to 100."""


def _days(item_id: str, most: int, *begins: int) -> Quantity:
    """Return whole days in steps; the first begins at 0, each of the others at a number given."""
    bounds = (0, *begins, most + 1)
    steps = tuple(
        Band(
            f"from_{low}_to_{high - 1}" if low < high - 1 else f"exactly_{low}",
            0,
            Decimal(low),
            True,
            Decimal(high - 1),
            True,
        )
        for low, high in pairwise(bounds)
    )
    return Quantity(item_id, (Unit("days"),), plausible=(Decimal(0), Decimal(most)), levels=steps, whole=True)


NEUTROPENIA = _days("days_up_to_500", EARLY_DAYS, 1, 7, 14, EARLY_DAYS)
DEEP_NEUTROPENIA = _days("days_up_to_100", EARLY_DAYS, 7, 14)
NEVER_ABOVE = Choice("never_above_500", (Level("no", 0), Level("yes", 4)))
LATE_NEUTROPHILS = Quantity(
    "late_neutrophils",
    (
        Unit("/µL", aliases=("/uL", "/mm3", "/mm³")),
        Unit("10⁹/L", times=Decimal(1000), aliases=("10^9/L", "G/L")),
    ),
    plausible=(Decimal(10), Decimal(50000)),
    zero_plausible=True,
    levels=(
        Band("above_1500", 0, low=Decimal(1500)),
        Band("up_to_1500", 1, low=Decimal(1000), high=Decimal(1500), high_inclusive=True),
        Band("up_to_1000", 2, low=Decimal(500), high=Decimal(1000), high_inclusive=True),
        Band("up_to_500", 3, low=Decimal(100), high=Decimal(500), high_inclusive=True),
        Band("up_to_100", 4, high=Decimal(100), high_inclusive=True),
    ),
)
THROMBOCYTOPENIA = _days("days_platelets_below_50", EARLY_DAYS, 1, 7)
DEEP_THROMBOCYTOPENIA = _days("days_platelets_below_20", EARLY_DAYS, 1, 14)
LATE_PLATELETS = Quantity(
    "late_platelets",
    CELLS,
    plausible=(Decimal(1), Decimal(2000)),
    zero_plausible=True,
    levels=(
        Band("at_least_100", 0, low=Decimal(100), low_inclusive=True),
        Band("below_100", 1, Decimal(50), True, Decimal(100)),
        Band("below_50", 2, Decimal(20), True, Decimal(50)),
        Band("below_20", 3, high=Decimal(20)),
    ),
)
LATE_DEEP_THROMBOCYTOPENIA = _days("late_days_platelets_below_20", LATE_DAYS, 1, 14)


def _grades(item: Quantity | Choice, *grades: int) -> dict[str, int]:
    return {level.id: grade for level, grade in zip(item.levels, grades, strict=True)}


GRADES = tuple(Outcome(f"grade_{n}", n, n) for n in range(5))


def _days_disagree(levels: Levels) -> bool:
    """More days at or below 100 than at or below 500 cannot be."""
    most = max(_place(NEUTROPENIA, level) for level in levels[NEUTROPENIA.id])
    least = min(_place(DEEP_NEUTROPENIA, level) for level in levels[DEEP_NEUTROPENIA.id])
    return most < least


def _place(item: Quantity, level: str) -> Decimal:
    """Return the fewest days of a step of deep neutropenia, the most of any other."""
    band = next(band for band in item.levels if band.id == level)
    bound = band.low if item is DEEP_NEUTROPENIA else band.high
    assert bound is not None
    return bound


ICAHT = Formula(
    id="icaht",
    edition="eha-ebmt-2023",
    sources=("rejeski-2023", "rejeski-2025-t-icaht"),
    items=(
        NEUTROPENIA,
        DEEP_NEUTROPENIA,
        NEVER_ABOVE,
        LATE_NEUTROPHILS,
        THROMBOCYTOPENIA,
        DEEP_THROMBOCYTOPENIA,
        LATE_PLATELETS,
        LATE_DEEP_THROMBOCYTOPENIA,
    ),
    results=(
        Table(
            "early",
            {
                NEUTROPENIA.id: _grades(NEUTROPENIA, 0, 1, 2, 3, 4),
                DEEP_NEUTROPENIA.id: _grades(DEEP_NEUTROPENIA, 0, 3, 4),
                NEVER_ABOVE.id: _grades(NEVER_ABOVE, 0, 4),
            },
            GRADES,
            rule=worst,
        ),
        Table("late", {LATE_NEUTROPHILS.id: _grades(LATE_NEUTROPHILS, 0, 1, 2, 3, 4)}, GRADES, rule=worst),
        Table(
            "platelets_early",
            {
                THROMBOCYTOPENIA.id: _grades(THROMBOCYTOPENIA, 0, 1, 2),
                DEEP_THROMBOCYTOPENIA.id: _grades(DEEP_THROMBOCYTOPENIA, 0, 3, 4),
            },
            GRADES,
            rule=worst,
        ),
        Table(
            "platelets_late",
            {
                LATE_PLATELETS.id: _grades(LATE_PLATELETS, 0, 1, 2, 3),
                LATE_DEEP_THROMBOCYTOPENIA.id: _grades(LATE_DEEP_THROMBOCYTOPENIA, 0, 3, 4),
            },
            GRADES,
            rule=worst,
        ),
    ),
    remarks=(Remark("days_disagree", _days_disagree),),
)
