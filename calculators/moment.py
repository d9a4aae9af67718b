"""When an assessment was made: a day, and the time of day where it is known."""

import re
from typing import Any

from calculators.dates import days, read_date
from calculators.problems import Problem

TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")


def read_moment(day: str, time: str) -> dict[str, Any]:
    """Return ``{"moment": "2026-11-22T14:30", "problems": []}``, as texts that sort by time.

    ``day`` is read as dates are everywhere, but must be one day; ``time`` is ``14:30``, ``14.30`` or ``1430``, and
    empty = not known (``"2026-11-22"``). With a problem, of the item ``day`` or ``time``, ``moment`` is ``None``.
    """
    problems, parts = [], []
    for item, read, typed in (("day", _read_day, day), ("time", _read_time, time)):
        try:
            parts.append(read(typed))
        except Problem as problem:
            problems.append(problem.as_data(item))
    return {"moment": None if problems else "T".join(filter(None, parts)), "problems": problems}


def _read_day(typed: str) -> str:
    text = read_date(typed)
    first, last = days(text)
    if first != last:
        raise Problem("not_a_date", typed)
    return text


def _read_time(typed: str) -> str:
    if not typed.strip(" "):
        return ""
    match = TIME.fullmatch(typed.strip(" "))
    if match is None:
        raise Problem("not_a_time", typed)
    return f"{match[1]:0>2}:{match[2]}"
