"""Every guide that the site ships: readable by anyone, whole, in order, and short enough for a pocket."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import verapdf
from built_site import ROOT, SITE
from pdf_reading import (
    bare,
    dead_links,
    heights_of_numbers,
    heights_of_targets,
    holds,
    last_lines,
    outside,
    overlapping,
    pages_and_feet,
)

from build_scripts.content import Content
from build_scripts.guides.document import document
from build_scripts.guides.tree import HEADINGS

GUIDES = sorted(path.stem for path in (ROOT / "content" / "guides").glob("*.yaml"))
EVERY = [f"{guide}-{language}" for guide in GUIDES for language in ("it", "en")]


def pdf(name: str) -> Path:
    return SITE / "guides" / f"{name}.pdf"


def words(nodes: list[Any]) -> str:
    """The words of a tree's nodes."""
    said = ""
    for node in nodes:
        if isinstance(node, str):
            said += node
        elif "cell" in node.get("class", ()):
            said += "; ".join(words(item["body"]) for item in node["body"] if not isinstance(item, str))
        elif node["tag"] == "ol":
            items = (words(item["body"]) for item in node["body"] if not isinstance(item, str))
            said += "".join(f"{number}. {item} " for number, item in enumerate(items, 1))
        elif node["tag"] not in ("table", "drawing"):
            said += words(node["body"]) + (" " if node["tag"] not in ("a", "sup", "strong", "em", "small") else "")
    return said


def rows(nodes: list[Any]) -> list[list[str]]:
    """The rows of every table, in reading order, as the words of their cells."""
    found: list[list[str]] = []
    for node in nodes:
        if isinstance(node, str):
            continue
        if node["tag"] == "table":
            found += [[words(cell["body"]) for cell in row] for row in (*node["head"], *node["rows"])]
        else:
            found += rows(node.get("body", []))
    return found


def headings(nodes: list[Any]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if not isinstance(node, str):
            if node["tag"] in HEADINGS:
                yield node
            yield from headings(node.get("body", []))


@cache
def pages(name: str) -> list[tuple[str, str]]:
    return pages_and_feet(pdf(name))


def test_anyone_can_read_them_and_any_archive_keep_them() -> None:
    if not verapdf.is_installed():
        pytest.skip("no Java with its libraries here: tests/install_browsers.sh")
    # One test, so that Java is started in one process only.
    for name in EVERY:
        assert verapdf.failures(pdf(name), "PDFUA_1") == [], name
        assert verapdf.failures(pdf(name), "PDFA_2_A") == [], name


@pytest.mark.parametrize("name", EVERY)
def test_its_text_holds_every_row_of_its_tables_in_order(name: str, content: Content) -> None:
    guide, _, language = name.rpartition("-")
    text, at = "".join(text for text, _ in pages(name)), 0
    made = document(content, "it" if language == "it" else "en", content.guides[guide])
    held = [row for chapter in made["chapters"] for row in rows(chapter["body"])]
    for row in held:
        at = holds(text, row, at)


@pytest.mark.parametrize("name", EVERY)
def test_no_page_ends_with_a_heading(name: str, content: Content) -> None:
    guide, _, language = name.rpartition("-")
    made = document(content, "it" if language == "it" else "en", content.guides[guide])
    titles = {bare(words(node["body"])) for chapter in made["chapters"] for node in headings(chapter["body"])}
    assert len(titles) > 1
    assert titles.intersection(last_lines(pdf(name))) == set()


@pytest.mark.parametrize("name", EVERY)
def test_every_link_leads_somewhere_and_every_word_stands_in_its_place(name: str) -> None:
    with pikepdf.open(pdf(name)) as opened:
        assert list(dead_links(opened)) == []
        assert str(opened.Root.Lang) == name.rpartition("-")[2]
        assert opened.docinfo["/Title"]
        assert "/Outlines" in opened.Root
    assert outside(pdf(name), margin=12) == []
    assert overlapping(pdf(name)) == []


@pytest.mark.parametrize("name", ["pocket-it", "pocket-en"])
def test_a_number_leads_to_its_source(name: str) -> None:
    with pikepdf.open(pdf(name)) as opened:
        last = len(opened.pages)
        targets = sorted(heights_of_targets(opened, last))
    # The last page holds sources alone, each of them cited.
    assert targets == pytest.approx(heights_of_numbers(pdf(name), last), abs=5)


@pytest.mark.parametrize("name", EVERY)
def test_every_page_says_how_old_it_is(name: str, content: Content) -> None:
    guide, _, language = name.rpartition("-")
    foot = bare(document(content, "it" if language == "it" else "en", content.guides[guide])["foot"])
    with pikepdf.open(pdf(name)) as opened:
        count = len(opened.pages)
    covers = 0 if guide.startswith("card") else 1
    expected = [""] * covers + [f"{foot}{number}/{count}" for number in range(1 + covers, 1 + count)]
    assert [line for _, line in pages(name)] == expected


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_pocket_guide_fits_a_pocket_and_a_card_is_short(language: str, content: Content) -> None:
    for guide_id, guide in content.guides.items():
        with pikepdf.open(pdf(f"{guide_id}-{language}")) as opened:
            count = len(opened.pages)
            size = [round(float(number) / 72 * 25.4) for number in opened.pages[0].mediabox[2:]]
        assert size == ([148, 210] if guide.form == "handbook" else [105, 148])
        assert count <= {"card": 2, "pocket": 32, "handbook": 1000}[guide.form], guide_id
