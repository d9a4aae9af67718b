"""Tables for paper: rows of cells, and how wide each column is for what stands in it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import lxml.html

LONGEST_HEAD, LONGEST_WORD = 14, 10
"""Characters of a word up to which its column keeps it whole, in heads and in running text."""
PADDING = 1.9
"""Characters that the space beside a column's words takes."""
TALLEST = 16
"""Lines up to which a row stays on one page: about a third of it."""
SHORT = 9
"""Lines up to which a whole table does."""
MANY, TALL = 5, 6
"""Columns from which, and lines of a row above which, a table becomes records."""

type Row = list[dict[str, Any]]


def table(
    element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]], room: int
) -> dict[str, Any]:
    """Return `{"tag": "table", "caption", "widths", "head": rows, "rows": rows, "whole"}`; a cell is
    `{"body", "heads", "across", "number", "whole"}`. `room` is how many characters a line of the page holds; `whole`
    says that no page break may divide it.

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
    if head and count >= MANY and max(_lines(cells, widths) for cells in rows) > TALL:
        rows = list(_records(rows))
        head, widths = [], _widths(rows, 2, room)
    lines = 0.0
    for cells in rows:
        needed = _lines(cells, widths)
        lines += max(needed, 1.0)
        for cell in cells:
            cell["whole"] = needed <= TALLEST
    for cell in (cell for cells in rows for cell in cells):
        del cell["words"]
    return {
        "tag": "table",
        "caption": read(caption) if caption is not None else [],
        "widths": widths,
        "head": head,
        "rows": rows[len(head) :],
        "whole": lines <= SHORT,
    }


def _cell(element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]]) -> dict[str, Any]:
    return {
        "body": read(element),
        "heads": element.tag == "th",
        "across": int(element.get("colspan", "1")),
        "number": "number" in element.get("class", "").split(),
        "words": element.text_content().split(),
    }


def _records(rows: list[Row]) -> Iterator[Row]:
    """Turn a wide table into records, as a phone shows it: each row's name over the whole width, and under it a row
    for each column that says something.
    """
    heads = rows[0][1:]
    for row in rows[1:]:
        yield [{**row[0], "heads": True, "across": 2}]
        for head, cell in zip(heads, row[1:], strict=False):
            if cell["words"] not in ([], ["–"]):
                yield [deepcopy(head), cell]


def _lines(row: Row, widths: list[float]) -> float:
    """Return about how many lines a row takes, by its fullest cell."""
    lines, place = 0.0, 0
    for cell in row:
        room = sum(widths[place : place + cell["across"]]) - PADDING
        lines = max(lines, len(" ".join(cell["words"])) / room)
        place += cell["across"]
    return lines


def _widths(rows: list[Row], count: int, room: int) -> list[float]:
    """Return relative widths: room for the longest word, and what is left by the amount of words."""
    longest, usual = [2.0] * count, [0.0] * count
    whole = [row for row in rows if len(row) == count]
    for number, cells in enumerate(zip(*whole, strict=True)):
        for cell in cells:
            said, limit = cell["words"], LONGEST_HEAD if cell["heads"] else LONGEST_WORD
            if cell["heads"] and len(" ".join(said)) < LONGEST_WORD:
                said = [" ".join(said)]
            longest[number] = max([longest[number], *(float(min(len(word), limit)) for word in said)])
        # The root mean square: one long cell weighs more than several short ones, yet does not decide alone.
        usual[number] = (sum(len(" ".join(cell["words"])) ** 2 for cell in cells) / len(cells)) ** 0.5
    needed = [word + PADDING for word in longest]
    left = max(room - sum(needed), 0.0)
    shares = [max(amount - word, 0.0) for amount, word in zip(usual, longest, strict=True)]
    if not any(shares):
        shares[-1] = 1.0
    return [round(need + left * share / sum(shares), 2) for need, share in zip(needed, shares, strict=True)]
