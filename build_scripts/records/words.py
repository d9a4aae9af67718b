"""Words of the site itself: glossary, messages, navigation, edition."""

from pydantic import Field

from build_scripts.records.common import Id, IsoDate, PageWords, Record, Text, Words
from build_scripts.records.edition import EditionNumber


class Term(Record):
    """An abbreviation or term, explained in place wherever a page uses it."""

    abbreviation: Words | None = None
    name: Words
    definition: Words
    also: list[Text] = []
    """Other spellings that a reader may search for."""


class Section(Record):
    """A part of the navigation: its pages in order, then its calculators, then its studies."""

    id: Id
    title: PageWords
    pages: list[Id] = []
    calculators: list[Id] = []
    trials: list[Id] = []


class Navigation(Record):
    """The one list from which menus are made; a page, calculator or study that is missing here is an error."""

    sections: list[Section] = Field(min_length=1)


class Site(Record):
    """The edition that every page and every copied text names."""

    title: Words
    description: Words
    edition: EditionNumber
    edition_date: IsoDate
    base_address: Text | None = None
    """Where a public copy is hosted, if anywhere."""
    contact: Words
    """How to report a wrong detail."""
