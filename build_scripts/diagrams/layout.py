"""Where the boxes of a diagram stand: in rows and columns on a wide screen, one under the other on a narrow one."""

from collections.abc import Callable
from dataclasses import dataclass

from build_scripts.diagrams.boxes import SIDE, SIZE, Box
from build_scripts.diagrams.lettering import wrap
from build_scripts.records.common import Words
from build_scripts.records.diagram import Diagram, Edge

WIDE, NARROW = 720.0, 340.0
"""Widths of the two drawings: those of a text column on a desk, and on a phone of 375 pixels."""
GUTTER = 30.0
"""Room beside the boxes for one arrow that passes others by; a narrow drawing has more of them."""
LANE = 12.0
BETWEEN = 26.0
"""Room between columns."""


@dataclass
class Layout:
    """Boxes in rows; a row's boxes stand in `columns`."""

    boxes: dict[str, Box]
    row_of: dict[str, int]
    column_of: dict[str, int]
    edges: list[Edge]
    width: float
    narrow: bool


def ranks(diagram: Diagram) -> dict[str, int]:
    """Return each node's row: the longest way to it, leaving out arrows that lead back to a node on their own way."""
    following: dict[str, list[str]] = {node: [] for node in diagram.nodes}
    for edge in diagram.edges:
        following[edge.start].append(edge.end)
    order: list[str] = []
    back: set[tuple[str, str]] = set()
    on_the_way: list[str] = []

    def visit(node: str) -> None:
        on_the_way.append(node)
        for end in following[node]:
            if end in on_the_way:
                back.add((node, end))
            elif end not in order:
                visit(end)
        on_the_way.pop()
        order.append(node)

    visit(next(iter(diagram.nodes)))
    rows = dict.fromkeys(diagram.nodes, 0)
    for node in reversed(order):
        for end in following[node]:
            if (node, end) not in back:
                rows[end] = max(rows[end], rows[node] + 1)
    return rows


def lay_out(diagram: Diagram, plain: Callable[[Words], str], *, narrow: bool) -> Layout:
    """Give each box its words, row, column and width; arrows decide how far rows stand apart.

    ValueError where two boxes would stand in one place.
    """
    if narrow:
        row_of = {node: row for row, node in enumerate(diagram.nodes)}
        column_of = dict.fromkeys(diagram.nodes, 0)
        gutter = GUTTER + 2 * LANE
        left, pitch, box_width = 1.0, 0.0, NARROW - gutter - 1
    else:
        row_of = ranks(diagram)
        column_of = {node_id: node.column for node_id, node in diagram.nodes.items()}
        left, pitch = GUTTER, (WIDE - GUTTER + BETWEEN - 1) / (max(column_of.values()) + 1)
        box_width = pitch - BETWEEN
    places: dict[tuple[int, int], str] = {}
    boxes = {}
    for number, (node_id, node) in enumerate(diagram.nodes.items(), start=1):
        place = (row_of[node_id], column_of[node_id])
        if place in places:
            raise ValueError(f"{places[place]} and {node_id} stand in one place: give one of them another column")
        places[place] = node_id
        # The number is that of the step in the text beside the drawing.
        lines = wrap(f"{number}. {plain(node.words)}", SIZE, box_width - 2 * SIDE)
        boxes[node_id] = Box(node_id, node.kind, lines, left + pitch * column_of[node_id], box_width)
    return Layout(boxes, row_of, column_of, diagram.edges, NARROW if narrow else WIDE, narrow)
