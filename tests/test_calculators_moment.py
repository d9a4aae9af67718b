"""When an assessment was made: a day as dates are read everywhere, and a time where it is known."""

import pytest

import calculators


@pytest.mark.parametrize(
    ("day", "time", "moment"),
    [
        ("2026-11-22", "14:30", "2026-11-22T14:30"),
        ("22/11/2026", "14.30", "2026-11-22T14:30"),
        ("2026-11-22", " 9:05 ", "2026-11-22T09:05"),
        ("2026-11-22", "0000", "2026-11-22T00:00"),
        ("2026-11-22", "", "2026-11-22"),
    ],
)
def test_day_and_time_are_read(day: str, time: str, moment: str) -> None:
    assert calculators.read_moment(day, time) == {"moment": moment, "problems": []}


@pytest.mark.parametrize(
    ("day", "time", "problems"),
    [
        ("", "14:30", [("day", "not_a_date")]),
        ("2026-11", "14:30", [("day", "not_a_date")]),
        ("03/04/2026", "14:30", [("day", "two_readings")]),
        ("2026-11-22", "24:00", [("time", "not_a_time")]),
        ("2026-11-22", "12:60", [("time", "not_a_time")]),
        ("2026-11-22", "٠٩:٠٠", [("time", "not_a_time")]),
        ("yesterday", "noon", [("day", "not_a_date"), ("time", "not_a_time")]),
    ],
)
def test_what_is_no_day_or_time_is_refused(day: str, time: str, problems: list[tuple[str, str]]) -> None:
    found = calculators.read_moment(day, time)
    assert found["moment"] is None
    assert [(problem["item"], problem["code"]) for problem in found["problems"]] == problems
