"""Nothing that is typed can crash a calculator, and a number is read as documented or not at all."""

import json
import re
from decimal import Decimal
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

import calculators
from calculators.icaht_items import NEUTROPHIL_SERIES
from calculators.numbers import read_number
from calculators.problems import Problem
from calculators.series import read_series

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


# How a number may be written, apart from the reader's own code: pattern, and what stands between the thousands.
SPACE = "[ \u00a0\u2009\u202f'’]"
WRITTEN = (
    (re.compile(r"[0-9]+"), ""),
    (re.compile(r"[0-9]+(?P<decimal>[.,])[0-9]+"), ""),
    (
        re.compile(
            rf"[1-9][0-9]{{0,2}}(?P<group>{SPACE})[0-9]{{3}}(?:(?P=group)[0-9]{{3}})*(?:(?P<decimal>[.,])[0-9]+)?"
        ),
        "group",
    ),
    (re.compile(r"[1-9][0-9]{0,2}(?P<group>[.,])[0-9]{3}(?:(?P=group)[0-9]{3})*"), "group"),
    (
        re.compile(
            r"[1-9][0-9]{0,2}(?P<group>[.,])[0-9]{3}(?:(?P=group)[0-9]{3})*(?!(?P=group))(?P<decimal>[.,])[0-9]+"
        ),
        "group",
    ),
)
RELATION = re.compile(
    r"(?P<relation>>=|=>|<=|=<|≥|≤|>|<)?[ \u00a0\u2009\u202f]*(?P<sign>[-−]?)(?P<digits>.*)", re.DOTALL
)
MEANS = {None: "=", ">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤"}


def documented_readings(typed: str) -> set[tuple[str, Decimal]]:
    """Every relation and number that the documentation of the reader allows the text to mean."""
    parts = RELATION.fullmatch(typed.strip(" \u00a0\u2009\u202f"))
    assert parts is not None
    found = set()
    for pattern, group in WRITTEN:
        match = pattern.fullmatch(parts["digits"])
        if match:
            marks = match.groupdict()
            digits = match[0].replace(marks["group"], "") if group else match[0]
            digits = digits.replace(marks.get("decimal") or ".", ".")
            number = Decimal(digits) * (-1 if parts["sign"] else 1)
            found.add((MEANS.get(parts["relation"], parts["relation"]), number))
    return found


@settings(deadline=None, max_examples=500)
@given(
    NUMBERS
    | st.from_regex(rf"[<>]?=? ?-?[0-9]{{1,4}}(?:{SPACE[:-1]}.,][0-9]{{2,4}}){{0,3}}", fullmatch=True)
    | st.text(max_size=40)
)
def test_a_typed_number_is_read_once_or_refused(typed: str) -> None:
    readings = documented_readings(typed)
    try:
        read = read_number(typed)
    except Problem as refused:
        if refused.code == "two_readings":
            shown: Any = refused.details["readings"]
            assert {Decimal(reading) for reading in shown} == {number for _, number in readings}
            assert len(readings) == 2
        else:
            assert refused.code == "not_a_number"
            assert not readings or len(typed) > 24
    else:
        assert readings == {read}


@settings(deadline=None)
@given(st.decimals(0, 99999, places=2), st.sampled_from([",", "."]), st.sampled_from(["", ">", "<", "≥ ", "<= "]))
def test_a_number_written_with_its_decimals_is_read_back(number: Decimal, separator: str, relation: str) -> None:
    typed = relation + str(number).replace(".", separator)
    assert read_number(typed) == (MEANS.get(relation.strip() or None, relation.strip()), number)


DAYS = st.integers(-60, 999)
COUNTS = st.integers(10, 50000)


@settings(deadline=None)
@given(st.lists(st.tuples(DAYS, st.sampled_from([" ", ";", "\t", " ; "]), st.sampled_from(["", "<", "≥"]), COUNTS)))
def test_every_line_of_a_series_is_read_as_it_was_written(
    lines: list[tuple[int, str, str, int]],
) -> None:
    text = "\n\n".join(f"{day:+}{between}{relation}{count}" for day, between, relation, count in lines)
    entries = read_series(NEUTROPHIL_SERIES, text)
    assert [(entry.line, entry.day) for entry in entries] == [(1 + 2 * n, line[0]) for n, line in enumerate(lines)]
    for entry, (_, _, relation, count) in zip(entries, lines, strict=True):
        low, high = {"": (count, count), "<": (0, count), "≥": (count, None)}[relation]
        assert (entry.value.low, entry.value.high) == (Decimal(low), None if high is None else Decimal(high))


@settings(deadline=None, max_examples=300)
@given(st.text("0123456789+-−,.;<≥ \t\n/", max_size=40))
@example("7 2 450")
def test_no_line_of_a_series_is_lost_or_made_up(text: str) -> None:
    try:
        entries = read_series(NEUTROPHIL_SERIES, text)
    except Problem as refused:
        lines = text.splitlines()
        assert refused.details["line"] in range(1, len(lines) + 1)
        return
    lines = text.splitlines()
    assert [entry.line for entry in entries] == [n for n, line in enumerate(lines, start=1) if line.strip()]
    for entry in entries:
        day, value = re.split(r"[\s;]+", lines[entry.line - 1].strip(), maxsplit=1)
        assert str(entry.day).lstrip("-") in day.lstrip("+-−0") or entry.day == 0
        assert len(re.split(r"[\s;]+", value.lstrip("<≥ "))) == 1, "a third column, or a thousand: nobody can tell"
        ((_, number),) = documented_readings(value)
        assert number in (entry.value.low, entry.value.high)
