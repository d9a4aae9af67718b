"""Whatever stands in a content file, reading it ends: in data that no program reads otherwise, or in a problem."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from content_tree import ROOT
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from build_scripts.load import MANY_PER_FILE, ONE_PER_FILE, SINGLE
from build_scripts.problems import Problems
from build_scripts.validate import validate
from build_scripts.yaml_reader import Document, read_yaml

# No deadline: how long an example takes depends on the machine. The same temporary file serves every example.
BOUNDED = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])

WORDS = ["a", "b", "no", "on", "~", "true", "12", "010", "1.50", "-.5", "1e3", "0x1F", "12:30", "1_000", "1.0_5", "é"]
MARKS = [": ", ":\n", "\n", "\n  ", "\n    ", "- ", "? ", ", ", "[", "]", "{", "}", "'", '"', "| ", "> ", "# ", "\t"]
RARE = ["&x ", "*x", "*x : ", "!!str ", "!!int ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\x00", "\x85", "\ufeff"]
LIKE_YAML = st.lists(st.sampled_from(WORDS + MARKS + RARE), max_size=25).map("".join)
# JSON writes what lies beyond as two halves, which YAML does not put together.
TEXT = st.text(st.characters(max_codepoint=0xFFFF, codec="utf-8"), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.decimals() | TEXT
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def read(file: Path, raw: bytes) -> tuple[Document | None, Problems]:
    file.write_bytes(raw)
    problems = Problems()
    return read_yaml(file, "x.yaml", problems), problems


def disagreements(node: Any, data: Any) -> Iterator[str]:
    """Where the data are not what stands in the file, or not what a program reading YAML 1.1 takes a number for."""
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        if list(data) != keys:
            yield f"keys {keys} became {list(data)}"
        for (_, child), item in zip(node.value, data.values(), strict=True):
            yield from disagreements(child, item)
    elif isinstance(node, yaml.SequenceNode):
        for child, item in zip(node.value, data, strict=True):
            yield from disagreements(child, item)
    elif isinstance(data, bool) or data is None:
        if node.style or node.value.lower() not in ("", "~", "null", "true", "false"):
            yield f"{node.value!r} became {data!r}"
    elif isinstance(data, str):
        if data != node.value or (
            not node.style and node.tag in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
        ):
            yield f"{node.value!r} became the text {data!r}"
    elif node.style or Decimal(node.value) != data or isinstance(data, float):
        yield f"{node.value!r} became {data!r}"


@BOUNDED
@given(LIKE_YAML.map(str.encode) | st.text(max_size=60).map(str.encode) | st.binary(max_size=60))
@example(b"a: 1\na: 1\n")
@example(b"a:\n\xef\xbb\xbf\n")
@example(b"a: *x\na: 1\n")
@example(b"a: " + b"[" * 3000)
@example(b"a: " + b"{a: " * 3000)
@example(b"a: " + b"1" * 5000)
@example(b"a: 0b101\nb: 1:30.5\nc: +1_0.5\n")
def test_any_file_is_read_as_everybody_reads_it_or_refused(tmp_path: Path, raw: bytes) -> None:
    document, problems = read(tmp_path / "x.yaml", raw)
    assert (document is None) == bool(problems.errors)
    if document is not None:
        node = yaml.compose(raw.decode(), Loader=yaml.CSafeLoader)
        assert list(disagreements(node, document.data)) == []
    for problem in problems.errors:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message


@BOUNDED
@given(VALUES)
def test_what_was_written_is_read_back(tmp_path: Path, value: Any) -> None:
    """JSON is YAML, and leaves nothing to guess."""
    plain = _without_odd_numbers(value)
    document, problems = read(tmp_path / "x.yaml", json.dumps({"a": plain}).encode())
    assert problems.errors == []
    assert document is not None
    assert document.data == {"a": plain}


def _without_odd_numbers(value: Any) -> Any:
    """Decimals become text: other programs have none."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        return {key: _without_odd_numbers(item) for key, item in value.items()}
    return [_without_odd_numbers(item) for item in value] if isinstance(value, list) else value


def samples() -> dict[str, tuple[type[BaseModel], Any, Document]]:
    """One record of each kind, as it stands in content/."""
    found: dict[str, tuple[type[BaseModel], Any, Document]] = {}
    kinds = {**ONE_PER_FILE, **MANY_PER_FILE, **SINGLE}
    for kind, model in kinds.items():
        folder = ROOT / "content" / kind
        # The longest has the most fields.
        file = max(folder.glob("*.yaml"), key=lambda path: path.stat().st_size) if folder.is_dir() else None
        file = file or ROOT / "content" / f"{kind}.yaml"
        document = read_yaml(file, file.name, Problems())
        assert document is not None
        data = (
            max(document.data.values(), key=lambda entry: len(str(entry))) if kind in MANY_PER_FILE else document.data
        )
        found[kind] = (model, data, document)
    return found


SAMPLES = samples()


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a record."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield (*at, key)
        yield from places(item, (*at, key))


def changed(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """A copy with another value at the end of the way."""
    if not way:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = changed(value[way[0]], way[1:], new)
    return copy


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_record_with_anything_in_it_is_sound_or_a_problem(kind: str) -> None:
    model, data, document = SAMPLES[kind]
    ways = list(places(data))

    @settings(deadline=None, max_examples=60)
    @given(st.sampled_from(ways), VALUES)
    def anything(way: tuple[Any, ...], value: Any) -> None:
        problems = Problems()
        record = validate(model, changed(data, way, value), document, (), problems)
        assert (record is None) == bool(problems.errors)

    @settings(deadline=None, max_examples=40)
    @given(st.sampled_from(ways))
    def a_key_that_nobody_knows(way: tuple[Any, ...]) -> None:
        held = data
        for part in way:
            held = held[part]
        if isinstance(held, dict):
            problems = Problems()
            assert validate(model, changed(data, way, {**held, "zzz": [[1]]}), document, (), problems) is None
            assert problems.errors

    anything()
    a_key_that_nobody_knows()
