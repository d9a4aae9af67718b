"""Tables for paper: rows of cells, and how wide each column is for what stands in it."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from math import ceil
from typing import Any

import lxml.html

from build_scripts.diagrams.lettering import width

LONGEST_HEAD, LONGEST_WORD = 14, 10
"""Characters of a word up to which its column keeps it whole, in heads and in running text."""
SHORT_HEAD, RECORD_HEAD = 9, 26
"""Characters up to which a head of several words stays on one line, in a table and in a record."""
LETTER = 0.55
"""Width of a character of running text, as `lettering.width` counts it."""
PADDING = 1.9
"""Characters that the space beside a column's words takes."""
TALLEST = 16
"""Lines up to which a row stays on one page: about a third of it."""
SHORT = 9
"""Lines up to which a whole table does."""
NARROW = 32
"""Characters of a line from which it divides no word: long lines need it not, and it takes a sixth of the time."""
MANY = 4
"""Columns from which a table becomes records where these are shorter."""
LONG_AFTER_APOSTROPHE = re.compile(r"(?<=\w['’])(?=\w{8})")
"""Where a short line may end inside a word: Typst hyphenates none that has an apostrophe in it
(`dell'autorizzazione`)."""

type Row = list[dict[str, Any]]


def table(
    element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]], room: int
) -> dict[str, Any]:
    """Return `{"tag": "table", "caption", "widths", "head": rows, "rows": rows, "whole"}`; a cell is
    `{"body", "heads", "across", "number", "whole", "divides", "level"}`. `room` is how many characters a line of the
    page holds; `whole` says that no page break may divide it, `divides` that its words may be hyphenated, `level` is
    that of a row which heads others.

    ValueError where a row has not as many cells as the table has columns.
    """
    caption = element.find("caption")
    rows = [[_cell(cell, read) for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
    for row, cells in zip(element.iter("tr"), rows, strict=True):
        if identity := row.get("id"):
            cells[0]["id"] = identity
    head = [row for row in rows if all(cell["heads"] for cell in row) and row is rows[0]]
    count = max(sum(cell["across"] for cell in row) for row in rows)
    for cells in rows:
        if sum(cell["across"] for cell in cells) != count:
            name = caption.text_content() if caption is not None else ""
            raise ValueError(f"a row of the table {name} is not {count} cells wide")
    widths = _widths(rows, count, room)
    if head and count >= MANY:
        records = list(_records(rows))
        record_widths = _widths(records, 2, room, RECORD_HEAD)
        if _height(records, record_widths) < _height(rows, widths):
            rows, head, widths = records, [], record_widths
    height = _height(rows, widths)
    for cells in rows:
        whole = _lines(cells, widths) <= TALLEST
        for cell, line in zip(cells, _rooms(cells, widths), strict=True):
            cell["whole"] = whole
            cell["divides"] = line < min(NARROW, len(" ".join(cell["words"])))
            if cell["divides"]:
                cell["body"] = list(_with_joints(cell["body"]))
    for cell in (cell for cells in rows for cell in cells):
        del cell["words"]
    return {
        "tag": "table",
        "caption": read(caption) if caption is not None else [],
        "widths": widths,
        "head": head,
        "rows": rows[len(head) :],
        "whole": height <= SHORT,
    }


def _cell(element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]]) -> dict[str, Any]:
    # The points of a list touch in its text.
    said = " ".join(element.itertext()) if element.find(".//li") is not None else element.text_content()
    return {
        "body": read(element),
        "heads": element.tag == "th",
        "across": int(element.get("colspan", "1")),
        "number": "number" in element.get("class", "").split(),
        # A blank that divides no line divides no word.
        "level": 2,
        "words": re.findall(r"[^ \t\n]+", said),
    }


def _records(rows: list[Row]) -> Iterator[Row]:
    """Turn a wide table into records, as a phone shows it: each row's name over the whole width, and under it a row
    for each column that says something.
    """
    heads = rows[0][1:]
    for row in rows[1:]:
        yield [{**row[0], "heads": True, "across": 2, "level": 2 if len(row) == 1 else 3}]
        for head, cell in zip(heads, row[1:], strict=False):
            if cell["words"] not in ([], ["–"]):
                yield [deepcopy(head), cell]


def _lines(row: Row, widths: list[float]) -> float:
    """Return about how many lines a row takes, by its fullest cell."""
    return max(len(" ".join(cell["words"])) / room for cell, room in zip(row, _rooms(row, widths), strict=True))


def _rooms(row: Row, widths: list[float]) -> Iterator[float]:
    """Yield how many characters a line of each cell holds."""
    place = 0
    for cell in row:
        yield sum(widths[place : place + cell["across"]]) - PADDING
        place += cell["across"]


def _with_joints(nodes: list[Any]) -> Iterator[Any]:
    """Yield the nodes with a joint at each place inside a word where a line may end."""
    for node in nodes:
        if isinstance(node, str):
            first, *others = LONG_AFTER_APOSTROPHE.split(node)
            yield first
            for part in others:
                yield from ({"tag": "joint", "body": []}, part)
        elif node["tag"] in ("undivided", "table"):
            yield node
        else:
            yield {**node, "body": list(_with_joints(node.get("body", [])))}


def _height(rows: list[Row], widths: list[float]) -> float:
    """Return about how many lines a table takes."""
    return sum(max(ceil(_lines(row, widths)), 1) for row in rows)


def _widths(rows: list[Row], count: int, room: int, one_line: int = SHORT_HEAD) -> list[float]:
    """Return relative widths: room for the longest word, and what is left by the amount of words."""
    longest, usual = [2.0] * count, [0.0] * count
    whole = [row for row in rows if len(row) == count]
    for number, cells in enumerate(zip(*whole, strict=True)):
        for cell in cells:
            said, limit = cell["words"], max(LONGEST_HEAD, one_line) if cell["heads"] else LONGEST_WORD
            if cell["heads"] and len(" ".join(said)) <= one_line:
                said = [" ".join(said)]
            longest[number] = max([longest[number], *(width(word[:limit], 1 / LETTER) for word in said)])
        # A mean in which a long cell weighs far more than a short one: the longest make a table tall.
        usual[number] = (sum(len(" ".join(cell["words"])) ** 4 for cell in cells) / len(cells)) ** 0.25
    needed = [word + PADDING for word in longest]
    left = max(room - sum(needed), 0.0)
    shares = [max(amount - word, 0.0) for amount, word in zip(usual, longest, strict=True)]
    if not any(shares):
        shares[-1] = 1.0
    return [round(need + left * share / sum(shares), 2) for need, share in zip(needed, shares, strict=True)]
