"""Whether anything changed since the last build: one hash of what goes in, one of what came out."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

INPUTS = (
    "content", "calculators", "build_scripts", "docs/assets", "docs/hosting", "tests/cases", "mkdocs.yml",
    "mkdocs.en.yml", "pyproject.toml", "requirements-site.txt", "package-lock.json",
)  # fmt: skip


@dataclass(frozen=True)
class Stamp:
    """What a build was made from and what it made, both as SHA-256."""

    inputs: str
    site: str


def hash_inputs(root: Path, local: Path | None, said: str) -> str:
    """Return one hash of every file that the site is made from, and of what else was `said` of this build."""
    own = _hash(local, [local], "") if local else ""
    return _hash(root, (root / name for name in INPUTS), f"{said} local {own}")


def hash_site(site: Path) -> str:
    """Return one hash of every file of a built site; empty when there is none."""
    return _hash(site, [site], "") if site.is_dir() else ""


def read(file: Path) -> Stamp | None:
    """Return the last build's stamp, if it can be read."""
    try:
        return Stamp(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write(file: Path, stamp: Stamp) -> None:
    """Remember a build."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(asdict(stamp)), encoding="utf-8")


def _hash(root: Path, tops: Iterable[Path], salt: str) -> str:
    digest = hashlib.sha256(salt.encode())
    for top in tops:
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                content = file.read_bytes()
                digest.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()
