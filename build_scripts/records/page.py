"""A page: what to do now, why, evidence and limits, as blocks."""

from typing import Literal

from pydantic import Field, model_validator

from build_scripts.records.common import Dated, Id, Record, Words


class Note(Record):
    """A warning or a remark that stands out."""

    kind: Literal["warning", "danger", "info", "example"]
    title: Words
    text: Words


class Table(Record):
    """A table written by hand. The first column heads its row unless `row_headers` is false."""

    caption: Words
    columns: list[Words] = Field(min_length=2)
    rows: list[list[Words]] = Field(min_length=1)
    notes: list[Words] = []
    row_headers: bool = True

    @model_validator(mode="after")
    def _rectangular(self) -> "Table":
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells, the table has {len(self.columns)} columns")
        return self


class View(Record):
    """A block drawn from records: `templates/views/<name>.md.j2` with these arguments."""

    name: Id
    args: dict[Id, str] = {}


class Block(Record):
    """Exactly one of these."""

    heading: Words | None = None
    text: Words | None = None
    bullets: list[Words] | None = None
    steps: list[Words] | None = None
    checklist: list[Words] | None = None
    table: Table | None = None
    note: Note | None = None
    view: View | None = None

    @model_validator(mode="after")
    def _one(self) -> "Block":
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a block is exactly one of {', '.join(type(self).model_fields)}; this one has {given}")
        return self


class Page(Dated):
    """One page; its id is the file's name and its address in both languages."""

    title: Words
    nav_title: Words | None = None
    summary: Words
    """One or two sentences under the title; also the search excerpt and the description."""
    audience: Words | None = None
    kind: Literal["clinical", "evidence", "service"] = "clinical"
    now: list[Block] = []
    why: list[Block] = []
    evidence: list[Block] = []
    calculators: list[Id] = []
    related: list[Id] = []
    keywords: Words | None = None
    """Further words by which search should find the page."""
