"""An answer to one item, in any form that is accepted, to the levels still possible or a ``Problem``."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from calculators.dates import read_date
from calculators.measured import read_unit, read_value
from calculators.model import Band, Choice, Date, Item, Quantity, Series
from calculators.numbers import Interval, interval
from calculators.problems import Problem
from calculators.series import Entry, read_series


@dataclass(frozen=True, slots=True)
class Reading:
    """The levels that an answer leaves possible, and for a number what was read.

    ``value``: ``{"relation": "=", "given": "29", "unit": "mg/L", "value": "2.9", "first_unit": "mg/dL"}``.
    ``allowed``: the numbers that the answer allows, exact and in the first unit. ``entries``: the lines of a series.
    """

    levels: tuple[str, ...]
    value: dict[str, str] | None = None
    tie: bool = False
    allowed: Interval | None = None
    entries: tuple[Entry, ...] = ()


def all_levels(item: Item) -> tuple[str, ...]:
    """List the levels that an unknown answer leaves possible: all of them."""
    return tuple(level.id for level in item.levels)


def read(item: Item, answer: object) -> Reading:
    """Read one answer; ``None`` is not known. Raise ``Problem`` when it cannot be read."""
    if answer is None:
        return Reading(all_levels(item))
    if isinstance(item, Date):
        return Reading((read_date(answer),))
    if isinstance(item, Series):
        return Reading((), entries=read_series(item, answer))
    if isinstance(answer, list):
        return Reading(_read_levels(item, answer))
    if isinstance(item, Choice):
        return Reading(_read_levels(item, [answer]))
    if isinstance(answer, str) and answer in all_levels(item):
        return Reading((answer,))
    return _read_quantity(item, answer)


def _read_levels(item: Item, answers: list[Any]) -> tuple[str, ...]:
    allowed = all_levels(item)
    # A count such as the objects named may come as a number.
    given = [str(a) if type(a) is int and abs(a) < 1000 else a for a in answers]
    wrong = [a for a in given if not isinstance(a, str) or a not in allowed]
    if wrong or not given:
        raise Problem("unknown_level", wrong[0] if wrong else [], allowed=list(allowed))
    return tuple(level for level in allowed if level in given)


def _read_quantity(item: Quantity, answer: object) -> Reading:
    unit, typed = item.units[0], answer
    if isinstance(answer, dict):
        typed = answer.get("value")
        if typed is None and set(answer) <= {"value", "unit"}:
            return Reading(all_levels(item))
        unit = read_unit(item, answer)
    relation, given = read_value(item, unit, typed)
    if item.whole and given != given.to_integral_value():
        raise Problem("not_whole", typed)
    value = unit.to_first(given)
    allowed = interval(relation, value)
    return Reading(
        levels_meeting(item, allowed),
        {
            "relation": relation,
            "given": format(given, "f"),
            "unit": unit.id,
            "value": _plain(value),
            "first_unit": item.units[0].id,
        },
        tie=relation == "=" and value in item.ties,
        allowed=allowed,
    )


def levels_meeting(item: Quantity, allowed: Interval) -> tuple[str, ...]:
    """List the bands in which the number may lie."""
    return tuple(band.id for band in item.levels if allowed.meets(bounds(band)))


def bounds(band: Band) -> Interval:
    """Return the numbers of a band."""
    return Interval(band.low, band.low_inclusive, band.high, band.high_inclusive)


def _plain(value: Decimal) -> str:
    """Write a converted number without trailing zeros and with no more digits than anyone reads."""
    text = format(round(value, 6), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
