"""A calculator's form, filled in as a reader does: clicks on options, keys into fields."""

from dataclasses import dataclass
from typing import Any

from browsers.page import Page

# What stands in the form: each item's kind of control, and the way of answering that shows it.
CONTROLS = """() => {
  const found = {};
  for (const control of document.querySelectorAll("form[data-calculator] [name]")) {
    if (control.name.endsWith(".by") || control.name.endsWith(".unit")) continue;
    const way = control.closest("[data-way]");
    const group = [...document.getElementsByName(control.name)];
    found[control.name] = {kind: control.type, question: way.dataset.for, way: way.dataset.way,
      levels: group.map(({value}) => value),
      units: [...document.querySelectorAll(`[name="${control.name}.unit"] option`)].map(({value}) => value),
      unit: document.querySelector(`[name="${control.name}.unit"]`)?.value,
      ways: document.querySelectorAll(`[name="${way.dataset.for}.by"]`).length};
  }
  return found;
}"""

SHOWN = """() => {
  const output = document.querySelector("output[data-result]");
  const lines = element => [...element.querySelectorAll("p")].map(line => line.textContent.trim()).join(" ");
  const problems = {};
  for (const note of document.querySelectorAll("[data-problem]"))
    if (note.textContent.trim() && note.checkVisibility()) problems[note.dataset.problem] = note.textContent.trim();
  const {outcomes, settled, scoreMin, scoreMax} = output.dataset;
  const products = {};
  for (const row of output.querySelectorAll("[data-product]"))
    products[row.dataset.product] = {outcomes: row.dataset.outcomes.split(" "), text: row.textContent};
  const results = {};
  for (const row of output.querySelectorAll("[data-named]"))
    results[row.dataset.named] = {outcomes: row.dataset.outcomes.split(" ").filter(Boolean), text: lines(row),
      value: {min: row.dataset.valueMin || null, max: row.dataset.valueMax || null}};
  return {outcomes: outcomes.split(" ").filter(Boolean), settled: settled === "true",
    score: [scoreMin ?? "", scoreMax ?? ""], products, results, problems,
    text: lines(output), details: document.querySelector("[data-details]").textContent.trim()};
}"""

LEFT = """() => [...document.querySelectorAll("form[data-calculator] [name]")].filter(control =>
  control.type === "radio" && !control.name.endsWith(".by") ? control.checked && control.value !== ""
  : control.type === "text" || control.type === "textarea" ? control.value !== ""
  : control.type === "select-one" ? control.selectedIndex !== 0 : false).map(control => control.name)"""


@dataclass(frozen=True)
class Shown:
    """What the page shows: ids from the data attributes, and the words that a reader sees."""

    outcomes: list[str]
    settled: bool
    score: list[str]
    products: dict[str, dict[str, Any]]
    results: dict[str, dict[str, Any]]
    problems: dict[str, str]
    text: str
    details: str


class CalculatorForm:
    """The form of the page that is open."""

    def __init__(self, page: Page, calculator_id: str) -> None:
        self.page = page
        self.calculator_id = calculator_id
        assert page.count("form[data-calculator]"), f"{page.engine}: no calculator at {page.url}"
        page.wait_until("() => ['ready', 'failed'].includes(document.documentElement.dataset.engine)")
        state = page.evaluate("() => [document.documentElement.dataset.engine, vademecum.engine.reason]")
        assert state[0] == "ready", f"{page.engine}: the engine failed: {state[1]}"
        self.controls: dict[str, dict[str, Any]] = page.evaluate(CONTROLS)
        self.words: dict[str, Any] = page.evaluate(
            "() => JSON.parse(document.querySelector('[data-form-words]').textContent)"
        )

    def answer(self, item: str, value: Any, *, by_mouse: bool = False) -> None:
        """Answer one item: a level id, a number, a text as typed, or `{"value": …, "unit": …}`.

        Options are chosen with the space bar, or `by_mouse` with a click on their words.
        """
        control = self.controls[item]
        if control["ways"]:
            self.choose_way(control["question"], control["way"])
        if control["kind"] == "radio":
            option = f'input[name="{item}"][value="{value}"]'
            if by_mouse:
                self.page.click(f"label:has(> {option})")
            else:
                self.page.evaluate("s => document.querySelector(s).focus()", option)
                self.page.press(" ")
            self.page.wait_until("s => document.querySelector(s).checked", option)
            return
        if isinstance(value, dict):
            self.page.select(f'select[name="{item}.unit"]', value["unit"])
            value = value["value"]
        elif control["unit"] == "":
            # A number alone is in the first unit, which the form does not choose by itself here.
            self.page.select(f'select[name="{item}.unit"]', control["units"][1])
        self.page.type(f'[name="{item}"]', str(value))
        self.page.press("Tab")

    def can_take(self, answers: dict[str, Any]) -> bool:
        """False for answers that only a program can give.

        The form offers the known levels one at a time, has most units chosen, and sends one way of answering each.
        """
        ways: dict[str, str] = {}
        for item, answer in answers.items():
            control = self.controls[item]
            if ways.setdefault(control["question"], control["way"]) != control["way"]:
                return False
            if control["kind"] == "radio" and str(answer) not in control["levels"]:
                return False
            if isinstance(answer, dict) and answer.get("unit") not in control["units"]:
                return False
        return not any(isinstance(answer, list) for answer in answers.values())

    def choose_way(self, question: str, way: str) -> None:
        """Open the way of answering a question that shows an item, where there are several."""
        radio = f'input[name="{question}.by"][value="{way}"]'
        if self.page.evaluate("s => document.querySelector(s)?.checked === false", radio):
            self.page.click(f"label:has(> {radio})")

    def shown(self) -> Shown:
        """What the page shows once all that was answered has been computed.

        The engine answers in the order of asking, so one more question of our own is answered last.
        """
        self.page.evaluate("id => vademecum.engine.evaluate(id, {}).then(() => null)", self.calculator_id)
        return Shown(**self.page.evaluate(SHOWN))

    def reset(self) -> None:
        """Press "clear everything"."""
        self.page.click("[data-reset]")

    def left(self) -> list[str]:
        """The controls that still hold an answer."""
        return [str(name) for name in self.page.evaluate(LEFT)]
