"""From the YAML parser's events to data, with the place of every value; what readers disagree about is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from build_scripts.problems import Loc, Problem, Problems

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+|[-+]?(?:0|[1-9][0-9]*)\.[0-9]*")
_NUMBER_OF_1_2 = re.compile(
    r"[-+]?[0-9]+(?:\.[0-9]*)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+"
)
_RESOLVER_OF_1_1 = yaml.resolver.Resolver()
_NUMBERS_OF_1_1 = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})
LONGEST_NUMBER = 40
DEEPEST = 40
"""How many lists and mappings may stand one inside the other; content needs about ten."""


@dataclass(frozen=True)
class Place:
    """Where a key and its value stand; the value ends on `end_line`. All count from 1."""

    key_line: int
    key_column: int
    line: int
    column: int
    end_line: int


class Builder:
    """Builds data from the parser's events and notes where each value stands."""

    def __init__(self, path: str, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.places: dict[Loc, Place] = {}
        self.failed = False

    def document(self, events: Iterator[yaml.Event]) -> Any:
        """Build the one document that the events hold; `failed` says whether it can be used."""
        data: Any = None
        count = 0
        for event in events:
            if isinstance(
                event, (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
            ):
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
        self.places[loc] = Place(
            *_position(key.start_mark), *_position(event.start_mark), _position(event.end_mark)[0]
        )
        if len(loc) > DEEPEST:
            self._fail(event, loc, "nested too deeply")
            self._skip(event, events)
            return None
        anchor = getattr(event, "anchor", None)
        if isinstance(event, yaml.AliasEvent):
            self._fail(event, loc, f"*{anchor} repeats another value: write it out, aliases are not read here")
            return None
        if anchor:
            self._fail(event, loc, f"&{anchor}: anchors are not read here, write the value where it is needed")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._fail(event, loc, f"the tag {tag}: values carry no tags here")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, loc)
        assert isinstance(event, yaml.ScalarEvent)
        return event.value if event.style else self._scalar(event, loc)

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
        short = len(text) <= LONGEST_NUMBER
        if short and _INTEGER.fullmatch(text):
            return int(text)
        if short and _DECIMAL.fullmatch(text):
            return Decimal(text)
        if _is_number_to_some(text):
            self._fail(
                event,
                loc,
                f"{text} is read differently by different programs: write a plain number, or put it in quotes",
            )
        return text

    def _fail(self, event: yaml.Event, loc: Loc, message: str) -> None:
        where = ".".join(str(part) for part in loc)
        self.problems.add(Problem(self.path, *_position(event.start_mark), where, message))
        self.failed = True

    def _skip(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _is_number_to_some(text: str) -> bool:
    """Whether programs that read YAML 1.1 or 1.2 take a plain word for a number."""
    tag = _RESOLVER_OF_1_1.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag in _NUMBERS_OF_1_1 or _NUMBER_OF_1_2.fullmatch(text) is not None


def _position(mark: Any) -> tuple[int, int]:
    """Return line and column from 1; the parser counts from 0."""
    return mark.line + 1, mark.column + 1
