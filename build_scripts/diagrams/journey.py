"""The patient's journey: its steps along one line, and who takes part in each."""

from collections.abc import Sequence
from typing import get_args

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element, line, picture, text
from build_scripts.diagrams.layout import NARROW, WIDE
from build_scripts.diagrams.lettering import wrap
from build_scripts.page_view import PageView
from build_scripts.records.journey import JourneyStep, Role

SIZE, SMALL, HEADING = 13.0, 12.0, 11.0
LEADING = 16.0
PAD = 9.0
THREAD = 14.0
"""Where the line through the steps runs, from the left edge."""
WORDS = 34.0
ROLES_FROM = 206.0
"""Where, on a wide screen, the columns of the roles begin."""


def journey(identity: str, steps: Sequence[JourneyStep], view: PageView, palette: Palette, *, narrow: bool) -> Markup:
    """Draw the journey: roles as columns of marks on a wide screen, in words on a narrow one."""
    roles = [role for role in get_args(Role) if any(role in step.who for step in steps)]
    edge = NARROW if narrow else WIDE
    parts, top = ([], 2.0) if narrow else _headings(roles, view, palette)
    first = top
    rows: list[Markup] = []
    for number, step in enumerate(steps, start=1):
        words = [(words, SIZE, True) for words in _lines(view.plain(step.title), SIZE, narrow)]
        words += [(words, SMALL, False) for words in _lines(view.plain(step.when), SMALL, narrow)]
        if narrow:
            who = ", ".join(view.message(f"role.{role}") for role in step.who)
            words += [(words, SMALL, False) for words in _lines(f"· {who}", SMALL, narrow)]
        height = 2 * PAD + LEADING * len(words)
        row = [element("rect", x=0, y=top, width=edge, height=height, class_="shape",
                       fill=palette.panel if number % 2 else palette.paper)]  # fmt: skip
        for count, (said, size, bold) in enumerate(words):
            base = top + PAD + LEADING * (count + 1) - 4
            row.append(text(WORDS, base, said, palette.ink if bold else palette.soft, size, bold=bold))
        if not narrow:
            row += [_mark(roles.index(role), len(roles), top + height / 2, palette) for role in step.who]
        # From the first number to the last.
        middle = top + PAD + LEADING / 2
        ends = (middle if number == 1 else top, middle if number == len(steps) else top + height)
        row.append(line(THREAD, ends[0], THREAD, ends[1], palette.mark, width=1.5))
        row += _number(number, middle, palette)
        rows.append(element("g", Markup("").join(row), class_="box"))
        top += height
    parts += rows
    title = view.message("journey.drawing")
    description = view.message(
        "journey.drawing_says", first=view.plain(steps[0].title), last=view.plain(steps[-1].title), count=len(steps)
    )
    parts.append(line(0, first, edge, first, palette.line))
    return picture(identity, title, description, edge, top + 2, parts, language=view.language)


def _headings(roles: Sequence[Role], view: PageView, palette: Palette) -> tuple[list[Markup], float]:
    each = (WIDE - ROLES_FROM) / len(roles)
    wrapped = [wrap(view.message(f"role.{role}"), HEADING, each) for role in roles]
    bottom = 6 + 14.0 * max(len(lines) for lines in wrapped) + 6
    parts = []
    for number, lines in enumerate(wrapped):
        for count, words in enumerate(lines):
            base = bottom - 8 - 14.0 * (len(lines) - 1 - count)
            x = ROLES_FROM + (number + 0.5) * each
            parts.append(text(x, base, words, palette.ink, HEADING, anchor="middle", bold=True))
    return parts, bottom


def _lines(words: str, size: float, narrow: bool) -> list[str]:
    return wrap(words, size, (NARROW if narrow else ROLES_FROM) - WORDS - 4)


def _mark(column: int, columns: int, y: float, palette: Palette) -> Markup:
    x = ROLES_FROM + (column + 0.5) * (WIDE - ROLES_FROM) / columns
    return element("circle", cx=x, cy=y, r=6, fill=palette.mark, class_="mark")


def _number(number: int, y: float, palette: Palette) -> list[Markup]:
    return [
        element("circle", cx=THREAD, cy=y, r=11, fill=palette.paper, stroke=palette.mark, stroke_width=1.5),
        text(THREAD, y + 4, str(number), palette.ink, SMALL, anchor="middle", bold=True),
    ]
