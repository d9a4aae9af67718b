"""Nothing that the review article covers is missing: each part has its page, each reference is cited."""

from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from build_scripts import addresses
from build_scripts.content import Content
from build_scripts.problems import Problems
from build_scripts.records.common import LANGUAGES
from build_scripts.render import render
from build_scripts.yaml_reader import read_yaml

ROOT = Path(__file__).resolve().parent.parent
TABLE = "docs/contributing/article-coverage.yaml"

SECTIONS = (
    "Premessa",
    "Introduzione alla terapia con cellule CAR-T",
    "Dalla selezione del paziente candidabile alla gestione della fase pre-reinfusione",
    "Gestione degli eventi avversi post-reinfusione",
    "La fase post-induzione a breve e medio termine: ristadiazione di malattia e follow-up attivo",
    "Il trattamento con CAR-T in terza linea nei pazienti con linfoma a grandi cellule",
    "Il trattamento con CAR-T in seconda linea nei pazienti con linfoma a grandi cellule",
    "La terapia con cellule CAR-T nel linfoma mantellare",
    "Conclusioni",
    "Bibliografia",
)


def _coverage() -> dict[str, dict[str, Any]]:
    problems = Problems()
    document = read_yaml(ROOT / TABLE, TABLE, problems)
    assert document is not None and not problems.errors, problems.errors
    data: dict[str, dict[str, Any]] = document.data
    return data


COVERAGE = _coverage()
PARTS = [
    (kind, part, page)
    for kind in ("sections", "tables", "figures")
    for part, pages in COVERAGE[kind].items()
    for page in pages
]


@pytest.fixture(scope="module")
def drawn(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("docs")
    render(content, docs)
    return docs


def test_every_part_of_the_article_stands_in_the_table() -> None:
    assert tuple(COVERAGE["sections"]) == SECTIONS
    assert list(COVERAGE["tables"]) == [str(number) for number in range(1, 8)]
    assert list(COVERAGE["figures"]) == ["1"]
    assert list(COVERAGE["references"]) == [str(number) for number in range(1, 65)]
    assert all(COVERAGE["sections"].values()), "a section without a page"


@pytest.mark.parametrize(("kind", "part", "page"), PARTS, ids=lambda value: str(value)[:40])
def test_the_page_named_for_a_part_exists(kind: str, part: object, page: str, content: Content, drawn: Path) -> None:
    assert page in sorted(content.pages), f"{kind} {part}: there is no page {page}"
    if kind == "tables":
        for language in LANGUAGES:
            assert "<table" in _text(drawn, language, page), f"{page} holds no table in {language}"


@pytest.mark.parametrize(("number", "page"), COVERAGE["references"].items(), ids=str)
def test_the_article_s_reference_is_cited_on_its_page(number: str, page: str, content: Content, drawn: Path) -> None:
    (ref,) = (ref for ref, record in content.references.items() if record.article_number == int(number))
    assert page in sorted(content.pages), f"reference {number}: there is no page {page}"
    for language in LANGUAGES:
        assert f'references.html#{ref}"' in _text(drawn, language, page), f"{page} does not cite {ref} in {language}"


def test_figure_1_is_drawn_from_its_record_with_its_steps_in_text(content: Content, drawn: Path) -> None:
    for language in LANGUAGES:
        text = _text(drawn, language, COVERAGE["figures"]["1"][0])
        for node_id, node in content.diagrams["restaging"].nodes.items():
            assert f'id="restaging-{node_id}"' in text
            assert str(escape(node.words[language])) in text


def test_every_discrepancy_found_has_its_entry_in_the_notes(content: Content, drawn: Path) -> None:
    for language in LANGUAGES:
        text = _text(drawn, language, "notes-on-the-article")
        for erratum_id in content.errata:
            assert f'id="{erratum_id}"' in text
        for reference in content.references.values():
            assert not reference.correction or f'id="entry-{reference.article_number}"' in text


def _text(docs: Path, language: str, page: str) -> str:
    return (docs / language / addresses.page_source(page)).read_text(encoding="utf-8")
