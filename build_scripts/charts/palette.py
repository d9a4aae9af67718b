"""What a chart takes from its medium: colours (the page's own variables on the web, literal ones where there is no
style sheet) and width.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Every text colour holds 4.5:1 on `paper`; no meaning rests on colour alone."""

    ink: str
    soft: str
    line: str
    mark: str
    paper: str
    panel: str
    width: int
    """Of a chart, in the units of its type: on paper two of them stand side by side."""


WEB = Palette("var(--ink)", "var(--ink-soft)", "var(--line)", "var(--teal)", "var(--paper)", "var(--panel)", 360)
PRINT = Palette("#000000", "#333333", "#999999", "#000000", "#ffffff", "#f0f0f0", 276)
