"""Dates as far as they are known: a day, a month or a year is the range of days it may be."""

import re
from contextlib import suppress
from datetime import MAXYEAR, date, timedelta

from calculators.problems import Problem

type Days = tuple[date, date]
"""First and last possible day, both included."""

DIGITS = frozenset("0123456789")
FIRST_YEAR = 1950
LAST_YEAR = MAXYEAR - 1
"""One year is left after it, so that the end of a window that begins in it can be computed."""
ANY_DAY: Days = (date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
"""Day and month in either order, then the year: which order it is only the numbers can tell."""


def read_date(answer: object) -> str:
    """Return a date as ``2026-01-28``, ``2026-01`` or ``2026``; raise ``Problem`` for all that is none.

    ``22/11/2026`` (or with points or hyphens) is read, because 22 is no month; ``03/04/2026`` is refused with both
    its readings.
    """
    if not isinstance(answer, str):
        raise Problem("not_a_date", answer)
    text = answer.strip(" ")
    if numeric := NUMERIC.fullmatch(text):
        return _numeric_date(text, int(numeric[1]), int(numeric[3]), int(numeric[4]))
    try:
        days(text)
    except ValueError:
        raise Problem("not_a_date", answer) from None
    return text


def _numeric_date(seen: str, first: int, second: int, year: int) -> str:
    readings = []
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            text = f"{year:04}-{month:02}-{day:02}"
            days(text)
            readings.append(text)
    match list(dict.fromkeys(readings)):
        case []:
            raise Problem("not_a_date", seen)
        case [only]:
            return only
        case both:
            raise Problem("two_readings", seen, readings=both)


def days(text: str) -> Days:
    """Return the days that a date may be; raise ``ValueError`` when it is none."""
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not DIGITS.issuperset("".join(parts)):
        raise ValueError(text)
    year, month, day = (*map(int, parts), None, None)[:3]
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(text)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    first = date(year, month, day or 1)
    return (first, first) if day is not None else (first, add_months(first, 1) - timedelta(days=1))


def add_months(day: date, months: int) -> date:
    """Add calendar months; a day that the month lacks becomes its last day (31 January + 1 = 28 or 29 February)."""
    whole = day.year * 12 + day.month - 1 + months
    for last in (day.day, 30, 29, 28):
        try:
            return date(whole // 12, whole % 12 + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
