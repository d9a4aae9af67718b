"""A calculator described as plain data: what forms, tables, worksheets and schemas are rendered from."""

from decimal import Decimal
from typing import Any

from calculators.model import Band, Choice, Date, Item, Quantity, Score, Series
from calculators.table_rows import score_rows


def describe(score: Score) -> dict[str, Any]:
    """Describe a score in ids and numbers; no words.

    Shape (numbers with decimals are strings, exactly as the definition writes them, so that no float is born)::

        {"id": "crs", "edition": "astct-2019", "kind": "score", "sources": ["lee-2019"],
         "items": [ITEM, ...],                  the score's own items, in reading order
         "alternatives": [{"instead_of": "fever", "items": ["temperature"]},
                          {"instead_of": "ice", "items": ["capd"], "population": "under_12"}],
         "alternative_items": [ITEM, ...],      every item named under "alternatives"
         "additive": false,                     true: points are added; false: the worst item decides
         "outcomes": [{"id": "grade_1", "min": 1, "max": 1}, ...],
         "remarks": ["may_be_resolved", ...],   every remark a result of this calculator may carry
         "rows": 48}

    An ITEM is one of::

        {"id": "fever", "kind": "choice", "group": null | "orientation",
         "levels": [{"id": "absent", "points": 0}, ...]}                     best to worst
        {"id": "crp", "kind": "quantity" | "count",                           count = whole numbers only
         "units": [{"id": "mg/dL", "factor": "1", "offset": "0"},
                   {"id": "mg/L", "factor": "0.1", "offset": "0"}, ...],      first = of a bare number
         "plausible": {"min": "0", "max": "60", "unit": "mg/dL", "zero": false},
         "unit_asked": true,                                                  a form chooses none beforehand
         "ties": ["3.0"],                                                     printed on neither side
         "bands": [{"id": "below_3_0", "min": null, "min_inclusive": false,
                    "max": "3.0", "max_inclusive": false, "points": 0}, ...]} best to worst, in the first unit
        {"id": "relapse_on", "kind": "date"}                                  2026-01-28, 2026-01 or 2026
        {"id": "neutrophil_series", "kind": "series", "units": ..., "plausible": ...,       as of a quantity
         "days": {"min": -60, "max": 1100}}                                   a day after infusion and a value a line

    Value in the first unit = (value - offset) * factor. A unit id is the symbol to print. ``zero`` true: zero is
    accepted although it lies below ``min``. Bands of alternative items carry the points of the level they stand for.
    """
    extra = alternative_items(score)
    alternatives: list[dict[str, Any]] = [
        {"instead_of": a.instead_of, "items": [i.id for i in a.items]} for a in score.alternatives
    ]
    if score.variant:
        alternatives.append(
            {
                "instead_of": score.variant.instead_of,
                "items": [score.variant.item.id],
                "population": score.variant.population,
            }
        )
    return {
        "id": score.id,
        "edition": score.edition,
        "kind": "score",
        "sources": list(score.sources),
        "items": [describe_item(i) for i in score.items],
        "alternatives": alternatives,
        "alternative_items": [describe_item(i) for i in extra],
        "additive": score.additive,
        "outcomes": [{"id": o.id, "min": o.low, "max": o.high} for o in score.outcomes],
        "remarks": [r.id for r in score.remarks] + (["tie"] if any(_ties(i) for i in score.items) else []),
        "rows": sum(1 for _ in score_rows(score)),
    }


def _ties(item: Item) -> bool:
    return isinstance(item, Quantity) and bool(item.ties)


def alternative_items(score: Score) -> list[Item]:
    """List the items that may be answered instead of the score's own."""
    items = [i for a in score.alternatives for i in a.items]
    return [*items, score.variant.item] if score.variant else items


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def describe_item(item: Item) -> dict[str, Any]:
    """Describe one item; see ``describe`` for the shape."""
    if isinstance(item, Choice):
        levels = [{"id": level.id, "points": level.points} for level in item.levels]
        return {"id": item.id, "kind": "choice", "group": item.group, "levels": levels}
    if isinstance(item, Date):
        return {"id": item.id, "kind": "date"}
    described: dict[str, Any] = {
        "id": item.id,
        "kind": "series",
        "units": [{"id": u.id, "factor": _number(u.times / u.per), "offset": _number(u.zero)} for u in item.units],
        "plausible": {
            "min": _number(item.plausible[0]),
            "max": _number(item.plausible[1]),
            "unit": item.units[0].id,
            "zero": item.zero_plausible,
        },
    }
    if isinstance(item, Series):
        return described | {"days": {"min": item.days[0], "max": item.days[1]}}
    return described | {
        "kind": "count" if item.whole else "quantity",
        "unit_asked": item.unit_asked,
        "ties": [_number(t) for t in item.ties],
        "bands": [describe_band(b) for b in item.levels],
    }


def describe_band(band: Band) -> dict[str, Any]:
    """Describe one band; see ``describe`` for the shape."""
    return {
        "id": band.id,
        "min": _number(band.low),
        "min_inclusive": band.low_inclusive,
        "max": _number(band.high),
        "max_inclusive": band.high_inclusive,
        "points": band.points,
    }
