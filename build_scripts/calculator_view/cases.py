"""Worked examples, written as a reader would enter them, with the result that the calculator gives."""

from typing import Any

import calculators
from build_scripts.page_view import PageView
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.case import Case

type Data = dict[str, Any]


def case_answers(view: PageView, words: CalculatorWords, labels: dict[str, dict[str, str]], case: Case) -> list[Data]:
    """List ``{"name", "answer"}`` of every answer given; ``labels`` names the levels of each item.

    What no item or level explains (an example of a wrong answer) is shown as it is.
    """
    shown = []
    for item_id, answer in case.answers.items():
        said = words.items.get(item_id)
        name = view.plain(said.name) if said else item_id
        shown.append({"name": name, "answer": _answer(view, labels.get(item_id, {}), answer)})
    return shown


def _answer(view: PageView, labels: dict[str, str], answer: Any) -> str:
    if answer is None:
        return view.message("form.not_known")
    if isinstance(answer, dict):
        return " ".join(str(part) for part in (answer.get("value"), answer.get("unit")) if part is not None)
    if isinstance(answer, list):
        return f" {view.message('form.or')} ".join(labels.get(str(level), str(level)) for level in answer)
    return labels.get(str(answer), str(answer))


def case_result(
    view: PageView, words: CalculatorWords, products: dict[str, str], calculator_id: str, case: Case
) -> list[str]:
    """Write the result in a few lines: the outcomes still possible, what would settle them, or what was refused."""
    result = calculators.evaluate(calculator_id, case.answers)
    if result["problems"]:
        refused = {problem["item"]: None for problem in result["problems"]}
        return [view.message("calculator.refused", items=", ".join(_names(view, words, list(refused))))]
    if "products" in result:
        return [f"{products[p]}: {_outcomes(view, words, r)}" for p, r in result["products"].items()]
    return [_outcomes(view, words, result)]


def _outcomes(view: PageView, words: CalculatorWords, result: Data) -> str:
    said = f" {view.message('form.or')} ".join(view.plain(words.outcomes[o].name) for o in result["outcomes"])
    if not result["settled_by"]:
        return said
    return f"{said}. {view.message('form.settled_by', items=', '.join(_names(view, words, result['settled_by'])))}"


def _names(view: PageView, words: CalculatorWords, item_ids: list[str]) -> list[str]:
    return [view.plain(words.items[i].name) if i in words.items else i for i in item_ids]
