"""Quantities of the body that several formulas ask for."""

from decimal import Decimal

from calculators.model import Choice, Level, Quantity, Unit

AGE = Quantity("age", (Unit("years"),), plausible=(Decimal(18), Decimal(110)), levels=(), whole=True)
"""Completed years. The formulas that ask for it were made in adults."""

SEX = Choice("sex", (Level("male", 0), Level("female", 1)))

HEIGHT = Quantity(
    "height",
    (Unit("cm"), Unit("m", times=Decimal(100))),
    plausible=(Decimal(40), Decimal(250)),
    levels=(),
)

WEIGHT = Quantity("weight", (Unit("kg"),), plausible=(Decimal(2), Decimal(400)), levels=())

ECOG = Choice(
    "ecog",
    tuple(Level(f"ecog_{n}", n) for n in range(5)),
    row_levels=(("ecog_0", "ecog_1"), ("ecog_2", "ecog_3", "ecog_4")),
)
"""Performance status 0-4. Both families of indices that ask for it tell only 0-1 from 2-4."""
