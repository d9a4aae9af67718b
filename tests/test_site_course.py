"""Repeated assessments in the open page: listed, drawn, taken along, and gone with the page."""

from typing import Any

import pytest
from browsers import Address, Page
from browsers.form import CalculatorForm
from built_site import CALCULATORS, LANGUAGES, SITE, calculator_page, tree
from test_site_typing import SECRET, STORED

REPEATED = ["car_hematotox", "crs", "icans", "ice"]

CSV = {
    "it": "\ufeffData;Ora;Risultato;Punteggio, minimo;Punteggio, massimo;Nota;"
    "Piastrine (10⁹/L);Neutrofili (/µL);Emoglobina (g/dL);PCR (mg/dL);Ferritina (ng/mL)\r\n"
    "2026-11-20;;Basso rischio (0–1);1;1;dalla cartella;;;;;\r\n"
    "2026-11-22;14:30;Alto rischio (≥2);3;4;;173,6;1741;9,37;non noto;>2000\r\n",
    "en": '\ufeffDate,Time,Result,"Score, lowest","Score, highest",Note,'
    "Platelets (10⁹/L),Neutrophils (/µL),Haemoglobin (g/dL),CRP (mg/dL),Ferritin (ng/mL)\r\n"
    "2026-11-20,,Low risk (0–1),1,1,from the record,,,,,\r\n"
    "2026-11-22,14:30,High risk (≥2),3,4,,173.6,1741,9.37,not known,>2000\r\n",
}

# What a press of the button hands to the browser as a file.
DOWNLOADED = """async () => {
  const made = URL.createObjectURL;
  let blob;
  URL.createObjectURL = given => { blob = given; return made.call(URL, given); };
  document.querySelector("[data-course-download]").click();
  URL.createObjectURL = made;
  return new TextDecoder("utf-8", {ignoreBOM: true}).decode(await blob.arrayBuffer());
}"""
LISTEN = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [aria-live]"))
    new MutationObserver(() => region.textContent.trim() && heard.push(region.textContent.trim()))
      .observe(region, {childList: true, characterData: true, subtree: true});
}"""
WARNS = "() => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
FORGET = """() => {
  document.querySelector("[data-course-said]").textContent = "";
  document.querySelector("[data-course-problem]").hidden = true;
}"""
MARKS = (
    """() => [...document.querySelectorAll("[data-course-chart] circle")].map(mark => mark.getAttribute("class"))"""
)
ROWS = """() => [...document.querySelectorAll("[data-course-table] tbody tr")].map(row =>
  [...row.cells].slice(0, -1).map(cell => cell.textContent))"""


def write(page: Page, field: str, text: str) -> None:
    page.clear(field)
    page.type(field, text)


def add(page: Page, day: str, time: str, recorded: str | None = None) -> None:
    """Add the present result, or one that the record already has, and wait until the page has dealt with it."""
    write(page, "[data-course-day]", day)
    write(page, "[data-course-time]", time) if time else page.clear("[data-course-time]")
    if recorded is not None:
        page.select("[data-course-what]", recorded)
    page.evaluate(FORGET)
    page.click("[data-course-add]")
    page.wait_until(
        "() => document.querySelector('[data-course-said]').textContent"
        " || !document.querySelector('[data-course-problem]').hidden"
    )


def rows(page: Page) -> list[list[str]]:
    found: Any = page.evaluate(ROWS)
    return [[str(cell) for cell in row] for row in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_scores_that_are_repeated_have_a_list_and_without_scripts_none_shows(language: str) -> None:
    for calculator_id in CALCULATORS:
        found = [
            element.get("hidden") is not None
            for element in tree(f"{language}/{calculator_page(calculator_id)}").iter("section")
            if element.get("data-course") is not None
        ]
        assert found == ([True] if calculator_id in REPEATED else []), calculator_id


def test_a_course_is_taken_along_and_nothing_of_it_is_left(page: Page, address: Address) -> None:
    base = address(SITE)
    language = "it" if base.startswith("file") else "en"
    page.open(f"{base}{language}/{calculator_page('car_hematotox')}")
    form = CalculatorForm(page, "car_hematotox")
    url = page.url
    assert not page.evaluate(WARNS)
    add(page, "2026-11-22", "14:30")
    assert page.visible("[data-course-problem]"), "nothing answered, nothing to add"
    for item, value in {**SECRET, "ferritin": ">2000"}.items():
        form.answer(item, value)
    form.shown()
    page.evaluate(LISTEN)
    add(page, "22/11/2026", "14.30")
    assert len(page.evaluate("() => heard")) == 1
    add(page, "2026-11-20", "", recorded="1")
    assert not page.visible("[data-course-problem]")
    add(page, "22.11.2026", "1430")
    assert page.visible("[data-course-problem]"), "one moment, one assessment"
    assert page.evaluate(MARKS) == ["course-settled", "course-possible", "course-possible"]
    assert page.text("[data-course-chart] desc").count("2026") == 2
    assert page.evaluate(DOWNLOADED) == CSV[language]
    page.click("[data-course-copy]")
    page.wait_until("() => document.querySelector('[data-course-text]').value")
    copied = page.evaluate("() => document.querySelector('[data-course-text]').value").split("\n")
    assert len(copied) == 4
    assert "14:30" in copied[2]
    assert form.words["decimal_mark"].join(["173", "6"]) in copied[2]
    stored = page.evaluate(STORED)
    for value in (*SECRET.values(), "2026-11-22", "14:30"):
        assert value not in stored
        assert not [request for request in page.requests() if value in request]
    assert page.url == url
    assert page.evaluate(WARNS)
    page.reload()
    for back in (False, True):
        form = CalculatorForm(page, "car_hematotox")
        assert rows(page) == []
        assert not page.visible("[data-course-list]")
        assert not page.evaluate(WARNS)
        if not back:
            add(page, "2026-11-20", "09:00", recorded="1")
            assert len(rows(page)) == 1
            page.follow(".language-switch__link")
            page.evaluate("() => history.back()")
            page.wait_until("u => location.href === u && document.readyState === 'complete'", url)
    assert page.console_errors() == []


def test_a_baseline_stands_beside_the_present_result_until_all_is_cleared(page: Page, http_address: Address) -> None:
    page.open(f"{http_address(SITE)}en/{calculator_page('ice')}")
    form = CalculatorForm(page, "ice")
    assert "No baseline yet" in page.text("[data-course-baseline-result]")
    page.click("[data-course-baseline]")
    add(page, "2026-11-20", "09:00", recorded="10")
    assert page.text("[data-course-baseline-result]").endswith("ICE 10.")
    form.answer("year", "not_correct")
    add(page, "2026-11-22", "08:00")
    baseline, present = rows(page)
    assert baseline[1:3] == ["ICE 10", "baseline, from the record"]
    assert present[1] == "ICE 0, 1, 2, 3, 4, 5, 6, 7, 8 or 9"
    assert present[3] == "Not correct"
    assert len(page.evaluate(MARKS)) == 1 + 10
    page.click("[data-course-next]")
    form.shown()
    assert not form.left()
    assert len(rows(page)) == 2
    page.click("[data-course-table] tbody tr:nth-child(2) button")
    assert len(rows(page)) == 1
    form.reset()
    assert rows(page) == []
    assert "No baseline yet" in page.text("[data-course-baseline-result]")
    assert not page.evaluate(WARNS)
