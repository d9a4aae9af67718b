"""How quantities, units and levels are read, and what is said of an answer that cannot be."""

import json
from typing import Any

import pytest

import calculators


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
