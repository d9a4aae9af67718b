"""From answers to the outcomes still possible, and to the questions that would settle them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from calculators.model import Alternative, Item, Levels, Score, total
from calculators.problems import Problem, shorten
from calculators.reading import Reading, all_levels, read

type PointSets = dict[str, frozenset[int]]


def evaluate_score(score: Score, answers: Any) -> dict[str, Any]:
    """Return the result of a score as plain data; the shape is that of ``calculators.evaluate``."""
    if not isinstance(answers, dict):
        return {**_frame(score, {}), "problems": [Problem("not_an_object", answers).as_data(None)]}
    score, aside = population(score, answers)
    readings, problems = read_answers(score.items, score.alternatives, answers, aside)
    if problems:
        return {**_frame(score, readings), "problems": problems}
    levels = {item.id: readings[item.id].levels for item in score.items}
    points = _point_sets(score, levels)
    scores = possible_scores(score, points)
    outcomes = frozenset(map(score.outcome, scores))
    settled_by = pivotal_items(score, points) if len(outcomes) > 1 else []
    remarks: list[dict[str, str]] = [{"id": r.id} for r in score.remarks if r.applies(levels)]
    remarks += [{"id": "tie", "item": item_id} for item_id, reading in readings.items() if reading.tie]
    return {
        **_frame(score, readings),
        "outcomes": [o.id for o in score.outcomes if o.id in outcomes],
        "settled": len(outcomes) == 1,
        "score": {"min": min(scores), "max": max(scores)},
        "drivers": _drivers(score, points, min(scores)),
        "unknown": [i.id for i in score.items if levels[i.id] == all_levels(i)],
        "settled_by": settled_by,
        "remarks": remarks,
    }


def _frame(score: Score, readings: dict[str, Reading]) -> dict[str, Any]:
    return {
        "calculator": score.id,
        "edition": score.edition,
        "outcomes": [],
        "settled": False,
        "score": None,
        "drivers": [],
        "unknown": [],
        "settled_by": [],
        "remarks": [],
        "read": {item_id: list(reading.levels) for item_id, reading in readings.items()},
        "values": {item_id: r.value for item_id, r in readings.items() if r.value},
        "problems": [],
    }


def population(score: Score, answers: dict[str, Any]) -> tuple[Score, dict[str, str]]:
    """Return the score for the population that the answers speak of, and the items it has no use for.

    Each item set aside comes with the item that stands in its place.
    """
    variant = score.variant
    if variant is None:
        return score, {}
    if answers.get(variant.item.id) is None:
        return score, {variant.item.id: variant.instead_of}
    items = tuple(variant.item if i.id == variant.instead_of else i for i in score.items)
    aside = [variant.instead_of, *(i.id for a in score.alternatives for i in a.items)]
    return replace(score, items=items, alternatives=()), dict.fromkeys(aside, variant.item.id)


def read_answers(
    items: Sequence[Item],
    alternatives: Sequence[Alternative],
    answers: dict[str, Any],
    aside: dict[str, str],
) -> tuple[dict[str, Reading], list[dict[str, Any]]]:
    """Read every answer, those given in place of another included, and collect every problem."""
    readings: dict[str, Reading] = {}
    problems: list[dict[str, Any]] = []
    own = {item.id: item for item in items}
    extra = {item.id: item for alternative in alternatives for item in alternative.items}
    known: dict[str, Item] = {**own, **extra}
    for item_id, answer in answers.items():
        if item_id in known or (item_id in aside and answer is None):
            continue
        if item_id in aside:
            problem = Problem("conflicting_answers", answer, **{"with": [aside[item_id]]})
        else:
            problem = Problem("unknown_item", item_id, allowed=[*known, *aside])
        problems.append(problem.as_data(shorten(item_id)))
    for item_id, item in known.items():
        try:
            reading = read(item, answers.get(item_id))
        except Problem as problem:
            problems.append(problem.as_data(item_id))
        else:
            if item_id in own or answers.get(item_id) is not None:
                readings[item_id] = reading
    return readings, problems or _combine(alternatives, readings)


def _combine(alternatives: Sequence[Alternative], readings: dict[str, Reading]) -> list[dict[str, Any]]:
    """Narrow each item to what the answers given in its place also allow."""
    problems: list[dict[str, Any]] = []
    for alternative in alternatives:
        given = [i.id for i in alternative.items if i.id in readings]
        if not given:
            continue
        levels: Levels = {
            i.id: readings[i.id].levels if i.id in readings else all_levels(i) for i in alternative.items
        }
        target = alternative.instead_of
        allowed = alternative.levels(levels)
        kept = tuple(level for level in readings[target].levels if level in allowed)
        if kept:
            readings[target] = replace(readings[target], levels=kept)
        else:
            problem = Problem("conflicting_answers", list(readings[target].levels), **{"with": given})
            problems.append(problem.as_data(target))
    return problems


def _point_sets(score: Score, levels: Levels) -> PointSets:
    return {i.id: frozenset(x.points for x in i.levels if x.id in levels[i.id]) for i in score.items}


def possible_scores(score: Score, points: PointSets) -> frozenset[int]:
    """Apply the rule to every combination of points that the answers allow."""
    if score.rule is total:
        return _sums(points.values())
    ids = list(points)
    combinations = product(*(points[i] for i in ids))
    return frozenset(score.rule(dict(zip(ids, c, strict=True))) for c in combinations)


def _sums(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    """List the totals of one number from each set: far fewer than the combinations of many items."""
    found = frozenset({0})
    for numbers in sets:
        found = frozenset(a + b for a in found for b in numbers)
    return found


def pivotal_items(score: Score, points: PointSets) -> list[str]:
    """List the items not fully known that can still change the outcome; knowing them all settles it."""
    return [item_id for item_id in points if len(points[item_id]) > 1 and _pivotal(score, points, item_id)]


def _pivotal(score: Score, points: PointSets, item_id: str) -> bool:
    others = {other: values for other, values in points.items() if other != item_id}
    if score.rule is total:
        return any(len({score.outcome(base + p) for p in points[item_id]}) > 1 for base in _sums(others.values()))
    for combination in product(*others.values()):
        fixed = dict(zip(others, combination, strict=True))
        if len({score.outcome(score.rule({**fixed, item_id: p})) for p in points[item_id]}) > 1:
            return True
    return False


def _drivers(score: Score, points: PointSets, lowest: int) -> list[str]:
    """List the items whose answers make the result what it is at least (in ICE: the tasks known to be failed)."""
    if score.high_is_good:
        best = {item.id: max(x.points for x in item.levels) for item in score.items}
        return [i for i in points if max(points[i]) < best[i]]
    floor = {item_id: min(values) for item_id, values in points.items()}
    return [i for i, p in floor.items() if p > 0 and (score.additive or p == lowest)]
