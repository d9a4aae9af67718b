"""What is counted from a pasted series, put in the place of the answers that it stands for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from calculators.dates import days
from calculators.formula import Counted, Formula
from calculators.model import Item
from calculators.problems import Problem
from calculators.reading import Reading
from calculators.series import interpolate, values_by_day


def series_items(formula: Formula) -> list[Item]:
    """List the days of infusion and the series that may be given instead of counting, each once."""
    items: list[Item] = []
    for counted in formula.counted:
        items += [item for item in (counted.infusion, counted.series) if item not in items]
    return items


def count_series(formula: Formula, readings: dict[str, Reading]) -> list[dict[str, Any]]:
    """Narrow the items that a series was given for; return the problems.

    The series' own value becomes ``{"count": "12", "first": "0", "last": "30", "interpolated": "3", "open": "0"}``:
    days with a value, the first and the last of them, and how many days of the period are interpolated or not known.
    An item that was counted gets ``{"counted": "neutrophil_series", "min": "7", "max": "9", "unit": "days"}``.
    """
    problems: list[dict[str, Any]] = []
    for counted in formula.counted:
        given = readings.get(counted.series.id)
        if given is None or not given.entries:
            continue
        try:
            values = values_by_day(counted.series, given.entries, _infusion(counted, readings))
        except Problem as problem:
            problems.append(problem.as_data(counted.series.id))
            continue
        filled = interpolate(values, counted.longest_gap)
        cover = {
            "count": str(len(values)),
            "first": str(min(values)),
            "last": str(max(values)),
            "interpolated": str(sum(day in filled and day not in values for day in counted.period)),
            "open": str(sum(day not in filled for day in counted.period)),
        }
        readings[counted.series.id] = replace(given, value=cover)
        problems += _narrow(counted, counted.count(values, filled), readings)
    return problems


def _infusion(counted: Counted, readings: dict[str, Reading]) -> date | None:
    """Return the day of infusion, where the answer is one and not a month or a year."""
    given = readings.get(counted.infusion.id)
    if given is None:
        return None
    first, last = days(given.levels[0])
    return first if first == last else None


def _narrow(counted: Counted, found: Mapping[str, Reading], readings: dict[str, Reading]) -> list[dict[str, Any]]:
    """Keep what both the answer and the count allow; nothing left is a problem."""
    problems: list[dict[str, Any]] = []
    for item_id, count in found.items():
        answer = readings[item_id]
        kept = tuple(level for level in answer.levels if level in count.levels)
        if not kept:
            problem = Problem("conflicting_answers", None, **{"with": [item_id, counted.series.id]})
            problems.append(problem.as_data(item_id))
        elif answer.value is None and count.allowed is not None:
            low, high = count.allowed.low, count.allowed.high
            value = {"counted": counted.series.id, "min": str(low), "max": str(high), "unit": "days"}
            readings[item_id] = Reading(kept, value)
        else:
            readings[item_id] = replace(answer, levels=kept)
    return problems
