"""What the form's scripts need to speak: names, labels and messages of one calculator in one language."""

from collections.abc import Mapping
from typing import Any

from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.common import Language, Words

type Data = dict[str, Any]

PREFIXES = ("form.", "problem.", "engine.")
"""Messages that the scripts of every form may show; all others stay out of the page."""
OF_KIND = {
    "score": ("remark.",),
    "formula": ("remark.",),
    "schedule": (),
    "label": ("criterion.", "silence.", "setting.", "status."),
}
"""Messages that only the results of one kind need."""


def form_words(
    definition: Data,
    questions: list[Data],
    words: CalculatorWords,
    messages: Mapping[str, Words],
    language: Language,
    products: Mapping[str, str],
    stamp: str,
) -> Data:
    """Gather the words that a calculator's page carries as JSON.

    ``{"calculator", "additive", "decimal_mark", "record_title", "stamp", "order": [item ids],
    "items": {id: {"name", "kind", "levels": {id: label}, "units": [...], "question": id of the question it answers}},
    "results": {id: name}, "outcomes": {id: name}, "products": {id: name}, "messages": {key: text}}``, and for a
    score that is repeated ``"levels": [{"score", "outcome", "label"}]``, from the lowest score to the highest.
    ``stamp`` names the edition and the content date as the copied text ends.
    """
    prefixes = (*PREFIXES, *OF_KIND.get(definition["kind"], ()), *(("course.",) if words.course else ()))
    said = {**messages, **({"form.not_known": words.not_known} if words.not_known else {})}
    items: dict[str, Data] = {}
    for question in questions:
        for way in question["ways"]:
            for item in way["items"]:
                levels = item["levels"] if "levels" in item else item.get("bands", [])
                items[item["id"]] = {
                    "name": item["name"],
                    "kind": item["kind"],
                    "question": question["id"],
                    "levels": {level["id"]: level["label"] for level in levels},
                    "units": item.get("units", []),
                }
    return {
        "calculator": definition["id"],
        "decimal_mark": "," if language == "it" else ".",
        "additive": definition.get("additive", False),
        "record_title": words.record_title[language],
        "stamp": stamp,
        "items": items,
        "order": [question["id"] for question in questions],
        "results": {result_id: result.name[language] for result_id, result in words.results.items()},
        "outcomes": {outcome_id: outcome.name[language] for outcome_id, outcome in words.outcomes.items()},
        "products": dict(products),
        "messages": {key: text[language] for key, text in said.items() if key.startswith(prefixes)},
        **({"levels": _levels(definition, words, language)} if words.course else {}),
    }


def _levels(definition: Data, words: CalculatorWords, language: Language) -> list[Data]:
    """Name every value of a score: by its outcome, with the number where an outcome stands for several."""
    levels = []
    for outcome in definition["outcomes"]:
        name = words.outcomes[outcome["id"]].name[language]
        several = outcome["max"] > outcome["min"]
        for score in range(outcome["min"], outcome["max"] + 1):
            label = f"{score}: {name}" if several else name
            levels.append({"score": score, "outcome": outcome["id"], "label": label})
    return sorted(levels, key=lambda level: level["score"])
