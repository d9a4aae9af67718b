"""What must hold of every formula: direction, units, bounds, learning, and that nothing typed can crash it."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import yaml
from formulas import COMPLETE, FORMULAS
from hypothesis import given, settings
from hypothesis import strategies as st
from test_calculators_cases import CASES

import calculators
from calculators.formula import Formula, Number
from calculators.formula_result import evaluate_formula
from calculators.model import Item, Quantity

by_id = pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.id)


def outcomes(calculator_id: str, **changed: Any) -> dict[str, list[str]]:
    result = calculators.evaluate(calculator_id, {**COMPLETE[calculator_id], **changed})
    assert not result["problems"], result["problems"]
    return {name: found["outcomes"] for name, found in result["results"].items()}


def quantities(formula: Formula) -> list[Quantity]:
    return [item for item in formula.items if isinstance(item, Quantity)]


def sizes(item: Quantity) -> list[Decimal]:
    """List a few plausible values from low to high, whole where only whole ones are read."""
    low, high = item.plausible
    found = [low + (high - low) * step / 12 for step in range(13)]
    return sorted({x.to_integral_value() if item.whole else round(x, 3) for x in found})


@by_id
def test_each_number_follows_its_inputs_in_the_stated_direction(formula: Formula) -> None:
    for number in formula.results:
        if not isinstance(number, Number):
            continue
        for item in quantities(formula):
            direction = number.inputs.get(item.id, 0)
            inputs = {i.id: sizes(i)[4] for i in quantities(formula)} | dict.fromkeys(
                (i.id for i in formula.items if not isinstance(i, Quantity)), Decimal(0)
            )
            found = [number.compute({**inputs, item.id: x}) for x in sizes(item)]
            assert item.id in number.inputs or len(set(found)) == 1, "an input that is not named"
            assert all((b - a) * direction >= 0 for a, b in pairwise(found)), (number.id, item.id)


@by_id
def test_the_unit_never_changes_a_result(formula: Formula) -> None:
    expected = evaluate_formula(formula, COMPLETE[formula.id])["results"]
    for item in quantities(formula):
        for unit in item.units:
            first = Decimal(str(COMPLETE[formula.id][item.id]))
            typed = format(first * unit.per / unit.times, "f")
            answers = {**COMPLETE[formula.id], item.id: {"value": typed, "unit": unit.id}}
            assert evaluate_formula(formula, answers)["results"] == expected, (item.id, unit.id)


@by_id
def test_without_an_input_there_is_no_number_and_the_result_says_what_is_missing(formula: Formula) -> None:
    for number in formula.results:
        for item_id in number.inputs if isinstance(number, Number) else ():
            answers = {k: v for k, v in COMPLETE[formula.id].items() if k != item_id}
            result = evaluate_formula(formula, answers)
            found = result["results"][number.id]
            assert item_id in found["settled_by"] or found["settled"]
            assert item_id in result["unknown"]
            assert found["value"] is None or found["value"]["min"] != found["value"]["max"]


def partly_known(item: Item, answer: Any) -> list[Any]:
    """List answers that say less than the exact one: nothing, or a bound that holds."""
    if not isinstance(item, Quantity):
        levels = [level.id for level in item.levels]
        return [None, [answer, *[x for x in levels if x != answer][:1]]]
    return [None, f"≥{answer}", f"≤{answer}", f">{Decimal(str(answer)) - 1}" if item.whole else f"≥{answer}"]


@by_id
def test_learning_an_answer_never_adds_an_outcome_or_leaves_the_bounds(formula: Formula) -> None:
    exact = evaluate_formula(formula, COMPLETE[formula.id])["results"]
    for item in formula.items:
        for vague in partly_known(item, COMPLETE[formula.id][item.id]):
            results = evaluate_formula(formula, {**COMPLETE[formula.id], item.id: vague})["results"]
            for name, found in results.items():
                assert set(exact[name]["outcomes"]) <= set(found["outcomes"]), (item.id, vague, name)
                ends = found["value"] or {"min": None, "max": None}
                if exact[name]["applies"]:
                    sure = Decimal(exact[name]["value"]["min"])
                    assert ends["min"] is None or Decimal(ends["min"]) <= sure, (item.id, vague, name)
                    assert ends["max"] is None or Decimal(ends["max"]) >= sure, (item.id, vague, name)


@by_id
def test_knowing_what_settles_it_settles_it(formula: Formula) -> None:
    for missing in COMPLETE[formula.id]:
        answers = {k: v for k, v in COMPLETE[formula.id].items() if k != missing}
        asked = evaluate_formula(formula, answers)["settled_by"]
        assert set(asked) <= {missing}
        assert evaluate_formula(formula, {**answers, **{i: COMPLETE[formula.id][i] for i in asked}})["settled"]


def test_an_index_that_the_bound_already_decides() -> None:
    assert outcomes("mipi", white_cells=">40", age=70)["mipi"] == ["high"]
    assert outcomes("mipi", ki67="<30")["mipi_c"] == outcomes("mipi", ki67=1)["mipi_c"]
    assert outcomes("ipi", age=">60")["r_ipi"] == ["good"]


def test_a_ratio_is_the_same_as_its_two_numbers() -> None:
    rest = {k: v for k, v in COMPLETE["mipi"].items() if k != "ldh_ratio"}
    two = calculators.evaluate("mipi", {**rest, "ldh": 225, "ldh_upper_limit": 250})
    assert two["results"] == calculators.evaluate("mipi", COMPLETE["mipi"])["results"]
    assert "ldh_ratio" not in two["unknown"]
    both = calculators.evaluate("mipi", {**rest, "ldh": 225, "ldh_upper_limit": 250, "ldh_ratio": "0.9"})
    assert both["results"] == two["results"]


def test_a_bound_of_ldh_is_a_bound_of_the_ratio() -> None:
    results = calculators.evaluate(
        "ipi", {**COMPLETE["ipi"], "ldh_ratio": None, "ldh": ">250", "ldh_upper_limit": 250}
    )
    assert results["results"]["ipi"]["outcomes"] == ["low"]
    assert results["results"]["ipi"]["value"] == {"min": "1", "max": "1"}


@by_id
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_nothing_typed_can_crash_a_formula(formula: Formula, data: st.DataObject) -> None:
    ids = [item.id for item in formula.items] + [
        part.id for ratio in formula.ratios for part in (ratio.numerator, ratio.denominator)
    ]
    typed = st.one_of(
        st.none(),
        st.text(max_size=12),
        st.text(alphabet="0123456789.,<>≥≤ -", max_size=8),
        st.integers(-(10**6), 10**7),
        st.floats(),
        st.lists(st.text(max_size=6), max_size=3),
        st.dictionaries(st.sampled_from(["value", "unit"]), st.text(max_size=6)),
        st.sampled_from([level.id for item in formula.items for level in item.levels] or ["x"]),
    )
    answers = data.draw(st.dictionaries(st.sampled_from(ids), typed, max_size=len(ids)))
    result = calculators.evaluate(formula.id, answers)
    assert bool(result["problems"]) == (not result["results"])


@by_id
def test_a_printed_formula_has_the_same_numbers_in_both_languages_and_in_the_code(formula: Formula) -> None:
    words = yaml.safe_load((CASES.parents[1] / "content" / "calculators" / f"{formula.id}.yaml").read_text("utf-8"))
    source = (CASES.parents[1] / "calculators" / f"{formula.id}.py").read_text("utf-8")
    for said in words["results"].values():
        if "formula" not in said:
            continue
        italian = re.findall(r"\d+,\d+", said["formula"]["it"])
        english = re.findall(r"\d+\.\d+", said["formula"]["en"])
        assert [number.replace(",", ".") for number in italian] == english
        assert all(f'{number}"' in source for number in english), english
