"""Which way each arrow takes, before any height is known."""

from dataclasses import dataclass
from typing import Literal

from build_scripts.diagrams.layout import Layout
from build_scripts.records.diagram import Edge

type Way = Literal["down", "lane"]
"""Down through the rooms between rows and, where nothing stands in them, through rows; or beside the boxes."""


@dataclass(frozen=True)
class Route:
    """`gap` is the row above which the arrow goes sideways; None where it goes straight down or beside the boxes."""

    edge: Edge
    way: Way
    gap: int | None = None


def route(layout: Layout, edge: Edge) -> Route:
    """Choose the way of one arrow. ValueError where a box stands in every way."""
    start, end = layout.row_of[edge.start], layout.row_of[edge.end]
    here, there = layout.column_of[edge.start], layout.column_of[edge.end]
    between = range(start + 1, end)
    if start < end and _clear(layout, here, between):
        return Route(edge, "down", None if here == there else end)
    if start < end and _clear(layout, there, between):
        return Route(edge, "down", start + 1)
    for node in (edge.start, edge.end):
        beside = range(layout.column_of[node])
        if any(not _clear(layout, column, range(layout.row_of[node], layout.row_of[node] + 1)) for column in beside):
            raise ValueError(f"a box stands in the way from {edge.start} to {edge.end}: give one another column")
    return Route(edge, "lane")


def answers_of(layout: Layout, routes: list[Route], node: str) -> list[Edge]:
    """Return the arrows that leave a node, in the order in which their answers stand in its box."""
    leaving = [one for one in routes if one.edge.start == node]
    if layout.narrow:  # the way on to the next box is the last
        leaving.sort(key=lambda one: one.way == "down")
    else:  # what goes back stands on the side of the lanes, the others towards their targets
        leaving.sort(key=lambda one: (one.way == "down", layout.column_of[one.edge.end]))
    return [one.edge for one in leaving]


def _clear(layout: Layout, column: int, rows: range) -> bool:
    return not any(layout.column_of[node] == column and layout.row_of[node] in rows for node in layout.boxes)
