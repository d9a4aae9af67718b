"""Python's memory with the calculators imported, taken at build time: the browser starts from it."""

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .errors import EngineError
from .node import run_node

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "docs" / "assets" / "js" / "engine" / "snapshot.js"


@dataclass(frozen=True)
class Snapshot:
    """What `snapshot.js` takes: the stored form, and the sum of the pages that are as in a fresh memory."""

    content: bytes
    sum: int


def build_snapshot(library: bytes, pyodide: Path) -> Snapshot:
    """Take the snapshot of Pyodide with this library (a zip archive), and prove both with every worked example.

    The same bytes come out for the same library, Pyodide and kind of machine.

    Raises `EngineError` when an example disagrees in a Python that was started from the library or the snapshot.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "library.zip").write_bytes(library)
        answer = json.loads(
            run_node(HERE / "make_snapshot.js", pyodide, folder / "library.zip", SHARED, folder / "snapshot")
        )
        wrong = [
            f"started from the {start}: {case}" for start, cases in answer["disagreeing"].items() for case in cases
        ]
        if wrong:
            raise EngineError(f"worked examples that disagree in Pyodide, {', '.join(wrong)}")
        return Snapshot((folder / "snapshot").read_bytes(), answer["sum"])
