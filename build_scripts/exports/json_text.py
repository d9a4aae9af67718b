"""JSON text in which a decimal number keeps the digits it was printed with, as `5.0`."""

import json
from datetime import date
from decimal import Decimal
from typing import Any


def dumps(value: Any, indent: str = "\n") -> str:
    """Write `value` as JSON. Takes dicts with string keys, lists, strings, numbers, dates, booleans and None."""
    match value:
        case Decimal():
            return format(value, "f")
        case date():
            return json.dumps(value.isoformat())
        case dict():
            return _join(
                "{}", [f"{json.dumps(key)}: {dumps(item, indent + '  ')}" for key, item in value.items()], indent
            )
        case list() | tuple():
            return _join("[]", [dumps(item, indent + "  ") for item in value], indent)
        case str() | bool() | int() | None:
            return json.dumps(value, ensure_ascii=False)
        case _:
            raise TypeError(f"{type(value).__name__} has no place in JSON")


def _join(ends: str, parts: list[str], indent: str) -> str:
    return f"{ends[0]}{indent}  {f',{indent}  '.join(parts)}{indent}{ends[1]}" if parts else ends
