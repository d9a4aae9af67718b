"""International Prognostic Index for diffuse large B-cell lymphoma: IPI, age-adjusted IPI, R-IPI and NCCN-IPI.

Sources: International NHL Prognostic Factors Project. N Engl J Med 1993;329:987-994. Sehn LH, Berry B, Chhanabhai M,
et al. Blood 2007;109:1857-1861. Zhou Z, Sehn LH, Rademaker AW, et al. Blood 2014;123:837-842.
Population: adults with diffuse large B-cell lymphoma at diagnosis. Age in completed years; LDH as a multiple of its
upper limit of normal.

IPI and R-IPI count five factors: age over 60, LDH above normal, stage III-IV, ECOG 2-4, more than one extranodal
site. The age-adjusted IPI counts LDH, stage and ECOG, at 60 years or younger. NCCN-IPI weighs age and LDH in steps,
and of extranodal disease counts bone marrow, central nervous system, liver, gastrointestinal tract or lung, however
many.

*Decides* (where the papers leave room)
    LDH exactly at its upper limit is not raised; exactly three times is in the middle step, as printed.
    Over 60 years the age-adjusted index gives no result. With age not known it is computed, in case it applies.

*Not for*
    Predicting the result of CAR-T: all four were made at diagnosis, on first-line therapy. Choosing a product.
    The second-line age-adjusted index of the trials takes the same three factors at relapse.
"""

from decimal import Decimal

from calculators.body import ECOG
from calculators.formula import Formula, Ratio, Table
from calculators.laboratory import LDH, LDH_UPPER_LIMIT, ldh_ratio
from calculators.model import Band, Choice, Level, Outcome, Quantity, Unit


def _step(name: str, low: str | None, high: str | None) -> Band:
    """Return a band that begins above ``low`` and ends at ``high``. No points: each table gives its own."""
    above = None if low is None else Decimal(low)
    up_to = None if high is None else Decimal(high)
    return Band(name, 0, low=above, high=up_to, high_inclusive=up_to is not None)


def _levels(*ids: str) -> tuple[Level, ...]:
    return tuple(Level(level, 0) for level in ids)


AGE = Quantity(
    "age",
    (Unit("years"),),
    plausible=(Decimal(18), Decimal(110)),
    levels=(
        _step("up_to_40", None, "40"),
        _step("from_41_to_60", "40", "60"),
        _step("from_61_to_75", "60", "75"),
        _step("above_75", "75", None),
    ),
    whole=True,
)
LDH_RATIO = ldh_ratio(
    (_step("up_to_1", None, "1"), _step("above_1_to_3", "1", "3"), _step("above_3", "3", None)),
)
STAGE = Choice(
    "stage",
    _levels("stage_1", "stage_2", "stage_3", "stage_4"),
    row_levels=(("stage_1", "stage_2"), ("stage_3", "stage_4")),
)
SITES = Choice("extranodal_sites", _levels("up_to_one", "two_or_more"))
MAJOR_SITE = Choice("major_extranodal_site", _levels("absent", "present"))

OVER_60 = {"up_to_40": 0, "from_41_to_60": 0, "from_61_to_75": 1, "above_75": 1}
LDH_RAISED = {"up_to_1": 0, "above_1_to_3": 1, "above_3": 1}
ADVANCED_STAGE = {"stage_1": 0, "stage_2": 0, "stage_3": 1, "stage_4": 1}
POOR_PERFORMANCE = {"ecog_0": 0, "ecog_1": 0, "ecog_2": 1, "ecog_3": 1, "ecog_4": 1}
SEVERAL_SITES = {"up_to_one": 0, "two_or_more": 1}

AGE_ADJUSTED = {"ldh_ratio": LDH_RAISED, "stage": ADVANCED_STAGE, "ecog": POOR_PERFORMANCE}
FIVE_FACTORS = {"age": OVER_60, **AGE_ADJUSTED, "extranodal_sites": SEVERAL_SITES}
NCCN_POINTS = {
    "age": {"up_to_40": 0, "from_41_to_60": 1, "from_61_to_75": 2, "above_75": 3},
    "ldh_ratio": {"up_to_1": 0, "above_1_to_3": 1, "above_3": 2},
    "stage": ADVANCED_STAGE,
    "ecog": POOR_PERFORMANCE,
    "major_extranodal_site": {"absent": 0, "present": 1},
}


def _four_groups(*highest: int) -> tuple[Outcome, ...]:
    """Name the groups that end at these scores."""
    names = ("low", "low_intermediate", "high_intermediate", "high")
    lowest = (0, *(score + 1 for score in highest))
    return tuple(Outcome(*group) for group in zip(names, lowest, highest, strict=False))


IPI = Formula(
    id="ipi",
    edition="ipi-1993-r-ipi-2007-nccn-ipi-2014",
    sources=("ipi-1993", "sehn-2007", "zhou-2014"),
    items=(AGE, LDH_RATIO, STAGE, ECOG, SITES, MAJOR_SITE),
    ratios=(Ratio("ldh_ratio", LDH, LDH_UPPER_LIMIT),),
    results=(
        Table("ipi", FIVE_FACTORS, _four_groups(1, 2, 3, 5)),
        Table("aa_ipi", AGE_ADJUSTED, _four_groups(0, 1, 2, 3), only=("age", ("up_to_40", "from_41_to_60"))),
        Table("r_ipi", FIVE_FACTORS, (Outcome("very_good", 0, 0), Outcome("good", 1, 2), Outcome("poor", 3, 5))),
        Table("nccn_ipi", NCCN_POINTS, _four_groups(1, 3, 5, 8)),
    ),
)
