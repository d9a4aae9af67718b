"""A printed guide: its size, and which parts of which pages, calculators and studies it holds."""

from typing import Literal

from pydantic import Field, model_validator

from build_scripts.records.common import Id, Record, Words

PagePart = Literal["now", "why", "evidence"]
CalculatorPart = Literal[
    "worksheet",
    "scoring",
    "table",
    "management",
    "when_to_use",
    "pitfalls",
    "decides",
    "not_for",
    "why",
    "evidence",
    "next_steps",
]


class Chapter(Record):
    """One chapter: of a page, a calculator, a study or a form to fill in by hand, or every chapter of a section."""

    page: Id | None = None
    parts: list[PagePart] = ["now"]
    """Which parts of the page."""
    calculator: Id | None = None
    show: list[CalculatorPart] = ["table"]
    """What of the calculator, in this order."""
    trial: Id | None = None
    section: Id | None = None
    """A section of the navigation: its pages, calculators and studies, whole."""
    leave_out: list[Id] = []
    """Pages of the section that have no place on paper."""
    blank: Literal["contacts"] | None = None
    """A form to fill in by hand."""

    @model_validator(mode="after")
    def _one(self) -> "Chapter":
        kinds = ("page", "calculator", "trial", "section", "blank")
        if len([kind for kind in kinds if getattr(self, kind) is not None]) != 1:
            raise ValueError(f"a chapter is exactly one of {', '.join(kinds)}")
        return self


class Guide(Record):
    """One guide; its id is the file's name and that of its PDF."""

    title: Words
    summary: Words
    form: Literal["card", "pocket", "handbook"]
    """A card is A6, a leaf or two, with no cover; a pocket guide A6; a handbook A5 with an index."""
    chapters: list[Chapter] = Field(min_length=1)
