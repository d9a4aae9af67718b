"""Numbers, dates and texts as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest

from build_scripts import addresses, formats
from build_scripts.texts import Call, TextError, calls


@pytest.mark.parametrize(
    ("value", "italian", "english"),
    [
        (Decimal("83.10"), "83,10", "83.10"),
        (Decimal("0.5"), "0,5", "0.5"),
        (Decimal("-2.0"), "−2,0", "−2.0"),
        (Decimal("1E+3"), "1000", "1000"),
        (12, "12", "12"),
    ],
)
def test_a_number_keeps_its_digits_in_both_languages(value: Decimal | int, italian: str, english: str) -> None:
    assert (formats.number(value, "it"), formats.number(value, "en")) == (italian, english)


@pytest.mark.parametrize(
    ("value", "italian", "english"),
    [
        (date(2026, 11, 20), "20 novembre 2026", "20 November 2026"),
        ("2026-01-01", "1º gennaio 2026", "1 January 2026"),
        ("2026-01", "gennaio 2026", "January 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(value: date | str, italian: str, english: str) -> None:
    assert (formats.day(value, "it"), formats.day(value, "en")) == (italian, english)


def test_a_text_without_calls_is_plain() -> None:
    assert calls("8 mg/kg in 1 h, max 800 mg") == []


def test_the_calls_of_a_text_are_read() -> None:
    text = '{{ cite("lee-2019", "Table 2") }} {{ term(\'icans\') }} {{ cite("a-1", place="p. 3") }}'
    assert calls(text) == [Call("cite", "lee-2019"), Call("term", "icans"), Call("cite", "a-1")]


@pytest.mark.parametrize(
    "text",
    [
        "{{ drug }}",
        "{{ drug.name }}",
        "{{ cite }}",
        "{{ cite() }}",
        "{{ cite(ref) }}",
        '{{ cite(place="x") }}',
        '{{ cite("a", "b", "c") }}',
        '{{ term("a", place="b") }}',
        '{{ shell("ls") }}',
        '{{ cite("a") | upper }}',
        "{% include 'x' %}",
        "{{ 1 + 1 }}",
        "{{ cite('a') ",
    ],
)
def test_nothing_else_of_the_template_language_is_allowed(text: str) -> None:
    found = calls(text)
    assert found
    assert all(isinstance(call, TextError) for call in found)


@pytest.mark.parametrize(
    ("source", "target", "address"),
    [
        ("index.md", "crs.md", "crs.html"),
        ("calculators/crs.md", "crs.md", "../crs.html"),
        ("crs.md", "calculators/car-hematotox.md", "calculators/car-hematotox.html"),
        ("calculators/crs.md", "calculators/ice.md", "ice.html"),
    ],
)
def test_addresses_are_relative(source: str, target: str, address: str) -> None:
    assert addresses.link(source, target) == address
    assert addresses.link(source, target, "x") == f"{address}#x"
