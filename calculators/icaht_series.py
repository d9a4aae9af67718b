"""ICAHT counted from neutrophils and from platelets by day; rules and sources are those of ``calculators.icaht``."""

from collections.abc import Iterable
from decimal import Decimal

from calculators.icaht_items import (
    DEEP_NEUTROPENIA,
    DEEP_THROMBOCYTOPENIA,
    EARLY,
    LATE,
    LATE_DEEP_THROMBOCYTOPENIA,
    LATE_NEUTROPHILS,
    LATE_PLATELETS,
    NADIR_BY_DAY,
    NEUTROPENIA,
    NEVER_ABOVE,
    RECOVERY_DAYS,
    THROMBOCYTOPENIA,
)
from calculators.model import Quantity
from calculators.numbers import Interval
from calculators.reading import Reading, all_levels, bounds, levels_meeting
from calculators.series import DailyValues, lowest

type Episode = tuple[int, int]
"""First and last day, both included."""


def count_neutrophils(measured: DailyValues, filled: DailyValues) -> dict[str, Reading]:
    """Return what the values leave possible for each item about neutrophils."""
    up_to_500, up_to_100 = (_episodes_within(_low(Decimal(n), inclusive=True), EARLY, filled) for n in (500, 100))
    never = dict.fromkeys("yes" if any(map(_never_left, found)) else "no" for found in up_to_500)
    return {
        NEUTROPENIA.id: _days(NEUTROPENIA, *(max(map(_length, found), default=0) for found in up_to_500)),
        DEEP_NEUTROPENIA.id: _days(DEEP_NEUTROPENIA, *(max(map(_length, found), default=0) for found in up_to_100)),
        NEVER_ABOVE.id: Reading(tuple(never)),
        LATE_NEUTROPHILS.id: Reading(_late(LATE_NEUTROPHILS, measured)),
    }


def count_platelets(measured: DailyValues, filled: DailyValues) -> dict[str, Reading]:
    """Return what the values leave possible for each item about platelets: days are added up."""
    below_50, below_20 = (_low(Decimal(n), inclusive=False) for n in (50, 20))
    late = _late(LATE_PLATELETS, measured)
    fewest, most = _in_all(below_20, LATE, filled)
    # A low value that no second one confirms may be a passing one.
    confirmed = LATE_PLATELETS.levels[0].id not in late
    return {
        THROMBOCYTOPENIA.id: _days(THROMBOCYTOPENIA, *_in_all(below_50, EARLY, filled)),
        DEEP_THROMBOCYTOPENIA.id: _days(DEEP_THROMBOCYTOPENIA, *_in_all(below_20, EARLY, filled)),
        LATE_PLATELETS.id: Reading(late),
        LATE_DEEP_THROMBOCYTOPENIA.id: _days(LATE_DEEP_THROMBOCYTOPENIA, fewest if confirmed else 0, most),
    }


def _low(threshold: Decimal, *, inclusive: bool) -> Interval:
    return Interval(None, False, threshold, inclusive)


def _episodes_within(low: Interval, period: range, filled: DailyValues) -> tuple[list[Episode], list[Episode]]:
    """List the episodes of the days that are, and of those that may be, in a low range.

    More low days never make an episode shorter, nor their sum: the two lists bound every count made from them.
    """
    anything = Interval(Decimal(0), True, None, False)
    above = Interval(low.high, not low.high_inclusive, None, False)
    days = {day: filled.get(day, anything) for day in period}
    return (
        _episodes(day for day, value in days.items() if not value.meets(above)),
        _episodes(day for day, value in days.items() if value.meets(low)),
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


def _length(episode: Episode) -> int:
    return episode[1] - episode[0] + 1


def _never_left(episode: Episode) -> bool:
    return episode[0] <= NADIR_BY_DAY and episode[1] == EARLY[-1]


def _in_all(low: Interval, period: range, filled: DailyValues) -> tuple[int, int]:
    """Return the fewest and the most days of all episodes together."""
    fewest, most = (sum(map(_length, found)) for found in _episodes_within(low, period, filled))
    return fewest, most


def _days(item: Quantity, fewest: int, most: int) -> Reading:
    allowed = Interval(Decimal(fewest), True, Decimal(most), True)
    return Reading(levels_meeting(item, allowed), allowed=allowed)


def _late(item: Quantity, measured: DailyValues) -> tuple[str, ...]:
    """Return the levels of the lowest late value; all of them without values of two days."""
    values = [v for day, v in measured.items() if day in LATE]
    if len(values) < 2:
        return all_levels(item)
    normal = item.levels[0]
    second = lowest(values, place=1)
    confirmed = set(levels_meeting(item, lowest(values)))
    met = set(levels_meeting(item, second))
    found = (confirmed if met - {normal.id} else set()) | ({normal.id} if second.meets(bounds(normal)) else set())
    return tuple(level for level in all_levels(item) if level in found)
