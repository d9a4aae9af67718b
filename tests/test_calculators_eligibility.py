"""The label check: its records are those of content/, its clock is right, and its sets are unions."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

import calculators
from build_scripts.indication_records import MODULE, indication_data
from calculators.dates import add_months, days
from calculators.eligibility import early_failure
from calculators.indication_data import INDICATIONS
from calculators.label import both, either, in_force

LEVELS: dict[str, list[Any]] = {
    "disease": ["dlbcl", "hgbl", "pmbcl", "fl3b", "tfl", "fl", "mcl"],
    "prior_lines": [0, 1, 2, 3],
    "best_response_first_line": ["complete", "partial", "stable", "progressive"],
    "months_from_completion": ["within_12", "after_12"],
    "prior_btki": ["yes", "no"],
    "hsct_intended": ["yes", "no"],
}


def outcomes(answers: dict[str, Any]) -> dict[str, set[str]]:
    result = calculators.evaluate("eligibility", answers)
    assert result["problems"] == []
    return {name: set(judged["outcomes"]) for name, judged in result["products"].items()}


def within(completed: str, relapsed: str) -> list[str]:
    answers = {"first_line_completed_on": completed, "relapse_on": relapsed}
    return list(calculators.evaluate("eligibility", answers)["read"]["months_from_completion"])


def test_the_calculator_holds_what_the_records_of_the_indications_page_say() -> None:
    assert MODULE.read_text(encoding="utf-8") == indication_data(), (
        "run: python -m build_scripts.indication_records --write"
    )


def test_no_record_asks_for_more_lines_than_the_question_can_tell_apart() -> None:
    for indication in INDICATIONS:
        for criterion in indication.any_of:
            assert criterion.min_prior_lines <= 3
            assert criterion.max_prior_lines is None or criterion.max_prior_lines < 3


@pytest.mark.parametrize("region", ["eu", "us"])
def test_an_unknown_answer_gives_the_union_over_its_levels(region: str) -> None:
    """Each item in turn left open, every combination of the others."""
    settled: dict[tuple[Any, ...], dict[str, set[str]]] = {}
    fixed = {"region": region, "on": "2026-11-22"}
    ids = list(LEVELS)
    for values in product(*LEVELS.values()):
        settled[values] = outcomes({**fixed, **dict(zip(ids, values, strict=True))})
    for place, item in enumerate(ids):
        for values in settled:
            if values[place] != LEVELS[item][0]:
                continue
            rest = {other: value for other, value in zip(ids, values, strict=True) if other != item}
            learned = [settled[(*values[:place], level, *values[place + 1 :])] for level in LEVELS[item]]
            for name, found in outcomes({**fixed, **rest}).items():
                assert found == set().union(*(each[name] for each in learned)), (item, rest, name)


@pytest.mark.parametrize("on", ["2017-01-01", "2022-10-16", "2022-11-01", "2025-11-23", "2025-11-24"])
def test_an_unknown_region_gives_the_union_over_the_regions(on: str) -> None:
    answers = {"on": on, "disease": "mcl", "prior_lines": 2, "prior_btki": "yes"}
    each = [outcomes({**answers, "region": region}) for region in ("it", "eu", "us")]
    for name, found in outcomes(answers).items():
        assert found == set().union(*(one[name] for one in each))


def test_in_italy_the_label_is_the_european_one() -> None:
    for disease, lines in product(LEVELS["disease"], LEVELS["prior_lines"]):
        answers = {"on": "2026-11-22", "disease": disease, "prior_lines": lines, "best_response_first_line": "stable"}
        assert outcomes({**answers, "region": "it"}) == outcomes({**answers, "region": "eu"})


@pytest.mark.parametrize(
    ("completed", "relapsed", "window"),
    [
        ("2025-03-10", "2026-03-10", ["within_12"]),
        ("2025-03-10", "2026-03-11", ["after_12"]),
        ("2024-02-29", "2025-02-28", ["within_12"]),
        ("2024-02-29", "2025-03-01", ["after_12"]),
        ("2025-03-10", "2025-03-10", ["within_12"]),
        ("2025-03", "2026-03", ["within_12", "after_12"]),
        ("2025-03", "2026-02", ["within_12"]),
        ("2025-03", "2026-04-01", ["after_12"]),
        ("2025", "2025-06", ["within_12"]),
    ],
)
def test_twelve_calendar_months_from_completion(completed: str, relapsed: str, window: list[str]) -> None:
    assert within(completed, relapsed) == window


def test_twelve_months_as_a_number_are_still_within() -> None:
    for typed, level in (("12", "within_12"), ("12,1", "after_12"), ("<12", "within_12"), (">12", "after_12")):
        read = calculators.evaluate("eligibility", {"months_from_completion": typed})["read"]
        assert read["months_from_completion"] == [level]


def test_dates_and_months_must_agree() -> None:
    answers = {"months_from_completion": 14, "first_line_completed_on": "2025-03-10", "relapse_on": "2025-09-10"}
    (problem,) = calculators.evaluate("eligibility", answers)["problems"]
    assert (problem["item"], problem["code"]) == ("months_from_completion", "conflicting_answers")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "31/11/2026",
        "13/13/2026",
        "22/11/26",
        "22/11.2026",
        "2026-13",
        "2026-02-30",
        "2026-2-3",
        "20261122",
        "2026-W47-1",
        "٢٠٢٦-01-01",
        "0026-01-01",
        2026,
    ],
)
def test_what_is_no_date_is_refused(typed: Any) -> None:
    (problem,) = calculators.evaluate("eligibility", {"on": typed})["problems"]
    assert (problem["item"], problem["code"]) == ("on", "not_a_date")


@pytest.mark.parametrize("typed", ["22/11/2026", "11/22/2026", "22.11.2026", " 22-11-2026 "])
def test_a_date_with_one_reading_is_read_in_any_order(typed: str) -> None:
    assert calculators.evaluate("eligibility", {"on": typed})["read"]["on"] == ["2026-11-22"]


def test_a_date_with_two_readings_is_refused_with_both() -> None:
    (problem,) = calculators.evaluate("eligibility", {"on": "3/4/2026"})["problems"]
    assert (problem["code"], problem["readings"]) == ("two_readings", ["2026-04-03", "2026-03-04"])
    assert calculators.evaluate("eligibility", {"on": "5/5/2026"})["read"]["on"] == ["2026-05-05"]


def test_days_that_a_date_may_be() -> None:
    assert days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days("2025") == (date(2025, 1, 1), date(2025, 12, 31))
    assert add_months(date(2025, 12, 31), 2) == date(2026, 2, 28)


def test_early_failure_of_first_line() -> None:
    assert [early_failure("complete", window) for window in ("within_12", "after_12")] == [True, False]
    assert [early_failure("partial", window) for window in ("within_12", "after_12")] == [True, None]
    assert all(early_failure(r, w) for r in ("stable", "progressive") for w in ("within_12", "after_12"))


def test_what_a_text_does_not_say_is_neither_true_nor_false() -> None:
    assert [both((True, x)) for x in (True, None, False)] == [True, None, False]
    assert [both((None, x)) for x in (None, False)] == [None, False]
    assert [either((False, x)) for x in (True, None, False)] == [True, None, False]
    assert [either((None, x)) for x in (None, True)] == [None, True]


def test_a_record_known_by_its_month_leaves_the_days_of_that_month_open() -> None:
    answers = {"region": "eu", "disease": "fl", "prior_lines": 2}
    found = {on: outcomes({**answers, "on": on})["liso_cel"] for on in ("2025-02-28", "2025-03-15", "2025-03-31")}
    assert found == {
        "2025-02-28": {"outside_label"},
        "2025-03-15": {"inside_label", "outside_label"},
        "2025-03-31": {"inside_label"},
    }


def test_a_record_holds_from_its_day_on() -> None:
    answers = {"region": "eu", "disease": "mcl", "prior_lines": 2, "prior_btki": "yes"}
    assert outcomes({**answers, "on": "2025-11-23"})["liso_cel"] == {"outside_label"}
    assert outcomes({**answers, "on": "2025-11-24"})["liso_cel"] == {"inside_label"}
    assert outcomes({**answers, "on": "2025-11"})["liso_cel"] == {"inside_label", "outside_label"}


def test_a_record_that_ended_no_longer_holds_from_the_day_of_its_end() -> None:
    ended = replace(INDICATIONS[0], since="2018-08-23", until="2026-03-01")
    found = [in_force(ended, date(2026, month, day)) for month, day in ((2, 28), (3, 1), (3, 2))]
    assert found == [True, False, False]
    assert in_force(replace(ended, until="2026-03"), date(2026, 3, 15)) is None


def test_without_a_date_nothing_is_read_from_the_clock() -> None:
    result = calculators.evaluate("eligibility", {"region": "eu", "disease": "dlbcl", "prior_lines": 2})
    assert result["products"]["axi_cel"]["settled_by"] == ["on"]


def test_no_result_calls_a_patient_eligible() -> None:
    result = calculators.evaluate("eligibility", {"region": "it", "disease": "mcl", "prior_lines": 2})
    words = str({key: value for key, value in result.items() if key != "calculator"})
    assert "eligible" not in words
