"""ICAHT: cytopenia after CAR-T by depth and duration; neutrophils (EHA/EBMT) and, beside them, platelets (T-ICAHT).

Sources: Rejeski K, Subklewe M, Aljurf M, et al. Blood 2023;142:865-877, Table 1. Rejeski K, Sanz J, Fei T, et al.
Blood 2025, doi 10.1182/blood.2025028833, Table 1. Edition `eha-ebmt-2023`.
Counting from a series: Liang EC, "Automated approach to grade early and late ICAHT by EHA/EBMT criteria", public
program, index.Rmd of emilyliangmd/automatedicahtgrading; recovery of three days also in T-ICAHT, Table 1, footnote.
Population: patients after an immune effector cell therapy. Units: whole days, neutrophils cells/µL, platelets 10⁹/L.

Early is day 0-30, late is beyond it. In each table the worst answer decides. Days of neutropenia are those of the
longest episode; a recovery of fewer than three days running does not end it. Days of thrombocytopenia are added up.

*Decides* (where the papers leave room)
    A nadir reached by day 3 and never left by day 30, or by the last value before, is grade 4 ("never above 500").
    No late value: the late grade is not known, and not 0. A late value counts when a second one confirms it.
    Up to six days at or below 100/µL do not raise the grade by themselves.
    A series: the lowest value of each day counts, up to seven days without a value between two values are read along
    a straight line, unrounded. Every other day without a value may be anything, and the result is a set. The series
    cannot say that the count stopped early: then it leaves "never above 500" open.
    Late, a series needs values of two days from 31 to 100: the lowest counts when another is at or below 1500/µL too,
    or of platelets when another is below 100. Days below 20 that nothing confirms may count or not.
    A series does not know of transfusions: it counts the values as they are.

*Not for*
    Anaemia, infection, bleeding. Counting after progression, a new therapy or death: the count stops there.
"""

from decimal import Decimal

from calculators.formula import Counted, Formula, Table
from calculators.icaht_items import (
    DEEP_NEUTROPENIA,
    DEEP_THROMBOCYTOPENIA,
    EARLY,
    INFUSION,
    LATE_DEEP_THROMBOCYTOPENIA,
    LATE_NEUTROPHILS,
    LATE_PLATELETS,
    LONGEST_GAP,
    NEUTROPENIA,
    NEUTROPHIL_SERIES,
    NEVER_ABOVE,
    PLATELET_SERIES,
    THROMBOCYTOPENIA,
)
from calculators.icaht_series import count_neutrophils, count_platelets
from calculators.model import Choice, Levels, Outcome, Quantity, Remark, worst


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
    sources=("rejeski-2023", "rejeski-2025-t-icaht", "liang-icaht-program"),
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
    counted=(
        Counted(NEUTROPHIL_SERIES, INFUSION, count_neutrophils, LONGEST_GAP, EARLY),
        Counted(PLATELET_SERIES, INFUSION, count_platelets, LONGEST_GAP, EARLY),
    ),
    remarks=(Remark("days_disagree", _days_disagree),),
)
