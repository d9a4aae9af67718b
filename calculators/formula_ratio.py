"""A quotient of two numbers, as LDH and its upper limit of normal, in the place of the item that it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from calculators.formula import Formula
from calculators.model import Quantity
from calculators.numbers import Interval
from calculators.problems import Problem
from calculators.reading import Reading, levels_meeting


def divide_ratios(formula: Formula, readings: dict[str, Reading]) -> list[dict[str, Any]]:
    """Put the quotient of two numbers in the place of the item that it stands for; return the problems."""
    problems: list[dict[str, Any]] = []
    for ratio in formula.ratios:
        target = next(item for item in formula.items if item.id == ratio.instead_of)
        parts = [readings.get(part.id, Reading(())).allowed for part in (ratio.numerator, ratio.denominator)]
        if not isinstance(target, Quantity) or parts[0] is None or parts[1] is None:
            continue
        given, quotient = readings[target.id], _quotient(parts[0], parts[1])
        levels = tuple(level for level in levels_meeting(target, quotient) if level in given.levels)
        if (target.levels and not levels) or (given.allowed and not given.allowed.meets(quotient)):
            problem = Problem("conflicting_answers", None, **{"with": [ratio.numerator.id, ratio.denominator.id]})
            problems.append(problem.as_data(target.id))
        readings[target.id] = replace(given, levels=levels, allowed=quotient)
    return problems


def _quotient(top: Interval, bottom: Interval) -> Interval:
    low = None if top.low is None or bottom.high is None else top.low / bottom.high
    high = None if top.high is None or bottom.low is None else top.high / bottom.low
    return Interval(
        low, top.low_inclusive and bottom.high_inclusive, high, top.high_inclusive and bottom.low_inclusive
    )


def missing_parts(asked: Sequence[str], formula: Formula, readings: Mapping[str, Reading]) -> list[str]:
    """Name the number that is missing where one of a ratio's two is known."""
    missing = {
        ratio.instead_of: bottom if top in readings else top
        for ratio in formula.ratios
        for top, bottom in [(ratio.numerator.id, ratio.denominator.id)]
        if (top in readings) != (bottom in readings)
    }
    return list(dict.fromkeys(missing.get(item_id, item_id) for item_id in asked))
