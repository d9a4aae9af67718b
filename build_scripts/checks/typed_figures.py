"""Numbers in texts: what a study's record holds is called from the text, not typed a second time.

A text speaks of a study where it belongs to its file, names it, calls it, or cites a report that its records come
from. There a typed number with the value and the unit of a record, or one that is an end of its interval, is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from build_scripts.content import Content, walk
from build_scripts.problems import Loc, Problems
from build_scripts.records.common import LANGUAGES, Words
from build_scripts.records.trial import Figure, Trial
from build_scripts.texts import Call, calls

CALL = re.compile(r"\{\{.*?\}\}")
TYPED = re.compile(r"(?<![\w.,<>≥≤])(\d+(?:[.,]\d+)?)(?![\w]|[.,]\d)(%| (?:mesi|months|giorni|days)\b)?")
UNITS = {"%": "percent", "mesi": "months", "months": "months", "giorni": "days", "days": "days", "": ""}
QUOTES = frozenset({"article_says", "n_derived"})
"""Fields that say what another text prints, or how a number was worked out."""
RECORDS = frozenset({"analysis_sets", "arms", "baseline", "data_cuts", "figures"})
"""Fields of a study whose words name and define records."""


@dataclass(frozen=True)
class Held:
    """A number that a record holds; `unit` is empty for one that no unit follows in a sentence."""

    key: str
    number: Decimal
    unit: str


def check(content: Content, problems: Problems) -> None:
    """Report every number that a text types although a record of its study holds it."""
    held = {trial_id: list(_held(trial_id, trial)) for trial_id, trial in content.trials.items()}
    reports: dict[str, set[str]] = {}
    for trial_id, trial in content.trials.items():
        for quantity in (*trial.figures.values(), *trial.baseline.values()):
            reports.setdefault(quantity.citation.ref, set()).add(trial_id)
    for (kind, identity), record in content.records():
        if kind in {"messages", "hazards"}:
            continue
        origin = content.origins[kind, identity]
        for loc, model in walk(record, origin.loc):
            if not isinstance(model, Words) or QUOTES.intersection(loc) or (kind == "trials" and loc[0] in RECORDS):
                continue
            for language in LANGUAGES:
                studies = _studies(model[language], reports) | ({identity} if kind == "trials" else set())
                studies |= {trial_id for trial_id, trial in content.trials.items() if trial.name in model[language]}
                known = [one for study in sorted(studies) if study in held for one in held[study]]
                for at, keys in _typed_again(model[language], known):
                    said = " or ".join(f'{{{{ value("{key}") }}}}' for key in keys[:3])
                    place: Loc = (*loc, language)
                    problems.add(origin.document.problem(place, f"{at} is a figure's: call {said}", at=at))


def _held(trial_id: str, trial: Trial) -> Iterator[Held]:
    for record_id, record in (trial.figures | trial.baseline).items():
        key = f"{trial_id}.{record_id}"
        if record.value is not None:
            yield Held(key, record.value, record.unit if record.unit in UNITS.values() else "")
        if isinstance(record, Figure):
            yield from (Held(key, end, "") for end in (record.ci_low, record.ci_high) if end is not None)


def _studies(text: str, reports: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    for call in calls(text):
        if isinstance(call, Call):
            if call.name in {"figure", "value", "trial"}:
                found.add(call.target.partition(".")[0])
            elif call.name == "cite":
                found |= reports.get(call.target, set())
    return found


def _typed_again(text: str, known: list[Held]) -> Iterator[tuple[str, list[str]]]:
    """Return each typed number that is held, with the records that hold it.

    Without its unit a number counts only where it has decimals: whole ones stand for too many things.
    """
    for found in TYPED.finditer(CALL.sub(" ", text)):
        number, unit = Decimal(found[1].replace(",", ".")), UNITS[(found[2] or "").strip()]
        if not unit and number == number.to_integral_value():
            continue
        if keys := [one.key for one in known if one.number == number and unit in {one.unit, ""}]:
            yield found[0], keys
