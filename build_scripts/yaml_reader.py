"""Strict YAML: the scalars of YAML 1.2, decimals kept digit by digit, every value with its place in the file.

PyYAML's own constructor reads `12:30` as 750, `010` as 8, `no` as False and lets a repeated key win in silence, so
only its parser is used here: data are built from the events.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from build_scripts.problems import Loc, Problem, Problems
from build_scripts.yaml_builder import Builder, Place

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff]")
"""Tabs, other controls, and signs without a width: readers of YAML disagree about them, and nobody sees them."""


@dataclass
class Document:
    """What a file says: its data, and the place of every value."""

    path: str
    data: Any
    places: dict[Loc, Place]
    lines: list[str]

    def problem(self, loc: Loc, message: str, *, at: str = "", on_key: bool = False) -> Problem:
        """Make a problem at `loc`, or at what encloses it if it has no place, or at the text `at` if found there."""
        known = loc
        while known and known not in self.places:
            known = known[:-1]
        place = self.places.get(known, Place(1, 1, 1, 1, 1))
        line, column = (place.key_line, place.key_column) if on_key or known != loc else (place.line, place.column)
        if at:
            line, column = self._find(at, place) or (line, column)
        return Problem(self.path, line, column, ".".join(str(part) for part in loc), message)

    def _find(self, text: str, place: Place) -> tuple[int, int] | None:
        for number in range(place.line, place.end_line + 1):
            start = place.column - 1 if number == place.line else 0
            found = self.lines[number - 1].find(text, start)
            if found >= 0:
                return number, found + 1
        return None


def read_yaml(file: Path, path: str, problems: Problems) -> Document | None:
    """Read one file, named `path` in messages. Problems are added; None when nothing can be built from it."""
    text = _decode(file.read_bytes(), path, problems)
    if text is None:
        return None
    lines = text.splitlines()
    before = len(problems.found)
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _UNSEEN.search(line.removesuffix("\r")):
            said = (
                "a tab: write spaces" if found[0] == "\t" else f"an invisible sign, U+{ord(found[0]):04X}: delete it"
            )
            problems.add(Problem(path, number, found.start() + 1, "", said))
    if len(problems.found) > before:
        return None
    builder = Builder(path, problems)
    try:
        data = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add(Problem(path, *at, "", f"not YAML: {error.problem or error.context}"))
        return None
    except yaml.YAMLError as error:
        problems.add(Problem(path, 1, 1, "", f"not YAML: {error}"))
        return None
    if builder.failed:
        return None
    return Document(path, data, builder.places, lines)


def _decode(raw: bytes, path: str, problems: Problems) -> str | None:
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        problems.add(Problem(path, 1, 1, "", "the file begins with a byte order mark: save it as UTF-8 without one"))
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problems.add(
            Problem(path, line, column, "", f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8")
        )
        return None
