"""Texts: every call names something that exists, and titles are plain."""

import re
from collections.abc import Mapping

from build_scripts.content import Content, walk
from build_scripts.problems import Loc, Problems
from build_scripts.records.common import LANGUAGES, Words
from build_scripts.texts import Call, TextError, calls
from build_scripts.without_results import is_left_out
from build_scripts.yaml_reader import Document

PLAIN = frozenset(
    {
        "abbreviation", "caption", "description", "design", "edition", "hazard", "heading", "keywords", "levels",
        "name", "nav_title", "record_title", "summary", "title", "topic",
    }
)  # fmt: skip
"""Fields that also appear where nothing can be linked: menus, browser tabs, copied text."""


LINKS = re.compile(r"\]\((?!https://)[^)]*|\]\[[^\]]*|^\[[^\]]+\]:", re.MULTILINE)
REFUSED = {
    re.compile(r"</?[a-zA-Z][^>\s]*|<!"): "no HTML in a text: write Markdown",
    LINKS: "a link within the site is written page(…)",
    re.compile(r"^#{1,6} .*", re.MULTILINE): "a heading is a block of its own",
    re.compile(r"[0-9}]\s+%"): "a per cent sign stands against its number: 40%",
}
"""What Markdown would let through although nobody could check where it leads or where it ends."""


def check(content: Content, problems: Problems) -> None:
    """Report every text that cannot be rendered."""
    for (kind, identity), record in content.records():
        if kind == "messages":  # braces mark values there, see checks/messages.py
            continue
        origin = content.origins[kind, identity]
        for loc, model in walk(record, origin.loc):
            if is_left_out(model) and model is not record and not isinstance(loc[-1], int):
                problems.add(origin.document.problem(loc, "only an item of a list can be left out"))
            if isinstance(model, Words):
                for language in LANGUAGES:
                    check_text(content, origin.document, (*loc, language), model[language], problems)
                    if kind == "trials":
                        _check_exported(origin.document, (*loc, language), model[language], problems)
    for identity, cases in content.cases.items():
        document = content.origins["cases", identity].document
        for number, case in enumerate(cases):
            for language in LANGUAGES:
                check_text(content, document, (number, "title", language), case.title[language], problems)


def check_text(
    content: Content,
    document: Document,
    loc: Loc,
    text: str,
    problems: Problems,
    refused: Mapping[re.Pattern[str], str] = REFUSED,
) -> None:
    """Report what cannot be drawn in one text."""
    for pattern, message in refused.items():
        for found in pattern.finditer(text):
            problems.add(document.problem(loc, message, at=found[0]))
    for call in calls(text):
        if isinstance(call, TextError):
            problems.add(document.problem(loc, str(call), at=call.at))
        elif PLAIN.intersection(loc):
            problems.add(
                document.problem(loc, f"{call.name}(…) cannot stand here: this text is also used without links")
            )
        elif not exists(content, call):
            problems.add(document.problem(loc, f'{call.name}("{call.target}"): there is no such id', at=call.target))


def _check_exported(document: Document, loc: Loc, text: str, problems: Problems) -> None:
    """Report calls that give more than words: a study's texts also go into trials.json."""
    for call in calls(text):
        if isinstance(call, Call) and call.name != "value":
            problems.add(document.problem(loc, f"{call.name}(…) cannot stand in a study's text: it is also data"))


def exists(content: Content, call: Call) -> bool:
    """Whether what `call` names is in the content."""
    if call.name in {"figure", "value"}:
        trial_id, _, record = call.target.partition(".")
        if trial_id not in content.trials:
            return content.knows("trials", trial_id)
        trial = content.trials[trial_id]
        return record in trial.figures or (call.name == "value" and record in trial.baseline)
    kinds = {
        "cite": "references",
        "page": "pages",
        "calculator": "calculators",
        "trial": "trials",
        "term": "glossary",
    }
    return content.knows(kinds[call.name], call.target)
