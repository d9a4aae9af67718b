"""A measured value and its unit, read and held against the range in which it is plausible."""

from decimal import Decimal
from typing import Any

from calculators.model import Quantity, Series, Unit
from calculators.numbers import read_number
from calculators.problems import Problem


def read_value(item: Quantity | Series, unit: Unit, typed: object) -> tuple[str, Decimal]:
    """Return the relation and the number as typed, in ``unit``; raise ``Problem`` when it cannot be a value."""
    relation, given = read_number(typed)
    # Nothing measured is negative: "<0" allows nothing.
    if not _plausible(item, unit, given) or (relation == "<" and given <= 0):
        low, high = item.plausible
        raise Problem(
            "implausible",
            typed,
            min=format(low, "f"),
            max=format(high, "f"),
            unit=item.units[0].id,
            plausible_in=[u.id for u in item.units if _plausible(item, u, given)],
        )
    return relation, given


def read_unit(item: Quantity | Series, answer: dict[Any, Any]) -> Unit:
    """Return the unit of ``{"value", "unit"}``; raise ``Problem`` when it is missing or unknown."""
    if not set(answer) <= {"value", "unit"}:
        raise Problem("not_a_number", answer)
    named = answer.get("unit")
    if named is None or named == "":
        if len(item.units) == 1:
            return item.units[0]
        raise Problem("unit_missing", answer.get("value"), allowed=[u.id for u in item.units])
    for unit in item.units:
        # The micro sign and the Greek letter mu look the same.
        if isinstance(named, str) and named.replace("\u03bc", "\u00b5") in (unit.id, *unit.aliases):
            return unit
    raise Problem("unknown_unit", named, allowed=[u.id for u in item.units])


def _plausible(item: Quantity | Series, unit: Unit, given: Decimal) -> bool:
    low, high = item.plausible
    # Checked first, because a number beyond this cannot be converted without loss.
    if abs(given.adjusted()) > 12:
        return False
    value = unit.to_first(given)
    return low <= value <= high or (item.zero_plausible and value == 0)
