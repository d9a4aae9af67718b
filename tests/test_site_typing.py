"""What a reader types by mistake, and what is left of a patient afterwards: nothing."""

import re

import yaml
from browsers import Address, Page
from browsers.form import CalculatorForm
from built_site import ROOT, SITE, calculator_page

# item, unit, what is typed, the problem (or none), and words that the message must hold in either language
TYPED = [
    ("anc", "/µL", "1.200", "two_readings", {"it": "1200 o 1,2", "en": "1200 or 1.2"}),
    ("anc", "/µL", "1,2", "implausible", {"it": "10⁹/L", "en": "10⁹/L"}),
    ("haemoglobin", "g/dL", "9,0", None, {"it": "9,0 g/dL", "en": "9.0 g/dL"}),
    ("ferritin", "ng/mL", ">2000", None, {"it": ">2000", "en": ">2000"}),
    ("platelets", "10⁹/L", "abc", "not_a_number", {"it": "abc", "en": "abc"}),
    ("crp", "", "35", "unit_missing", {"it": "mg/dL o mg/L", "en": "mg/dL or mg/L"}),
    ("crp", "mg/dL", "95", "implausible", {"it": "mg/L", "en": "mg/L"}),
    ("ferritin", "ng/mL", "NaN", "not_a_number", {"it": "NaN", "en": "NaN"}),
    ("platelets", "10⁹/L", "-5", "implausible", {"it": "-5", "en": "-5"}),
]
LONG = "9" * 10_000
# Values that stand nowhere else in the page.
SECRET = {"platelets": "173.6", "anc": "1741", "haemoglobin": "9.37", "ferritin": "1987.3"}
STORED = """async () => JSON.stringify([
  {...localStorage}, {...sessionStorage}, document.cookie, location.href, document.title, window.name, history.state,
  await (indexedDB.databases?.() ?? []), window.caches && isSecureContext ? await caches.keys() : []])"""

COPIED = "() => document.querySelector('[data-copy-text]').value"


def message_pattern(code: str, language: str) -> re.Pattern[str]:
    """The documented message, with anything in the place of its marks; a sentence may follow."""
    problems = yaml.safe_load((ROOT / "content" / "messages" / "input_problems.yaml").read_text())
    words = problems[f"problem.{code}"][language]
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(words)) + ".*", re.DOTALL)


def open_form(page: Page, address: Address) -> tuple[CalculatorForm, str]:
    """CAR-HEMATOTOX in Italian from a file, in English over http."""
    base = address(SITE)
    language = "it" if base.startswith("file") else "en"
    page.open(f"{base}{language}/{calculator_page('car_hematotox')}")
    return CalculatorForm(page, "car_hematotox"), language


def test_a_wrong_entry_is_explained_beside_its_field_and_stays_there(page: Page, address: Address) -> None:
    form, language = open_form(page, address)
    faults = []
    for item, unit, typed, code, said in TYPED:
        form.answer("crp" if item != "crp" else "anc", "2")
        form.answer(item, {"value": typed, "unit": unit})
        shown = form.shown()
        at = f"{item} {typed}"
        if page.evaluate("n => document.getElementsByName(n)[0].value", item) != typed:
            faults.append(f"{at}: the field holds something else now")
        message = shown.problems.get(item, "")
        if code is None:
            read = page.text(f'[data-read="{item}"]')
            if message or said[language] not in read:
                faults.append(f"{at}: read as “{read}”, {message}")
        elif not message_pattern(code, language).fullmatch(message) or said[language] not in message:
            faults.append(f"{at}: “{message}”")
        elif shown.outcomes or page.attribute(f'input[name="{item}"]', "aria-invalid") != "true":
            faults.append(f"{at}: a result stands beside a wrong entry, or the field is not marked")
        form.reset()
    assert not faults, "\n".join(faults)


def test_ten_thousand_characters_do_no_harm(page: Page, address: Address) -> None:
    form, language = open_form(page, address)
    form.answer("anc", "3000")
    page.paste('input[name="platelets"]', LONG)
    page.press("Tab")
    message = form.shown().problems["platelets"]
    assert len(message) < 500
    assert any(message_pattern(code, language).fullmatch(message) for code in ("not_a_number", "implausible"))
    held = page.evaluate("() => ['platelets', 'anc'].map(item => document.getElementsByName(item)[0].value)")
    assert held == [LONG, "3000"]
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_field_is_judged_only_once_it_is_complete(page: Page, address: Address) -> None:
    form, _ = open_form(page, address)
    page.type('input[name="anc"]', "1.200")
    assert page.evaluate("() => document.querySelector('[data-problem=\"anc\"]').hidden")
    page.press("Tab")
    assert "anc" in form.shown().problems


def test_nothing_of_a_patient_is_left(page: Page, address: Address) -> None:
    form, _ = open_form(page, address)
    url = page.url
    for item, value in SECRET.items():
        form.answer(item, value)
    assert form.shown().settled
    page.click("[data-copy]")
    page.wait_until("() => document.querySelector('[data-copied]').textContent")
    copied = page.evaluate(COPIED)
    assert copied.startswith("CAR-HEMATOTOX (Rejeski 2021): ")
    assert copied.endswith(form.words["stamp"])
    shown = {value.replace(".", form.words["decimal_mark"]) for value in SECRET.values()}
    assert [value for value in shown if value not in copied] == []
    stored = page.evaluate(STORED)
    for value in SECRET.values():
        assert value not in stored
        assert not [request for request in page.requests() if value in request]
    assert page.url == url
    form.reset()
    assert not form.left()
    assert page.evaluate(COPIED) == ""
    assert "173" not in form.shown().text + form.shown().details + page.text("form")
    for item, value in SECRET.items():
        form.answer(item, value)
    form.shown()
    page.reload()
    form = CalculatorForm(page, "car_hematotox")
    assert not form.left()
    assert len(form.shown().outcomes) == 2
    form.answer("platelets", SECRET["platelets"])
    page.follow(".language-switch__link")
    page.evaluate("() => history.back()")
    page.wait_until("u => location.href === u && document.readyState === 'complete'", url)
    assert not CalculatorForm(page, "car_hematotox").left()
    assert not any(value in page.evaluate(STORED) for value in SECRET.values())
