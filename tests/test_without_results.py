"""A copy built with `CALCULATORS=off`: tables and worksheets only, and no word of a result that never comes."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest
from built_site import CALCULATORS, calculator_page, text_of

import calculators
from build_scripts.content import Content
from build_scripts.guides.document import document
from build_scripts.records.common import LANGUAGES, Language
from build_scripts.without_results import without_results

# Where calculators are spoken of as such: what the law says of them, what changed.
SPEAK_OF_CALCULATORS = {"intended-purpose.html", "changes.html", "example-page.html"}
GONE = re.compile(
    r"calcolator|calculators?\b(?!\.html|/)|esempi svolti .* browser|this result|il risultato dice", re.IGNORECASE
)


@pytest.fixture(scope="module")
def trees(hospital_site: Path) -> dict[str, Element]:
    """Every page of the copy, by its address in the site."""
    return {
        file.relative_to(hospital_site).as_posix(): html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
        for file in sorted(hospital_site.rglob("*.html"))
    }


def test_there_is_no_engine_and_nothing_that_computes(hospital_site: Path, trees: dict[str, Element]) -> None:
    files = {file.relative_to(hospital_site).as_posix() for file in hospital_site.rglob("*") if file.is_file()}
    assert [name for name in files if re.search(r"engine|pyodide|\.wasm|js/(form|course)/", name)] == []
    for page, tree in trees.items():
        if page.endswith("explorer.html"):  # its fields choose studies and compute nothing of a patient
            continue
        frame = {"search", "palette"}
        assert not [f for f in tree.iter("form") if not {f.get("name"), f.get("data-md-component")} & frame], page
        assert not list(tree.iter("output")), page
        controls = [e.get("name") for tag in ("input", "select", "textarea") for e in tree.iter(tag) if e.get("name")]
        assert set(controls) <= {"query", "__palette"}, f"{page}: {controls}"
        assert not [e.get("src") for e in tree.iter("script") if re.search("/(form|course)/", e.get("src", ""))], page


def test_the_release_says_by_its_name_what_it_is_and_lists_nothing_that_computes(hospital_site: Path) -> None:
    dist = hospital_site.parent / "dist"
    archive = next(dist.glob("*.zip"))
    assert archive.stem.endswith("-worksheets")
    assert {line.split()[1] for line in (dist / "SHA256SUMS-worksheets").read_text().splitlines()} == {
        archive.name,
        f"{archive.stem}.cdx.json",
    }
    with zipfile.ZipFile(archive) as opened:
        inside = {name.removeprefix(f"{archive.stem}/").removesuffix(".gz") for name in opened.namelist()}
    assert inside == {
        file.relative_to(hospital_site).as_posix() for file in hospital_site.rglob("*") if file.is_file()
    }
    listed = json.loads((dist / f"{archive.stem}.cdx.json").read_text())["components"]
    assert {"Lunr", "Material for MkDocs"} <= {component["name"] for component in listed}
    assert not {"Pyodide", "Python", "Emscripten"} & {component["name"] for component in listed}


def test_licences_and_hazards_are_of_what_is_there(content: Content, trees: dict[str, Element]) -> None:
    for language in LANGUAGES:
        notices = text_of(trees[f"{language}/notices.html"].find(".//main"))
        assert "Material for MkDocs" in notices
        assert not re.search("Pyodide|Python|Emscripten", notices)
        hazards = {e.get("id") for e in trees[f"{language}/hazards.html"].iter("div") if e.get("class") == "hazard"}
        assert {"stale-copy", "translation", "language-of-ice"} <= hazards < set(content.hazards)
        assert not {"wrong-unit", "no-calculation", "wrong-arithmetic", "wrong-dose"} & hazards


def test_every_link_of_the_copy_leads_somewhere(hospital_site: Path, trees: dict[str, Element]) -> None:
    lost = []
    for page, tree in trees.items():
        for element in tree.iter():
            for name in ("href", "src"):
                parts = urlsplit(element.get(name, ""))
                if parts.path and not parts.scheme and not parts.netloc:
                    file = (hospital_site / page).parent / unquote(parts.path)
                    lost += [] if file.resolve().is_file() else [f"{page}: {parts.path}"]
    assert not lost


@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_a_sheet_has_every_question_and_a_box_for_each_answer(
    trees: dict[str, Element], content: Content, calculator_id: str
) -> None:
    definition = calculators.definition(calculator_id)
    for language in LANGUAGES:
        tree = trees[f"{language}/{calculator_page(calculator_id)}"]
        asked = {e.get("data-question"): text_of(e) for e in tree.iter("div") if e.get("data-question")}
        assert list(asked) == [item["id"] for item in definition["items"]]
        for item in definition["items"]:
            words = content.calculators[calculator_id].items[item["id"]]
            assert content.messages["form.not_known"][language] in asked[item["id"]]
            for label in words.levels.values():
                assert text_of(html5lib.parseFragment(label[language])) in asked[item["id"]]
        assert {"table", "sources"} <= {e.get("id") for e in tree.iter()}


def hidden_words(tree: Element) -> str:
    return text_of(next((e for e in tree.iter("p") if e.get("class") == "keywords"), None))


def test_no_page_speaks_of_what_is_not_there(trees: dict[str, Element]) -> None:
    dangling = []
    for page, tree in trees.items():
        main = tree.find(".//main")
        if page.rpartition("/")[2] not in SPEAK_OF_CALCULATORS and main is not None:
            article = main.find(".//article")
            # What a reader may search for stands hidden at the end.
            said = text_of(article if article is not None else main).removesuffix(hidden_words(tree))
            dangling += [f"{page}: …{said[max(0, m.start() - 60) : m.end() + 30]}" for m in GONE.finditer(said)]
    assert not dangling, "\n".join(dangling)


def strings(node: Any) -> Iterator[str]:
    """The words of a guide's tree."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from strings(item)
    else:
        yield from strings([node.get(name, []) for name in ("caption", "head", "body", "rows")])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_guide_speaks_of_what_is_not_there(content: Content, language: Language) -> None:
    copy = without_results(content)
    dangling = []
    for identity, guide in copy.guides.items():
        made = document(copy, language, guide)
        for chapter in made["chapters"]:
            page = next(node["id"] for node in chapter["body"] if isinstance(node, dict) and "id" in node)
            if page not in SPEAK_OF_CALCULATORS:
                dangling += [f"{identity}, {page}: {said}" for said in strings(chapter["body"]) if GONE.search(said)]
        dangling += [f"{identity}: {made[name]}" for name in ("title", "summary") if GONE.search(made[name])]
    assert not dangling, "\n".join(dangling)


def test_search_finds_the_sheets(hospital_site: Path) -> None:
    for language in LANGUAGES:
        index = json.loads((hospital_site / language / "search" / "search_index.json").read_text())
        found = {section["location"].partition("#")[0] for section in index["docs"]}
        assert {calculator_page(name) for name in CALCULATORS} <= found


def test_words_without_results_take_the_place_of_the_others(content: Content) -> None:
    assert content.computes
    copy = without_results(content)
    assert not copy.computes
    assert content.pages["calculators"].title["en"] == "Calculators"
    assert copy.pages["calculators"].title["en"] == "Scales and worksheets"
    assert "without_results" not in repr({**copy.pages, **copy.calculators}).replace("without_results=None", "")
