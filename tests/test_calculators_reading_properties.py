"""Nothing that is typed can crash a calculator."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import calculators
from calculators.numbers import read_number
from calculators.problems import Problem

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60)
NUMBERS = st.from_regex(r"[<>≤≥=−-]{0,2} ?[0-9]{0,5}[., '’][0-9]{0,4}[.,]?[0-9]{0,3}", fullmatch=True)
ANSWERS = st.one_of(
    SCALARS,
    NUMBERS,
    st.lists(SCALARS | st.lists(SCALARS, max_size=2), max_size=2),
    st.dictionaries(st.text(max_size=5), SCALARS, max_size=2),
)
ITEMS = sorted(
    {
        item["id"]
        for calculator_id in calculators.calculator_ids()
        for kind in ("items", "alternative_items")
        for item in calculators.definition(calculator_id)[kind]
    }
)
WITH_UNIT = st.fixed_dictionaries(
    {"value": SCALARS | NUMBERS, "unit": st.sampled_from(["mg/L", "mg/dL", "/µL", "10⁹/L", "°F"])}
)


# No deadline: how long an example takes depends on the machine, not on the calculator.
@settings(deadline=None)
@given(
    st.sampled_from(calculators.calculator_ids()),
    st.dictionaries(st.sampled_from(ITEMS), ANSWERS | WITH_UNIT, max_size=4),
)
def test_no_answer_crashes_a_calculator(calculator_id: str, answers: dict[str, Any]) -> None:
    result = calculators.evaluate(calculator_id, answers)
    assert json.loads(json.dumps(result)) == result
    # A number may be all that a formula gives.
    if not result["problems"] and "outcomes" in result and calculators.definition(calculator_id)["outcomes"]:
        assert result["outcomes"], "an answer that could be read leaves something possible"
    for problem in result["problems"]:
        assert problem["code"]


@settings(deadline=None)
@given(NUMBERS | st.text(max_size=40))
def test_a_typed_number_is_read_once_or_refused(typed: str) -> None:
    try:
        relation, number = read_number(typed)
    except Problem as refused:
        assert refused.code in ("not_a_number", "two_readings")
    else:
        assert relation in "=<>≤≥"
        assert number.is_finite()
