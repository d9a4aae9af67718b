"""From the calculators' sources to a wheel, and from sources to bytecode."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .archives import Members
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


def compile_modules(members: Mapping[str, bytes], optimize: int = 0) -> Members:
    """Compile every module, at Python's own level `optimize`, and return the files with bytecode in its place.

    A process of its own compiles: what else this one has done cannot show in the bytes.

    Raises `EngineError`.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for member, content in members.items():
            (folder / member).parent.mkdir(parents=True, exist_ok=True)
            (folder / member).write_bytes(content)
        # By hash: the bytecode refers to its source, but not to the time at which that was written here.
        run([
            sys.executable, "-m", "compileall", "-q", "-b", "-o", str(optimize),
            "--invalidation-mode", "checked-hash", "-s", folder, folder,
        ])  # fmt: skip
        compiled = {member: f"{member}c" if member.endswith(".py") else member for member in members}
        return {shipped: (folder / shipped).read_bytes() for shipped in compiled.values()}


def modules_of(members: Mapping[str, bytes]) -> Members:
    """Return a wheel's modules, without the record of its making."""
    return {name: content for name, content in members.items() if ".dist-info/" not in name}
