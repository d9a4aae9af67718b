"""A chart of points with their confidence intervals, one row under the other, each with its words and its number."""

import math
import textwrap
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element, line, picture, text

LEFT = 10
"""Space beside a chart, on both sides."""
HEADING, AXIS = 30, 34
LABEL, NOTE, TRACK = 16, 15, 24
"""Heights of a line of the label, of a line of the note, of the line with the mark."""


@dataclass(frozen=True)
class Axis:
    """Where numbers stand: linear from 0, or logarithmic around the 1 at which a ratio says nothing."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool = False

    def x(self, value: Decimal | float, right: float) -> float:
        """Return the place of `value` on an axis that ends at `right`; what lies outside stands at the edge."""
        share = (self._scaled(float(value)) - self._scaled(self.low)) / (
            self._scaled(self.high) - self._scaled(self.low)
        )
        return LEFT + min(max(share, 0.0), 1.0) * (right - LEFT)

    def _scaled(self, value: float) -> float:
        return math.log(max(value, 1e-6)) if self.logarithmic else value


@dataclass(frozen=True)
class Row:
    """One figure. `badge` is the grading scale of a toxicity; `control` rows have a hollow square, others a disc."""

    label: str
    note: str
    shown: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    open_high: bool = False
    badge: str = ""
    control: bool = False

    def labels(self, right: float) -> list[str]:
        """Return the label in lines that leave room for the number beside them."""
        return textwrap.wrap(self.label, max(16, int((right - LEFT - 7.2 * len(self.shown)) / 6.3)))

    def notes(self, right: float) -> list[str]:
        """Return the note in lines that leave room for the badge beside them."""
        return textwrap.wrap(self.note, max(16, int((right - LEFT - _badge_width(self.badge)) / 6)))

    def height(self, right: float) -> float:
        """Return the height that the row takes."""
        return LABEL * len(self.labels(right)) + NOTE * len(self.notes(right)) + TRACK


@dataclass(frozen=True)
class Group:
    """Rows under one heading."""

    heading: str
    rows: tuple[Row, ...]


def intervals(identity: str, title: str, description: str, axis: Axis, group: Group, palette: Palette) -> Markup:
    """Draw the rows one under the other over their axis."""
    parts: list[Markup] = []
    top, right = 4.0, palette.width - LEFT
    for words in textwrap.wrap(group.heading, int((right - LEFT) / 7)):
        parts.append(text(LEFT, top + 20, words, palette.ink, 14, bold=True))
        top += 18
    top += HEADING - 18
    for row in group.rows:
        parts += _row(row, top, axis, palette)
        top += row.height(right)
    top += 6
    parts = [*_grid(axis, top, palette), *parts]
    return picture(identity, title, description, palette.width, top + AXIS, parts)


def _row(row: Row, top: float, axis: Axis, palette: Palette) -> list[Markup]:
    right = palette.width - LEFT
    words = row.height(right) - TRACK
    track = top + words + 9
    # The paper behind the words keeps the grid's lines out of them.
    parts = [element("rect", x=LEFT, y=top, width=right - LEFT, height=words + 2, fill=palette.paper)]
    base = top + 13
    parts.append(text(right, base, row.shown, palette.ink, 13, anchor="end", bold=True))
    for words_of_line in row.labels(right):
        parts.append(text(LEFT, base, words_of_line, palette.ink, 13))
        base += LABEL
    if row.badge:
        parts += _badge(row.badge, base - 1, palette)
    for words_of_line in row.notes(right):
        parts.append(text(LEFT, base - 1, words_of_line, palette.soft, 12))
        base += NOTE
    parts.append(line(LEFT, track, right, track, palette.line))
    if row.low is not None:
        end = axis.x(axis.high if row.high is None else row.high, right)
        parts.append(line(axis.x(row.low, right), track, end, track, palette.mark, width=3))
        if row.open_high:
            parts.append(element("path", d=f"M{end - 6:.2f} {track - 5:.2f}l6 5l-6 5z", fill=palette.mark))
    x = axis.x(row.value, right)
    if row.control:
        parts.append(
            element(
                "rect",
                x=x - 5,
                y=track - 5,
                width=10,
                height=10,
                fill=palette.paper,
                stroke=palette.mark,
                stroke_width=2,
            )
        )
    else:
        parts.append(element("circle", cx=x, cy=track, r=5.5, fill=palette.mark))
    return parts


def _badge(words: str, base: float, palette: Palette) -> list[Markup]:
    width, right = _badge_width(words), palette.width - LEFT
    return [
        element(
            "rect",
            x=right - width,
            y=base - 11,
            width=width,
            height=14,
            rx=3,
            fill=palette.panel,
            stroke=palette.line,
        ),
        text(right - width / 2, base, words, palette.ink, 11, anchor="middle"),
    ]


def _badge_width(words: str) -> float:
    return 5.7 * len(words) + 10 if words else 0.0


def _grid(axis: Axis, bottom: float, palette: Palette) -> list[Markup]:
    parts, right = [], palette.width - LEFT
    for value, words in axis.ticks:
        x = axis.x(value, right)
        whole = axis.logarithmic and value == 1
        parts.append(line(x, 4, x, bottom, palette.soft if whole else palette.line, dash=None if whole else "2 3"))
        anchor = "start" if x <= LEFT else "end" if x >= right else "middle"
        parts.append(text(x, bottom + 18, words, palette.soft, 12, anchor=anchor))
    return parts
