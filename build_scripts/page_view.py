"""What a template knows about the page it draws: the language, the addresses, the sources cited so far."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

import markdown
from markupsafe import Markup, escape

from build_scripts import addresses, figures, formats
from build_scripts.charts.palette import WEB, Palette
from build_scripts.content import Content
from build_scripts.records.common import Citation, Language, Words
from build_scripts.records.local import LocalWords
from build_scripts.records.reference import Reference
from build_scripts.records.words import Term
from build_scripts.texts import fill

_MARKDOWN = markdown.Markdown(extensions=["attr_list", "sane_lists"])


@dataclass
class Source:
    """One entry of a page's list of sources; numbers follow the order of citation."""

    number: int
    id: str
    reference: Reference
    places: list[str] = field(default_factory=list)


class PageView:
    """The functions and facts that templates and texts use, for one page in one language."""

    palette: Palette = WEB
    """Colours of what is drawn."""

    def __init__(self, content: Content, language: Language, source: str) -> None:
        self.content = content
        self.language = language
        self.source = source
        self.cited: dict[str, Source] = {}
        self._explained: set[str] = set()
        self._calls: dict[str, Callable[..., str]] = {
            "cite": self.cite,
            "page": self.page,
            "calculator": self.calculator,
            "trial": self.trial,
            "term": self.term,
            "figure": lambda id: figures.show(self, id),
            "value": lambda id: figures.value(self, id),
        }

    def text(self, words: Words | LocalWords) -> Markup:
        """Return Markdown, its calls rendered, for a place where Markdown is read."""
        # Numbers of sources stand close to the word, and 1 and 2 side by side must not read as 12.
        made = re.sub(r"\s+(?=<sup class=\"cite\">)", "", fill(self.plain(words), self._calls))
        return Markup(made.replace('</sup><sup class="cite">', ", "))

    def html(self, words: Words | LocalWords) -> Markup:
        """Return HTML blocks, for a place inside HTML."""
        return Markup(_converted(self.text(words)))

    def inline(self, words: Words | LocalWords) -> Markup:
        """Return HTML without a paragraph of its own, for a table cell or a list item inside HTML."""
        made = self.html(words)
        single = made.startswith("<p>") and made.endswith("</p>") and made.count("<p>") == 1
        return Markup(made[3:-4]) if single else made

    def plain(self, words: Words | LocalWords) -> str:
        """Return the bare words, for titles and attributes."""
        return words[self.language]

    def message(self, message_id: str, **values: object) -> str:
        """Return a text of the interface with its values filled in, as HTML where a value is HTML.

        KeyError if there is no such message.
        """
        text = self.plain(self.content.messages[message_id])
        if any(isinstance(value, Markup) for value in values.values()):
            return escape(text).format(**values)
        return text.format(**values)

    def unit(self, unit_id: str) -> str:
        """Write a unit: its symbol, or its word in the page's language where it is not a symbol."""
        said = self.content.messages.get(f"form.unit.{unit_id}")
        return self.plain(said) if said else unit_id

    def number(self, value: Decimal | int) -> str:
        """Write a number in the page's language."""
        return formats.number(value, self.language)

    def date(self, value: date | str) -> str:
        """Write a date in the page's language."""
        return formats.day(value, self.language)

    def cite(self, ref: str, place: str | None = None) -> Markup:
        """Return a small number that leads to the page's list of sources."""
        reference = self.content.references[ref]
        entry = self.cited.setdefault(ref, Source(len(self.cited) + 1, ref, reference))
        if place and place not in entry.places:
            entry.places.append(place)
        title = ", ".join(part for part in (short_reference(reference), place) if part)
        label = self.message("page.source_number", number=entry.number)
        return Markup(
            '<sup class="cite"><a href="{address}" title="{title}" aria-label="{label}">{n}</a></sup>'
        ).format(address=self.source_address(entry.number), n=entry.number, title=title, label=label)

    def source_address(self, number: int) -> str:
        """Return the address of an entry in the list of sources."""
        return f"#source-{number}"

    def cites(self, citations: list[Citation]) -> Markup:
        """Return the numbers of several citations."""
        made = Markup("").join(self.cite(citation.ref, citation.place) for citation in citations)
        return Markup(made.replace('</sup><sup class="cite">', ", "))

    def page(self, id: str, text: str | None = None) -> Markup:
        """Return a link to a page, named by `text` or by its title."""
        page = self.content.pages[id]
        return self._link(addresses.page_source(id), text or self.plain(page.nav_title or page.title))

    def calculator(self, id: str, text: str | None = None) -> Markup:
        """Return a link to a calculator, named by `text` or by its title."""
        target = addresses.calculator_source(id)
        return self._link(target, text or self.plain(self.content.calculators[id].title))

    def trial(self, id: str, text: str | None = None) -> Markup:
        """Return a link to a study's page, named by `text` or by the study."""
        return self._link(addresses.trial_source(id), text or self.content.trials[id].name)

    def term(self, id: str, text: str | None = None) -> Markup:
        """Return a term; where the page uses it first, linked to the glossary with its full name as title."""
        term = self.content.glossary[id]
        shown = text or self.plain(term.abbreviation or term.name)
        if id in self._explained or self.source == addresses.page_source("glossary"):
            return escape(shown)
        self._explained.add(id)
        address = self.address(addresses.page_source("glossary"), id)
        return Markup('<a class="term" href="{}" title="{}">{}</a>').format(address, self.plain(term.name), shown)

    def link_to(self, key: tuple[str, str]) -> Markup:
        """Return a link to the page of a (kind, id)."""
        kind, identity = key
        return {"pages": self.page, "calculators": self.calculator, "trials": self.trial}[kind](identity)

    def glossary(self) -> list[tuple[str, Term]]:
        """Return the terms in the alphabetical order of the page's language."""
        return sorted(
            self.content.glossary.items(),
            key=lambda item: self.plain(item[1].abbreviation or item[1].name).casefold(),
        )

    def address(self, target: str, anchor: str = "") -> str:
        """Return the address of a Markdown file's page, as written in this page."""
        return addresses.link(self.source, target, anchor)

    def _link(self, target: str, text: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(self.address(target), text)


@cache
def _converted(text: str) -> str:
    # The same texts stand in several guides, and in pages that one process draws after them.
    return str(_MARKDOWN.reset().convert(text))


def short_reference(reference: Reference) -> str:
    """Name a reference in a few words: `Lee DW et al. 2019`."""
    name = reference.container or reference.title
    if reference.authors:
        name = reference.authors[0] + (" et al." if len(reference.authors) > 1 else "")
    return f"{name} {reference.year}" if reference.year else name
