"""ICAHT on both sides of every limit, beside the published rules written out a second time."""

from itertools import product
from typing import Any

import pytest

import calculators


def grades(**answers: Any) -> dict[str, list[str]]:
    result = calculators.evaluate("icaht", answers)
    assert not result["problems"], result["problems"]
    return {name: found["outcomes"] for name, found in result["results"].items()}


def early(days_500: int, days_100: int) -> int:
    """The rules as the published application of the table states them."""
    if days_500 >= 31 or days_100 >= 14:
        return 4
    if days_500 >= 14 or days_100 >= 7:
        return 3
    return 2 if days_500 >= 7 else int(days_500 > 0)


def test_every_pair_of_durations() -> None:
    for days_500, days_100 in product(range(32), range(32)):
        if days_100 > days_500:
            continue
        found = grades(days_up_to_500=days_500, days_up_to_100=days_100, never_above_500="no")["early"]
        assert found == [f"grade_{early(days_500, days_100)}"], (days_500, days_100)


@pytest.mark.parametrize("days", [0, 3, 16, 31])
def test_never_above_500_is_grade_4_whatever_the_days(days: int) -> None:
    assert grades(days_up_to_500=days, never_above_500="yes")["early"] == ["grade_4"]


@pytest.mark.parametrize(
    ("anc", "grade"),
    [("1501", 0), ("1500", 1), ("1001", 1), ("1000", 2), ("501", 2), ("500", 3), ("101", 3), ("100", 4), ("0", 4)],
)
def test_late_neutrophils(anc: str, grade: int) -> None:
    assert grades(late_neutrophils=anc)["late"] == [f"grade_{grade}"]


def test_no_late_value_is_not_grade_0() -> None:
    assert grades()["late"] == [f"grade_{n}" for n in range(5)]
    assert grades(late_neutrophils="<500")["late"] == ["grade_3", "grade_4"]


def test_every_pair_of_platelet_durations() -> None:
    for below_50, below_20 in product(range(32), range(32)):
        expected = 4 if below_20 >= 14 else 3 if below_20 else 2 if below_50 >= 7 else int(below_50 > 0)
        found = grades(days_platelets_below_50=below_50, days_platelets_below_20=below_20)["platelets_early"]
        assert found == [f"grade_{expected}"], (below_50, below_20)


@pytest.mark.parametrize(
    ("platelets", "days", "grade"),
    [
        ("100", 0, 0),
        ("99", 0, 1),
        ("50", 0, 1),
        ("49", 0, 2),
        ("20", 0, 2),
        ("19", 1, 3),
        ("19", 13, 3),
        ("19", 14, 4),
    ],
)
def test_late_platelets(platelets: str, days: int, grade: int) -> None:
    found = grades(late_platelets=platelets, late_days_platelets_below_20=days)["platelets_late"]
    assert found == [f"grade_{grade}"]


@pytest.mark.parametrize(
    ("days_500", "days_100", "said"), [(6, 7, True), (13, 14, True), (7, 7, False), (0, 6, False)]
)
def test_days_that_cannot_be_are_remarked(days_500: int, days_100: int, said: bool) -> None:
    result = calculators.evaluate("icaht", {"days_up_to_500": days_500, "days_up_to_100": days_100})
    assert (result["remarks"] == [{"id": "days_disagree"}]) == said


def test_more_days_than_the_period_has_are_refused() -> None:
    (problem,) = calculators.evaluate("icaht", {"days_up_to_500": 32})["problems"]
    assert problem["code"] == "implausible"


def test_the_worst_answer_decides_and_points_are_not_added() -> None:
    tables = calculators.definition("icaht")["results"]
    assert [table["additive"] for table in tables] == [False] * 4
    assert all(table["additive"] for table in calculators.definition("ipi")["results"])
