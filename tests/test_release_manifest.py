"""The edition's list of files: every file, its true hash, and nothing that is not there."""

import hashlib
import json

from built_site import SITE


def test_the_manifest_names_every_file_with_its_hash_and_size() -> None:
    edition = json.loads((SITE / "edition.json").read_text(encoding="utf-8"))
    there = {
        path.relative_to(SITE).as_posix(): {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
        }
        for path in SITE.rglob("*")
        if path.is_file() and path.name not in ("edition.json", "version.json")
    }
    assert edition["files"] == there


def test_the_current_edition_is_the_one_of_the_manifest_and_not_withdrawn() -> None:
    content = (SITE / "edition.json").read_bytes()
    edition, current = json.loads(content), json.loads((SITE / "version.json").read_text(encoding="utf-8"))
    assert {key: current[key] for key in ("edition", "date")} == {key: edition[key] for key in ("edition", "date")}
    assert current["manifest"] == hashlib.sha256(content).hexdigest()
    assert current["withdrawn"] is False
