"""A box of a diagram: its words, and under them the answers from which arrows leave. The shape tells its kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from build_scripts.charts.palette import Palette
from build_scripts.charts.svg import element, line, text
from build_scripts.diagrams.lettering import wrap
from build_scripts.records.diagram import NodeKind

SIZE, ANSWER_SIZE = 13.0, 12.0
LEADING, ANSWER_LEADING = 17.0, 15.0
PAD = 9.0
SIDE = 12.0
CHAMFER = 9.0
"""How far the corners of a decision are cut off: less than `SIDE`, so that no word meets them."""


@dataclass(frozen=True)
class Answer:
    """What leads on from a box: the arrow's target, its words (none for a plain arrow), the room they take."""

    target: str
    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def x(self) -> float:
        """The middle of the answer, from the drawing's left edge."""
        return self.left + self.width / 2

    @property
    def y(self) -> float:
        """The middle of the answer, from the drawing's upper edge."""
        return self.top + self.height / 2


@dataclass
class Box:
    """One node, placed: every measure in units of the drawing, from its upper left corner."""

    id: str
    kind: NodeKind
    lines: list[str]
    left: float
    width: float
    top: float = 0.0
    height: float = 0.0
    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The middle between the left and the right edge."""
        return self.left + self.width / 2

    @property
    def words_height(self) -> float:
        """Height of the part above the answers."""
        return 2 * PAD + LEADING * len(self.lines)

    def place(self, top: float, answers: Sequence[tuple[str, str]], *, stacked: bool) -> None:
        """Set the box at `top` with its answers (target, words), one under the other or side by side.

        ValueError where a word is wider than its room.
        """
        self.top = top
        each = self.width if stacked else self.width / max(1, len(answers))
        wrapped = [tuple(wrap(words, ANSWER_SIZE, each - 2 * SIDE)) if words else () for _, words in answers]
        heights = [ANSWER_LEADING * len(lines) + PAD if lines else 0.0 for lines in wrapped]
        tallest = max(heights, default=0.0)
        left, below = self.left, top + self.words_height
        for (target, _), lines, own in zip(answers, wrapped, heights, strict=True):
            height = own if stacked else tallest
            self.answers[target] = Answer(target, lines, left, below, each, height)
            left, below = (left, below + height) if stacked else (left + each, below)
        self.height = self.words_height + (sum(heights) if stacked else tallest)

    def draw(self, palette: Palette) -> Markup:
        """Draw it."""
        parts = [outline(self.kind, self.left, self.top, self.width, self.height, palette)]
        base = self.top + PAD + LEADING - 4.5
        for number, words in enumerate(self.lines):
            parts.append(text(self.middle, base + number * LEADING, words, palette.ink, SIZE, anchor="middle"))
        for answer in self.answers.values():
            if not answer.lines:
                continue
            parts.append(line(answer.left, answer.top, answer.left + answer.width, answer.top, palette.line))
            if answer.left > self.left:
                parts.append(line(answer.left, answer.top, answer.left, self.bottom, palette.line))
            base = answer.y - ANSWER_LEADING * len(answer.lines) / 2 + ANSWER_LEADING - 4
            for number, words in enumerate(answer.lines):
                y = base + number * ANSWER_LEADING
                parts.append(text(answer.x, y, words, palette.ink, ANSWER_SIZE, anchor="middle", bold=True))
        return element("g", Markup("").join(parts), class_="box")


def outline(
    kind: NodeKind, left: float, top: float, width: float, height: float, palette: Palette, cut: float = CHAMFER
) -> Markup:
    """Draw the shape of a kind: square, cut corners, dashed and round, double. `cut` is the size of its corners."""
    frame = {"x": left, "y": top, "width": width, "height": height}
    match kind:
        case "decision":
            across, down = width - 2 * cut, height - 2 * cut
            path = f"M{left + cut:g} {top:g}h{across:g}l{cut:g} {cut:g}v{down:g}l{-cut:g} {cut:g}"
            path += f"h{-across:g}l{-cut:g} {-cut:g}v{-down:g}z"
            return element("path", d=path, fill=palette.panel, stroke=palette.mark, stroke_width=2, class_="shape")
        case "state":
            return element(
                "rect",
                **frame,
                rx=1.4 * cut,
                fill=palette.paper,
                stroke=palette.soft,
                stroke_width=1.5,
                stroke_dasharray="5 3",
                class_="shape",
            )
        case "end":
            inner = {"x": left + 3, "y": top + 3, "width": width - 6, "height": height - 6}
            return element(
                "rect", **frame, fill=palette.paper, stroke=palette.ink, stroke_width=1.5, class_="shape"
            ) + element("rect", **inner, fill="none", stroke=palette.ink)
        case _:
            return element("rect", **frame, fill=palette.paper, stroke=palette.soft, stroke_width=1.5, class_="shape")
