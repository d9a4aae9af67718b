"""How a typed number is read, and which are refused because they are none or have two readings."""

from decimal import Decimal

import pytest

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
