"""Each calculator empty, partly answered, answered, listed and with a problem: for hands and eyes alike."""

from typing import Any

import pytest
from browsers import Address, Page
from browsers.form import CalculatorForm
from browsers.paper import chromium
from built_site import CALCULATORS, SITE, calculator_page
from page_faults import of_access
from test_site_calculators import examples

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
TOPS = """() => [...document.querySelectorAll("fieldset.question")]
  .map(question => Math.round(question.getBoundingClientRect().top + scrollY))"""
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
SMALL = """() => [...document.querySelectorAll(
    ".calculator :is(.option, .way-choice, button, select, input[type=text]), .course button, .bedside-choice *")]
  .filter(element => element.checkVisibility() && element.matches("label:has(input), button, select, input"))
  .filter(element => element.getBoundingClientRect().height < 43.9).map(element => element.outerHTML.slice(0, 120))"""

# What the Tab key should stop at inside the page, in the order in which it is read; of a group of options only one.
STOPS = """() => {
  const first = new Map();
  const chosen = control => !(control.type === "radio") || (() => {
    const group = [...document.getElementsByName(control.name)];
    return control === (group.find(({checked}) => checked) ?? group[0]);
  })();
  window.stops = [...document.querySelectorAll(
      "article :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")]
    .filter(element => !element.disabled && element.tabIndex >= 0 && chosen(element)
      && element.checkVisibility({visibilityProperty: true}));
  const title = document.querySelector("h1");
  title.tabIndex = -1;
  title.focus();
  return stops.map(element => element.outerHTML.slice(0, 100));
}"""
STOP = "() => window.stops.indexOf(document.activeElement)"
HEARD = """() => {
  window.heard = [];
  for (const region of document.querySelectorAll("[role=status], [aria-live]"))
    new MutationObserver(() => heard.push(region.textContent)).observe(
      region, {childList: true, characterData: true, subtree: true});
}"""

only_chromium = pytest.mark.parametrize("browser", ["chromium"], indirect=True)


@only_chromium
@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_each_state_is_accessible_and_nothing_jumps(page: Page, http_address: Address, calculator_id: str) -> None:
    tab = chromium(page).tab
    tab.emulate_media(reduced_motion="reduce")
    page.open(f"{http_address(SITE)}en/{calculator_page(calculator_id)}")
    form = CalculatorForm(page, calculator_id)
    faults: list[str] = []

    def look(state: str, looks: dict[str, dict[str, Any]]) -> None:
        for name, media in looks.items():
            tab.emulate_media(**media)
            scheme = "slate" if media["color_scheme"] == "dark" else "default"
            page.wait_until("s => document.body.dataset.mdColorScheme === s", scheme)
            faults.extend(f"{state}, {name}: {fault}" for fault in of_access(page))

    def narrow(state: str) -> None:
        page.set_size(320, 700)
        page.wait_until("() => innerWidth === 320")
        faults.extend(f"{state}, 320 px: {fault}" for fault in of_access(page))
        faults.extend(f"{state}: under 44 px: {element}" for element in page.evaluate(SMALL))
        if (wider := page.evaluate(SIDEWAYS)) > 0:
            faults.append(f"{state}: {wider} px wider than a small phone")

    light = {"light": LOOKS["light"]}
    look("empty", light)
    case = most_answered(form)
    for number, (item, answer) in enumerate(case.items()):
        before = page.evaluate(TOPS)
        form.answer(item, answer)
        form.shown()
        # Choosing another way of answering shows other fields; a result alone moves nothing.
        if not form.controls[item]["ways"] and page.evaluate(TOPS) != before:
            faults.append(f"the questions jump when {item} is answered")
        if number == 0 and len(case) > 1:
            look("partly answered", light)
    look("answered", LOOKS)
    if page.count("[data-course]"):
        page.click("[data-course-add]")
        page.wait_until("() => !document.querySelector('[data-course-list]').hidden")
        look("listed", LOOKS)
    narrow("answered")
    page.set_size(1280, 900)
    if typed := [item for item, control in form.controls.items() if control["kind"] in ("text", "textarea")]:
        form.reset()
        form.answer(typed[0], "abc")
        assert form.shown().problems
        look("problem", LOOKS)
        narrow("problem")
    assert not faults, "\n".join(faults)


def most_answered(form: CalculatorForm) -> dict[str, Any]:
    """The worked example with the most answers that can be given by hand and are read without a problem."""
    cases = [case for case in examples(form.calculator_id) if form.can_take(case["answers"])]
    readable: list[dict[str, Any]] = [case["answers"] for case in cases if not case["expect"].get("problems")]
    return max(readable, key=len)


def test_the_tab_key_reaches_everything_in_the_order_of_the_page(page: Page, http_address: Address) -> None:
    for calculator_id in CALCULATORS if page.engine == "chromium" else ["ice"]:
        page.open(f"{http_address(SITE)}en/{calculator_page(calculator_id)}")
        form = CalculatorForm(page, calculator_id)
        item, answer = next(iter(most_answered(form).items()))
        form.answer(item, answer)
        form.shown()
        stops = page.evaluate(STOPS)
        seen = []
        for _ in stops:
            page.press("Tab")
            seen.append(page.evaluate(STOP))
        missed = [stop for place, stop in enumerate(stops) if place not in seen]
        assert seen == list(range(len(stops))), f"{calculator_id}: {missed or seen}"


def test_a_result_is_announced_once_and_not_at_each_key(page: Page, http_address: Address) -> None:
    page.open(f"{http_address(SITE)}en/{calculator_page('car_hematotox')}")
    form = CalculatorForm(page, "car_hematotox")
    form.answer("platelets", "200")
    assert not form.shown().settled
    page.evaluate(HEARD)
    form.answer("ferritin", "2150")
    assert form.shown().settled
    assert len(page.evaluate("() => heard")) == 1
