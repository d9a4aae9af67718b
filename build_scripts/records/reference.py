"""A source that a page may cite."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_scripts.records.common import IsoDate, Record, Text, Words

Kind = Literal["paper", "abstract", "guideline", "label", "decree", "registry", "announcement", "book", "web"]


class Reference(Record):
    """One bibliographic record; titles stay in the language they were published in."""

    kind: Kind
    authors: list[Text] = Field(default_factory=list)
    """Family name and initials, as `Neelapu SS`; at most six, then `et al.`"""
    title: Text
    container: Text | None = None
    """Journal (abbreviated as in PubMed), book, official journal or body."""
    year: int | None = Field(default=None, ge=1900, le=2100)
    """Left out only where the document bears no date."""
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, StringConstraints(pattern=r"^\d{1,8}$")] | None = None
    pmcid: Annotated[str, StringConstraints(pattern=r"^PMC\d+$")] | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https://\S+$")] | None = None
    accessed: IsoDate | None = None
    article_number: int | None = Field(default=None, ge=1, le=64)
    """Its number in the bibliography of the review article that this site grew from."""
    correction: Words | None = None
    """What the review article's entry has wrong."""
