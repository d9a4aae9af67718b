"""Every worked example, typed into each calculator's form in three browsers, from a file and over http."""

import re
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import yaml
from browsers import Address, Page, QuietHandler, outside, static_server
from browsers.form import CalculatorForm, Shown
from browsers.page import TIMEOUT
from built_site import CALCULATORS, ROOT, SITE, calculator_page
from calculator_faults import failure, without_a_result
from engine_site import another_disagrees, damaged

from build_scripts.content import Content


def examples(calculator_id: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "cases" / f"{calculator_id}.yaml").read_text())
    return cases


def faults(shown: Shown, case: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """Where the page differs from an example, in its data attributes or in the words a reader sees."""
    expect, found = case["expect"], []
    told = {"settled": shown.settled, "outcomes": shown.outcomes}
    found += [f"{key} {told[key]}, not {expect[key]}" for key in told if key in expect and told[key] != expect[key]]
    if "score" in expect and shown.score != [str(expect["score"]["min"]), str(expect["score"]["max"])]:
        found.append(f"score {shown.score}, not {expect['score']}")
    if set(shown.problems) != {problem["item"] for problem in expect.get("problems", [])}:
        found.append(f"problems {shown.problems}")
    for product, said in expect.get("products", {}).items():
        row = shown.products[product]
        if row["outcomes"] != said["outcomes"]:
            found.append(f"{product} {row['outcomes']}, not {said['outcomes']}")
        found += missing(as_said([words["outcomes"][outcome] for outcome in said["outcomes"]]), row["text"])
        found += missing(names(words, said, "settled_by"), row["text"])
    for name, said in expect.get("results", {}).items():
        row = shown.results[name]
        ends = (said.get("value") or {"min": None, "max": None}) if "value" in said else row["value"]
        if row["value"] != ends:
            found.append(f"{name} {row['value']}, not {ends}")
        numbers = [end.replace(".", words["decimal_mark"]) for end in ends.values() if end is not None]
        found += [f"{number} is not said: {row['text']}" for number in numbers if number not in row["text"]]
    if case["answers"]:
        outcomes = [words["outcomes"][outcome] for outcome in expect.get("outcomes", [])]
        found += missing(as_said(outcomes) + names(words, expect, "settled_by"), shown.text)
        found += missing(names(words, expect, "drivers") + names(words, expect, "unknown"), shown.details)
    return found


def names(words: dict[str, Any], expect: dict[str, Any], key: str) -> list[str]:
    """The page's names of the items that an example lists under a key."""
    return [words["items"][item]["name"] for item in expect.get(key, [])]


def as_said(outcomes: list[str]) -> list[str]:
    """Outcomes whose names begin alike say their beginning once: `Grade 3 or 4`."""
    alike = len({outcome.split()[0] for outcome in outcomes}) == 1
    return [outcome if place == 0 or not alike else outcome.split()[-1] for place, outcome in enumerate(outcomes)]


def missing(wanted: list[str], text: str) -> list[str]:
    """Names that a text does not say; “Grade 1, 3 or 4” says all three."""
    said = re.findall(r"[\w-]+", text)
    return [f"“{name}” is not said: {text}" for name in wanted if name not in text and name.split()[-1] not in said]


@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_worked_examples_typed_into_the_form(page: Page, address: Address, calculator_id: str) -> None:
    base = address(SITE)
    language = "it" if base.startswith("file") else "en"
    page.open(f"{base}{language}/{calculator_page(calculator_id)}")
    form = CalculatorForm(page, calculator_id)
    found = []
    typed = [case for case in examples(calculator_id) if form.can_take(case["answers"])]
    assert len(typed) >= 8
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


# Not WebKitGTK: its driver does nothing while a page still loads.
@pytest.mark.parametrize("held", ["/engine/boot.js", "/engine/snapshot-"])
@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
def test_what_is_answered_before_the_engine_is_ready_is_computed(page: Page, held: str) -> None:
    arrived = Event()

    class SlowLine(QuietHandler):
        def do_GET(self) -> None:
            if held in self.path:
                arrived.wait(TIMEOUT)
            super().do_GET()

    with static_server(SITE, SlowLine) as base:
        page.open(base + "index.html")
        page.evaluate("url => { location.href = url }", f"{base}it/{calculator_page('crs')}")
        page.wait_until("() => document.querySelector('form[data-calculator]')?.closest('html.js')")
        page.click('label:has(> input[name="fever"][value="present"])')
        page.click('label:has(> input[name="hypotension"][value="one_vasopressor"])')
        assert page.attribute("html", "data-engine") in (None, "off", "loading")
        arrived.set()
        assert CalculatorForm(page, "crs").shown().outcomes == ["grade_3", "grade_4"]


@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
def test_a_result_is_withdrawn_when_another_calculator_disagrees(
    page: Page, content: Content, tmp_path: Path
) -> None:
    answered = Event()

    class SlowLine(QuietHandler):
        def do_GET(self) -> None:
            if "/engine/python-" in self.path:
                answered.wait(TIMEOUT)
            super().do_GET()

    with static_server(damaged(SITE, tmp_path / "site", another_disagrees), SlowLine) as base:
        page.open(base + "index.html")
        page.evaluate("url => { location.href = url }", f"{base}it/{calculator_page('crs')}")
        page.wait_until("() => document.querySelector('form[data-calculator]')?.closest('html.js')")
        page.click('label:has(> input[name="fever"][value="present"])')
        answered.set()
        assert failure(page, content, "it") == "self_check"
        assert page.evaluate("() => performance.getEntriesByName('vademecum:first-result').length") == 1
        without_a_result(page)
