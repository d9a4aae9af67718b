"""ICAHT counted from neutrophils by day; the rules and their source are those of ``calculators.icaht``."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.icaht_items import (
    DEEP_NEUTROPENIA,
    EARLY_DAYS,
    LATE_DAYS,
    LATE_NEUTROPHILS,
    NADIR_BY_DAY,
    NEUTROPENIA,
    NEVER_ABOVE,
    RECOVERY_DAYS,
)
from calculators.model import Quantity
from calculators.numbers import Interval
from calculators.reading import Reading, all_levels, bounds, levels_meeting
from calculators.series import DailyValues, lowest

type Episode = tuple[int, int]
"""First and last day, both included."""


def count_neutrophils(measured: DailyValues, filled: DailyValues) -> dict[str, Reading]:
    """Return what the values leave possible for each item about neutrophils."""
    surely, perhaps = (_episodes(days) for days in _days_up_to(Decimal(500), filled))
    never = dict.fromkeys("yes" if any(map(_never_left, found)) else "no" for found in (surely, perhaps))
    return {
        NEUTROPENIA.id: _longest(NEUTROPENIA, Decimal(500), filled),
        DEEP_NEUTROPENIA.id: _longest(DEEP_NEUTROPENIA, Decimal(100), filled),
        NEVER_ABOVE.id: Reading(tuple(never)),
        LATE_NEUTROPHILS.id: Reading(_late(measured)),
    }


def _days_up_to(threshold: Decimal, filled: DailyValues) -> tuple[list[int], list[int]]:
    """List the days of the early period that are, and those that may be, at or below a threshold.

    More days at or below it never make the longest episode shorter: the two lists bound every count made from them.
    """
    anything = Interval(Decimal(0), True, None, False)
    above, up_to = Interval(threshold, False, None, False), Interval(None, False, threshold, True)
    days = {day: filled.get(day, anything) for day in range(EARLY_DAYS)}
    return (
        [day for day, value in days.items() if not value.meets(above)],
        [day for day, value in days.items() if value.meets(up_to)],
    )


def _episodes(days: Iterable[int]) -> list[Episode]:
    """Join days into episodes; a recovery shorter than ``RECOVERY_DAYS`` does not end one, and its days count."""
    found: list[Episode] = []
    for day in days:
        if found and day - found[-1][1] - 1 < RECOVERY_DAYS:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _never_left(episode: Episode) -> bool:
    return episode[0] <= NADIR_BY_DAY and episode[1] == EARLY_DAYS - 1


def _longest(item: Quantity, threshold: Decimal, filled: DailyValues) -> Reading:
    fewest, most = (
        Decimal(max((last - first + 1 for first, last in _episodes(days)), default=0))
        for days in _days_up_to(threshold, filled)
    )
    allowed = Interval(fewest, True, most, True)
    return Reading(levels_meeting(item, allowed), allowed=allowed)


def _late(measured: DailyValues) -> tuple[str, ...]:
    """Return the levels of the lowest late value; all of them without values of two days."""
    values = [v for day, v in measured.items() if EARLY_DAYS <= day < EARLY_DAYS + LATE_DAYS]
    if len(values) < 2:
        return all_levels(LATE_NEUTROPHILS)
    normal = LATE_NEUTROPHILS.levels[0]
    second = lowest(values, place=1)
    confirmed = set(levels_meeting(LATE_NEUTROPHILS, lowest(values)))
    met = set(levels_meeting(LATE_NEUTROPHILS, second))
    found = (confirmed if met - {normal.id} else set()) | ({normal.id} if second.meets(bounds(normal)) else set())
    return tuple(level for level in all_levels(LATE_NEUTROPHILS) if level in found)
