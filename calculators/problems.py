"""What is said when an answer cannot be read: which item, what is wrong, what was seen, what is allowed."""

from typing import Any, Literal

type Code = Literal[
    "unknown_calculator",
    "not_json",
    "not_an_object",
    "unknown_item",
    "unknown_level",
    "unknown_unit",
    "unit_missing",
    "not_a_number",
    "two_readings",
    "not_whole",
    "implausible",
    "not_a_date",
    "not_a_time",
    "conflicting_answers",
    "not_a_day_and_a_value",
    "infusion_missing",
]

LONGEST_SEEN = 40


class Problem(Exception):
    """An answer that cannot be read.

    ``details`` by code: ``allowed`` (ids) for unknown items, levels, units and calculators and for a missing
    unit; ``readings`` (two numbers or dates as text) for ``two_readings``; ``min``, ``max``, ``unit`` and
    ``plausible_in`` (the units in which the number would be plausible) for ``implausible``; ``with`` (item ids) for
    ``conflicting_answers``; ``line`` (from 1) for what stands in a line of a series.
    """

    def __init__(self, code: Code, seen: object = None, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.seen = seen
        self.details = details

    def as_data(self, item: str | None) -> dict[str, Any]:
        """Return the problem as JSON-able data for one item."""
        return {"item": item, "code": self.code, "seen": shorten(self.seen), **self.details}


def shorten(seen: object) -> str | None:
    """Show what was seen as short text, whatever it was."""
    if seen is None or isinstance(seen, str):
        text = seen
    elif isinstance(seen, bool):
        text = "true" if seen else "false"
    elif isinstance(seen, float) or (isinstance(seen, int) and seen.bit_length() <= 128):
        text = str(seen)
    else:
        # Nothing is written out that may be nested or thousands of digits long.
        text = "{}" if isinstance(seen, dict) else "[]" if isinstance(seen, list) else "…"
    if text is not None and len(text) > LONGEST_SEEN:
        return text[:LONGEST_SEEN] + "…"
    return text
