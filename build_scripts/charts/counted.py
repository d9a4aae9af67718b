"""Whom a study counts: a bar for each analysis set, as long as its patients are many."""

import textwrap
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element, picture, text

LEFT, LINE, BAR, HEADING = 10, 14, 26, 28
"""Space on both sides, heights of a line of a bar's label, of a bar, of an arm's heading."""


@dataclass(frozen=True)
class Bar:
    """One analysis set; `n` is None where the source does not give it, and the bar is then an empty outline."""

    label: str
    shown: str
    n: int | None


@dataclass(frozen=True)
class Arm:
    """The sets of one treatment, largest first."""

    heading: str
    bars: tuple[Bar, ...]


def counted(identity: str, title: str, description: str, arms: list[Arm], palette: Palette) -> Markup:
    """Draw the arms one under the other, all bars on one scale."""
    most = max((bar.n or 0 for arm in arms for bar in arm.bars), default=0) or 1
    parts: list[Markup] = []
    top, right = 4.0, palette.width - LEFT
    for arm in arms:
        parts.append(text(LEFT, top + 18, arm.heading, palette.ink, 14, bold=True))
        top += HEADING
        for bar in arm.bars:
            width = max(3.0, (bar.n or most) / most * (right - LEFT))
            known = bar.n is not None
            parts.append(text(right, top + 12, bar.shown, palette.ink, 12, anchor="end", bold=True))
            for words in textwrap.wrap(bar.label, int((right - LEFT - 7 * len(bar.shown)) / 5.8)):
                parts.append(text(LEFT, top + 12, words, palette.ink, 12))
                top += LINE
            parts.append(
                element(
                    "rect",
                    x=LEFT,
                    y=top + 4,
                    width=width,
                    height=9,
                    fill=palette.mark if known else "none",
                    stroke=palette.mark if known else palette.soft,
                    stroke_dasharray=None if known else "3 3",
                )
            )
            top += BAR
        top += 4
    return picture(identity, title, description, palette.width, top, parts)
