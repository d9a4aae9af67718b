"""The engine's build: the same bytes each time, and no engine that would fail in a reader's browser."""

import importlib.util
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from engine_site import carried, worked_examples

from build_scripts.engine import EngineError, build_engine
from build_scripts.engine.archives import check_bytecode, write_archive
from build_scripts.engine.bundle import PYODIDE, ROOT, make_bundle
from build_scripts.engine.bytecode import build_wheel, compile_archive
from build_scripts.engine.library import build_library
from build_scripts.engine.snapshot import build_snapshot

FEVER = {
    "calculator": "crs",
    "id": "fever",
    "answers": {"fever": "present", "hypotension": "none", "hypoxia": "none"},
    "expect": {"outcomes": ["grade_1"], "settled": True},
}


def members(bundle: dict[str, bytes], part: str) -> dict[str, bytes]:
    """The files of the zip archive inside a part."""
    (script,) = (content for name, content in bundle.items() if name.startswith(f"{part}-"))
    with zipfile.ZipFile(io.BytesIO(carried(script))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_two_builds_give_the_same_bytes_and_only_bytecode_is_shipped() -> None:
    cases = json.dumps([FEVER]).encode()
    bundle = make_bundle(ROOT, cases)
    assert make_bundle(ROOT, cases) == bundle, (
        "a snapshot that depends on the clock or on chance, or a time in a file"
    )
    (snapshot,) = (content for name, content in bundle.items() if name.startswith("snapshot-"))
    assert str(ROOT).encode() not in carried(snapshot), "a snapshot that depends on the folder of the build"
    library = members(bundle, "python")
    assert library.pop("self_check_cases.json") == cases
    assert {Path(name).suffix for name in library} == {".pyc"}
    assert {content[:4] for content in library.values()} == {importlib.util.MAGIC_NUMBER}
    assert {"calculators/crs.pyc", "browser_bridge.pyc", "encodings/utf_8.pyc"} <= library.keys()
    # Of the standard library only what the calculators need.
    assert not {"email/message.pyc", "http/client.pyc", "unittest/case.pyc"} & library.keys()


def test_the_second_build_comes_from_the_cache(tmp_path: Path) -> None:
    first = build_engine(ROOT, worked_examples(), tmp_path / "first")
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "stale.js").touch()
    second = build_engine(ROOT, worked_examples(), tmp_path / "second")
    assert second.cached
    assert second.files == first.files
    for name in first.files:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
    assert {path.name for path in (tmp_path / "second").iterdir()} == set(second.files)


def test_the_compiled_wheel_names_the_python_it_is_for(tmp_path: Path) -> None:
    compiled = compile_archive(build_wheel(ROOT, tmp_path))
    assert [path.name.split("-")[2] for path in sorted(tmp_path.glob("*.whl"))] == ["cp313", "py3"]
    assert "calculators/crs.pyc" in compiled


def test_a_worked_example_that_disagrees_in_what_is_shipped_fails_the_build() -> None:
    library = build_library(ROOT, json.dumps([FEVER]).encode(), PYODIDE)
    wrong = json.dumps([FEVER | {"expect": {"outcomes": ["grade_2"]}}]).encode()
    with pytest.raises(EngineError, match=r"from the library: crs/fever, .* the snapshot: crs/fever$"):
        build_snapshot(write_archive(library | {"self_check_cases.json": wrong}), PYODIDE)


@pytest.mark.parametrize("expect", [{"outcomes": ["grade_2"]}, {"outcomes": ["grade_1"], "unheard_of": 1}])
def test_a_worked_example_that_disagrees_in_pyodide_fails_the_build(expect: dict[str, Any], tmp_path: Path) -> None:
    wrong = FEVER | {"id": "wrong", "expect": expect}
    with pytest.raises(EngineError, match=r"crs/wrong$"):
        build_engine(ROOT, [FEVER, wrong], tmp_path / "engine")
    assert not (tmp_path / "engine").exists()


def test_an_example_that_is_not_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="not JSON"):
        build_engine(ROOT, [FEVER | {"answers": {"fever": {1, 2}}}], tmp_path / "engine")


def test_a_missing_project_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"pyproject\.toml is not there"):
        build_engine(tmp_path / "nowhere", [FEVER], tmp_path / "engine")


def test_bytecode_of_another_python_is_refused(tmp_path: Path) -> None:
    (tmp_path / "standard.zip").write_bytes(write_archive({"keyword.py": b"kwlist = ['and']\n"}))
    library = compile_archive(tmp_path / "standard.zip")
    check_bytecode(library, importlib.util.MAGIC_NUMBER, "3.13.2")
    # The first four bytes of Python 3.12's bytecode.
    other = {name: bytes.fromhex("cb0d0d0a") + content[4:] for name, content in library.items()}
    with pytest.raises(EngineError, match=r"keyword\.pyc, magic cb0d0d0a.*build with Python 3\.13"):
        check_bytecode(other, importlib.util.MAGIC_NUMBER, "3.13.2")


def test_the_build_compares_its_bytecode_with_the_pyodide_that_is_shipped(tmp_path: Path) -> None:
    """A Pyodide of another Python: the shipped one, with the magic number in its import system changed."""
    other = tmp_path / "pyodide"
    shutil.copytree(PYODIDE, other)
    wasm = (other / "pyodide.asm.wasm").read_bytes()
    number = b"i" + (3571).to_bytes(4, "little")  # as Python marshals it
    assert wasm.count(number) == 1
    (other / "pyodide.asm.wasm").write_bytes(wasm.replace(number, b"i" + (3531).to_bytes(4, "little")))
    with pytest.raises(EngineError, match=r"do not fit Pyodide's Python 3\.13\.2 \(magic cb0d0d0a\)"):
        build_library(ROOT, json.dumps([FEVER]).encode(), other)
