"""What a template knows when it draws for paper: one list of sources for the whole guide, and the print palette."""

from markupsafe import Markup

from build_scripts import addresses
from build_scripts.charts.palette import PRINT
from build_scripts.content import Content
from build_scripts.page_view import PageView, short_reference
from build_scripts.records.common import Language
from build_scripts.records.reference import Reference

SOURCES = "guide-sources.md"
"""The chapter that lists the sources; no page of the site has this name."""


class GuideView(PageView):
    """The view of one guide, from chapter to chapter. Addresses are those of the site; `tree` says which of them
    the guide itself holds.
    """

    palette = PRINT

    def __init__(self, content: Content, language: Language) -> None:
        super().__init__(content, language, SOURCES)
        self.held: set[str] = set()
        """The chapters of the guide, as the site's Markdown files."""
        self._said: set[str] = set()

    def begin(self, source: str) -> None:
        """Begin the chapter that is made from `source`: terms are explained anew."""
        self.source = source
        self._explained.clear()
        self._said.clear()

    def draws(self, trial_id: str) -> bool:
        """Whether a chapter draws a study's charts: the study's own does, any other only where there is none."""
        own = addresses.trial_source(trial_id)
        return own == self.source or own not in self.held

    def is_first(self, what: str) -> bool:
        """Whether the chapter asks for `what` the first time: what is true of all its charts is said once."""
        first = what not in self._said
        self._said.add(what)
        return first

    def alternatives(self, labels: list[str]) -> str:
        """Write alternatives in one line; names with numbers one after the other become a range: `ICE 7–9`."""
        runs: list[tuple[str, list[int]]] = []
        for label in labels:
            name, _, last = label.rpartition(" ")
            number = int(last) if last.isdecimal() else None
            if number is None:
                runs.append((label, []))
            elif runs and runs[-1][0] == name and abs(runs[-1][1][-1] - number) == 1:
                runs[-1][1].append(number)
            else:
                runs.append((name, [number]))
        return "; ".join(
            f"{name} {min(held)}–{max(held)}" if len(held) > 1 else " ".join([name, *map(str, held)])
            for name, held in runs
        )

    def source_address(self, number: int) -> str:
        """Return the address of an entry in the guide's list of sources."""
        return self.address(SOURCES, f"source-{number}")

    def places(self, places: list[str]) -> str:
        """Write the places of a source; what several begin with is said once: `Table 2, grade 1, notes; p. 586`."""
        parts: dict[str, list[str]] = {}
        for place in places:
            whole, _, part = place.rpartition(", ")
            parts.setdefault(whole or part, []).extend([part] if whole else [])
        return "; ".join(", ".join([whole, *held]) for whole, held in parts.items())

    def term(self, id: str, text: str | None = None) -> Markup:
        """Return a term; where a chapter uses it first, with its id for the index."""
        said = super().term(id, text)
        return said.replace(Markup("<a "), Markup('<a data-term="{}" ').format(id), 1)

    def short_source(self, reference: Reference) -> Markup:
        """Name a source in a few words, as a link to it where it has an address."""
        said = Markup(short_reference(reference))
        address = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
        return Markup('<a href="{}">{}</a>').format(address, said) if address else said
