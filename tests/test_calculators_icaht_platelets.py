"""T-ICAHT from a pasted series of platelets, beside its counting rule written out a second time, day by day."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_calculators_icaht_series import pasted

import calculators

EARLY = range(31)
VALUES = st.sampled_from([0, 5, 19, 20, 49, 50, 99, 100, 180])
GRADES = [f"grade_{n}" for n in range(5)]


def outcomes(series: Any, name: str = "platelets_early", **answers: Any) -> list[str]:
    found = calculators.evaluate("icaht", {"platelet_series": series, **answers})
    assert not found["problems"], found["problems"]
    grades: list[str] = found["results"][name]["outcomes"]
    return grades


def days_below(values: list[int], threshold: int) -> int:
    """Count the days below, and those of a rise of one or two days between two of them."""
    low = [value < threshold for value in values]
    return sum(
        low[day] or any(any(low[max(0, day - back) : day]) and any(low[day + 1 : day + 4 - back]) for back in (1, 2))
        for day in range(len(low))
    )


def early(values: list[int]) -> str:
    below_50, below_20 = days_below(values, 50), days_below(values, 20)
    if below_20:
        return "grade_4" if below_20 >= 14 else "grade_3"
    return "grade_2" if below_50 >= 7 else "grade_1" if below_50 else "grade_0"


@settings(deadline=None)
@given(st.lists(VALUES, min_size=31, max_size=31))
def test_a_value_every_day_gives_one_grade(values: list[int]) -> None:
    assert outcomes(pasted(dict(enumerate(values)))) == [early(values)]


@pytest.mark.parametrize(("rise", "grade"), [(1, 2), (2, 2), (3, 1)])
def test_days_are_added_up_and_a_rise_of_fewer_than_three_days_counts(rise: int, grade: int) -> None:
    # Three days on either side: six days in all, with those of a short rise seven and more.
    low = {*range(5, 8), *range(8 + rise, 11 + rise)}
    assert outcomes(pasted({day: 49 if day in low else 50 for day in EARLY})) == [f"grade_{grade}"]


@settings(deadline=None)
@given(st.lists(VALUES, min_size=31, max_size=31), st.integers(0, 30), st.integers(0, 30))
def test_days_without_a_value_are_never_assumed(values: list[int], a: int, b: int) -> None:
    first, last = sorted((a, b))
    known = {day: values[day] for day in range(first, last + 1)}
    best, worst = ([known.get(day, unknown) for day in EARLY] for unknown in (400, 0))
    found = outcomes(pasted(known))
    assert (found[0], found[-1]) == (early(best), early(worst))
    assert early(values) in found


WEEKLY = (*range(31, 101, 7), 100)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, GRADES),
        ({31: 15}, GRADES),
        (dict.fromkeys(WEEKLY, 120), ["grade_0"]),
        (dict.fromkeys(WEEKLY, 99), ["grade_1"]),
        (dict.fromkeys(WEEKLY, 49), ["grade_2"]),
        (dict.fromkeys(WEEKLY, 20), ["grade_2"]),
        (dict.fromkeys(WEEKLY, 30) | {52: 10}, ["grade_3"]),
        (dict.fromkeys(WEEKLY, 19), ["grade_4"]),
        # One low value that no other confirms may be a passing one.
        (dict.fromkeys(WEEKLY, 120) | {52: 10}, ["grade_0", "grade_3"]),
        # Between values of two months nobody knows.
        ({31: 120, 100: 120}, ["grade_0", "grade_3", "grade_4"]),
    ],
)
def test_late_values(values: dict[int, int], found: list[str]) -> None:
    assert outcomes(pasted(values), "platelets_late") == found


def test_neutrophils_and_platelets_are_counted_each_from_its_own_series() -> None:
    both = {
        "neutrophil_series": pasted(dict.fromkeys(EARLY, 400)),
        "platelet_series": pasted(dict.fromkeys(EARLY, 90)),
    }
    found = calculators.evaluate("icaht", both)["results"]
    assert (found["early"]["outcomes"], found["platelets_early"]["outcomes"]) == (["grade_4"], ["grade_0"])
