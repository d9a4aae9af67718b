"""Every worked example, typed into each calculator's form in three browsers, from a file and over http."""

from typing import Any

import pytest
import yaml
from browsers import Address, Page, outside
from browsers.form import CalculatorForm, Shown
from built_site import CALCULATORS, ROOT, SITE, calculator_page

# What the form makes impossible: its options are the known levels, a unit is chosen, one way of answering is sent.
PREVENTED = {"unknown_level", "unit_missing", "unknown_unit", "unknown_item", "conflicting_answers"}


def examples(calculator_id: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "cases" / f"{calculator_id}.yaml").read_text())
    return cases


def can_be_typed(case: dict[str, Any]) -> bool:
    """False for answers that only a program can give: several levels of one item, or what the form prevents."""
    listed = any(isinstance(answer, list) for answer in case["answers"].values())
    return not listed and not PREVENTED & {problem["code"] for problem in case["expect"].get("problems", [])}


def faults(shown: Shown, case: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """Where the page differs from an example, in its data attributes or in the words a reader sees."""
    expect, found = case["expect"], []
    if shown.outcomes != expect["outcomes"]:
        found.append(f"outcomes {shown.outcomes}, not {expect['outcomes']}")
    if "settled" in expect and shown.settled != expect["settled"]:
        found.append(f"settled {shown.settled}")
    if "score" in expect and shown.score != [str(expect["score"]["min"]), str(expect["score"]["max"])]:
        found.append(f"score {shown.score}, not {expect['score']}")
    if set(shown.problems) != {problem["item"] for problem in expect.get("problems", [])}:
        found.append(f"problems {shown.problems}")
    if not case["answers"]:
        return found
    named = [words["outcomes"][outcome] for outcome in expect["outcomes"]]
    named += [words["items"][item]["name"] for item in expect.get("settled_by", [])]
    found += [f"“{name}” is not in the result: {shown.text}" for name in named if name not in shown.text]
    named = [words["items"][item]["name"] for item in [*expect.get("drivers", []), *expect.get("unknown", [])]]
    found += [f"“{name}” is not in the details: {shown.details}" for name in named if name not in shown.details]
    return found


@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_worked_examples_typed_into_the_form(page: Page, address: Address, calculator_id: str) -> None:
    base = address(SITE)
    language = "it" if base.startswith("file") else "en"
    page.open(f"{base}{language}/{calculator_page(calculator_id)}")
    form = CalculatorForm(page, calculator_id)
    found = []
    typed = [case for case in examples(calculator_id) if can_be_typed(case)]
    assert len(typed) >= 6
    for case in typed:
        for item, answer in case["answers"].items():
            form.answer(item, answer, by_mouse=case is typed[0])
        found += [f"{case['id']}: {fault}" for fault in faults(form.shown(), case, form.words)]
        form.reset()
        if left := form.left():
            found.append(f"{case['id']}: after reset still answered: {left}")
    found += [f"request to {url}" for url in outside(page.requests(), base)]
    found += [f"console: {error}" for error in page.console_errors()]
    assert page.evaluate("() => performance.getEntriesByName('vademecum:first-result').length") == 1
    assert not found, "\n".join(found)


def test_what_is_answered_before_the_engine_is_ready_is_computed(page: Page, http_address: Address) -> None:
    page.open(f"{http_address(SITE)}it/{calculator_page('crs')}")
    page.click('label:has(> input[name="fever"][value="present"])')
    page.click('label:has(> input[name="hypotension"][value="one_vasopressor"])')
    shown = CalculatorForm(page, "crs").shown()
    assert shown.outcomes == ["grade_3", "grade_4"]
