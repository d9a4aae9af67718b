"""The list of an edition's files, by which a copy is proved whole, and the file that names the current edition."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from build_scripts.records.words import Site

MANIFEST = "edition.json"
CURRENT = "version.json"


@dataclass(frozen=True)
class Seal:
    """What a file's bytes must be: their SHA-256 and their number."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """An edition and the seals of its files by path; `precompressed` are the copies for servers, `<path>.gz`."""

    edition: str
    date: str
    files: dict[str, Seal]
    precompressed: dict[str, Seal]


def seal(content: bytes) -> Seal:
    """Return the seal of a file's content."""
    return Seal(hashlib.sha256(content).hexdigest(), len(content))


def write_manifest(site: Path, edition: Site) -> None:
    """Write `site`/edition.json and `site`/version.json, last of all files.

    edition.json holds the edition, its date and the seal of every other file but version.json. version.json names
    the edition that is current where it is hosted and the SHA-256 of its edition.json; whoever hosts a copy may write
    a withdrawal into it, so that it stands in no list.
    """
    seals = {name: seal((site / name).read_bytes()) for name in file_names(site) - {MANIFEST, CURRENT}}
    manifest = Manifest(
        edition.edition,
        edition.edition_date.isoformat(),
        files={name: seals[name] for name in sorted(seals) if not name.endswith(".gz")},
        precompressed={name: seals[name] for name in sorted(seals) if name.endswith(".gz")},
    )
    _write(site / MANIFEST, asdict(manifest))
    current = {"edition": manifest.edition, "date": manifest.date}
    current["manifest"] = seal((site / MANIFEST).read_bytes()).sha256
    _write(site / CURRENT, current | {"withdrawn": False, "message": {"it": "", "en": ""}})


def read_manifest(content: bytes) -> Manifest:
    """Return the manifest that edition.json holds. Raises ValueError when it holds none."""
    try:
        facts = json.loads(content)
        for part in ("files", "precompressed"):
            facts[part] = {name: Seal(**found) for name, found in facts[part].items()}
        return Manifest(**facts)
    except (AttributeError, KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise ValueError(f"{MANIFEST} cannot be read: {error}") from error


def file_names(site: Path) -> set[str]:
    """Return the path of every file of a folder, inside that folder."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def _write(file: Path, facts: dict[str, Any]) -> None:
    file.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
