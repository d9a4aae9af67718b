"""From content to site/: whole or not at all, the same bytes each time, and nothing done twice."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from content_tree import ROOT, break_tree, project

from build_scripts.site import build_site

PAGE = "content/pages/example-page.yaml"
CASES = "tests/cases/ice.yaml"
DATA = "calculators/indication_data.py"


def files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def command(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "build_scripts", *arguments, "--root", str(root)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = project(tmp_path_factory.mktemp("project"))
    build_site(built)
    return built


def test_two_builds_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    before = files(root / "site")
    elsewhere = project(tmp_path)
    build_site(elsewhere)
    assert files(elsewhere / "site") == before


def test_a_second_build_rewrites_nothing(root: Path) -> None:
    before = times(root / "site") | times(root / "docs" / "it") | times(root / "docs" / "en")
    report = build_site(root)
    assert report.up_to_date
    assert before == times(root / "site") | times(root / "docs" / "it") | times(root / "docs" / "en")


def test_a_site_that_someone_altered_is_built_again(root: Path) -> None:
    before = files(root / "site")
    (root / "site" / "it" / "index.html").write_text("altered")
    assert not build_site(root).up_to_date
    assert files(root / "site") == before


def test_a_change_in_one_language_rewrites_that_page_alone(root: Path) -> None:
    break_tree(root, [(PAGE, 'en: "One thing in each note."', 'en: ‹"One thing for each note."')])
    changed = [path.relative_to(root).as_posix() for path in build_site(root).changed]
    assert changed == ["docs/en/example-page.md"]
    assert "One thing for each note." in (root / "site" / "en" / "example-page.html").read_text()


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (PAGE, "related: [home]", "related: [‹hom]", "related.0: there is no hom in content/pages"),
        (DATA, "INDICATIONS = (", "INDICATIONS = (  # ‹", f"{DATA} is not what content/indications says"),
        (
            CASES,
            "expect: {outcomes: [ice_10], ",
            "expect: {outcomes: [‹ice_9], ",
            "disagree in Pyodide: ice/all-correct",
        ),
    ],
    ids=[
        "the content is not sound",
        "the label check has other records",
        "a worked example does not come out in the engine",
    ],
)
def test_a_build_that_fails_leaves_the_last_good_site(root: Path, file: str, old: str, new: str, said: str) -> None:
    sound, before = (root / file).read_text(), files(root / "site")
    break_tree(root, [(file, old, new)])
    result = command(root, "site")
    (root / file).write_text(sound)
    assert result.returncode == 1
    assert said in result.stderr
    assert "site/ is as it was" in result.stderr
    assert files(root / "site") == before


def test_a_page_that_is_gone_leaves_no_file(root: Path) -> None:
    page, menu = root / PAGE, root / "content" / "navigation.yaml"
    kept, listed = page.read_text(), menu.read_text()
    page.unlink()
    menu.write_text(listed.replace("    pages: [example-page]\n    trials: [example-1]\n", ""))
    # Only that page named the example study and its source.
    for name in ("references/example.yaml", "trials/example-1.yaml"):
        (root / "content" / name).rename(root / name.replace("/", "-"))
    result = command(root, "site")
    assert result.returncode == 0, result.stderr
    assert not list((root / "docs").glob("*/example-page.md"))
    assert not list((root / "site").glob("*/example-page.html"))
    for name in ("references/example.yaml", "trials/example-1.yaml"):
        (root / name.replace("/", "-")).rename(root / "content" / name)
    page.write_text(kept)
    menu.write_text(listed)


def test_check_says_what_is_wrong_and_builds_nothing(root: Path) -> None:
    before = times(root / "site")
    assert command(root, "check").returncode == 0
    assert times(root / "site") == before


def test_no_page_loads_anything_from_outside(root: Path) -> None:
    loads = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*\b(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE)
    pages = sorted((root / "site").rglob("*.html"))
    assert pages
    assert [page for page in pages if loads.search(page.read_text())] == []


def test_every_page_has_its_twin_in_the_other_language(root: Path) -> None:
    site = root / "site"
    pages = {
        language: sorted(page.relative_to(site / language).as_posix() for page in (site / language).rglob("*.html"))
        for language in ("it", "en")
    }
    assert pages["it"] == pages["en"]
    for page in pages["it"]:
        twin = re.search(r'class="language-switch__link" href="([^"]+)"', (site / "it" / page).read_text())
        assert twin, page
        assert Path(os.path.normpath(site / "it" / Path(page).parent / twin[1])) == site / "en" / page


def test_only_calculators_pages_load_the_engine(root: Path) -> None:
    site = root / "site"
    loading = {page for page in site.rglob("*.html") if "assets/engine/" in page.read_text()}
    assert loading == set(site.glob("*/calculators/*.html"))


def test_no_source_map_is_shipped(root: Path) -> None:
    assert list((root / "site").rglob("*.map")) == []
