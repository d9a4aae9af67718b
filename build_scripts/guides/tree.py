"""From what the site's templates write to a tree that Typst draws: Markdown, then HTML, then nested plain data.

A node is a string or `{"tag": …, "body": [nodes]}`, with `id`, `href`, `class`, `lang` where the element has them.
Tables are `{"tag": "table", "caption", "widths", "head", "rows"}` (see `tables`), drawings
`{"tag": "drawing", "svg", "alt", "ratio", "width"}`; a `joint` is a place inside a word where a line may end, and no
line ends in what is `undivided`.
"""

import posixpath
import re
from dataclasses import dataclass
from typing import Any

import lxml.html
import markdown
from lxml import etree

from build_scripts.guides.tables import table

type Node = str | dict[str, Any]

EXTENSIONS = ["attr_list", "sane_lists"]
"""Those of mkdocs.yml that change what is written."""
LEFT_OUT = {"script", "noscript", "button", "form", "input", "select"}
"""What only a screen can use."""
TRANSPARENT = {"div", "span", "section", "details", "figure", "time", "dl", "tbody"}
"""What groups others; one that is named or has a class of its own is kept."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
BLOCKS = {*HEADINGS, "p", "ul", "ol", "li", "table", "div", "dl", "figure", "section", "br", "details"}

UNDIVIDED = re.compile(r"(CAR-T\w*|[^\s(/]{0,8}/(?:µL|dL|mL|L)\b)")
"""What no line may divide at its hyphen or its stroke: CAR-T, units."""


@dataclass(frozen=True)
class Place:
    """Where a chapter's Markdown comes from, and how many characters a line of the guide's page holds."""

    source: str
    room: int


def read(text: str, place: Place) -> list[Node]:
    """Return the nodes of a chapter's Markdown."""
    html = markdown.markdown(text, extensions=EXTENSIONS)
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    return _trimmed(_children(root, place))


def _children(element: lxml.html.HtmlElement, place: Place) -> list[Node]:
    nodes: list[Node] = []
    _add_text(nodes, element.text)
    for child in element:
        if isinstance(child.tag, str):
            nodes += _node(child, place)
        _add_text(nodes, child.tail)
    return _terms_run_in(nodes) if element.find("dt") is not None else nodes


def _add_text(nodes: list[Node], text: str | None) -> None:
    said = re.sub(r"[ \t\n]+", " ", text or "")
    for place, words in enumerate(UNDIVIDED.split(said)):
        if place % 2:
            nodes.append({"tag": "undivided", "body": [words]})
            continue
        if words:
            nodes.append(words)


def _node(element: lxml.html.HtmlElement, place: Place) -> list[Node]:
    tag, classes = str(element.tag), element.get("class", "").split()
    # What is hidden until a script shows it belongs to the screen.
    if tag in LEFT_OUT or element.get("hidden") is not None:
        return []
    if tag == "svg":
        return [_drawing(element)]
    if tag == "table":
        made = table(element, lambda cell: _trimmed(_children(cell, place)), place.room)
        for row in made["rows"]:
            if "id" in row[0]:
                row[0]["id"] = resolve(f"#{row[0]['id']}", place.source)
        return [_kept(element, place, made)]
    body = _children(element, place)
    if tag not in {"p", "a", "sup", "small", "strong", "em", "span", "code"}:
        body = _trimmed(body)
    if tag in TRANSPARENT and not classes and not element.get("id") and not element.get("lang"):
        return body
    node: dict[str, Any] = {"tag": tag, "body": body}
    if classes:
        node["class"] = classes
    if tag == "a" and (href := element.get("href")):
        node["href"] = resolve(href, place.source)
    if term := element.get("data-term"):
        node["term"] = term
    return [_kept(element, place, node)]


def _kept(element: lxml.html.HtmlElement, place: Place, node: dict[str, Any]) -> dict[str, Any]:
    if identity := element.get("id"):
        node["id"] = resolve(f"#{identity}", place.source)
    if language := element.get("lang"):
        node["lang"] = language
    return node


def resolve(href: str, source: str) -> str:
    """Return an address as seen from the language's folder: `calculators/crs.html#table`."""
    if "://" in href or href.startswith("mailto:"):
        return href
    path, _, anchor = href.partition("#")
    page = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else own_address(source)
    return f"{page}#{anchor}" if anchor else page


def own_address(source: str) -> str:
    """Return the address of the page that is made from a Markdown file."""
    return source.removesuffix(".md") + ".html"


def _drawing(element: lxml.html.HtmlElement) -> dict[str, Any]:
    said = [child.text_content() for child in element if child.tag in ("title", "desc")]
    width, height = (float(number) for number in element.get("viewbox", "").split()[2:])
    svg = etree.tostring(element, encoding="unicode", with_tail=False)
    # The HTML parser lowers the names of attributes; this is the one of ours that SVG writes with a capital.
    svg = svg.replace(" viewbox=", " viewBox=", 1)
    return {"tag": "drawing", "svg": svg, "alt": ". ".join(said), "ratio": height / width, "width": width}


def _terms_run_in(nodes: list[Node]) -> list[Node]:
    """Set each term and what is said of it as one paragraph, which saves a line."""
    said = [node for node in nodes if not isinstance(node, str)]
    return [
        {"tag": "p", "body": [{"tag": "strong", "body": [*term["body"], ":"]}, " ", *meaning["body"]]}
        for term, meaning in zip(said[::2], said[1::2], strict=True)
    ]


def _trimmed(nodes: list[Node]) -> list[Node]:
    """Drop the blanks beside blocks, which separate nothing."""
    kept: list[Node] = []
    for number, node in enumerate(nodes):
        if not isinstance(node, str):
            kept.append(node)
            continue
        before = number == 0 or _is_block(nodes[number - 1])
        after = number == len(nodes) - 1 or _is_block(nodes[number + 1])
        said = node.lstrip(" ") if before else node
        said = said.rstrip(" ") if after else said
        if said:
            kept.append(said)
    return kept


def _is_block(node: Node) -> bool:
    return not isinstance(node, str) and (node["tag"] in BLOCKS or node["tag"] == "drawing")
