"""Dates: real days, in an order that can be. A page past its review date is the one thing that is only a warning."""

from dataclasses import replace
from datetime import date

from build_scripts.content import Content, walk
from build_scripts.problems import Problems
from build_scripts.records.common import Dated, Record
from build_scripts.records.indication import Indication
from build_scripts.records.reference import Reference
from build_scripts.records.trial import DataCut


def check(content: Content, problems: Problems) -> None:
    """Report dates that are no days, that contradict each other, or that lie after the edition."""
    edition = content.site.edition_date.isoformat()
    # The build reads the clock here only, and only to warn: an old edition must still build, byte by byte.
    today = date.today()
    for (kind, identity), record in content.records():
        origin = content.origins[kind, identity]
        for loc, model in walk(record, origin.loc):
            for name, message in _wrong(model, edition):
                problems.add(origin.document.problem((*loc, name), message))
            if isinstance(model, Dated) and model.review_by < today:
                late = origin.document.problem((*loc, "review_by"), f"the review was due by {model.review_by}")
                problems.add(replace(late, severity="warning"))


def _wrong(model: object, edition: str) -> list[tuple[str, str]]:
    match model:
        case Indication():
            return [
                *_partial(model, ("since", "until")),
                *_order(model.until, model.since, "until", "ends before it begins"),
                *_order(edition, model.since, "since", "lies after the edition"),
            ]
        case DataCut():
            return [
                *_partial(model, ("date", "published")),
                *_order(model.published, model.date, "date", "the data were cut after they were published"),
                *_order(edition, model.published, "published", "lies after the edition"),
            ]
        case Reference():
            accessed = model.accessed.isoformat() if model.accessed else None
            year = str(model.year) if model.year else None
            return [
                *_order(edition, accessed, "accessed", "lies after the edition"),
                *_order(edition, year, "year", "lies after the edition"),
            ]
        case Dated():
            return [
                *_order(edition, model.content_date.isoformat(), "content_date", "lies after the edition"),
                *_order(
                    model.review_by.isoformat(),
                    model.content_date.isoformat(),
                    "review_by",
                    "lies before content_date",
                ),
            ]
        case _:
            return []


def _order(later: str | None, earlier: str | None, field: str, message: str) -> list[tuple[str, str]]:
    """Compare two dates as far as both are known; a month and a day within it are in order."""
    if later is None or earlier is None:
        return []
    known = min(len(later), len(earlier))
    return [(field, message)] if later[:known] < earlier[:known] else []


def _partial(model: Record, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for field in fields:
        value = getattr(model, field)
        if value is not None and len(value) == 10:
            try:
                date.fromisoformat(value)
            except ValueError:
                found.append((field, f"{value} is no day of the calendar"))
    return found
