"""Whatever is wrong with the content is said at once, each thing with its file, line and column."""

from pathlib import Path

import pytest
from content_mistakes import FORM, GLOSSARY, PAGE, REFERENCE, SENSE, Mistake
from content_tree import break_tree, content_tree

from build_scripts.load import load
from build_scripts.problems import ContentError


def errors_of(root: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load(root)
    return [str(problem) for problem in caught.value.problems]


def said(root: Path, mistakes: list[Mistake]) -> dict[Mistake, tuple[str, list[str]]]:
    """Break the tree by every mistake at once; for each, the place expected and all errors said there."""
    places = break_tree(root, [mistake[:3] for mistake in mistakes])
    errors = errors_of(root)
    found = {}
    for mistake, (line, column) in zip(mistakes, places, strict=True):
        place = f"{mistake[0]}:{line}:{column}: "
        found[mistake] = (place, [error for error in errors if error.startswith(place)])
    return found


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> dict[Mistake, tuple[str, list[str]]]:
    return said(content_tree(tmp_path_factory.mktemp("form")), FORM)


@pytest.fixture(scope="module")
def sense(tmp_path_factory: pytest.TempPathFactory) -> dict[Mistake, tuple[str, list[str]]]:
    return said(content_tree(tmp_path_factory.mktemp("sense")), SENSE)


def test_the_templates_are_sound_records(tmp_path: Path) -> None:
    load(content_tree(tmp_path))


@pytest.mark.parametrize("mistake", FORM, ids=lambda mistake: f"{mistake[0]} {mistake[3]}")
def test_a_record_that_cannot_be_read_is_said_with_its_place(
    mistake: Mistake, form: dict[Mistake, tuple[str, list[str]]]
) -> None:
    place, errors = form[mistake]
    assert any(mistake[3] in error for error in errors), f"nothing of the kind at {place}{errors}"


@pytest.mark.parametrize("mistake", SENSE, ids=lambda mistake: f"{mistake[0]} {mistake[3]}")
def test_what_does_not_fit_together_is_said_with_its_place(
    mistake: Mistake, sense: dict[Mistake, tuple[str, list[str]]]
) -> None:
    place, errors = sense[mistake]
    assert any(mistake[3] in error for error in errors), f"nothing of the kind at {place}{errors}"


def test_a_record_that_cannot_be_read_is_no_reason_to_blame_what_names_it(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    break_tree(root, [(REFERENCE, "year: 2021", "year: ‹'2021'")])
    (root / GLOSSARY).write_text("a: [\n")
    assert [error.split(": ")[0].rpartition(":")[0].rpartition(":")[0] for error in errors_of(root)] == [
        GLOSSARY,
        REFERENCE,
    ]


def test_a_page_past_its_review_date_is_a_warning(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    break_tree(root, [(PAGE, "content_date: 2026-11-20", "‹content_date: 2020-01-01")])
    break_tree(root, [(PAGE, "review_by: 2027-05-20", "review_by: ‹2020-06-01")])
    _, warnings = load(root)
    assert [str(warning).partition(": ")[2] for warning in warnings] == [
        "warning: review_by: the review was due by 2020-06-01"
    ]


def test_a_file_that_no_rule_reads_is_not_left_out_in_silence(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    (root / "content" / "trials" / "zuma-7.yml").write_text("name: x\n")
    assert errors_of(root) == ["content/trials/zuma-7.yml:1:1: no kind of record is read from this place"]
