"""A hospital's own additions: what they name is there, their texts can be drawn, their dates make sense."""

import re
from dataclasses import replace
from datetime import date

from pydantic import TypeAdapter, ValidationError

from build_scripts.checks.texts import LINKS, REFUSED, check_text
from build_scripts.content import Content, walk
from build_scripts.local import Local
from build_scripts.problems import Loc, Problem, Problems
from build_scripts.records.common import LANGUAGES, Dated, Id
from build_scripts.records.local import Hospital, LocalNote, LocalWords
from build_scripts.yaml_reader import Document

_ID = TypeAdapter(Id)
_HERE = {pattern: message for pattern, message in REFUSED.items() if pattern is not LINKS} | {
    re.compile(
        r"\]\((?!https?://)[^)]*|\]\[[^\]]*|^\[[^\]]+\]:", re.MULTILINE
    ): "a link begins with https:// or http://; one within the site is written page(…)"
}
"""As in the content, but an intranet's address may be plain http."""


def check(content: Content, problems: Problems) -> None:
    """Report what a hospital's folder names and nobody has, texts that cannot be drawn, and dates out of order."""
    if content.local is None:
        return
    for document, loc, record in content.local.read:
        for place, message in _wrong(content, content.local, record):
            problems.add(document.problem((*loc, *place), message))
        if isinstance(record, Dated):
            _dates(document, record, problems)
        for at, model in walk(record, loc):
            if isinstance(model, LocalWords):
                for language in LANGUAGES:
                    if model.shown_in(language) == language:
                        check_text(content, document, (*at, language), model[language], problems, _HERE)
    for page_id in content.local.pages:
        path = f"{content.local.folder.name}/pages/{page_id}.yaml"
        if page_id == "index":
            problems.add(Problem(path, 1, 1, "", "index is the page of the contacts: choose another name"))
        elif not _is_id(page_id):
            problems.add(Problem(path, 1, 1, "", "name the file in lower-case letters and digits joined by hyphens"))


def _wrong(content: Content, local: Local, record: object) -> list[tuple[Loc, str]]:
    match record:
        case Hospital() if local.logo is not None and not local.logo.is_file():
            return [(("logo",), f"there is no {record.logo} beside this file")]
        case LocalNote():
            return [*_named(content, record), *_see(local, record)]
        case _:
            return []


def _named(content: Content, note: LocalNote) -> list[tuple[Loc, str]]:
    found: list[tuple[Loc, str]] = []
    for kind in ("pages", "calculators"):
        for number, identity in enumerate(getattr(note, kind)):
            if not content.knows(kind, identity):
                found.append(((kind, number), f"there is no {identity} in content/{kind}"))
    for number, grade in enumerate(note.grades):
        toxicity_id = grade.partition(".")[0]
        toxicity = content.toxicities.get(toxicity_id)
        known = [f"{toxicity_id}.{held.outcome}" for held in toxicity.management] if toxicity else []
        if grade not in known and (toxicity or not content.knows("toxicities", toxicity_id)):
            said = f"one of {', '.join(known)}" if known else "as crs.grade_2"
            found.append((("grades", number), f"there is no such grade: write {said}"))
    return found


def _see(local: Local, note: LocalNote) -> list[tuple[Loc, str]]:
    if note.see is None or note.see in local.pages:
        return []
    return [(("see",), f"there is no pages/{note.see}.yaml in this folder")]


def _dates(document: Document, record: Dated, problems: Problems) -> None:
    if record.review_by < record.content_date:
        problems.add(document.problem(("review_by",), "lies before content_date"))
    if record.review_by < date.today():
        late = document.problem(("review_by",), f"the review was due by {record.review_by}")
        problems.add(replace(late, severity="warning"))


def _is_id(name: str) -> bool:
    try:
        _ID.validate_python(name)
    except ValidationError:
        return False
    return True
