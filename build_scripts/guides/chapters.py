"""The chapters of a guide, in order, each drawn by the site's own templates or by their twin for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, get_args

import jinja2

from build_scripts import addresses
from build_scripts.content import Content
from build_scripts.guides.view import SOURCES, GuideView
from build_scripts.records.common import Dated
from build_scripts.records.guide import CalculatorPart, Chapter, Guide
from build_scripts.records.page import Page
from build_scripts.render import TEMPLATES, calculator_facts, environment, facts_for

WHOLE_CALCULATOR: list[CalculatorPart] = [
    part for part in get_args(CalculatorPart) if part not in {"worksheet", "scoring"}
]
"""What the handbook shows of a calculator: all but what a card or a worksheet is for."""


@dataclass(frozen=True)
class Drawn:
    """A chapter as Markdown; `source` is the site's file of the same page, `part` the part of the guide it begins."""

    source: str
    text: str
    part: str = ""


def draw(view: GuideView, guide: Guide) -> Iterator[Drawn]:
    """Draw every chapter, and the sources that they cite as the last."""
    templates = _templates()
    facts = {**facts_for(view), "form": guide.form}
    whole = list(_whole_sections(view, guide))
    view.held = {_source(chapter) for chapter, _ in whole}
    for chapter, part in whole:
        source = _source(chapter)
        view.begin(source)
        yield Drawn(source, _render(templates, view, facts, chapter), part)
    view.begin(SOURCES)
    if view.cited:
        last = view.message("guide.sources") if guide.form == "handbook" else ""
        yield Drawn(
            SOURCES,
            templates.get_template(f"sources-{'short' if guide.form == 'card' else 'whole'}.md.j2").render(facts),
            last,
        )


@cache
def _templates() -> jinja2.Environment:
    # One for all guides: what it compiles, most of them use.
    return environment(TEMPLATES / "guide")


def dated(view: GuideView, guide: Guide) -> list[tuple[date, date]]:
    """Return the day of the content and that of its review, of every chapter that has them."""
    found: list[tuple[date, date]] = []
    for chapter, _ in _whole_sections(view, guide):
        record = _record(view.content, chapter)
        if record is not None:
            found.append((record.content_date, record.review_by))
    return found


def _record(content: Content, chapter: Chapter) -> Dated | None:
    if chapter.page is not None:
        return content.pages[chapter.page]
    if chapter.calculator is not None:
        return content.calculators[chapter.calculator]
    return content.trials[chapter.trial] if chapter.trial is not None else None


def _whole_sections(view: GuideView, guide: Guide) -> Iterator[tuple[Chapter, str]]:
    """Every chapter, with the title of the section that it begins."""
    sections = {section.id: section for section in view.content.navigation.sections}
    for chapter in guide.chapters:
        if chapter.section is None:
            yield chapter, ""
            continue
        section = sections[chapter.section]
        part = view.plain(section.title)
        kept = [page_id for page_id in section.pages if page_id not in chapter.leave_out]
        for made in (
            *(Chapter(page=page_id, parts=["now", "why", "evidence"]) for page_id in kept),
            *(Chapter(calculator=identity, show=WHOLE_CALCULATOR) for identity in section.calculators),
            *(Chapter(trial=identity) for identity in section.trials),
        ):
            yield made, part
            part = ""


def _source(chapter: Chapter) -> str:
    if chapter.page is not None:
        return addresses.page_source(chapter.page)
    if chapter.calculator is not None:
        return addresses.calculator_source(chapter.calculator)
    if chapter.trial is not None:
        return addresses.trial_source(chapter.trial)
    return f"guide-{chapter.blank}.md"


def _render(templates: jinja2.Environment, view: GuideView, facts: dict[str, Any], chapter: Chapter) -> str:
    content = view.content
    if chapter.page is not None:
        page: Page = content.pages[chapter.page]
        blocks = [(part, getattr(page, part)) for part in chapter.parts]
        return templates.get_template("page.md.j2").render(facts, page=page, id=chapter.page, sections=blocks)
    if chapter.calculator is not None:
        given = calculator_facts(view, chapter.calculator)
        return templates.get_template("calculator.md.j2").render(
            facts, **given, id=chapter.calculator, show=chapter.show
        )
    if chapter.trial is not None:
        trial = content.trials[chapter.trial]
        return templates.get_template("trial/page.md.j2").render(facts, page=trial, trial=trial, id=chapter.trial)
    return templates.get_template(f"{chapter.blank}.md.j2").render(facts)
