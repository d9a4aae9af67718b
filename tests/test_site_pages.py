"""What holds for every page of the built site, read from its files. Every fault is listed, not only the first."""

import re
from collections import Counter
from xml.etree.ElementTree import Element

import pytest
from built_site import (
    CALCULATORS,
    KINDS,
    LANGUAGES,
    OTHER,
    OUTSIDE_A_LANGUAGE,
    SITE,
    calculator_page,
    ids,
    language_pages,
    links,
    pages,
    target,
    text_of,
    tree,
)

# Attributes from which a browser loads something by itself.
LOADS = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "form": "action",
    "object": "data",
}


def test_every_page_has_its_language_a_title_and_one_heading_of_first_rank() -> None:
    faults = []
    titles: dict[tuple[str, str], str] = {}
    for page in pages():
        root = tree(page)
        language = page.split("/")[0] if page.split("/")[0] in LANGUAGES else "it"
        if root.get("lang") != language:
            faults.append(f"{page}: lang is {root.get('lang')}, not {language}")
        if (count := len(root.findall(".//h1"))) != 1:
            faults.append(f"{page}: {count} h1")
        title = text_of(root.find("./head/title"))
        if not title:
            faults.append(f"{page}: no title")
        if twin := titles.get((language, title)):
            faults.append(f"{page}: the same title as {twin}: {title}")
        titles[language, title] = page
        faults += [f"{page}: id {name} stands twice" for name in repeated_ids(root)]
    assert not faults, "\n".join(faults)


def repeated_ids(root: Element) -> list[str]:
    counts = Counter(element.get("id") for element in root.iter())
    return [name for name, count in counts.items() if name and count > 1]


def test_the_pages_of_the_first_edition_are_there() -> None:
    missing = [
        f"{language}/{kind}" for language in LANGUAGES for kind in KINDS if f"{language}/{kind}" not in pages()
    ]
    missing += [page for page in OUTSIDE_A_LANGUAGE if page not in pages()]
    assert not missing


def test_every_page_has_its_twin_and_switches_to_it() -> None:
    assert language_pages("it") == language_pages("en")
    faults = []
    for language in LANGUAGES:
        for page in language_pages(language):
            path = f"{language}/{page}"
            switches = [a for a in tree(path).iter("a") if a.get("hreflang") == OTHER[language]]
            led = [target(path, a.get("href", "")) for a in switches]
            if led != [((SITE / OTHER[language] / page).resolve(), "")]:
                faults.append(f"{path}: {[a.get('href') for a in switches]}")
    assert not faults, "\n".join(faults)


def test_the_first_page_leads_to_both_languages_without_a_script() -> None:
    found = {target("index.html", link) for link in links("index.html")}
    assert {((SITE / language / "index.html").resolve(), "") for language in LANGUAGES} <= found
    assert not any(
        element.tag == "meta" and element.get("http-equiv") == "refresh" for element in tree("index.html").iter()
    )


def test_no_page_loads_anything_from_elsewhere() -> None:
    faults = []
    for page in pages():
        for element in tree(page).iter():
            address = element.get(LOADS.get(str(element.tag), ""), "")
            loaded = element.tag != "link" or element.get("rel") not in (
                "canonical",
                "alternate",
                "author",
                "license",
            )
            if loaded and re.match(r"(https?:)?//", address):
                faults.append(f"{page}: {element.tag} {address}")
    for style in SITE.rglob("*.css"):
        faults += [
            f"{style}: {url}" for url in re.findall(r"url\(\s*[\"']?((?:https?:)?//[^)\"']+)", style.read_text())
        ]
    assert not faults, "\n".join(faults)


def test_only_calculator_pages_name_the_engine() -> None:
    naming = {page for page in pages() if any("assets/engine" in link for link in links(page))}
    assert naming == {f"{language}/{calculator_page(name)}" for language in LANGUAGES for name in CALCULATORS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_a_calculator_page_is_complete_as_a_file(calculator_id: str, language: str) -> None:
    page = f"{language}/{calculator_page(calculator_id)}"
    form = next(form for form in tree(page).iter("form") if form.get("data-calculator") == calculator_id)
    questions = list(form.iter("fieldset"))
    assert questions
    for question in questions:
        legend = question.find("legend")
        assert text_of(legend), "a question without words"
        controls = [*question.iter("input"), *question.iter("textarea")]
        assert any(element.get("name") for element in controls), text_of(legend)
    checked = [element for element in form.iter("input") if element.get("checked") is not None]
    for element in checked:
        name = element.get("name", "")
        assert element.get("value") == "" or name.endswith(".by"), f"{name}: an answer is chosen beforehand"
    assert not any(element.get("value") for element in form.iter("input") if element.get("type") == "text")
    assert not any(text_of(element) for element in form.iter("textarea"))
    assert {"table", "sources"} <= ids(page)
