"""Words of calculators: one for each id of the definition, and none besides."""

from collections.abc import Iterable
from typing import Any

import calculators
from build_scripts.content import Content
from build_scripts.problems import Loc, Problem, Problems
from build_scripts.yaml_reader import Document


def check(content: Content, problems: Problems) -> None:
    """Report words without a definition, definitions without words, and management that does not fit its outcomes."""
    known = calculators.calculator_ids()
    for calculator_id in known:
        if not content.knows("calculators", calculator_id):
            path = f"content/calculators/{calculator_id}.yaml"
            problems.add(Problem(path, 1, 1, "", "this calculator has no words"))
        if not content.cases.get(calculator_id) and ("cases", calculator_id) not in content.broken:
            problems.add(
                Problem(f"tests/cases/{calculator_id}.yaml", 1, 1, "", "this calculator has no worked examples")
            )
    for calculator_id, words in content.calculators.items():
        document = content.origins["calculators", calculator_id].document
        if calculator_id not in known:
            problems.add(document.problem((), "no calculator has this id"))
            continue
        _words(content, calculator_id, document, problems)
        for number, page_id in enumerate(words.pages):
            if not content.knows("pages", page_id):
                problems.add(document.problem(("pages", number), f"there is no {page_id} in content/pages"))
    for calculator_id, cases in content.cases.items():
        document = content.origins["cases", calculator_id].document
        if calculator_id not in known:
            problems.add(document.problem((), "no calculator has this id"))
        ids = [case.id for case in cases]
        for number, case_id in enumerate(ids):
            if case_id in ids[:number]:
                problems.add(document.problem((number, "id"), f"{case_id} stands already above"))
    _toxicities(content, problems)


def _words(content: Content, calculator_id: str, document: Document, problems: Problems) -> None:
    words = content.calculators[calculator_id]
    definition: dict[str, Any] = calculators.definition(calculator_id)
    items = [*definition["items"], *definition.get("alternative_items", [])]
    by_id = {item["id"]: item for item in items}
    _same(document, ("items",), words.items, by_id, problems)
    for item_id, item in by_id.items():
        if item_id in words.items:
            levels = [level["id"] for level in item["levels"]] if item["kind"] == "choice" else []
            _same(document, ("items", item_id, "levels"), words.items[item_id].levels, levels, problems)
    results: list[dict[str, Any]] = definition.get("results", [])
    _same(document, ("results",), words.results, [result["id"] for result in results], problems)
    for result in results:
        said = words.results.get(result["id"])
        if said is not None and (said.formula is not None) != (result["kind"] == "number"):
            text = "a number has its formula in words, a table has none"
            problems.add(document.problem(("results", result["id"]), text))
    groups = {item["group"] for item in items if item.get("group")}
    _same(document, ("groups",), words.groups, groups, problems)
    if words.course and definition["kind"] != "score":
        problems.add(document.problem(("course",), "only a score can be followed: its levels are what is drawn"))
    _same(document, ("outcomes",), words.outcomes, [outcome["id"] for outcome in definition["outcomes"]], problems)


def _same(document: Document, loc: Loc, said: Iterable[str], defined: Iterable[str], problems: Problems) -> None:
    said, defined = list(said), list(defined)
    for name in said:
        if name not in defined:
            problems.add(document.problem((*loc, name), "the calculator's definition has no such id", on_key=True))
    for name in defined:
        if name not in said:
            problems.add(document.problem((*loc, name), "has no words"))


def _toxicities(content: Content, problems: Problems) -> None:
    for toxicity_id, toxicity in content.toxicities.items():
        document = content.origins["toxicities", toxicity_id].document
        if toxicity.calculator is None:
            continue
        words = content.calculators.get(toxicity.calculator)
        if words is None:
            if content.knows("calculators", toxicity.calculator):
                continue
            problems.add(
                document.problem(("calculator",), f"there is no {toxicity.calculator} in content/calculators")
            )
            continue
        for number, grade in enumerate(toxicity.management):
            if grade.outcome not in words.outcomes:
                problems.add(
                    document.problem(("management", number, "outcome"), f"{toxicity.calculator} has no such outcome")
                )
    for calculator_id, words in content.calculators.items():
        document = content.origins["calculators", calculator_id].document
        if words.toxicity is None:
            continue
        held = content.toxicities.get(words.toxicity)
        if not content.knows("toxicities", words.toxicity):
            problems.add(document.problem(("toxicity",), f"there is no {words.toxicity} in content/toxicities"))
        elif held is not None and held.calculator != calculator_id:
            own = held.calculator
            problems.add(
                document.problem(("toxicity",), f"its management goes by the outcomes of {own}: name it under pages")
            )
