"""Strict YAML: the scalars of YAML 1.2, decimals kept digit by digit, every value with its place in the file.

PyYAML's own constructor reads `12:30` as 750, `010` as 8, `no` as False and lets a repeated key win in silence, so only
its parser is used here: data are built from the events.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from build_scripts.problems import Loc, Problem, Problems

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+|[-+]?(?:0|[1-9][0-9]*)\.[0-9]*")
_DOUBTFUL = re.compile(
    r"[-+]?0[0-9]+(?:\.[0-9]*)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    r"|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+|[-+]?[0-9][0-9_]*_[0-9_]*|[0-9]+(?::[0-9]+)+"
)
"""Numbers that readers of YAML disagree about."""


@dataclass(frozen=True)
class Place:
    """Where a key and its value stand; the value ends on `end_line`. All count from 1."""

    key_line: int
    key_column: int
    line: int
    column: int
    end_line: int


@dataclass
class Document:
    """What a file says: its data, and the place of every value."""

    path: str
    data: Any
    places: dict[Loc, Place]
    lines: list[str] = field(default_factory=list)

    def problem(self, loc: Loc, message: str, *, at: str = "", on_key: bool = False) -> Problem:
        """Make a problem at `loc`, at the nearest enclosing place if it has none, and at the text `at` if it is found there."""
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
    """Read one file; `path` is how it is named in messages. Problems are added; None when nothing can be built from it."""
    text = _decode(file.read_bytes(), path, problems)
    if text is None:
        return None
    lines = text.splitlines()
    before = len(problems.found)
    for number, line in enumerate(lines, start=1):
        if "\t" in line:
            problems.add(Problem(path, number, line.index("\t") + 1, "", "a tab: write spaces"))
    if len(problems.found) > before:
        return None
    builder = _Builder(path, problems)
    try:
        data = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add(Problem(path, line, column, "", f"not YAML: {error.problem or error.context}"))
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
        problems.add(Problem(path, line, column, "", f"byte 0x{raw[error.start]:02x} is not UTF-8: save the file as UTF-8"))
        return None


class _Builder:
    """Builds data from the parser's events and notes where each value stands."""

    def __init__(self, path: str, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.places: dict[Loc, Place] = {}
        self.failed = False

    def document(self, events: Iterator[yaml.Event]) -> Any:
        data: Any = None
        count = 0
        for event in events:
            if isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)):
                continue
            count += 1
            if count > 1:
                self._fail(event, (), "a second document in the file: one file holds one")
                self._skip(event, events)
                continue
            data = self._value(event, events, (), event)
        if count == 0:
            self.problems.add(Problem(self.path, 1, 1, "", "the file is empty"))
            self.failed = True
        return data

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], loc: Loc, key: yaml.Event) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._fail(event, loc, f"*{event.anchor} repeats another value: write it out, aliases are not read here")
            return None
        if getattr(event, "anchor", None):
            self._fail(event, loc, f"&{event.anchor}: anchors are not read here, write the value where it is needed")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._fail(event, loc, f"the tag {tag}: values carry no tags here")
        value: Any
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(events, loc)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(events, loc)
        else:
            assert isinstance(event, yaml.ScalarEvent)
            value = event.value if event.style else self._scalar(event, loc)
        self.places[loc] = Place(
            key.start_mark.line + 1, key.start_mark.column + 1,
            event.start_mark.line + 1, event.start_mark.column + 1, event.end_mark.line + 1,
        )  # fmt: skip
        return value

    def _mapping(self, events: Iterator[yaml.Event], loc: Loc) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                self._fail(key, loc, "a key is a plain word here")
                self._skip(key, events)
                self._skip(next(events), events)
                continue
            # A key is an id, whatever it looks like: `0:` names the level "0", `no:` the language or answer "no".
            name = key.value
            if name == "<<" and not key.style:
                self._fail(key, loc, "merge keys are not read here: write the values out")
            if name in mapping:
                first = self.places[(*loc, name)].key_line
                self._fail(key, (*loc, name), f"this key stands already on line {first}")
                self._value(next(events), events, (*loc, name, "again"), key)
                continue
            mapping[name] = self._value(next(events), events, (*loc, name), key)
        return mapping

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*loc, len(items)), event))
        return items

    def _scalar(self, event: yaml.ScalarEvent, loc: Loc) -> Any:
        text = event.value
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
        if _DOUBTFUL.fullmatch(text):
            self._fail(event, loc, f"{text} is read differently by different programs: write a plain number, or put it in quotes")
        return text

    def _fail(self, event: yaml.Event, loc: Loc, message: str) -> None:
        where = ".".join(str(part) for part in loc)
        mark = event.start_mark
        self.problems.add(Problem(self.path, mark.line + 1, mark.column + 1, where, message))
        self.failed = True

    def _skip(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
