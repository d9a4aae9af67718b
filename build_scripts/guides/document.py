"""A whole guide as plain data for typst/guide.typ: chapters as trees, with every inner link leading somewhere."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import segno

from build_scripts.content import Content
from build_scripts.guides import chapters
from build_scripts.guides.tree import HEADINGS, Node, Place, own_address, read
from build_scripts.guides.view import SOURCES, GuideView
from build_scripts.records.common import Language
from build_scripts.records.guide import Guide

ROOM = {"card": 74, "pocket": 69, "handbook": 90}
"""Characters in a line of a table, by the guide's form."""


def document(content: Content, language: Language, guide: Guide) -> dict[str, Any]:
    """Return what the Typst templates read. KeyError where a chapter names what is not there."""
    view = GuideView(content, language)
    drawn: list[dict[str, Any]] = []
    offset = 1 if guide.form == "handbook" else 0
    for chapter in chapters.draw(view, guide):
        body = read(chapter.text, Place(chapter.source, ROOM[guide.form]))
        _level_headings(body)
        _keep_with_next(body)
        _name_first_heading(body, own_address(chapter.source))
        part = {"part": chapter.part} if chapter.part else {}
        small = guide.form == "card" and chapter.source == SOURCES
        new_page = guide.form != "card" and bool(part or chapter.source.startswith("guide-"))
        drawn.append({"body": body, "offset": offset + small, "new_page": new_page, **part})
    targets = _settle_links(drawn, view)
    dates = chapters.dated(view, guide)
    edition, oldest, due = content.site.edition, min(day for day, _ in dates), min(day for _, day in dates)
    name, site = view.plain(guide.title), view.plain(content.site.title)
    return {
        "form": guide.form,
        "language": language,
        "site": site,
        "name": name,
        "title": f"{site}: {name}",
        "summary": view.plain(guide.summary),
        "author": site,
        "keywords": ["CAR-T", "linfoma" if language == "it" else "lymphoma"],
        "date": [content.site.edition_date.year, content.site.edition_date.month, content.site.edition_date.day],
        "foot": view.message("guide.foot", edition=edition, date=oldest.isoformat(), review_by=due.isoformat()),
        "cover": [
            view.message("guide.cover_dates", edition=edition, date=view.date(oldest), review_by=view.date(due)),
            view.message("guide.cover_limits"),
            view.plain(content.site.contact),
        ],
        "qr": _qr(view),
        "words": {name: view.message(f"guide.{name}") for name in ("contents", "index", "page")},
        "index": [
            {"id": term_id, "name": view.plain(term.abbreviation or term.name)} for term_id, term in view.glossary()
        ],
        "chapters": drawn,
        "targets": targets,
    }


def _qr(view: GuideView) -> dict[str, str] | None:
    """Draw the code that leads to the public copy, where there is one."""
    base = view.content.site.base_address
    if base is None:
        return None
    address = f"{base.rstrip('/')}/{view.language}/index.html"
    svg = segno.make(address, error="m").svg_inline(border=0)
    return {"svg": svg, "alt": view.message("guide.qr", address=address), "address": address}


def _nodes(nodes: list[Node]) -> Iterator[dict[str, Any]]:
    """Every element, in reading order."""
    for node in nodes:
        if isinstance(node, str):
            continue
        yield node
        if node["tag"] == "table":
            yield from _nodes(node["caption"])
            for row in [*node["head"], *node["rows"]]:
                for cell in row:
                    yield from _nodes(cell["body"])
        else:
            yield from _nodes(node.get("body", []))


def _level_headings(body: list[Node]) -> None:
    """Give each heading a level at most one below the last: PDF/UA lets none be skipped."""
    last = 0
    for node in _nodes(body):
        if node["tag"] in HEADINGS:
            last = node["level"] = min(HEADINGS.index(node["tag"]) + 1, last + 1)


def _keep_with_next(body: list[Node]) -> None:
    """Mark each paragraph that leads to a table, and each of bold words alone that leads to a list: it stays on the
    page of what follows.
    """
    for node, following in pairwise(body):
        if isinstance(node, str) or isinstance(following, str) or node["tag"] != "p":
            continue
        bold = all(not isinstance(inner, str) and inner["tag"] == "strong" for inner in node["body"])
        if _begins_with_table(following) or (bold and following["tag"] in ("ul", "ol")):
            node["leads"] = True
    for node in body:
        if not isinstance(node, str) and node["tag"] == "div":
            _keep_with_next(node["body"])


def _begins_with_table(node: Node) -> bool:
    if isinstance(node, str):
        return False
    return node["tag"] == "table" or (bool(node.get("body")) and _begins_with_table(node["body"][0]))


def _name_first_heading(body: list[Node], address: str) -> None:
    next(node for node in _nodes(body) if node["tag"] in HEADINGS)["id"] = address


def _settle_links(drawn: list[dict[str, Any]], view: GuideView) -> list[str]:
    """Keep each anchor once, and each inner link only where the guide holds its target: paper has no way out.

    Returns the anchors to which a link leads.
    """
    seen: set[str] = set()
    for chapter in drawn:
        for node in _anchored(chapter["body"]):
            if node["id"] in seen:
                del node["id"]
            else:
                seen.add(node["id"])
    targets: set[str] = set()
    for chapter in drawn:
        for node in _nodes(chapter["body"]):
            href = node.get("href", "")
            if node["tag"] == "table":
                # A header that is repeated on the next page is no part of what is read, and may hold no link.
                for inner in (one for row in node["head"] for cell in row for one in _nodes(cell["body"])):
                    inner.pop("href", None)
                    inner.pop("term", None)
            if node["tag"] != "a" or "://" in href or href.startswith("mailto:"):
                continue
            if href in seen:
                targets.add(href)
            elif (base := view.content.site.base_address) is not None:
                node["href"] = f"{base.rstrip('/')}/{view.language}/{href}"
            elif href.partition("#")[0] in seen:
                node["href"] = href.partition("#")[0]
                targets.add(node["href"])
            else:
                node.pop("href", None)
    return sorted(targets)


def _anchored(body: list[Node]) -> Iterator[dict[str, Any]]:
    for node in _nodes(body):
        if "id" in node:
            yield node
        if node["tag"] == "table":
            yield from (cell for row in node["rows"] for cell in row if "id" in cell)
