"""A figure is typed once, in its record; texts call it."""

import re
from pathlib import Path

import pytest
from content_tree import content_tree

from build_scripts.checks.typed_figures import CALL, RECORDS
from build_scripts.content import Content, walk
from build_scripts.load import load
from build_scripts.page_view import PageView
from build_scripts.problems import ContentError
from build_scripts.records.common import LANGUAGES, Words

# Texts of the annotated example study, and of the annotated example page: what is refused in them, and by which name
# the figure is to be called; nothing where the text stands.
OF_THE_STUDY = {
    "83% responded": "example-1.orr",
    "EFS 40.5%": "example-1.efs-24m",
    "HR 0.40": "example-1.efs-hr",
    "from 33.2 to 50": "example-1.efs-24m",
    "40.5/99.5%": "example-1.efs-24m",
    "{{ figure('example-1.orr') }}": "figure(…) cannot stand in a study's text",
    "{{ value('example-1.orx') }}": 'value("example-1.orx"): there is no such id',
    "{{ value('example-1.orr') }} at 24 months, of 180": "",
    "<83%, ≥83% and 84%": "",
}
OF_THE_PAGE = {
    "83% {{ cite('example-2021') }}": "example-1.orr",
    "{{ trial('example-1') }}, 6% severe": "example-1.crs-grade3plus",
    "6% severe in EXAMPLE-1": "example-1.crs-grade3plus",
    "{{ figure('example-1.orr') }}, HR 0.40": "example-1.efs-hr",
    "{{ figure('example-1.orr') }}, {{ value('example-1.efs-24m') }}": "",
    "83% of no study named here, 0.40 mg": "",
}


def test_a_figure_is_not_typed_again(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    for file, where, texts in (
        ("trials/example-1.yaml", "mind:", OF_THE_STUDY),
        ("pages/example-page.yaml", "evidence:\n  - bullets:", OF_THE_PAGE),
    ):
        lines = "".join(f'    - {{it: "{_italian(text)}", en: "{text}"}}\n' for text in texts)
        with (root / "content" / file).open("a", encoding="utf-8") as record:
            record.write(f"{where}\n{lines}")
    with pytest.raises(ContentError) as caught:
        load(root)
    found = {(problem.path, problem.where): problem.message for problem in caught.value.problems}
    for file, where, texts in (
        ("trials/example-1", "mind", OF_THE_STUDY),
        ("pages/example-page", "evidence.0.bullets", OF_THE_PAGE),
    ):
        for number, (text, said) in enumerate(texts.items()):
            for language in LANGUAGES:
                message = found.pop((f"content/{file}.yaml", f"{where}.{number}.{language}"), "")
                assert said in message and bool(said) == bool(message), (text, language, message)
    assert not found


def _italian(text: str) -> str:
    return re.sub(r"(\d)\.(\d)", r"\1,\2", text).replace("months", "mesi")


def test_a_called_value_is_written_in_the_pages_language(content: Content) -> None:
    words = Words(
        it="{{ value('zuma-7.os-median-standard') }}, {{ value('zuma-1.age') }}", en="{{ value('zuma-7.efs-hr') }}"
    )
    assert PageView(content, "it", "").text(words) == "31,1 mesi, 58 anni"
    assert PageView(content, "en", "").text(words) == "0.40"


TYPED = {
    # What a label, a handbook or a criterion sets as a limit.
    ("toxicities", "crs"): {"40%"},
    ("pages", "night-hypotension-hypoxia"): {"20%", "90%"},
    ("pages", "referral"): {"60%"},
    ("trials", "pilot"): {"50%", "60%"},
    # What experts or centres said when asked: not an outcome of patients.
    ("pages", "cytopenia"): {"63%", "86%"},
    ("pages", "monitoring-and-discharge"): {"33%", "43%"},
    ("toxicities", "iec-hs"): {"92%"},
    # What a source is quoted as printing: roughly, in conflict with others, or wrongly put together.
    ("pages", "night-confusion"): {"10%"},
    ("trials", "belinda"): {"97%"},
    ("trials", "transcend-mcl"): {"50.8%", "74%"},
    # Who the patients were, in words that fit no characteristic of the records.
    ("trials", "pinnix-2020"): {"88%"},
    ("trials", "us-israel-2025"): {"80%"},
}
"""Percentages that texts type, and why no record of a study holds them."""


def test_a_percentage_in_a_text_is_a_record_or_is_known_to_be_none(content: Content) -> None:
    found: dict[tuple[str, str], set[str]] = {}
    for key, record in content.records():
        if key[0] not in {"pages", "toxicities", "trials"}:
            continue
        for loc, model in walk(record):
            if isinstance(model, Words) and not (key[0] == "trials" and RECORDS.intersection(loc)):
                for language in LANGUAGES:
                    typed = re.findall(r"\d+(?:[.,]\d+)?%", CALL.sub(" ", model[language]))
                    found.setdefault(key, set()).update(one.replace(",", ".") for one in typed)
    assert {key: typed for key, typed in found.items() if typed} == TYPED
