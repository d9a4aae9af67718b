"""ICAHT from a pasted series, beside the counting rules written out a second time, day by day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import calculators

EARLY = range(31)
VALUES = st.sampled_from([0, 50, 100, 110, 500, 510, 900, 1500, 1510, 4000])
FULL = st.lists(VALUES, min_size=31, max_size=31)
GRADES = [f"grade_{n}" for n in range(5)]


def result(series: Any, **answers: Any) -> dict[str, Any]:
    found = calculators.evaluate("icaht", {"neutrophil_series": series, **answers})
    assert not found["problems"], found["problems"]
    return found


def outcomes(series: Any, name: str = "early", **answers: Any) -> list[str]:
    found: list[str] = result(series, **answers)["results"][name]["outcomes"]
    return found


def pasted(values: dict[int, Any]) -> str:
    return "\n".join(f"{day} {value}" for day, value in values.items())


def episodes(values: list[int], threshold: int) -> list[tuple[int, int]]:
    """Read one day after the other: three days running above the threshold end an episode, fewer do not."""
    found, first, above = [], None, 0
    for day, value in enumerate(values):
        above = above + 1 if value > threshold else 0
        if value <= threshold and first is None:
            first = day
        if first is not None and (above == 3 or day == 30):
            found.append((first, day - above))
            first = None
    return found


def expected(values: list[int]) -> str:
    runs = {t: max((b - a + 1 for a, b in episodes(values, t)), default=0) for t in (500, 100)}
    if runs[500] >= 31 or runs[100] >= 14 or any(a <= 3 and b == 30 for a, b in episodes(values, 500)):
        return "grade_4"
    if runs[500] >= 14 or runs[100] >= 7:
        return "grade_3"
    return "grade_2" if runs[500] >= 7 else "grade_1" if runs[500] else "grade_0"


@settings(deadline=None)
@given(FULL)
def test_a_value_every_day_gives_one_grade(values: list[int]) -> None:
    assert outcomes(pasted(dict(enumerate(values)))) == [expected(values)]


@pytest.mark.parametrize(("rise", "days", "grade"), [(1, 13, 2), (2, 14, 3), (3, 6, 1), (4, 6, 1)])
def test_a_recovery_of_fewer_than_three_days_is_bridged(rise: int, days: int, grade: int) -> None:
    # Episodes of six days on either side of a rise.
    low = {*range(5, 11), *range(11 + rise, 17 + rise)}
    found = result(pasted({day: 400 if day in low else 900 for day in EARLY}))
    assert found["values"]["days_up_to_500"]["min"] == found["values"]["days_up_to_500"]["max"] == str(days)
    assert found["results"]["early"]["outcomes"] == [f"grade_{grade}"]


@pytest.mark.parametrize(("begins", "ends", "grade"), [(3, 30, 4), (4, 30, 3), (3, 29, 3)])
def test_never_above_500_begins_by_day_3_and_lasts(begins: int, ends: int, grade: int) -> None:
    series = pasted({day: 500 if begins <= day <= ends else 501 for day in EARLY})
    assert outcomes(series) == [f"grade_{grade}"]


@settings(deadline=None)
@given(FULL, st.integers(0, 30), st.integers(0, 30))
def test_days_without_a_value_before_the_first_and_after_the_last_are_never_assumed(
    values: list[int], a: int, b: int
) -> None:
    first, last = sorted((a, b))
    known = {day: values[day] for day in range(first, last + 1)}
    best, worst = [4000] * 31, [0] * 31
    for day, value in known.items():
        best[day] = worst[day] = value
    found = outcomes(pasted(known))
    assert found[0] == expected(best)
    assert found[-1] == expected(worst)
    assert expected(values) in found


@settings(deadline=None)
@given(FULL, st.integers(1, 28), st.integers(1, 20))
def test_a_long_gap_is_unknown_and_a_short_one_lies_between_its_ends(
    values: list[int], start: int, days: int
) -> None:
    known = {day: value for day, value in enumerate(values) if not start <= day < start + days}
    found = result(pasted(known))
    inner = 30 in known
    size = len(EARLY) - len(known)
    filled = size if inner and size <= 7 else 0
    cover = found["values"]["neutrophil_series"]
    assert (cover["interpolated"], cover["open"]) == (str(filled), str(size - filled))
    if filled:
        assert len(found["results"]["early"]["outcomes"]) == 1
    else:
        assert expected(values) in found["results"]["early"]["outcomes"]


@pytest.mark.parametrize(("ends", "days"), [((300, 700), 5), ((400, 800), 3), ((499, 1500), 1)])
def test_a_gap_is_read_along_a_straight_line_unrounded(ends: tuple[int, int], days: int) -> None:
    # Day 8 to day 16: seven days without a value; above 500 before and after.
    known = {day: 900 for day in EARLY if not 8 <= day <= 16} | {8: ends[0], 16: ends[1]}
    found = result(pasted(dict(sorted(known.items()))))["values"]["days_up_to_500"]
    assert (found["min"], found["max"]) == (str(days), str(days))


@settings(deadline=None)
@given(FULL, st.randoms(use_true_random=False))
def test_dates_units_order_and_separators_change_nothing(values: list[int], random: Any) -> None:
    expected_result = result(pasted(dict(enumerate(values))))["results"]
    infusion = date(2026, 2, 20)
    lines = [f"{infusion + timedelta(days=d)}\t{Decimal(v) / 1000}".replace(".", ",") for d, v in enumerate(values)]
    random.shuffle(lines)
    dated = {"value": "\r\n\r\n".join(lines), "unit": "10⁹/L"}
    assert result(dated, infusion_on="2026-02-20")["results"] == expected_result


@settings(deadline=None)
@given(FULL, st.integers(0, 30), VALUES)
def test_the_lowest_value_of_a_day_counts_and_more_values_never_better_the_grade(
    values: list[int], day: int, other: int
) -> None:
    once = pasted(dict(enumerate(values)))
    lower = [min(v, other) if d == day else v for d, v in enumerate(values)]
    assert outcomes(f"{once}\n+{day}; {other}") == [expected(lower)]
    assert expected(values) <= expected(lower)


@pytest.mark.parametrize(
    ("late", "found"),
    [
        ("31 80", GRADES),
        ("31 80\n31 90", GRADES),
        ("30 80\n31 80\n101 80", GRADES),
        ("31 80\n100 1500", ["grade_4"]),
        ("31 80\n45 1501", ["grade_0"]),
        ("31 <500\n45 900", ["grade_3", "grade_4"]),
        ("31 400\n45 >1000", ["grade_0", "grade_3"]),
        ("31 1600\n45 2000", ["grade_0"]),
    ],
)
def test_late_values(late: str, found: list[str]) -> None:
    assert outcomes(late, "late") == found


def test_an_answer_and_the_series_narrow_each_other_or_contradict() -> None:
    series = pasted(dict.fromkeys(range(5, 12), 400))
    assert len(outcomes(series)) > 1
    assert outcomes(series, days_up_to_500=9, days_up_to_100=0, never_above_500="no") == ["grade_2"]
    found = calculators.evaluate("icaht", {"neutrophil_series": series, "days_up_to_500": 6})
    assert found["problems"][0]["with"] == ["days_up_to_500", "neutrophil_series"]
