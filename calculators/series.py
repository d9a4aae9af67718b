"""Values by day, pasted one to a line: ``7 450``, ``+7; 0,45``, ``2026-03-11<tab>450``; never guessed.

A line is a day after the infusion, or a date, then the value, with a space, a tab or a semicolon between them.
Empty lines are passed over; any other line that cannot be read is a ``Problem`` that names it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from calculators.dates import days, read_date
from calculators.measured import read_unit, read_value
from calculators.model import Series
from calculators.numbers import Interval, interval
from calculators.problems import Problem

type DailyValues = Mapping[int, Interval]
"""Day after the infusion (day 0) to what its lowest value may be, in the series' first unit."""

LINE = re.compile(r"(?P<day>[^\s;]+)[\s;]+(?P<value>[<>≤≥=]*\s*[^\s;]+)")
"""One value to a line: in "7 2 450" nobody can tell a third column from a thousand."""
DAY = re.compile(r"[+\-−]?[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its number from 1, its day after the infusion or its date, and what its value may be."""

    line: int
    day: int | date
    value: Interval


def read_series(item: Series, answer: object) -> tuple[Entry, ...]:
    """Read text, or ``{"value": text, "unit": unit}``; raise ``Problem`` at the first line that cannot be read."""
    unit, typed = item.units[0], answer
    if isinstance(answer, dict):
        unit, typed = read_unit(item, answer), answer.get("value")
    if typed is None:
        return ()
    if not isinstance(typed, str):
        raise Problem("not_a_day_and_a_value", typed)
    entries = []
    for number, line in enumerate(typed.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            match = LINE.fullmatch(line.strip())
            if match is None:
                raise Problem("not_a_day_and_a_value", line.strip())
            relation, given = read_value(item, unit, match["value"])
            entries.append(Entry(number, _read_day(item, match["day"]), _measured(relation, unit.to_first(given))))
        except Problem as problem:
            problem.details["line"] = number
            raise
    return tuple(entries)


def _read_day(item: Series, text: str) -> int | date:
    if DAY.fullmatch(text) and not (len(text) == 4 and text.isdigit()):
        return _in_range(item, int(text.replace("−", "-")), text)
    # A month or a year is a date elsewhere, and no day.
    first, last = days(read_date(text))
    if first != last:
        raise Problem("not_a_date", text)
    return first


def _in_range(item: Series, day: int, seen: str) -> int:
    if not item.days[0] <= day <= item.days[1]:
        raise Problem("implausible", seen, min=str(item.days[0]), max=str(item.days[1]), unit="days", plausible_in=[])
    return day


def _measured(relation: str, value: Decimal) -> Interval:
    """Nothing measured is negative: ``<100`` begins at 0."""
    found = interval(relation, value)
    return found if found.low is not None else Interval(Decimal(0), True, found.high, found.high_inclusive)


def values_by_day(item: Series, entries: tuple[Entry, ...], infusion: date | None) -> dict[int, Interval]:
    """Return the lowest value of each day; raise ``Problem`` at a date when the day of infusion is not known."""
    values: dict[int, Interval] = {}
    for entry in entries:
        if isinstance(entry.day, int):
            day = entry.day
        elif infusion is None:
            raise Problem("infusion_missing", entry.day.isoformat(), line=entry.line)
        else:
            try:
                day = _in_range(item, (entry.day - infusion).days, entry.day.isoformat())
            except Problem as problem:
                problem.details["line"] = entry.line
                raise
        values[day] = lowest([values[day], entry.value]) if day in values else entry.value
    return dict(sorted(values.items()))


def lowest(values: list[Interval], place: int = 0) -> Interval:
    """Return what the lowest of some values may be, or with ``place`` 1 the second lowest."""
    # Of two ends at one number, that which belongs to its range is the lower low, and the higher high.
    lows = sorted((v.low or Decimal(0), not v.low_inclusive) for v in values)
    highs = sorted((Decimal("Infinity") if v.high is None else v.high, v.high_inclusive) for v in values)
    (low, low_open), (high, high_inclusive) = lows[place], highs[place]
    return Interval(low, not low_open, high if high.is_finite() else None, high_inclusive)


def interpolate(values: DailyValues, longest_gap: int) -> dict[int, Interval]:
    """Fill gaps of up to ``longest_gap`` days between two values along a straight line; longer ones stay open."""
    filled = dict(values)
    for first, last in pairwise(values):
        if last - first - 1 <= longest_gap:
            for day in range(first + 1, last):
                filled[day] = _between(values[first], values[last], Decimal(day - first), Decimal(last - first))
    return filled


def _between(a: Interval, b: Interval, done: Decimal, whole: Decimal) -> Interval:
    def at(start: Decimal | None, end: Decimal | None) -> Decimal | None:
        return None if start is None or end is None else (start * (whole - done) + end * done) / whole

    return Interval(
        at(a.low, b.low),
        a.low_inclusive and b.low_inclusive,
        at(a.high, b.high),
        a.high_inclusive and b.high_inclusive,
    )
