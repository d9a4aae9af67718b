"""Arrows of a diagram: orthogonal, ending in a triangle, those to one target on one line."""

from collections import defaultdict

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element
from build_scripts.diagrams.boxes import PAD, Box
from build_scripts.diagrams.layout import GUTTER, LANE, Layout
from build_scripts.diagrams.routes import Route

type Point = tuple[float, float]

LEAVE, ARRIVE = 12.0, 15.0
"""Room of a gap above its first and below its last sideways line."""
HEAD = 7.0
"""Length of an arrow's head."""
_OFF_MIDDLE = 20.0
"""How far from a box's corner an arrow from the side arrives: clear of every answer's middle."""


def tracks(layout: Layout, routes: list[Route]) -> dict[tuple[int, str], int]:
    """Return for each gap and target the sideways line that its arrows share, counted from above."""
    spans: dict[tuple[int, str], tuple[int, int]] = {}
    for one in routes:
        if one.gap is not None:
            columns = sorted((layout.column_of[one.edge.start], layout.column_of[one.edge.end]))
            low, high = spans.get((one.gap, one.edge.end), (columns[0], columns[1]))
            spans[one.gap, one.edge.end] = (min(low, columns[0]), max(high, columns[1]))
    taken: dict[tuple[int, str], int] = {}
    for (gap, target), (low, high) in spans.items():
        blocked = {
            track
            for (other_gap, other), track in taken.items()
            if other_gap == gap and spans[gap, other][0] <= high and low <= spans[gap, other][1]
        }
        taken[gap, target] = next(track for track in range(len(spans)) if track not in blocked)
    return taken


def lines(layout: Layout, routes: list[Route], row_bottoms: dict[int, float]) -> list[list[Point]]:
    """Return each arrow's corners, from its start to its tip.

    ValueError where there is no room for one more beside the boxes.
    """
    shared = tracks(layout, routes)
    lanes = _lanes(layout, routes)
    drawn = []
    for one in routes:
        start, end = layout.boxes[one.edge.start], layout.boxes[one.edge.end]
        answer = start.answers[one.edge.end]
        if one.way == "lane":
            x = lanes[one.edge.end]
            edge = "right" if layout.narrow else "left"
            drawn.append([(getattr(start, edge), _leaves(one, layout)), (x, _leaves(one, layout)),
                          (x, _arrives(end)), (getattr(end, edge), _arrives(end))])  # fmt: skip
            continue
        if one.gap is None:
            drawn.append([(answer.x, start.bottom), (answer.x, end.top)])
            continue
        x = end.left + _OFF_MIDDLE if start.left < end.left else end.right - _OFF_MIDDLE
        y = row_bottoms[one.gap - 1] + LEAVE + LANE * shared[one.gap, one.edge.end]
        drawn.append([(answer.x, start.bottom), (answer.x, y), (x, y), (x, end.top)])
    return drawn


def draw(corners: list[Point], palette: Palette) -> Markup:
    """Draw one arrow."""
    (x0, _), (x, y) = corners[-2:]
    points = " ".join(f"{px:.2f},{py:.2f}" for px, py in corners)
    shaft = element("polyline", points=points, fill="none", stroke=palette.soft, stroke_width=1.5, class_="arrow")
    if x == x0:
        tip = f"M{x:.2f} {y:.2f}l-4.5 {-HEAD:g}h9z"
    else:
        back = HEAD if x0 > x else -HEAD
        tip = f"M{x:.2f} {y:.2f}l{back:g} -4.5v9z"
    return shaft + element("path", d=tip, fill=palette.soft)


def _lanes(layout: Layout, routes: list[Route]) -> dict[str, float]:
    """Place the arrows beside the boxes: those to one target on one lane, short ways next to the boxes."""
    spans: dict[str, tuple[float, float]] = defaultdict(lambda: (float("inf"), float("-inf")))
    for one in (one for one in routes if one.way == "lane"):
        ends = (_leaves(one, layout), _arrives(layout.boxes[one.edge.end]))
        low, high = spans[one.edge.end]
        spans[one.edge.end] = (min(low, *ends), max(high, *ends))
    first = next(iter(layout.boxes.values()))
    room = layout.width - first.right if layout.narrow else GUTTER
    lanes: dict[str, int] = {}
    for target, (low, high) in sorted(spans.items(), key=lambda item: item[1][1] - item[1][0]):
        blocked = {lane for other, lane in lanes.items() if spans[other][0] <= high and low <= spans[other][1]}
        lanes[target] = next(lane for lane in range(len(spans)) if lane not in blocked)
        if LANE * (lanes[target] + 1) + 6 > room:
            raise ValueError(f"there is no room beside the boxes for one more arrow to {target}")
    away = {target: LANE * (lane + 1) + 2 for target, lane in lanes.items()}
    return {target: first.right + by if layout.narrow else GUTTER - by for target, by in away.items()}


def _leaves(one: Route, layout: Layout) -> float:
    start = layout.boxes[one.edge.start]
    answer = start.answers[one.edge.end]
    return answer.y if answer.lines else start.top + start.words_height - PAD - 1


def _arrives(end: Box) -> float:
    return end.top + PAD + 2
