"""YAML is read as a clinician means it: what programs disagree about is refused, with its place."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from build_scripts.problems import Problems
from build_scripts.yaml_reader import Document, read_yaml


def read(tmp_path: Path, raw: str | bytes) -> tuple[Document | None, list[str]]:
    file = tmp_path / "x.yaml"
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    problems = Problems()
    document = read_yaml(file, "x.yaml", problems)
    return document, [str(problem) for problem in problems.errors]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("9.0", Decimal("9.0")),
        ("0.50", Decimal("0.50")),
        (".5", Decimal(".5")),
        ("2026-11-22", "2026-11-22"),
        ("2026-11", "2026-11"),
        ("'010'", "010"),
        ('"12:30"', "12:30"),
        ("1–2", "1–2"),
        (">-\n  two\n  lines", "two lines"),
    ],
)
def test_a_value_is_read_as_it_is_written(tmp_path: Path, text: str, value: Any) -> None:
    document, errors = read(tmp_path, f"a: {text}\n")
    assert errors == []
    assert document is not None
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


def test_a_decimal_keeps_every_digit(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "a: 83.10\n")
    assert document is not None
    assert str(document.data["a"]) == "83.10"


def test_a_key_is_an_id_whatever_it_looks_like(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "0: a\nno: b\n1.5: c\n")
    assert document is not None
    assert list(document.data) == ["0", "no", "1.5"]


@pytest.mark.parametrize("text", ["010", "12:30", "1:20:30", "0x1F", "0o17", "1e9", "1_000", ".inf", ".nan", "007.5"])
def test_a_number_that_programs_read_differently_is_refused(tmp_path: Path, text: str) -> None:
    document, errors = read(tmp_path, f"a:\n  b: {text}\n")
    assert document is None
    said = "is read differently by different programs: write a plain number, or put it in quotes"
    assert errors == [f"x.yaml:2:6: a.b: {text} {said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: a: this key stands already on line 1"),
        ("a: &x 1\nb: 2\n", "x.yaml:1:4: a: &x: anchors are not read here, write the value where it is needed"),
        ("a: {b: 1}\nc:\n  <<: {d: 1}\n", "x.yaml:3:3: c: merge keys are not read here: write the values out"),
        ("a: !!str 1\n", "x.yaml:1:4: a: the tag tag:yaml.org,2002:str: values carry no tags here"),
        (
            "a: !python/object:os.system x\n",
            "x.yaml:1:4: a: the tag !python/object:os.system: values carry no tags here",
        ),
        ("a: 1\n---\nb: 2\n", "x.yaml:3:1: a second document in the file: one file holds one"),
        ("", "x.yaml:1:1: the file is empty"),
        ("# nothing yet\n", "x.yaml:1:1: the file is empty"),
        ("a:\n\tb: 1\n", "x.yaml:2:1: a tab: write spaces"),
        ("a: 1\u200b\n", "x.yaml:1:5: an invisible sign, U+200B: delete it"),
        ("a: 1\u2028\n", "x.yaml:1:5: an invisible sign, U+2028: delete it"),
        ("[a]: 1\n", "x.yaml:1:1: a key is a plain word here"),
        ("a: [1\n", "x.yaml:2:1: not YAML: did not find expected ',' or ']'"),
        (b"\xef\xbb\xbfa: 1\n", "x.yaml:1:1: the file begins with a byte order mark: save it as UTF-8 without one"),
        (b"a: 1\nb: perch\xe9\n", "x.yaml:2:9: byte 0xe9 is not UTF-8: save the file as UTF-8"),
    ],
)
def test_what_is_refused_is_said_with_its_place(tmp_path: Path, text: str | bytes, said: str) -> None:
    document, errors = read(tmp_path, text)
    assert document is None
    assert errors == [said]


def test_every_mistake_of_a_file_is_said_at_once(tmp_path: Path) -> None:
    _, errors = read(tmp_path, "a: 010\nb: &x 1\nc: *x\nd: {e: 12:30, e: 2}\n")
    assert [error.split(": ")[0] for error in errors] == [
        "x.yaml:1:4",
        "x.yaml:2:4",
        "x.yaml:3:4",
        "x.yaml:4:8",
        "x.yaml:4:15",
    ]


def test_a_problem_is_placed_at_a_value_at_its_key_or_at_a_word_within(tmp_path: Path) -> None:
    document, _ = read(tmp_path, "a:\n  b: [x, yy]\n  t: >-\n    one\n    two three\n")
    assert document is not None
    assert str(document.problem(("a", "b", 1), "m")) == "x.yaml:2:10: a.b.1: m"
    assert str(document.problem(("a", "b"), "m", on_key=True)) == "x.yaml:2:3: a.b: m"
    assert str(document.problem(("a", "c"), "m")) == "x.yaml:1:1: a.c: m"
    assert str(document.problem(("a", "t"), "m", at="three")) == "x.yaml:5:9: a.t: m"
