"""What the pages on toxicities promise: tables by grade, and night pages that open with something to do."""

from pathlib import Path

import pytest
from content_tree import break_tree, content_tree

from build_scripts.content import Content
from build_scripts.load import load
from build_scripts.problems import ContentError
from build_scripts.render import render

GRADES = ("grade-1", "grade-2", "grade-3", "grade-4")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    return load(content_tree(tmp_path_factory.mktemp("tree")))[0]


@pytest.fixture(scope="module")
def docs(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    render(content, folder)
    return folder


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("toxicity", ["crs", "icans"])
def test_grading_and_management_are_tables_with_a_row_or_column_for_every_grade(
    docs: Path, content: Content, toxicity: str, language: str
) -> None:
    page = (docs / language / f"{toxicity}.md").read_text(encoding="utf-8")
    words = content.calculators[toxicity]
    for grade in GRADES:
        name = words.outcomes[grade.replace("-", "_")].name[language]  # type: ignore[index]
        assert f'<th scope="col">{name}</th>' in page, f"no column for {name} in the grading table"
        assert f'<tr id="{grade}"><th scope="row">{name}</th>' in page, f"no row for {name} in the management table"


def test_a_night_page_opens_with_a_checklist_and_says_when_to_call_intensive_care(content: Content) -> None:
    night = next(section.pages for section in content.navigation.sections if section.id == "night")
    assert len(night) == 5
    for page_id in night:
        page = content.pages[page_id]
        assert page.now[0].checklist, f"{page_id} does not open with a checklist"
        assert any(block.note and block.note.kind == "danger" for block in page.now), f"{page_id}: no call for help"
        assert page.calculators, f"{page_id} leads to no calculator"


def test_a_page_that_leaves_out_grades_shows_those_it_names(docs: Path) -> None:
    page = (docs / "en" / "night-seizure.md").read_text(encoding="utf-8")
    assert [grade for grade in GRADES if f'<tr id="{grade}">' in page] == ["grade-3", "grade-4"]


def test_a_grade_for_which_there_is_no_advice_is_refused(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    named = "toxicity: icans, grades: "
    ((line, column),) = break_tree(
        root,
        [("content/pages/night-seizure.yaml", f'{named}"grade_3 grade_4"', f'{named}‹"grade_3 grade_7"')],
    )
    with pytest.raises(ContentError) as caught:
        load(root)
    place = f"content/pages/night-seizure.yaml:{line}:{column}: "
    said = [str(problem) for problem in caught.value.problems if str(problem).startswith(place)]
    assert said and "no advice for grade_7" in said[0]


def test_a_reference_without_a_date_says_so_and_et_al_has_one_stop(docs: Path) -> None:
    page = (docs / "en" / "references.md").read_text(encoding="utf-8")
    assert "American Society of Hematology, undated." in page
    assert "et al.." not in page
