"""A toxicity: how it is recognised and what each source advises at each grade."""

from pydantic import Field

from build_scripts.records.common import Citation, Evidence, Id, Record, Text, Words


class Advice(Record):
    """What one source says to do."""

    text: Words
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence


class GradeManagement(Record):
    """What to do at one grade; `outcome` is the calculator's outcome id."""

    outcome: Id
    now: list[Advice] = Field(min_length=1)
    """Steps in the order in which they are taken."""
    drugs: list[Advice] = []


class Conflict(Record):
    """A point on which sources differ. All are shown; `primary` says which one leads here and why."""

    topic: Words
    positions: list[Advice] = Field(min_length=2)
    primary: Words


class Toxicity(Record):
    """One toxicity; its id is the file's name (`crs`)."""

    name: Words
    abbreviation: Text
    calculator: Id | None = None
    definition: Words
    recognise: list[Advice] = Field(min_length=1)
    any_grade: list[Advice] = []
    management: list[GradeManagement] = []
    conflicts: list[Conflict] = []
    limits: list[Words] = []
