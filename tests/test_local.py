"""A hospital's own folder: beside the content, marked, and unable to change a calculator or a sourced figure."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import html5lib  # type: ignore[import-untyped]
import pytest
from content_tree import ROOT, break_tree

from build_scripts.checks.local import check
from build_scripts.content import Content
from build_scripts.load import load
from build_scripts.local import read_local
from build_scripts.problems import Problems
from build_scripts.records import local as models
from build_scripts.records.common import Citation, Evidence, Fact, Record, Words
from build_scripts.render import render

EXAMPLE = ROOT / "docs" / "contributing" / "example-hospital"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "local"))


def errors(content: Content, folder: Path) -> list[str]:
    problems = Problems()
    check(replace(content, local=read_local(folder, problems)), problems)
    return [str(problem) for problem in problems.errors]


def test_the_example_hospital_is_sound() -> None:
    content, _ = load(ROOT, EXAMPLE)
    assert content.local is not None
    assert content.local.hospital.name["it"] == "Ospedale di Esempio"
    assert [note.title["en"] for note in content.local.notes_on("grades", "crs.grade_3")] == ["Whom to tell"]


def test_no_local_model_has_room_for_a_figure_a_source_or_a_rule() -> None:
    own = [held for held in vars(models).values() if isinstance(held, type) and issubclass(held, Record)]
    own = [held for held in own if held.__module__ == models.__name__]
    assert len(own) >= 8
    for model in own:
        assert model.model_config["extra"] == "forbid"
        for name, field in model.model_fields.items():
            for sourced in (Citation, Evidence, Fact, Words):
                assert str(sourced) not in str(field.annotation), f"{model.__name__}.{name}"
            assert not {int, float}.intersection(_parts(field.annotation)), f"{model.__name__}.{name}"


def _parts(annotation: object) -> set[object]:
    inner = getattr(annotation, "__args__", ())
    return {annotation}.union(*(_parts(part) for part in inner)) if inner else {annotation}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("hospital.yaml", "content_date:", "‹figures: {}\ncontent_date:", "figures: no such key here: calculators"),
        ("notes.yaml", "  see: neut", "  ‹value: 83\n  see: neut", "value: no such key here: calculators, figures"),
        ("notes.yaml", "  see: neut", "  ‹citations: []\n  see: neut", "citations: no such key here: calculators"),
        ("drugs.yaml", "  stock:", "  ‹dose: 8 mg/kg\n  stock:", "tocilizumab.dose: no such key here: calculators"),
        ("notes.yaml", "[night-fever, infections]", "[night-fever, ‹infection]", "there is no infection in content"),
        ("notes.yaml", "[crs.grade_2, ", "[‹crs.grade_5, ", "there is no such grade: write one of crs.grade_1, crs."),
        ("notes.yaml", "[crs.grade_2, ", "[‹iec-hs.grade_1, ", "there is no such grade: write as crs.grade_2"),
        ("notes.yaml", "calculators: [ice]", "calculators: [‹icd]", "there is no icd in content/calculators"),
        ("notes.yaml", "see: neutropenic-fever", "see: ‹fever", "there is no pages/fever.yaml in this folder"),
        ("notes.yaml", "intranet.example/p-01.pdf). Prima", "x) <‹b>. Prima", "no HTML in a text"),
        ("notes.yaml", 'it: "Avvisare il', 'it: ‹"{{ dose }} Avvisare il', "dose is not defined; a text may call"),
        ("notes.yaml", "title: {it: Chi avvisare, en: Whom to tell}", "title: ‹{}", "write it in Italian (it), in"),
        ("notes.yaml", "  grades: [crs.grade_2, crs.grade_3, crs.grade_4]", "  ‹grades: []", "name the pages, calc"),
        ("hospital.yaml", "logo: logo.svg", "logo: ‹ours.svg", "there is no ours.svg beside this file"),
        ("hospital.yaml", "review_by: 2027", "review_by: ‹2025", "review_by: lies before content_date"),
        ("pages/neutropenic-fever.yaml", "{it: Prima ora, en: First hour}", "{de: ‹x}", "no such key here"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(
    content: Content, folder: Path, file: str, old: str, new: str, said: str
) -> None:
    [(line, _)] = break_tree(folder, [(file, old, new)])
    found = [error for error in errors(content, folder) if error.startswith(f"local/{file}:{line}:")]
    assert any(said in error for error in found), errors(content, folder)


@pytest.mark.parametrize("name", ["calculators/crs.yaml", "trials/zuma-7.yaml", "toxicities/crs.yaml", "phones.yaml"])
def test_a_file_in_the_place_of_content_is_refused_and_says_why(content: Content, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("title: {it: a, en: b}\n")
    [error] = errors(content, folder)
    assert error.startswith(f"local/{name}:1:1: this folder holds hospital.yaml, ")
    assert "cannot be changed from here" in error


def test_the_hospital_itself_is_needed(content: Content, folder: Path) -> None:
    (folder / "hospital.yaml").unlink()
    assert errors(content, folder) == ["local/hospital.yaml:1:1: this file is missing"]


def test_drawn_pages_differ_by_what_is_marked_as_local_alone(content: Content, tmp_path: Path) -> None:
    with_hospital, without = tmp_path / "with", tmp_path / "without"
    render(load(ROOT, EXAMPLE)[0], with_hospital)
    render(content, without)
    drawn = {file.relative_to(with_hospital): file.read_text() for file in with_hospital.rglob("*.md")}
    plain = {file.relative_to(without): file.read_text() for file in without.rglob("*.md")}
    assert {file.as_posix() for file in drawn.keys() - plain.keys()} == {
        f"{language}/local/{name}.md" for language in ("it", "en") for name in ("index", "neutropenic-fever")
    }
    for file, text in plain.items():
        if drawn[file] != text:
            assert _without_local(drawn[file]) == _without_local(text), file


def _without_local(text: str) -> list[str]:
    """The words and tags of a page without what is marked as local."""
    tree = html5lib.parseFragment(text, namespaceHTMLElements=False)
    for parent in list(tree.iter()):
        for child in [child for child in parent if child.get("class") == "local"]:
            before = list(parent).index(child)
            kept = parent[before - 1] if before else parent
            words = "tail" if before else "text"
            setattr(kept, words, (getattr(kept, words) or "") + (child.tail or ""))
            parent.remove(child)
    written: str = html5lib.serialize(tree)
    return written.split()


def test_every_page_names_the_hospital_and_leads_to_its_numbers(hospital_site: Path) -> None:
    for language, name in (("it", "Ospedale di Esempio"), ("en", "Example Hospital")):
        pages = sorted((hospital_site / language).rglob("*.html"))
        assert len(pages) > 50
        for page in pages:
            text = page.read_text()
            assert f'· {name}"' in text, f"{page}: paper does not name the hospital"
            link = re.search(r'class="local-banner">.*?href="([^"]+)"', text, re.DOTALL)
            assert (
                link
                and (page.parent / link[1]).resolve() == (hospital_site / language / "local" / "index.html").resolve()
            )
    assert (hospital_site / "assets" / "local" / "logo.svg").is_file()


def test_numbers_and_drugs_stand_on_the_hospitals_page(hospital_site: Path) -> None:
    text = (hospital_site / "en" / "local" / "index.html").read_text()
    for words in ("interno 0000", "Haematologist on call", "vials of 400 mg and 200 mg", "neutropenic-fever.html"):
        assert words in text
    assert '<span lang="it">Neurologo reperibile</span>' in text


def test_a_note_in_one_language_is_shown_in_it_and_says_so(hospital_site: Path) -> None:
    english, italian = ((hospital_site / language / "crs.html").read_text() for language in ("en", "it"))
    assert '<div lang="it"><p>Avvisare il rianimatore' in english
    assert english.count("The hospital has written this in Italian only.") == 3
    assert "solo in inglese" not in italian
    assert italian.count("Avvisare il rianimatore già dal grado 2") == 3


def test_search_finds_local_words(hospital_site: Path) -> None:
    assert "capoturno" in (hospital_site / "it" / "search" / "search_index.json").read_text()
