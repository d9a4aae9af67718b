"""The words of a calculator, id by id beside its definition in calculators/."""

from pydantic import Field

from build_scripts.records.common import Citation, Dated, Id, PageWords, Record, Words


class ItemWords(Record):
    """One question. Labels of numeric bands are never written: they follow from the thresholds."""

    name: Words
    """Short name, used in the scoring table and in the copied text."""
    question: PageWords
    help: PageWords | None = None
    """Note that stands beside the question."""
    levels: dict[str, Words] = {}
    """For each level id its label; empty for quantities, dates and counts."""


class OutcomeWords(Record):
    """One outcome: its name as in the record, and what it means."""

    name: Words
    meaning: Words | None = None


class ResultWords(Record):
    """One named result of a formula."""

    name: Words
    formula: Words | None = None
    """How the number is computed, as printed; none for a table of points, which is drawn from the definition."""
    note: Words | None = None
    """What the number is, or for whom the table was made."""


class CourseWords(Record):
    """Words for a score that is repeated in one patient: its results may be listed, drawn and taken along."""

    note: Words
    """What to mind when results are put side by side."""
    baseline: Words | None = None
    """How an assessment before the therapy is marked, where later ones are read against it."""


class CalculatorWords(Dated):
    """One calculator; its id is the file's name (`car_hematotox`)."""

    title: Words
    summary: PageWords
    """One line for lists."""
    edition: Words
    population: Words
    record_title: Words
    """How the text for the record begins, e.g. `CRS (ASTCT 2019)`."""
    items: dict[str, ItemWords] = Field(min_length=1)
    groups: dict[Id, Words] = {}
    """Names of groups of items, where the definition has groups."""
    results: dict[Id, ResultWords] = {}
    """Named results of a formula."""
    outcomes: dict[Id, OutcomeWords] = {}
    """Of a formula: `result.outcome`."""
    not_known: Words | None = None
    """Said instead of “not known” where an answer may also be impossible to get."""
    course: CourseWords | None = None
    """Only for a score that is repeated; none where one assessment is all there is."""
    when_to_use: list[PageWords] = Field(min_length=1)
    pitfalls: list[PageWords] = Field(min_length=1)
    decides: list[PageWords] = []
    """Where the paper is silent, what this calculator does."""
    not_for: list[PageWords] = Field(min_length=1)
    why: list[PageWords] = Field(min_length=1)
    evidence: list[PageWords] = Field(min_length=1)
    """Cohorts, performance, external validations; numbers through `fact` or with their citation in the text."""
    next_steps: list[PageWords] = []
    toxicity: Id | None = None
    """The toxicity whose management stands beside the result."""
    pages: list[Id] = []
    """Pages that say more."""
    citations: list[Citation] = Field(min_length=1)
