"""Colours of a chart: the page's own variables on the web, literal ones where there is no style sheet."""

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


WEB = Palette("var(--ink)", "var(--ink-soft)", "var(--line)", "var(--teal)", "var(--paper)", "var(--panel)")
PRINT = Palette("#000000", "#333333", "#999999", "#000000", "#ffffff", "#f0f0f0")
