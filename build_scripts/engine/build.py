"""Build of the engine bundle, and the cache that makes the second build quick."""

import contextlib
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .bundle import PYODIDE, ROOT, SCRIPTS, make_bundle
from .errors import EngineError

CACHE = ROOT / "build" / "engine"
KEPT = 8


@dataclass(frozen=True)
class EngineReport:
    """What was built: file name → bytes, and whether it came from the cache."""

    files: Mapping[str, int]
    cached: bool


def build_engine(project: Path, cases: Sequence[Mapping[str, object]], out_dir: Path) -> EngineReport:
    """Write the engine bundle into `out_dir`, whose earlier content goes.

    `project` is the folder of pyproject.toml, from which the calculators' wheel is built. Each case is a worked
    example with `calculator`, `id`, `answers` and `expect` (all of it JSON); other keys are left out. A page starts
    the engine with `<script src=".../boot.js"></script>`, before any script that replaces `Worker`.

    Raises `EngineError` when Pyodide is not installed, when bytecode and Pyodide do not match, or when a worked
    example disagrees in the engine as built.
    """
    for needed in (PYODIDE / "pyodide.asm.wasm", project / "pyproject.toml"):
        if not needed.exists():
            raise EngineError(f"{needed} is not there")
    examples = [{key: case[key] for key in ("calculator", "id", "answers", "expect")} for case in cases]
    try:
        self_check = json.dumps(examples, sort_keys=True).encode()
    except TypeError as error:
        raise EngineError(f"a worked example is not JSON: {error}") from error
    built = CACHE / _key(project, self_check)
    cached = built.is_dir()
    if not cached:
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE, prefix="unfinished-") as folder:
            bundle = Path(folder, "bundle")
            _write_files(bundle, make_bundle(project, self_check))
            # Another build may have put the same bundle there meanwhile.
            with contextlib.suppress(OSError):
                bundle.rename(built)
        _forget_old_bundles()
    shutil.rmtree(out_dir, ignore_errors=True)
    shutil.copytree(built, out_dir)
    return EngineReport({path.name: path.stat().st_size for path in sorted(out_dir.iterdir())}, cached)


def _key(project: Path, self_check: bytes) -> str:
    """Return a hash of all that the bundle is made from."""
    sources = [project / "pyproject.toml", *sorted((project / "calculators").rglob("*.py"))]
    sources += sorted(SCRIPTS.glob("*.js")) + sorted(Path(__file__).parent.glob("*.[pj][ys]"))
    sources += sorted(path for path in PYODIDE.iterdir() if path.suffix != ".map")
    # Another Python, though of the same series, has to be compared with Pyodide again.
    tools = f"{sys.version}\0{version('pyodide-build')}\0"
    digest = hashlib.sha256(tools.encode() + self_check)
    for path in sources:
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _forget_old_bundles() -> None:
    """Keep the newest bundles: an author's every change makes another one of six megabytes."""
    bundles = sorted(CACHE.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime)
    for old in bundles[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
