"""The questions of ICAHT, with their thresholds; the sources are those of ``calculators.icaht``."""

from decimal import Decimal
from itertools import pairwise

from calculators.laboratory import CELLS, NEUTROPHIL_UNITS
from calculators.model import Band, Choice, Date, Level, Quantity, Series, Unit

EARLY = range(31)
"""Days 0 to 30."""
LATE = range(31, 101)
"""Days 31 to 100."""
RECOVERY_DAYS = 3
"""Days running above the threshold that end an episode."""
NADIR_BY_DAY = 3
"""The last day on which an episode that is never left may begin."""
LONGEST_GAP = 7
"""Days without a value between two values: once a week is enough."""


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


NEUTROPENIA = _days("days_up_to_500", len(EARLY), 1, 7, 14, len(EARLY))
DEEP_NEUTROPENIA = _days("days_up_to_100", len(EARLY), 7, 14)
NEVER_ABOVE = Choice("never_above_500", (Level("no", 0), Level("yes", 4)))
INFUSION = Date("infusion_on")
NEUTROPHIL_SERIES = Series(
    "neutrophil_series",
    NEUTROPHIL_UNITS,
    plausible=(Decimal(10), Decimal(50000)),
    days=(-60, 1100),
    zero_plausible=True,
)
LATE_NEUTROPHILS = Quantity(
    "late_neutrophils",
    NEUTROPHIL_UNITS,
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
PLATELET_SERIES = Series(
    "platelet_series",
    CELLS,
    plausible=(Decimal(1), Decimal(2000)),
    days=NEUTROPHIL_SERIES.days,
    zero_plausible=True,
)
THROMBOCYTOPENIA = _days("days_platelets_below_50", len(EARLY), 1, 7)
DEEP_THROMBOCYTOPENIA = _days("days_platelets_below_20", len(EARLY), 1, 14)
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
LATE_DEEP_THROMBOCYTOPENIA = _days("late_days_platelets_below_20", len(LATE), 1, 14)
