"""Published clinical scores, as tables: an answer is the set of levels still possible.

Standard library only; no words, no files, no clock. The same files run in CPython and in the browser.
"""

from collections.abc import Iterator
from typing import Any

from calculators.moment import read_moment
from calculators.registry import CALCULATORS, UnknownCalculator, calculator
from calculators.schema import answers_schema
from calculators.table_rows import rows_csv

__all__ = [
    "UnknownCalculator",
    "calculator_ids",
    "definition",
    "evaluate",
    "read_moment",
    "rows",
    "schema",
    "table_csv",
]


def calculator_ids() -> list[str]:
    """List the ids of all calculators."""
    return list(CALCULATORS)


def definition(calculator_id: str) -> dict[str, Any]:
    """Describe a calculator as plain data.

    The shape is that of ``calculators.definition.describe``; for a formula that of
    ``calculators.formula_definition.describe_formula``, for a label of ``calculators.eligibility_result``.

    Raise ``UnknownCalculator`` for an unknown id.
    """
    return calculator(calculator_id).definition()


def rows(calculator_id: str) -> Iterator[dict[str, Any]]:
    """Yield every complete-input row of a score or of a formula made of tables alone; of anything else, none.

    The shape is that of ``calculators.table_rows.score_rows`` or ``calculators.formula_definition.formula_rows``.
    """
    return calculator(calculator_id).rows()


def table_csv(calculator_id: str) -> str:
    """Return every complete-input row as CSV, header first."""
    return rows_csv(calculator(calculator_id).rows())


def schema(calculator_id: str) -> dict[str, Any]:
    """Return the JSON Schema of a calculator's answers."""
    return answers_schema(definition(calculator_id))


def evaluate(calculator_id: str, answers: Any) -> dict[str, Any]:
    """Evaluate a calculator; every id and number in the result is JSON-able.

    ``answers`` maps item ids to a level id, a number, text as typed, ``{"value": ..., "unit": ...}`` or a list of
    levels still possible; absent or ``None`` is not known. A bare number is in the item's first unit.

    Result of a score::

        {"calculator": "crs", "edition": "astct-2019",
         "outcomes": ["grade_3", "grade_4"],     every outcome that the answers allow
         "settled": False,
         "score": {"min": 3, "max": 4},          None when there are problems
         "drivers": ["hypotension"],             items that make the result what it is at least
         "unknown": ["hypoxia"],                 items of which nothing is known
         "settled_by": ["hypoxia"],              items that can still change the outcome
         "remarks": [{"id": "tie", "item": "anc"}],
         "read": {"fever": ["present"], ...},    the levels each answer leaves possible
         "values": {"crp": {"relation": "=", "given": "29", "unit": "mg/L",
                            "value": "2.9", "first_unit": "mg/dL"}},
         "problems": []}

    The result of a formula is described in ``calculators.formula_result``, that of ``eligibility`` in
    ``calculators.eligibility_result``.

    With a problem nothing is guessed: ``outcomes`` (``results``, ``products``) is empty and ``problems`` lists each
    answer to mend as ``{"item", "code", "seen", ...}`` (``calculators.problems``).

    Raise ``UnknownCalculator`` for an unknown id.
    """
    return calculator(calculator_id).evaluate(answers)
