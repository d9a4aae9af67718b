"""From the calculators' sources to a wheel, and from sources to bytecode with pyodide-build."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from .archives import Members, read_members
from .errors import EngineError

FIXED_TIME = {"SOURCE_DATE_EPOCH": "315532800"}
"""Zip's own first day, 1980-01-01: the bytes depend on the content alone, not on the time of the build."""


def run(command: Sequence[str | Path], **environment: str) -> str:
    """Run a command and return what it prints on standard output.

    Raises `EngineError` with its standard error when it fails.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    if done.returncode:
        raise EngineError(f"{Path(command[0]).name} failed:\n{done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the project's pure-Python wheel into `folder`, with the tools of this environment.

    Raises `EngineError`.
    """
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, project], **FIXED_TIME)
    return next(folder.glob("*.whl"))


def compile_archive(archive: Path, optimize: int = 0) -> Members:
    """Compile every module of a wheel or zip with `pyodide py-compile`, and return the result's files.

    `optimize` is Python's own level. A wheel's tag becomes that of this Python.

    Raises `EngineError`.
    """
    before = set(archive.parent.iterdir())
    run(
        [Path(sys.executable).with_name("pyodide"), "py-compile", "--silent", "--keep", archive],
        **FIXED_TIME,  # with it the bytecode refers to its source by hash, not by its time
        PYTHONOPTIMIZE=str(optimize) if optimize else "",
        PYTHONDONTWRITEBYTECODE="1",
    )
    compiled = {path for path in set(archive.parent.iterdir()) - before if path.suffix == ".whl"}
    return read_members(compiled.pop() if compiled else archive)


def modules_of(members: Mapping[str, bytes]) -> Members:
    """Return a wheel's modules, without the record of its making."""
    return {name: content for name, content in members.items() if ".dist-info/" not in name}
