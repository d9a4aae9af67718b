"""Whom a study counts: a bar for each analysis set, as long as its patients are many."""

from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element, picture, text

WIDTH, LEFT, RIGHT, ROW, HEADING = 360, 10, 350, 40, 28


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
    top = 4.0
    for arm in arms:
        parts.append(text(LEFT, top + 18, arm.heading, palette.ink, 14, bold=True))
        top += HEADING
        for bar in arm.bars:
            width = max(3.0, (bar.n or most) / most * (RIGHT - LEFT))
            known = bar.n is not None
            parts += [
                text(LEFT, top + 12, bar.label, palette.ink, 12),
                text(RIGHT, top + 12, bar.shown, palette.ink, 12, anchor="end", bold=True),
                element(
                    "rect",
                    x=LEFT,
                    y=top + 18,
                    width=width,
                    height=9,
                    fill=palette.mark if known else "none",
                    stroke=palette.mark if known else palette.soft,
                    stroke_dasharray=None if known else "3 3",
                ),
            ]
            top += ROW
        top += 4
    return picture(identity, title, description, WIDTH, top, parts)
