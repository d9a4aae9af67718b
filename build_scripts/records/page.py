"""A page: what to do now, why, evidence and limits, as blocks."""

from typing import Literal

from pydantic import Field, model_validator

from build_scripts.records.common import Dated, Id, PageWords, Record


class Note(Record):
    """A warning or a remark that stands out."""

    kind: Literal["warning", "danger", "info", "example"]
    title: PageWords
    text: PageWords


class Table(Record):
    """A table written by hand. The first column heads its row unless `row_headers` is false."""

    caption: PageWords
    columns: list[PageWords] = Field(min_length=2)
    rows: list[list[PageWords]] = Field(min_length=1)
    notes: list[PageWords] = []
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

    heading: PageWords | None = None
    text: PageWords | None = None
    bullets: list[PageWords] | None = None
    steps: list[PageWords] | None = None
    checklist: list[PageWords] | None = None
    table: Table | None = None
    note: Note | None = None
    view: View | None = None
    without_results: Literal["left_out"] | None = None
    """A copy that computes no results leaves this block out."""

    @model_validator(mode="after")
    def _one(self) -> "Block":
        kinds = [name for name in type(self).model_fields if name != "without_results"]
        given = [name for name in kinds if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a block is exactly one of {', '.join(kinds)}; this one has {given}")
        return self


class Page(Dated):
    """One page; its id is the file's name and its address in both languages."""

    title: PageWords
    nav_title: PageWords | None = None
    summary: PageWords
    """One or two sentences under the title; also the search excerpt and the description."""
    audience: PageWords | None = None
    kind: Literal["clinical", "evidence", "service"] = "clinical"
    now: list[Block] = []
    why: list[Block] = []
    evidence: list[Block] = []
    calculators: list[Id] = []
    related: list[Id] = []
    keywords: PageWords | None = None
    """Further words by which search should find the page."""
