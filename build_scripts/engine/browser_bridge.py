"""What the worker calls: JSON text in, JSON text out, beside the calculators in the reader's browser.

JSON text crosses between JavaScript and Python faster than converted objects and leaves no proxy behind.
"""

import json
from typing import Any

import calculators

# Read here, because in a snapshot of Python's memory there is no library to read it from.
CASES: dict[str, list[dict[str, Any]]] = {}
for case in json.loads(__loader__.get_data("self_check_cases.json")):  # type: ignore[name-defined]
    CASES.setdefault(case["calculator"], []).append(case)


def evaluate(calculator_id: str, answers: str) -> str:
    """Return `calculators.evaluate` of a JSON object of answers, as a JSON object.

    Raises what `calculators.evaluate` raises for an unknown calculator, and `ValueError` for text that is not JSON.
    """
    return json.dumps(calculators.evaluate(calculator_id, json.loads(answers)))


def read_moment(day: str, time: str) -> str:
    """Return `calculators.read_moment` of two texts as typed, as a JSON object."""
    return json.dumps(calculators.read_moment(day, time))


def checked_calculators() -> str:
    """Return the ids of the calculators that have worked examples, as a JSON list."""
    return json.dumps(list(CASES))


def self_check(calculator_id: str) -> str:
    """Run the worked examples of a calculator that were built into the engine.

    Returns a JSON list of those that disagree, as `calculator/case`; an empty list means that all agree.
    """
    return json.dumps([f"{calculator_id}/{case['id']}" for case in CASES[calculator_id] if not agrees(case)])


def agrees(case: dict[str, Any]) -> bool:
    """Whether a worked example (`calculator`, `answers`, `expect`) comes out as written."""
    try:
        result = json.loads(evaluate(case["calculator"], json.dumps(case["answers"])))
    except Exception:  # an example that cannot be computed disagrees; the others are still to be run
        return False
    expect = {"problems": [], **case["expect"]}  # an example that names no problem has none
    return contains(result, expect)


def contains(found: object, expected: object) -> bool:
    """Whether `found` says all that `expected` says: a mapping may say more, a list may not.

    A remark may be expected by its id alone.
    """
    if isinstance(expected, str) and isinstance(found, dict):
        return found.get("id") == expected
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            key in found and contains(found[key], value) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return (
            isinstance(found, list)
            and len(found) == len(expected)
            and all(contains(one, other) for one, other in zip(found, expected, strict=True))
        )
    return found == expected
