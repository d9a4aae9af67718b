"""How a pasted series is read: a day or a date and a value to a line, and each line that is neither is named."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_calculators_icaht_series import result

import calculators


def problem(series: Any, **answers: Any) -> dict[str, Any]:
    (found,) = calculators.evaluate("icaht", {"neutrophil_series": series, **answers})["problems"]
    assert found["item"] == "neutrophil_series"
    return dict(found)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("seven 450", "not_a_date"),
        ("7", "not_a_day_and_a_value"),
        ("7 2 450", "not_a_day_and_a_value"),
        ("7,450", "not_a_day_and_a_value"),
        ("03/04/2026 450", "two_readings"),
        ("2026-03 450", "not_a_date"),
        ("2026 450", "not_a_date"),
        ("2026-02-30 450", "not_a_date"),
        ("7 1.200", "two_readings"),
        ("7 abc", "not_a_number"),
        ("7 0,45", "implausible"),
        ("7 -3", "implausible"),
        ("-61 450", "implausible"),
        ("1101 450", "not_a_date"),
        ("+1101 450", "implausible"),
        ("2020-03-07 450", "implausible"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(line: str, code: str) -> None:
    found = problem(f"\n0 900\n\n{line}\n9 900", infusion_on="2026-03-01")
    assert (found["code"], found["line"]) == (code, 4)


@pytest.mark.parametrize("infusion", [None, "2026-03", "2026"])
def test_dates_need_the_day_of_infusion(infusion: str | None) -> None:
    found = problem("3 900\n2026-03-07 450", infusion_on=infusion)
    assert (found["code"], found["line"], found["seen"]) == ("infusion_missing", 2, "2026-03-07")


@pytest.mark.parametrize("empty", [None, "", " \n\t", {"value": None, "unit": "/µL"}, {"value": "", "unit": "/µL"}])
def test_no_series_leaves_everything_as_it_was(empty: Any) -> None:
    assert result(empty)["results"] == calculators.evaluate("icaht", {})["results"]
    assert result(empty, days_up_to_500=3)["values"].keys() == {"days_up_to_500"}


LINES = st.from_regex(r"[+\-−]?[0-9]{0,4}[ \t;,]{0,2}[<>≤]?[0-9]{0,4}[.,]?[0-9]{0,3}", fullmatch=True)
DATED = st.dates().map(lambda day: f"{day} 400")


@settings(deadline=None, max_examples=200)
@given(st.lists(LINES | DATED | st.text(max_size=12), max_size=6), st.none() | st.dates().map(str))
def test_nothing_pasted_crashes_it(lines: list[str], infusion: str | None) -> None:
    found = calculators.evaluate("icaht", {"neutrophil_series": "\n".join(lines), "infusion_on": infusion})
    for refused in found["problems"]:
        assert refused["item"] == "infusion_on" or 1 <= refused["line"] <= len("\n".join(lines).splitlines())
    assert bool(found["problems"]) == (not found["results"])


@pytest.mark.parametrize("answer", [7, 0.5, True, [], ["7 450"], {"value": 7, "unit": "/µL"}, {"days": 3}])
def test_what_is_no_text_is_refused(answer: Any) -> None:
    assert problem(answer)["code"] in ("not_a_day_and_a_value", "not_a_number", "unit_missing")
