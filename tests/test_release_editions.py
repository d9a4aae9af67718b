"""Editions are numbered by what they change in a result."""

from pathlib import Path

import pytest
from content_tree import content_tree

from build_scripts.content import Content
from build_scripts.editions import record
from build_scripts.load import load
from build_scripts.problems import ContentError

SITE, EDITIONS = "content/site.yaml", "content/editions.yaml"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def graded_otherwise(tmp_path: Path, content: Content) -> Path:
    """A project whose last edition, 1.0, graded CRS by another table than the present one."""
    root = content_tree(tmp_path)
    replace(root / EDITIONS, content.editions["1.0"].tables["crs"], "0" * 64)
    replace(root / SITE, f'edition: "{content.site.edition}"', 'edition: "1.1"')
    return root


def test_an_edition_that_grades_otherwise_is_a_major_one(graded_otherwise: Path) -> None:
    with pytest.raises(ContentError) as refused:
        load(graded_otherwise)
    assert [str(problem) for problem in refused.value.problems] == [
        f"{SITE}:6:10: edition: the same answers may give another result than in edition 1.0 (crs): "
        "this must be edition 2.0"
    ]
    replace(graded_otherwise / SITE, 'edition: "1.1"', 'edition: "2.0"')
    load(graded_otherwise)


def test_a_table_that_is_gone_makes_a_major_edition_and_a_new_one_does_not(tmp_path: Path, content: Content) -> None:
    root = content_tree(tmp_path)
    crs = f'    crs: "{content.editions["1.0"].tables["crs"]}"\n'
    replace(root / EDITIONS, crs, "")
    load(root)
    replace(root / EDITIONS, "  tables:\n", f'  tables:\n    another_scale: "{"0" * 64}"\n')
    with pytest.raises(ContentError, match="another_scale"):
        load(root)


def test_no_edition_comes_before_one_that_was_handed_out(tmp_path: Path, content: Content) -> None:
    root = content_tree(tmp_path)
    replace(root / SITE, f'edition: "{content.site.edition}"', 'edition: "1.10"')
    assert record(root) == "1.10"
    assert load(root)[0].editions["1.10"].tables == load(root)[0].editions["1.0"].tables
    with pytest.raises(ValueError, match="recorded already"):
        record(root)
    replace(root / SITE, 'edition: "1.10"', 'edition: "1.9"')
    with pytest.raises(ContentError, match=r"edition 1\.10 was handed out already"):
        load(root)
