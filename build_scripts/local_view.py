"""What templates use of a hospital's own additions, for one page in one language."""

from functools import cached_property
from typing import Any

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.content import Content
from build_scripts.local import Local
from build_scripts.page_view import PageView
from build_scripts.records.common import LANGUAGES
from build_scripts.records.local import LocalNote, LocalWords


class LocalView:
    """A hospital's texts as HTML, marked with their language where it is not the page's."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.held = view.content.local

    @cached_property
    def own(self) -> Local:
        """The hospital's additions; AssertionError where this copy has none."""
        assert self.held is not None
        return self.held

    def notes(self, kind: str, identity: str) -> list[LocalNote]:
        """Return the notes beside a page, a calculator or a grade; none where this copy has no hospital."""
        return self.held.notes_on(kind, identity) if self.held else []

    def is_foreign(self, words: LocalWords) -> bool:
        """Whether a text is shown in the other language, because it was given in that one alone."""
        return words.shown_in(self.view.language) != self.view.language

    def html(self, words: LocalWords) -> Markup:
        """Return HTML blocks."""
        return self._marked("div", words, self.view.html(words))

    def inline(self, words: LocalWords) -> Markup:
        """Return HTML without a paragraph of its own."""
        return self._marked("span", words, self.view.inline(words))

    def plain(self, words: LocalWords) -> Markup:
        """Return bare words, as HTML."""
        return self._marked("span", words, Markup("{}").format(self.view.plain(words)))

    def page(self, page_id: str) -> Markup:
        """Return a link to one of the hospital's pages, or to its first page, `index`."""
        title = self.own.hospital.name if page_id == "index" else self.own.pages[page_id].title
        address = self.view.address(addresses.local_source(page_id))
        return Markup('<a href="{}">{}</a>').format(address, self.plain(title))

    def places(self, note: LocalNote) -> list[Markup]:
        """Return links to where a note stands."""
        pages = [self.view.page(page_id) for page_id in note.pages]
        return (
            pages + [self.view.calculator(found) for found in note.calculators] + list(map(self._grade, note.grades))
        )

    def _grade(self, grade: str) -> Markup:
        toxicity_id, _, outcome = grade.partition(".")
        calculator_id = self.view.content.toxicities[toxicity_id].calculator
        assert calculator_id is not None, "a toxicity with grades has the calculator that gives them"
        words = self.view.content.calculators[calculator_id]
        title, name = self.view.plain(words.record_title), self.view.plain(words.outcomes[outcome].name)
        return self.view.calculator(calculator_id, f"{title}, {name}")

    def _marked(self, tag: str, words: LocalWords, made: Markup) -> Markup:
        if not self.is_foreign(words):
            return made
        return Markup('<{tag} lang="{lang}">{made}</{tag}>').format(
            tag=tag, lang=words.shown_in(self.view.language), made=made
        )


def local_banner(content: Content) -> dict[str, Any] | None:
    """Return what the frame of every page shows of the hospital whose copy it is; None where there is none."""
    if content.local is None:
        return None
    hospital, words = content.local.hospital, content.messages["local.banner"]
    shown = {
        language: {
            "name": hospital.name[language],
            "lang": hospital.name.shown_in(language),
            "link": words[language],
        }
        for language in LANGUAGES
    }
    return {"logo": f"../assets/local/{hospital.logo}" if hospital.logo else "", "shown": shown}
