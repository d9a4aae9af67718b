"""Worked examples, written as a reader would enter them, with the result that the calculator gives."""

from decimal import Decimal
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
        said = " ".join(str(part) for part in (answer.get("value"), answer.get("unit")) if part is not None)
        return said.replace("\n", "; ")
    if isinstance(answer, list):
        return f" {view.message('form.or')} ".join(labels.get(str(level), str(level)) for level in answer)
    # A series has a line for each value.
    return labels.get(str(answer), str(answer)).replace("\n", "; ")


def case_result(
    view: PageView, words: CalculatorWords, products: dict[str, str], calculator_id: str, case: Case
) -> list[str]:
    """Write the result in a few lines: the outcomes still possible, what would settle them, or what was refused."""
    result = calculators.evaluate(calculator_id, case.answers)
    if result["problems"]:
        refused = {problem["item"]: None for problem in result["problems"]}
        return [view.message("calculator.refused", items=", ".join(_names(view, words, list(refused))))]
    if "results" in result:
        return [line for name, found in result["results"].items() if (line := _named(view, words, name, found))]
    if "events" in result:
        return [_event(view, words, event_id, dates) for event_id, dates in result["events"].items()]
    if "products" in result:
        return [f"{products[p]}: {_outcomes(view, words, r)}" for p, r in result["products"].items()]
    return [_outcomes(view, words, result)]


def _event(view: PageView, words: CalculatorWords, event_id: str, dates: Data) -> str:
    ends = [view.date(day) for day in dict.fromkeys(dates.values()) if day]
    said = " – ".join(ends) if dates["to"] else view.message("form.from_day", day=ends[0])
    return view.message("form.named_result", name=view.plain(words.outcomes[event_id].name), said=said)


def _outcomes(view: PageView, words: CalculatorWords, result: Data) -> str:
    said = f" {view.message('form.or')} ".join(view.plain(words.outcomes[o].name) for o in result["outcomes"])
    if not result["settled_by"]:
        return said
    return f"{said}. {view.message('form.settled_by', items=', '.join(_names(view, words, result['settled_by'])))}"


def _named(view: PageView, words: CalculatorWords, name: str, found: Data) -> str:
    """Write one named result; nothing when it does not apply or nothing can be said of it."""
    if not found["applies"] or (found["value"] is None and len(found["outcomes"]) != 1):
        return ""
    parts = [_value(view, found)] if found["value"] else []
    if found["outcomes"]:
        outcomes = [view.plain(words.outcomes[f"{name}.{outcome}"].name) for outcome in found["outcomes"]]
        parts.append(f" {view.message('form.or')} ".join(outcomes))
    return f"{view.plain(words.results[name].name)}: {', '.join(part for part in parts if part)}"


def _value(view: PageView, found: Data) -> str:
    unit = found["unit"] and view.unit(found["unit"])
    low, high = (bound and view.number(Decimal(bound)) for bound in (found["value"]["min"], found["value"]["max"]))
    if low is None and high is None:
        return ""
    if low == high:
        said = low
    elif high is None:
        said = view.message("form.at_least", value=low)
    elif low is None:
        said = view.message("form.at_most", value=high)
    else:
        said = view.message("form.from_to", min=low, max=high)
    return f"{said}\u00a0{unit}" if unit else said


def _names(view: PageView, words: CalculatorWords, item_ids: list[str]) -> list[str]:
    return [view.plain(words.items[i].name) if i in words.items else i for i in item_ids]
