"""A translation may not change a dose, a cut-off or a source: both languages give the same numbers and sources."""

import re
from collections import Counter

import pytest

from build_scripts.content import Content, walk
from build_scripts.records.common import Language, Words
from build_scripts.texts import Call, calls

# Calls draw the same record in both languages; `code` shows what a reader of that language may type.
APART = re.compile(r"\{\{.*?\}\}|`[^`]*`")
# Thousands stand apart by a narrow space in Italian and by a comma in English, decimals by a comma or a point.
THOUSANDS = {"it": re.compile(r"(?<=\d)[\u202f\u00a0](?=\d{3}\b)"), "en": re.compile(r"(?<=\d),(?=\d{3}\b)")}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Small numbers that one language writes out where the other has a figure.
WRITTEN: dict[Language, dict[str, str]] = {
    "it": {"1": "uno?|una", "2": "due", "3": "tre", "4": "quattro", "5": "cinque", "30": "trentesimo"},
    "en": {"1": "one|once", "2": "two|twice|2nd", "3": "three", "4": "four", "5": "five", "30": "thirtieth"},
}


def numbers(text: str, language: Language) -> Counter[str]:
    """The numbers written in figures, as the computer writes them."""
    bare = THOUSANDS[language].sub("", APART.sub("", text))
    return Counter(found.replace(",", ".") for found in NUMBER.findall(bare))


def unexplained(words: Words) -> Counter[str]:
    """Numbers that stand in one language only, also when written out in the other."""
    there: dict[Language, Counter[str]] = {"it": numbers(words.it, "it"), "en": numbers(words.en, "en")}
    left: Counter[str] = Counter()
    for language, other in (("it", "en"), ("en", "it")):
        for number, times in (there[language] - there[other]).items():  # type: ignore[index]
            spelt = WRITTEN[other].get(number)  # type: ignore[index]
            written = len(re.findall(rf"\b(?:{spelt})\b", words[other], re.IGNORECASE)) if spelt else 0  # type: ignore[index]
            left[number] += max(0, times - written)
    return +left


def drawn(text: str) -> list[str]:
    """Sources, figures and pages that a text names; an abbreviation may need explaining in one language only."""
    return sorted(repr(call) for call in calls(text) if isinstance(call, Call) and call.name != "term")


def test_both_languages_say_the_same_numbers_and_cite_the_same_sources(content: Content) -> None:
    differing = []
    for (kind, identity), record in content.records():
        for loc, model in walk(record):
            if isinstance(model, Words):
                if wrong := unexplained(model):
                    differing.append(f"{kind} {identity} {loc}: {dict(wrong)}")
                if kind != "messages" and drawn(model.it) != drawn(model.en):
                    differing.append(f"{kind} {identity} {loc}: {drawn(model.it)} {drawn(model.en)}")
    assert not differing, "\n".join(differing)


@pytest.mark.parametrize(
    ("italian", "english", "same"),
    [
        ("8 mg/kg in 1 h, max 800 mg", "8 mg/kg over 1 h, max 800 mg", True),
        ("8 mg/kg in 1 h, max 800 mg", "8 mg/kg over 1 h, max 80 mg", False),
        ("soglia 9,0 g/dL", "cut-off 9.0 g/dL", True),
        ("soglia 9,0 g/dL", "cut-off 90 g/dL", False),
        ("1\u202f000 casi", "1,000 cases", True),
        ("2 volte al giorno", "twice daily", True),
        ("2 volte al giorno", "three times daily", False),
        ("grado 3 o 4", "grade 3", False),
    ],
)
def test_a_difference_is_seen(italian: str, english: str, same: bool) -> None:
    assert (not unexplained(Words(it=italian, en=english))) is same
