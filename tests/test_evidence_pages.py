"""The studies' pages in the built site say what the records say; the explorer's table is whole without a script."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from built_site import LANGUAGES, SITE, language_pages, text_of, tree

from build_scripts.content import Content
from build_scripts.figures import value_of
from build_scripts.load import load
from build_scripts.page_view import PageView

ROOT = Path(__file__).resolve().parent.parent


@cache
def content() -> Content:
    return load(ROOT)[0]


@cache
def figures() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((SITE / "data" / "figures.json").read_text(encoding="utf-8"))
    return rows


def tables(page: str, name: str) -> list[Element]:
    return [table for table in tree(page).iter("table") if name in (table.get("class") or "").split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_study_s_page_shows_every_figure_of_its_record_and_no_other(language: str) -> None:
    faults = []
    for trial_id, trial in content().trials.items():
        view = PageView(content(), language, f"trials/{trial_id}.md")  # type: ignore[arg-type]
        page = f"{language}/trials/{trial_id}.html"
        shown = {
            row.get("id"): text_of(next(cell for cell in row.iter("td") if "number" in (cell.get("class") or "")))
            for table in tables(page, "figures")
            for row in table.iter("tr")
            if row.get("id")
        }
        said = {key: " ".join(value_of(view, figure).split()) for key, figure in trial.figures.items()}
        faults += [
            f"{page}: {key}: {shown.get(key)} for {value}" for key, value in said.items() if shown.get(key) != value
        ]
        faults += [f"{page}: {key} is no figure" for key in shown.keys() - said.keys()]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explorer_is_a_whole_table_without_a_script(language: str) -> None:
    page = f"{language}/explorer.html"
    (table,) = (table for table in tables(page, "figures") if table.get("data-figures") is not None)
    rows = [row.get("data-figure") for row in table.iter("tr") if row.get("data-figure")]
    assert sorted(filter(None, rows)) == sorted(row["figure"] for row in figures())
    (form,) = (form for form in tree(page).iter("form") if form.get("data-explorer") is not None)
    assert form.get("hidden") is not None, "filters that do nothing must not be shown"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_is_named_described_and_followed_by_its_table(language: str) -> None:
    charts = 0
    for page in sorted((SITE / language).rglob("*.html")):
        for figure in tree(page.relative_to(SITE).as_posix()).iter("figure"):
            if figure.get("class") != "chart":
                continue
            charts += 1
            drawings = [element for element in figure.iter() if str(element.tag).endswith("svg")]
            assert drawings, page
            for drawing in drawings:
                assert drawing.get("role") == "img", page
                named = (drawing.get("aria-labelledby") or "").split()
                assert len(named) == 2, page
                assert set(named) <= {element.get("id") for element in drawing}, page
            if (figure.get("id") or "").startswith("chart-"):
                assert len(list(figure.iter("table"))) == 1, page
    assert charts > 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["third-line", "second-line", "mcl-trials", "real-world", "explorer"])
def test_what_was_not_seen_in_the_source_is_marked(page: str, language: str) -> None:
    said = {"it": "fonte secondaria", "en": "secondary source"}[language]
    assert said in text_of(tree(f"{language}/{page}.html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_page_leads_to_every_file(language: str) -> None:
    links = {a.get("href") for a in tree(f"{language}/data.html").iter("a")}
    files = {f"../data/{file.name}" for file in (SITE / "data").iterdir() if file.is_file()}
    assert files <= links


def test_italian_tables_print_decimal_commas() -> None:
    faults = []
    for page in language_pages("it"):
        for table in tree(f"it/{page}").iter("table"):
            if {"figures", "results", "baseline"} & set((table.get("class") or "").split()):
                words = (re.sub(r"CTCAE \d\.\d+", "", text_of(cell)) for cell in table.iter("td"))
                faults += [(page, said) for said in words if re.search(r"(?<![\w./-])\d+\.\d+(?![\w.])", said)]
    assert not faults
