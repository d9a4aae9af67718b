"""Reading and writing of zip archives, and the proof that bytecode fits the Python that will run it."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import EngineError

Members = dict[str, bytes]
"""An archive's files: path inside the archive → content."""

# Zip's own first day: the bytes depend on the content alone.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_members(archive: Path) -> Members:
    """Return the files of a zip archive or wheel."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive with the same bytes for the same files.

    Members are stored, not deflated: the archive travels inside gzip, and Python imports faster from it.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as opened:
        for name in sorted(members):
            opened.writestr(zipfile.ZipInfo(name, _EPOCH), members[name])
    return buffer.getvalue()


def select_members(members: Mapping[str, bytes], names: Iterable[str]) -> Members:
    """Return the named files of an archive.

    Raises `EngineError` when one is not there.
    """
    wanted = set(names)
    if missing := sorted(wanted - members.keys()):
        raise EngineError(f"Pyodide's standard library lacks {', '.join(missing)}")
    return {name: members[name] for name in sorted(wanted)}


def check_bytecode(members: Mapping[str, bytes], magic: bytes, python: str) -> None:
    """Refuse bytecode of another Python than the one in the shipped Pyodide.

    `magic` is the four bytes with which that Python's .pyc files begin, `python` its version, for the message.
    Without this check the reader's browser would be the first to notice ("bad magic number").

    Raises `EngineError`.
    """
    foreign = [name for name, content in members.items() if name.endswith(".pyc") and content[:4] != magic]
    if foreign:
        found = members[foreign[0]][:4].hex()
        raise EngineError(
            f"{len(foreign)} compiled modules (the first is {foreign[0]}, magic {found}) do not fit Pyodide's "
            f"Python {python} (magic {magic.hex()}): build with Python {python.rpartition('.')[0]}"
        )
