"""`verify` on a folder, and on addresses where there is no site."""

import json
import shutil
from pathlib import Path

import pytest
from browsers.servers import free_port, static_server

from build_scripts.__main__ import main
from build_scripts.release.verify import UnreachableError, verify


@pytest.fixture
def copy(released: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "a copy, più là #1"))


def test_a_whole_copy_passes(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(copy)]) == 0
    assert capsys.readouterr().out == ""


def test_each_missing_extra_or_changed_file_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "it" / "crs.html").unlink()
    (copy / "en" / "old page.html").write_text("of another edition")
    page = copy / "en" / "icans.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert main(["verify", str(copy)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "changed: en/icans.html",
        "extra: en/old page.html",
        "missing: it/crs.html",
    ]


def test_the_servers_own_settings_are_not_extra(copy: Path) -> None:
    (copy / "web.config").write_text("<configuration/>")
    (copy / ".htaccess").write_text("Options -Indexes")
    assert verify(str(copy)) == []


def test_the_current_edition_may_be_withdrawn_but_not_another_one(copy: Path) -> None:
    version = copy / "version.json"
    current = json.loads(version.read_text())
    version.write_text(json.dumps(current | {"withdrawn": True, "message": {"it": "Ritirata", "en": "Withdrawn"}}))
    assert verify(str(copy)) == []
    version.write_text(json.dumps(current | {"manifest": "0" * 64}))
    assert verify(str(copy)) == ["changed: version.json (it does not name the edition of this edition.json)"]
    version.unlink()
    assert verify(str(copy)) == ["missing: version.json"]


def test_a_place_that_is_no_site_is_told_from_a_damaged_one(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(tmp_path / "nowhere")]) == 2
    assert "neither a folder nor an address" in capsys.readouterr().err
    with pytest.raises(UnreachableError, match=r"there is no edition\.json"):
        verify(str(copy / "it"))
    (copy / "edition.json").write_text('{"files": []}')
    with pytest.raises(UnreachableError, match=r"edition\.json cannot be read"):
        verify(str(copy))
    with static_server(tmp_path) as base, pytest.raises(UnreachableError, match=r"there is no edition\.json"):
        verify(base)
    with pytest.raises(UnreachableError, match="cannot be reached"):
        verify(f"http://127.0.0.1:{free_port()}/")
