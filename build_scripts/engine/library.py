"""The Python library that is shipped: the calculators and the few standard modules that running them needs."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .archives import Members, check_bytecode, read_members, select_members, write_archive
from .bytecode import build_wheel, compile_archive, modules_of
from .errors import EngineError
from .node import run_node

HERE = Path(__file__).parent


@dataclass(frozen=True)
class NodeRun:
    """What `find_modules.js` saw: the Python that ran, the modules it needed, the examples that disagree."""

    python: str
    magic: str
    modules: list[str]
    disagreeing: list[str]


def build_library(project: Path, self_check: bytes, pyodide: Path) -> Members:
    """Return the files of the library: bytecode, and the worked examples.

    Which standard modules are needed is found by running every worked example in the Pyodide that is shipped.

    Raises `EngineError`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build_wheel(project, folder)
        bridge = {"browser_bridge.py": (HERE / "browser_bridge.py").read_bytes()}
        examples = {"self_check_cases.json": self_check}
        application = _write(folder / "application.zip", modules_of(read_members(wheel)) | bridge | examples)
        seen = _find_modules(pyodide, application)
        needed = select_members(read_members(pyodide / "python_stdlib.zip"), seen.modules)

        # Level 2 drops docstrings and asserts: right for the library, not for the calculators' own asserts.
        standard = compile_archive(_write(folder / "standard.zip", needed | bridge), optimize=2)
        library = standard | modules_of(compile_archive(wheel)) | examples
        check_bytecode(library, bytes.fromhex(seen.magic), seen.python)
    return library


def _write(archive: Path, members: Members) -> Path:
    archive.write_bytes(write_archive(members))
    return archive


def _find_modules(pyodide: Path, application: Path) -> NodeRun:
    """Run every worked example in Pyodide under Node.

    Raises `EngineError` when an example disagrees.
    """
    seen = NodeRun(**json.loads(run_node(HERE / "find_modules.js", pyodide, application)))
    if seen.disagreeing:
        raise EngineError(f"worked examples that disagree in Pyodide: {', '.join(seen.disagreeing)}")
    return seen
