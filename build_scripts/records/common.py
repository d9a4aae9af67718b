"""Pieces that several kinds of record share: both languages, citations, evidence, dates."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Language = Literal["it", "en"]
LANGUAGES: tuple[Language, ...] = ("it", "en")

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$")]
"""Lower-case letters and digits, joined by hyphen, underscore or point."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

PartialDate = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
]
"""A date as far as it is known: `2026`, `2026-01` or `2026-01-28`."""

Evidence = Literal["primary", "secondary", "article"]
"""`primary`: seen in the paper, label or registry text. `secondary`: seen elsewhere. `article`: stated in the
review article. A fact that nobody has checked has no place in `content/`, so there is no word for it."""


def _iso_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"write a day as 2026-11-22, not {value!r}") from None


IsoDate = Annotated[date, BeforeValidator(_iso_date)]


class Record(BaseModel):
    """Base of every record: exact types, no unknown key, never changed after loading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Words(Record):
    """One text in both languages. It may make the calls of `texts.ARGUMENTS` (see docs/contributing)."""

    it: Text
    en: Text

    def __getitem__(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.it if language == "it" else self.en


class PageWords(Words):
    """Words that a copy without computed results replaces, or leaves out of their list."""

    without_results: Words | Literal["left_out"] | None = None


class Citation(Record):
    """Where a fact was seen: a reference and the place in it."""

    ref: Id
    place: Text | None = None
    """Table, figure, section or page, as the source calls it."""


class Fact(Record):
    """A statement with its source."""

    value: Words
    note: Words | None = None
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence


class Dated(Record):
    """What every page says of itself."""

    content_date: IsoDate
    """The day on which a person last read the whole page against its sources."""
    review_by: IsoDate
