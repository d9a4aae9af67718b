"""JSON Schema (2020-12) of a calculator's answers, made from its definition."""

from typing import Any

NUMBER_TEXT = {"type": "string", "description": "a number as typed: 9,0 · 9.0 · 1 200 · >2000 · <0,5"}


def answers_schema(definition: dict[str, Any]) -> dict[str, Any]:
    """Describe the answers that a calculator takes; an item left out or null is not known."""
    items = [*definition["items"], *definition.get("alternative_items", [])]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{definition['id']} ({definition['edition']})",
        "type": "object",
        "properties": {item["id"]: _item(item) for item in items},
        "additionalProperties": False,
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    kinds = {"choice": _choice, "quantity": _quantity, "count": _quantity, "date": _date, "series": _series}
    return {"anyOf": [{"type": "null"}, *kinds[item["kind"]](item)]}


def _levels(ids: list[str]) -> list[dict[str, Any]]:
    level = {"enum": ids}
    return [level, {"type": "array", "items": level, "minItems": 1}]


def _choice(item: dict[str, Any]) -> list[dict[str, Any]]:
    return _levels([level["id"] for level in item["levels"]])


def _quantity(item: dict[str, Any]) -> list[dict[str, Any]]:
    number: list[dict[str, Any]] = [{"type": "integer" if item["kind"] == "count" else "number"}, NUMBER_TEXT]
    units = [unit["id"] for unit in item["units"]]
    with_unit = {
        "type": "object",
        "properties": {"value": {"anyOf": [{"type": "null"}, *number]}, "unit": {"enum": [*units, None]}},
        "required": ["value"],
        "additionalProperties": False,
    }
    bands = _levels([band["id"] for band in item["bands"]]) if item["bands"] else []
    return [*number, with_unit, *bands]


def _date(_: dict[str, Any]) -> list[dict[str, Any]]:
    year_first = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    numeric = {
        "type": "string",
        "pattern": r"^[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}$",
        "description": "refused when day and month could change places: 22/11/2026 is read, 03/04/2026 is not",
    }
    return [year_first, numeric]


def _series(item: dict[str, Any]) -> list[dict[str, Any]]:
    lines = {"type": "string", "description": "one line for each value: day after infusion, or date, then the value"}
    units = [unit["id"] for unit in item["units"]]
    with_unit = {
        "type": "object",
        "properties": {"value": {"anyOf": [{"type": "null"}, lines]}, "unit": {"enum": [*units, None]}},
        "required": ["value"],
        "additionalProperties": False,
    }
    return [lines, with_unit]
