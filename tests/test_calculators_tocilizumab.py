"""Tocilizumab: the label's dose at and around its limits, and what it leaves room for."""

from typing import Any

import pytest

import calculators


def evaluate(**answers: Any) -> dict[str, Any]:
    result = calculators.evaluate("tocilizumab", answers)
    assert not result["problems"], result["problems"]
    return result


@pytest.mark.parametrize(
    ("weight", "mg", "ml"),
    [
        *[("30", "240", "12.0"), ("63.5", "508", "25.4"), ("99.9", "799", "40.0")],
        *[("100", "800", "40.0"), ("100.1", "800", "40.0"), ("250", "800", "40.0")],
    ],
)
def test_dose_and_volume(weight: str, mg: str, ml: str) -> None:
    results = evaluate(weight=weight)["results"]
    assert results["dose"]["value"] == {"min": mg, "max": mg}
    assert results["volume"]["value"] == {"min": ml, "max": ml}


@pytest.mark.parametrize("weight", ["29.9", "12", "3"])
def test_a_weight_whose_dose_is_another_is_refused(weight: str) -> None:
    (problem,) = calculators.evaluate("tocilizumab", {"weight": weight})["problems"]
    assert (problem["code"], problem["min"]) == ("implausible", "30")


@pytest.mark.parametrize(
    ("given", "expected"),
    [("none", "first"), ("one", "further"), ("two", "further"), ("three", "further"), ("four", "limit")],
)
def test_number_of_doses(given: str, expected: str) -> None:
    results = evaluate(weight=70, doses_given=given, hours_since_last=9)["results"]
    assert results["count"]["outcomes"] == [expected]
    assert results["interval"]["applies"] == (given != "none")


@pytest.mark.parametrize(("hours", "expected"), [("7.99", "not_elapsed"), ("8", "elapsed"), ("0", "not_elapsed")])
def test_interval(hours: str, expected: str) -> None:
    results = evaluate(weight=70, doses_given="one", hours_since_last=hours)["results"]
    assert results["interval"]["outcomes"] == [expected]


def test_a_bound_of_the_hours_is_enough_when_it_decides() -> None:
    assert evaluate(doses_given="one", hours_since_last=">12")["results"]["interval"]["outcomes"] == ["elapsed"]
    both = evaluate(doses_given="one", hours_since_last=">2")["results"]["interval"]
    assert (both["outcomes"], both["settled_by"]) == (["elapsed", "not_elapsed"], ["hours_since_last"])
