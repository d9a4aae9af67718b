"""What a reader's software gets out of a PDF: its words in order, where each stands, where links lead."""

import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf

MARKS = str.maketrans("", "", "-‐\u00ad•")
XHTML, BOX = "{http://www.w3.org/1999/xhtml}", ("xMin", "yMin", "xMax", "yMax")
NEAR = 2500
"""Characters within which the next cell of a row begins, though a page's foot and a repeated header stand between."""
PARTS = 3
"""Into how many parts page breaks may divide a cell."""


def bare(text: str) -> str:
    """Text without blanks, hyphens and the marks of lists, so that line breaks do not tell."""
    return re.sub(r"\s+", "", text.translate(MARKS))


def pages_and_feet(file: Path) -> list[tuple[str, str]]:
    """The bare text of each page in reading order, and the line at its foot; nothing where it has none."""
    return [(bare(page), bare(foot)) for page, foot in _divided(file)]


def last_lines(file: Path) -> list[str]:
    """The bare text of the last line of each page, above its foot."""
    return [bare(page.rstrip().rpartition("\n")[2]) for page, _ in _divided(file)]


def _divided(file: Path) -> list[tuple[str, str]]:
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    parts = [re.split(r"\n(?=.*\d+ / \d+\s*$)", page) for page in done.stdout.decode().split("\f")[:-1]]
    return [(page[0], "".join(page[1:])) for page in parts]


def outside(file: Path, margin: float) -> list[str]:
    """Words that stand nearer than `margin` points to the side of their page, or half of it to its head or foot."""
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True)
    found = []
    for number, page in enumerate(ElementTree.fromstring(done.stdout).iter(f"{XHTML}page"), 1):
        width, height = (float(page.attrib[name]) for name in ("width", "height"))
        for word in page:
            left, top, right, bottom = (float(word.attrib[name]) for name in BOX)
            if min(left, width - right, 2 * top, 2 * (height - bottom)) < margin:
                found.append(f"page {number}: {word.text}")
    return found


def overlapping(file: Path) -> list[str]:
    """Words that stand on one another: a word too long for its column reaches into the next."""
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True)
    found = []
    for number, page in enumerate(ElementTree.fromstring(done.stdout).iter(f"{XHTML}page"), 1):
        words = sorted(([float(word.attrib[name]) for name in BOX], word.text) for word in page)
        for place, ((_, top, right, bottom), said) in enumerate(words):
            for (other_left, other_top, _, other_bottom), other in words[place + 1 :]:
                if other_left > right - 1:
                    break
                shared = min(bottom, other_bottom) - max(top, other_top)
                if shared > 0.6 * min(bottom - top, other_bottom - other_top):
                    found.append(f"page {number}: {said} on {other}")
    return found


def holds(text: str, cells: list[str], start: int) -> int:
    """Return where the first row of these cells ends, one cell after the other; ValueError where there is none."""
    at = text.find(bare(cells[0]), start)
    while at >= 0:
        end = _end(text, cells, at)
        if end is not None:
            return end
        at = text.find(bare(cells[0]), at + 1)
    raise ValueError(f"no row {cells}")


def _end(text: str, cells: list[str], row: int) -> int | None:
    """Where the cells of a row end that begins at `row`.

    A page break may divide a row: each of its cells then goes on after the page's foot and the table's repeated
    header, so that the parts of one stand between those of another.
    """
    first = end = row + len(bare(cells[0]))
    divided = False
    for cell in map(bare, cells[1:]):
        whole = text.find(cell, end, end + NEAR + len(cell))
        if whole >= 0:
            end = whole + len(cell)
        elif _has_parts(text[row : row + 2 * NEAR + len("".join(cells))], cell):
            divided = True
        else:
            return None
    # Where a divided row ends cannot be told: the next one begins behind its first cell.
    return first if divided else end


def _has_parts(text: str, cell: str) -> bool:
    """Whether a cell stands in a text in at most `PARTS` parts, one after the other."""
    at = 0
    for _ in range(PARTS):
        size = bisect_left(range(1, len(cell) + 1), True, key=lambda size: text.find(cell[:size], at) < 0)
        at = text.find(cell[:size], at) + size
        cell = cell[size:]
        if not cell:
            return True
    return False


def dead_links(document: pikepdf.Pdf) -> Iterator[str]:
    """Links that lead to no page of the document and to no https address."""
    pages = {page.obj.objgen for page in document.pages}
    names = _destinations(document)
    for number, page in enumerate(document.pages, 1):
        for link in page.obj.get("/Annots", []):
            action: Any = link.get("/A", {})
            if action.get("/S") == "/URI":
                if not str(action.URI).startswith("https://"):
                    yield f"page {number}: {action.URI}"
                continue
            target: Any = link.get("/Dest", action.get("/D"))
            if isinstance(target, pikepdf.String | pikepdf.Name):
                target = names.get(str(target))
            if target is None or target[0].objgen not in pages:
                yield f"page {number}: {link.get('/Contents')}"


def heights_of_targets(document: pikepdf.Pdf, page: int) -> set[float]:
    """How far below the top of a page, counted from 1, the places lie to which links lead."""
    held = document.pages[page - 1]
    found: list[Any] = [link.Dest for one in document.pages for link in one.obj.get("/Annots", []) if "/Dest" in link]
    return {float(held.mediabox[3]) - float(target[3]) for target in found if target[0].objgen == held.obj.objgen}


def heights_of_numbers(file: Path, page: int) -> list[float]:
    """How far below the top of a page the numbers of a list stand: those that begin a line."""
    call = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(file), "-"]
    done = subprocess.run(call, capture_output=True, check=True)
    words = list(ElementTree.fromstring(done.stdout).iter(f"{XHTML}word"))
    edge = min(float(word.attrib["xMin"]) for word in words)
    numbers = [word for word in words if re.fullmatch(r"\d+\.", word.text or "")]
    return [float(word.attrib["yMin"]) for word in numbers if float(word.attrib["xMin"]) < edge + 1]


def _destinations(document: pikepdf.Pdf) -> dict[str, Any]:
    if "/Names" not in document.Root or "/Dests" not in document.Root.Names:
        return {}
    tree = pikepdf.NameTree(document.Root.Names.Dests)
    return {
        str(name): target.get("/D", target) if hasattr(target, "keys") else target for name, target in tree.items()
    }
