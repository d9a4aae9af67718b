"""The flow chart of a diagram's record."""

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import picture, text
from build_scripts.diagrams import arrows
from build_scripts.diagrams.arrows import Point
from build_scripts.diagrams.boxes import ANSWER_SIZE, outline
from build_scripts.diagrams.layout import LANE, Layout, lay_out
from build_scripts.diagrams.lettering import width
from build_scripts.diagrams.routes import Route, answers_of, route
from build_scripts.page_view import PageView
from build_scripts.records.diagram import NODE_KINDS, Diagram

TOP = 2.0
KEY_ROW = 26.0


def flow(identity: str, diagram: Diagram, view: PageView, palette: Palette, *, narrow: bool) -> Markup:
    """Draw a diagram in one of its two layouts. ValueError, with the reason, where it cannot be laid out."""
    layout, corners = arrange(diagram, view, narrow=narrow)
    parts = [arrows.draw(one, palette) for one in corners]
    parts += [box.draw(palette) for box in layout.boxes.values()]
    key, bottom = _key(view, palette, layout.width, max(box.bottom for box in layout.boxes.values()) + 20)
    title, description = view.plain(diagram.title), view.plain(diagram.description)
    return picture(identity, title, description, layout.width, bottom, [*parts, *key], language=view.language)


def arrange(diagram: Diagram, view: PageView, *, narrow: bool) -> tuple[Layout, list[list[Point]]]:
    """Place every box; return them with each arrow's corners, in the order of the record. ValueError as `flow`."""
    layout = lay_out(diagram, view.plain, narrow=narrow)
    routes = [route(layout, edge) for edge in diagram.edges]
    return layout, arrows.lines(layout, routes, _set_rows(layout, routes, view))


def _set_rows(layout: Layout, routes: list[Route], view: PageView) -> dict[int, float]:
    """Set the height of every box and row; return each row's lower edge."""
    tracks = arrows.tracks(layout, routes)
    bottoms: dict[int, float] = {}
    top = TOP
    for row in sorted(set(layout.row_of.values())):
        here = [layout.boxes[node] for node, at in layout.row_of.items() if at == row]
        if bottoms:
            sideways = max((track + 1 for (gap, _), track in tracks.items() if gap == row), default=0)
            top = bottoms[row - 1] + arrows.LEAVE + arrows.ARRIVE + LANE * max(0, sideways - 1)
        for box in here:
            leaving = [
                (edge.end, view.plain(edge.label) if edge.label else "")
                for edge in answers_of(layout, routes, box.id)
            ]
            box.place(top, leaving, stacked=layout.narrow)
        bottoms[row] = max(box.bottom for box in here)
    return bottoms


def _key(view: PageView, palette: Palette, room: float, top: float) -> tuple[list[Markup], float]:
    """Draw what each shape means; return it with its lower edge."""
    parts = []
    left = 2.0
    for kind in NODE_KINDS:
        words = view.message(f"diagram.kind.{kind}")
        needed = 36 + width(words, ANSWER_SIZE)
        if left + needed > room:
            left, top = 2.0, top + KEY_ROW
        parts.append(outline(kind, left, top, 28, 18, palette, cut=5))
        parts.append(text(left + 36, top + 13, words, palette.ink, ANSWER_SIZE))
        left += needed + 14
    return parts, top + KEY_ROW
