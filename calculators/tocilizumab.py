"""Tocilizumab for cytokine release syndrome: the dose by weight, and whether the label leaves room for another.

Source: RoActemra, summary of product characteristics, 4.2. Edition `roactemra-smpc`.
Units: weight kg, dose mg, volume mL of concentrate at 20 mg/mL, time h.
Population: patients of 30 kg or more with cytokine release syndrome after CAR-T.

8 mg/kg, at most 800 mg, over one hour. Without improvement up to three further doses, four in all, at least 8 hours
apart. So the fourth cannot come before 24 hours, and the limit of ASCO, three in 24 hours, is kept by itself.

*Decides* (where the label leaves room)
    Below 30 kg the label gives 12 mg/kg: such a weight is refused, because a child's dose is another computation.
    Exactly 8 hours is enough. Nothing is rounded to vials.

*Not for*
    Deciding whether to give it: the grade of the syndrome and the source that the centre follows decide.
    Neurotoxicity alone. Infection that is not under control.
"""

from decimal import Decimal

from calculators.formula import Formula, Inputs, Number, Table
from calculators.model import Band, Choice, Level, Outcome, Quantity, Unit

MG_PER_KG = Decimal(8)
LARGEST_DOSE = Decimal(800)
MG_PER_ML = Decimal(20)

WEIGHT = Quantity("weight", (Unit("kg"),), plausible=(Decimal(30), Decimal(400)), levels=())
DOSES = Choice("doses_given", tuple(Level(name, n) for n, name in enumerate(("none", "one", "two", "three", "four"))))
HOURS = Quantity(
    "hours_since_last",
    (Unit("h"),),
    plausible=(Decimal(0), Decimal(1000)),
    levels=(
        Band("at_least_8", 0, low=Decimal(8), low_inclusive=True),
        Band("below_8", 0, high=Decimal(8)),
    ),
)


def dose(n: Inputs) -> Decimal:
    """Return mg from ``weight`` in kg."""
    return min(MG_PER_KG * n["weight"], LARGEST_DOSE)


def volume(n: Inputs) -> Decimal:
    """Return mL of concentrate from ``weight`` in kg."""
    return dose(n) / MG_PER_ML


TOCILIZUMAB = Formula(
    id="tocilizumab",
    edition="roactemra-smpc",
    sources=("roactemra-smpc", "santomasso-2021"),
    items=(WEIGHT, DOSES, HOURS),
    results=(
        Number("dose", {"weight": 1}, dose, places=0, unit="mg"),
        Number("volume", {"weight": 1}, volume, places=1, unit="mL"),
        Table(
            "count",
            {"doses_given": {level.id: level.points for level in DOSES.levels}},
            (Outcome("first", 0, 0), Outcome("further", 1, 3), Outcome("limit", 4, 4)),
        ),
        Table(
            "interval",
            {"hours_since_last": {"at_least_8": 0, "below_8": 1}},
            (Outcome("elapsed", 0, 0), Outcome("not_elapsed", 1, 1)),
            only=("doses_given", ("one", "two", "three", "four")),
        ),
    ),
)
