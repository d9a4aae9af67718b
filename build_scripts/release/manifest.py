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


def seal(content: bytes) -> Seal:
    """Return the seal of a file's content."""
    return Seal(hashlib.sha256(content).hexdigest(), len(content))


def write_manifest(site: Path, edition: Site) -> None:
    """Write `site`/edition.json and `site`/version.json, last of all files.

    edition.json holds the edition, its date and the seal of every other file but version.json. version.json names
    the edition that is current where it is hosted and the SHA-256 of its edition.json; whoever hosts a copy may write
    a withdrawal into it, so that it stands in no list.
    """
    files = {
        path.relative_to(site).as_posix(): asdict(seal(path.read_bytes()))
        for path in sorted(site.rglob("*"))
        if path.is_file() and path not in (site / MANIFEST, site / CURRENT)
    }
    facts = {"edition": edition.edition, "date": edition.edition_date.isoformat()}
    _write(site / MANIFEST, facts | {"files": files})
    current = facts | {"manifest": seal((site / MANIFEST).read_bytes()).sha256}
    _write(site / CURRENT, current | {"withdrawn": False, "message": {"it": "", "en": ""}})


def _write(file: Path, facts: dict[str, Any]) -> None:
    file.write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
