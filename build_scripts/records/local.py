"""What a hospital adds to its own copy, beside the content and never in its place.

No model here has a field for a figure, a threshold, a source or a rule: a local file has no way to change one.
"""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from build_scripts.records.common import Dated, Id, Language, Record, Text


class LocalWords(Record):
    """One text in one language or in both; the other language's pages show it in the language it was given in."""

    it: Text | None = None
    en: Text | None = None

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.it is None and self.en is None:
            raise ValueError("write it in Italian (it), in English (en) or in both")
        return self

    def shown_in(self, language: Language) -> Language:
        """Return the language in which a page in `language` shows it."""
        given: dict[Language, str | None] = {"it": self.it, "en": self.en}
        other: Language = "en" if language == "it" else "it"
        return language if given[language] is not None else other

    def __getitem__(self, language: Language) -> str:
        """Return the text in `language`, or in the one it was given in."""
        text = self.it if self.shown_in(language) == "it" else self.en
        assert text is not None
        return text


class Contact(Record):
    """Whom to call."""

    who: LocalWords
    number: Text
    """Telephone, pager or address, as it is dialled or written."""
    when: LocalWords | None = None


class Hospital(Dated):
    """Whose copy it is: `hospital.yaml`."""

    name: LocalWords
    logo: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+\.(?:svg|png)$")] | None = None
    """A picture beside this file."""
    contacts: list[Contact] = []
    report_to: LocalWords | None = None
    """Who collects reports of wrong details here; shown before the edition's own contact."""


class LocalNote(Record):
    """A hospital's remark, beside what it concerns; its id is its key in `notes.yaml`."""

    pages: list[Id] = []
    calculators: list[Id] = []
    grades: list[Id] = []
    """Grades of a toxicity, as `crs.grade_2`."""
    title: LocalWords
    text: LocalWords
    see: Id | None = None
    """A page of this folder that says more."""

    @model_validator(mode="after")
    def _attached(self) -> Self:
        if not (self.pages or self.calculators or self.grades):
            raise ValueError("name the pages, calculators or grades that it stands beside")
        return self


class LocalDrug(Record):
    """A drug that the hospital keeps; its id is its key in `drugs.yaml`."""

    name: LocalWords
    form: LocalWords
    """Strength and form, as on the box."""
    stock: LocalWords
    """How much is kept, and until when orders are filled."""
    where: LocalWords
    """The place, and who opens it at night."""


class LocalTable(Record):
    """A table; the first column heads its row."""

    caption: LocalWords
    columns: list[LocalWords] = Field(min_length=2)
    rows: list[list[LocalWords]] = Field(min_length=1)

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells, the table has {len(self.columns)} columns")
        return self


class LocalBlock(Record):
    """Exactly one of these."""

    heading: LocalWords | None = None
    text: LocalWords | None = None
    bullets: list[LocalWords] | None = None
    steps: list[LocalWords] | None = None
    checklist: list[LocalWords] | None = None
    table: LocalTable | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"a block is exactly one of {', '.join(type(self).model_fields)}; this one has {given}")
        return self


class LocalPage(Dated):
    """A page of the hospital's own; its id is the file's name in `pages/`."""

    title: LocalWords
    summary: LocalWords
    blocks: list[LocalBlock] = Field(min_length=1)
