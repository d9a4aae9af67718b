"""Diagrams for the pages: each drawn twice, and the page's style shows the one that fits the screen."""

from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.diagrams.flow import flow
from build_scripts.diagrams.journey import journey
from build_scripts.page_view import PageView


@dataclass(frozen=True)
class Drawing:
    """One diagram in its two layouts; `id` is the anchor of its figure."""

    id: str
    title: str
    wide: Markup
    narrow: Markup


class DiagramView:
    """What a template may draw, for one page in one language."""

    def __init__(self, view: PageView) -> None:
        self.view = view

    def flow(self, diagram_id: str) -> Drawing:
        """Draw a flow chart. KeyError if there is no such diagram; ValueError where it cannot be laid out."""
        diagram = self.view.content.diagrams[diagram_id]
        identity = f"diagram-{diagram_id}"
        try:
            wide, narrow = (
                flow(f"{identity}-{name}", diagram, self.view, self.view.palette, narrow=name == "narrow")
                for name in ("wide", "narrow")
            )
        except ValueError as error:
            raise ValueError(f"content/diagrams/{diagram_id}.yaml: {error}") from error
        return Drawing(identity, self.view.plain(diagram.title), wide, narrow)

    def journey(self) -> Drawing:
        """Draw the patient's journey. LookupError if there is none."""
        if self.view.content.journey is None:
            raise LookupError("there is no content/journey.yaml")
        steps = self.view.content.journey.steps
        wide, narrow = (
            journey(f"diagram-journey-{name}", steps, self.view, self.view.palette, narrow=name == "narrow")
            for name in ("wide", "narrow")
        )
        return Drawing("diagram-journey", self.view.message("journey.drawing"), wide, narrow)
