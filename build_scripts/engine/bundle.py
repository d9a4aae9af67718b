"""The bundle's files: boot.js for the page, one script per part, and the worker as a file of its own."""

import json
from pathlib import Path

from .archives import write_archive
from .library import build_library
from .payloads import make_payload, wrap
from .snapshot import build_snapshot

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"
SCRIPTS = ROOT / "docs" / "assets" / "js" / "engine"


def make_bundle(project: Path, self_check: bytes) -> dict[str, bytes]:
    """Return the bundle: file name → content.

    `project` is the folder of pyproject.toml; `self_check` the worked examples as JSON.

    Raises `EngineError`.
    """
    worker = _worker_source()
    library = write_archive(build_library(project, self_check, PYODIDE))
    snapshot = build_snapshot(library, PYODIDE)
    payloads = {
        "worker": make_payload("worker", worker),
        "wasm": make_payload("wasm", (PYODIDE / "pyodide.asm.wasm").read_bytes()),
        "snapshot": make_payload("snapshot", snapshot.content),
        "python": make_payload("python", library),
    }
    worker_file = payloads["worker"].file.replace("worker-", "worker-file-")
    records = {name: payload.record() for name, payload in payloads.items()}
    records["snapshot"]["sum"] = snapshot.sum
    manifest = {
        "parts": records,
        "worker_file": worker_file,
    }
    # The script's own address must be taken at once: later `currentScript` is another one.
    base = 'const BASE = new URL(".", document.currentScript.src);'
    page = [_script(name) for name in ("parts.js", "loader.js", "link.js", "boot.js")]
    files = {payload.file: payload.script for payload in payloads.values()}
    return files | {worker_file: worker, "boot.js": wrap({"MANIFEST": manifest}, base, *page).encode()}


def _worker_source() -> bytes:
    """Return Pyodide's loader and our worker as one classic script: a Blob worker can import nothing."""
    version = json.loads((PYODIDE / "package.json").read_text())["version"]
    notice = f"/* Pyodide {version}, Mozilla Public License 2.0, https://github.com/pyodide/pyodide */"
    theirs = [_without_map((PYODIDE / name).read_text()) for name in ("pyodide.asm.js", "pyodide.js")]
    # Pyodide wants a list of packages; there are none to load.
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    ours = wrap(
        {"LOCK_FILE": lock | {"packages": {}}}, _script("parts.js"), _script("snapshot.js"), _script("worker.js")
    )
    return "\n".join([notice, *theirs, ours]).encode()


def _script(name: str) -> str:
    return (SCRIPTS / name).read_text()


def _without_map(source: str) -> str:
    """Return a script without its reference to a source map, which is not shipped."""
    return "\n".join(line for line in source.splitlines() if not line.startswith("//# sourceMappingURL"))
