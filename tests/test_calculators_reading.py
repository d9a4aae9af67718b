"""How numbers, units, dates and levels are read, and that nothing that is typed can crash a calculator."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators
from calculators.numbers import read_number
from calculators.problems import Problem

READ = [
    ("9,0", "=", "9.0"),
    ("9.0", "=", "9.0"),
    (" 12 ", "=", "12"),
    ("1200", "=", "1200"),
    ("1 200", "=", "1200"),
    ("1\u00a0200", "=", "1200"),
    ("1\u202f200", "=", "1200"),
    ("1'200", "=", "1200"),
    ("1\u2019200", "=", "1200"),
    ("1 200,5", "=", "1200.5"),
    ("1.200,5", "=", "1200.5"),
    ("1,200.5", "=", "1200.5"),
    ("1.200.000", "=", "1200000"),
    ("1 200.500", "=", "1200.500"),
    ("1200.500", "=", "1200.500"),
    ("0,500", "=", "0.500"),
    ("0.125", "=", "0.125"),
    (">2000", ">", "2000"),
    ("> 2000", ">", "2000"),
    ("≥2000", "≥", "2000"),
    (">=2000", "≥", "2000"),
    ("<0,5", "<", "0.5"),
    ("≤0.5", "≤", "0.5"),
    ("<=0.5", "≤", "0.5"),
    ("-5", "=", "-5"),
    ("−5", "=", "-5"),
]
TWO_READINGS = [
    ("1.200", ["1200", "1.200"]),
    ("1,200", ["1200", "1.200"]),
    ("12.500", ["12500", "12.500"]),
    ("> 2.000", ["2000", "2.000"]),
]
NO_NUMBER = [
    "",
    " ",
    "abc",
    "1e9",
    "1E3",
    "NaN",
    "nan",
    "Infinity",
    "١٢",  # Arabic-Indic digits
    "१२",  # Devanagari digits
    "\uff11\uff12",  # full-width digits
    "9\uff0e0",  # full-width point
    "½",
    "10²",
    "1.2.3",
    "1,2,3",
    "1.200.00",
    "1,20,000",
    "1 20",
    "1  200",
    "1 200'000",
    "0 200",
    ".5",
    "5.",
    ",5",
    "+5",
    "--5",
    "5-10",
    "5–10",
    "~5",
    ">",
    "><5",
    "5 mg/L",
    "0x10",
    "1_000",
    "9" * 25,
    "9" * 10_000,
]


@pytest.mark.parametrize(("typed", "relation", "number"), READ)
def test_a_number_is_read(typed: str, relation: str, number: str) -> None:
    assert read_number(typed) == (relation, Decimal(number))


@pytest.mark.parametrize(("typed", "readings"), TWO_READINGS)
def test_a_number_with_two_readings_is_refused_and_both_are_shown(typed: str, readings: list[str]) -> None:
    with pytest.raises(Problem) as refused:
        read_number(typed)
    assert refused.value.code == "two_readings"
    assert refused.value.details == {"readings": readings}


@pytest.mark.parametrize("typed", NO_NUMBER, ids=lambda typed: typed[:12] or "empty")
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        read_number(typed)
    assert refused.value.code == "not_a_number"


@pytest.mark.parametrize(("typed", "expected"), [(0.1, "0.1"), (9, "9"), (1.2, "1.2"), (2.675, "2.675")])
def test_a_json_number_is_read_through_its_shortest_text(typed: float, expected: str) -> None:
    assert read_number(typed) == ("=", Decimal(expected))


def hematotox(item: str, answer: Any) -> dict[str, Any]:
    return calculators.evaluate("car_hematotox", {item: answer})


@pytest.mark.parametrize(
    ("item", "answer", "levels"),
    [
        ("platelets", 75, ["from_75_to_175"]),
        ("platelets", "74,9", ["below_75"]),
        ("platelets", "175,1", ["above_175"]),
        ("platelets", {"value": "75000", "unit": "/µL"}, ["from_75_to_175"]),
        ("platelets", {"value": "75 000", "unit": "/μL"}, ["from_75_to_175"]),
        ("platelets", {"value": "75", "unit": "10^9/L"}, ["from_75_to_175"]),
        ("platelets", "<175", ["from_75_to_175", "below_75"]),
        ("platelets", ">175", ["above_175"]),
        ("platelets", "≥175", ["above_175", "from_75_to_175"]),
        ("anc", 0, ["below_1200"]),
        ("anc", "<100", ["below_1200"]),
        ("anc", {"value": "1,2", "unit": "10⁹/L"}, ["at_least_1200"]),
        ("anc", {"value": "1,199", "unit": "10⁹/L"}, None),
        ("anc", {"value": "1,19", "unit": "10⁹/L"}, ["below_1200"]),
        ("haemoglobin", {"value": 90, "unit": "g/L"}, ["at_least_9_0"]),
        ("haemoglobin", {"value": "89,9", "unit": "g/L"}, ["below_9_0"]),
        ("haemoglobin", {"value": "5,58", "unit": "mmol/L"}, ["below_9_0"]),
        ("haemoglobin", {"value": "5,59", "unit": "mmol/L"}, ["at_least_9_0"]),
        ("crp", "2,9999", ["below_3_0"]),
        ("crp", {"value": "30", "unit": "mg/L"}, ["at_least_3_0"]),
        ("ferritin", "≥2000", ["from_650_to_2000", "above_2000"]),
        ("ferritin", ["below_650", "above_2000"], ["below_650", "above_2000"]),
        ("ferritin", "above_2000", ["above_2000"]),
        ("ferritin", {"value": None, "unit": "ng/mL"}, ["below_650", "from_650_to_2000", "above_2000"]),
    ],
)
def test_the_levels_that_a_quantity_leaves_possible(item: str, answer: Any, levels: list[str] | None) -> None:
    result = hematotox(item, answer)
    if levels is None:
        assert [p["code"] for p in result["problems"]] == ["two_readings"]
    else:
        assert result["problems"] == []
        assert result["read"][item] == levels


@pytest.mark.parametrize(
    ("item", "answer", "code"),
    [
        ("crp", {"value": "95", "unit": "mg/dL"}, "implausible"),
        ("crp", "-1", "implausible"),
        ("crp", "<0", "implausible"),
        ("crp", 1e300, "implausible"),
        pytest.param("crp", 10**5000, "implausible", id="an integer of 5001 digits"),
        ("crp", float("nan"), "not_a_number"),
        ("crp", float("inf"), "not_a_number"),
        ("crp", True, "not_a_number"),
        ("crp", {}, None),
        ("crp", {"value": {"value": 3}, "unit": "mg/L"}, "not_a_number"),
        ("crp", {"value": 3, "unit": "mg/L", "more": 1}, "not_a_number"),
        ("crp", {"value": 3}, "unit_missing"),
        ("crp", {"value": 3, "unit": ""}, "unit_missing"),
        ("crp", {"value": 3, "unit": "mg"}, "unknown_unit"),
        ("crp", {"value": 3, "unit": ["mg/L"]}, "unknown_unit"),
        ("crp", [], "unknown_level"),
        ("crp", ["high"], "unknown_level"),
        ("crp", [["below_3_0"]], "unknown_level"),
        ("anc", "1,2", "implausible"),
        ("haemoglobin", 90, "implausible"),
        ("platelets", 150000, "implausible"),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_problem_and_nothing_is_guessed(
    item: str, answer: Any, code: str | None
) -> None:
    result = hematotox(item, answer)
    assert [p["code"] for p in result["problems"]] == ([code] if code else [])
    if code:
        assert (result["outcomes"], result["score"], result["settled"]) == ([], None, False)
    json.dumps(result)


def test_an_implausible_number_says_in_which_unit_it_would_be_plausible() -> None:
    (problem,) = hematotox("crp", {"value": "95", "unit": "mg/dL"})["problems"]
    assert problem == {
        "item": "crp",
        "code": "implausible",
        "seen": "95",
        "min": "0",
        "max": "60",
        "unit": "mg/dL",
        "plausible_in": ["mg/L"],
    }


@pytest.mark.parametrize(
    ("answer", "code"),
    [("yes", "unknown_level"), ("", "unknown_level"), (True, "unknown_level"), ({"a": 1}, "unknown_level")],
)
def test_a_level_that_does_not_exist(answer: Any, code: str) -> None:
    (problem,) = calculators.evaluate("crs", {"fever": answer})["problems"]
    assert problem["code"] == code
    assert problem["allowed"] == ["absent", "present", "masked"]


@pytest.mark.parametrize("answers", [None, [], "fever", 3, True])
def test_answers_that_are_no_object(answers: Any) -> None:
    for calculator_id in calculators.calculator_ids():
        (problem,) = calculators.evaluate(calculator_id, answers)["problems"]
        assert problem["code"] == "not_an_object"


def test_every_problem_is_listed_at_once_and_long_text_is_shortened() -> None:
    result = calculators.evaluate("car_hematotox", {"crp": "x" * 10_000, "anc": "1.200", "age": 61})
    assert {(p["item"], p["code"]) for p in result["problems"]} == {
        ("crp", "not_a_number"),
        ("anc", "two_readings"),
        ("age", "unknown_item"),
    }
    assert all(len(p["seen"]) <= 41 for p in result["problems"])


@pytest.mark.parametrize(("value", "unit", "fever"), [("100,4", "°F", "present"), ("100,3", "F", None)])
def test_fahrenheit_is_compared_without_rounding(value: str, unit: str, fever: str | None) -> None:
    read = calculators.evaluate("crs", {"temperature": {"value": value, "unit": unit}})["read"]
    assert read["fever"] == ([fever] if fever else ["absent", "masked"])


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
