"""Tables for paper: rows of cells, and how wide each column is for what stands in it."""

from collections.abc import Callable
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


def table(
    element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]], room: int
) -> dict[str, Any]:
    """Return `{"tag": "table", "caption", "widths", "head": rows, "rows": rows, "whole"}`; a cell is
    `{"body", "heads", "across", "number", "whole"}`. `room` is how many characters a line of the page holds; `whole`
    says that no page break may divide it.

    ValueError where a row has not as many cells as the table has columns.
    """
    caption = element.find("caption")
    held = [[_cell(cell, read) for cell in row if cell.tag in ("th", "td")] for row in element.iter("tr")]
    for row, cells in zip(element.iter("tr"), held, strict=True):
        if identity := row.get("id"):
            cells[0]["id"] = identity
    head = [row for row in held if all(cell["heads"] for cell in row) and row is held[0]]
    rows = held[len(head) :]
    count = max(sum(cell["across"] for cell in row) for row in held)
    widths = _widths(element, count, room)
    lines = 0.0
    for row in held:
        if sum(cell["across"] for cell in row) != count:
            name = caption.text_content() if caption is not None else ""
            raise ValueError(f"a row of the table {name} is not {count} cells wide")
        needed = _lines(row, widths)
        lines += max(needed, 1.0)
        for cell in row:
            cell["whole"] = needed <= TALLEST
    return {
        "tag": "table",
        "caption": read(caption) if caption is not None else [],
        "widths": widths,
        "head": head,
        "rows": rows,
        "whole": lines <= SHORT,
    }


def _cell(element: lxml.html.HtmlElement, read: Callable[[lxml.html.HtmlElement], list[Any]]) -> dict[str, Any]:
    return {
        "body": read(element),
        "heads": element.tag == "th",
        "across": int(element.get("colspan", "1")),
        "number": "number" in element.get("class", "").split(),
        "length": len(element.text_content()),
    }


def _lines(row: list[dict[str, Any]], widths: list[float]) -> float:
    """Return about how many lines a row takes, by its fullest cell."""
    lines, place = 0.0, 0
    for cell in row:
        room = sum(widths[place : place + cell["across"]]) - PADDING
        lines = max(lines, cell.pop("length") / room)
        place += cell["across"]
    return lines


def _widths(element: lxml.html.HtmlElement, count: int, room: int) -> list[float]:
    """Return relative widths: room for the longest word, and what is left by the amount of words."""
    longest, most = [2.0] * count, [1.0] * count
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("th", "td")]
        if len(cells) != count:
            continue
        for number, cell in enumerate(cells):
            said = cell.text_content().split()
            if cell.tag == "th" and len(" ".join(said)) < LONGEST_WORD:
                said = [" ".join(said)]
            limit = LONGEST_HEAD if cell.tag == "th" else LONGEST_WORD
            longest[number] = max([longest[number], *(float(min(len(word), limit)) for word in said)])
            most[number] = max(most[number], float(len(" ".join(said))))
    needed = [word + PADDING for word in longest]
    left = max(room - sum(needed), 0.0)
    shares = [max(amount - word, 0.0) ** 0.75 for amount, word in zip(most, longest, strict=True)]
    if not any(shares):
        shares[-1] = 1.0
    whole = sum(shares)
    return [round(need + left * share / whole, 2) for need, share in zip(needed, shares, strict=True)]
