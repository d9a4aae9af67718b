"""A place where the review article and its sources differ, as the page of notes lists it."""

from typing import Literal

from pydantic import Field

from build_scripts.records.common import Citation, Evidence, Id, Record, Words

Severity = Literal["high", "medium", "low"]
"""`high`: may change who is treated or how a figure is read. `medium`: misleads on a result. `low`: wording."""
Finding = Literal["differs", "outdated", "omitted", "unsettled"]
"""`outdated`: right when it was written. `unsettled`: the source that would decide was not seen."""


class Erratum(Record):
    """One discrepancy; misprints of the bibliography stand with their reference instead."""

    severity: Severity
    finding: Finding
    where: Words
    """Section of the article."""
    article_says: Words
    source_says: Words
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence
    """How the source's side was seen."""
    pages: list[Id] = []
    """Pages that carry the corrected statement."""
