"""From answers to the named results of a formula, and to the answers that would settle them."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

from calculators.evaluation import pivotal_items, possible_scores, read_answers
from calculators.formula import Formula, Number, Table
from calculators.formula_ratio import divide_ratios, missing_parts
from calculators.formula_series import count_series, series_items
from calculators.model import Item, Levels, Quantity, Score
from calculators.numbers import Interval
from calculators.problems import Problem
from calculators.reading import Reading, all_levels, bounds

type Readings = dict[str, Reading]


def evaluate_formula(formula: Formula, answers: Any) -> dict[str, Any]:
    """Return the named results of a formula.

    Shape::

        {"calculator": "mipi", "edition": "hoster-2008-hoster-2016", "settled": False,
         "outcomes": ["mipi.intermediate", ...],    those of every named result, each after its result's id
         "results": {"mipi": {
             "outcomes": ["intermediate"],          every outcome that the answers allow; [] when it has none
             "value": {"min": "6.07", "max": "6.07"} | None,   None: an input is not known; a bound may be None
             "unit": None,
             "settled": True,                       one outcome, or, where there are none, one value
             "settled_by": [item ids],
             "applies": True}, ...},                False: not made for these answers
         "unknown": [...], "settled_by": [...], "remarks": [...], "read": {...}, "values": {...}, "problems": []}

    ``values`` of a series and of what is counted from it: see ``calculators.formula_series.count_series``.
    """
    result: dict[str, Any] = {"calculator": formula.id, "edition": formula.edition, "outcomes": []}
    result |= {
        "settled": False,
        "results": {},
        "unknown": [],
        "settled_by": [],
        "remarks": [],
        "read": {},
        "values": {},
        "problems": [],
    }
    if not isinstance(answers, dict):
        return {**result, "problems": [Problem("not_an_object", answers).as_data(None)]}
    parts = [part for ratio in formula.ratios for part in (ratio.numerator, ratio.denominator)]
    instead = [*parts, *series_items(formula)]
    readings, result["problems"] = read_answers([*formula.items, *instead], (), answers, {})
    for part in instead:
        if answers.get(part.id) is None:
            readings.pop(part.id, None)
    if not result["problems"]:
        result["problems"] = divide_ratios(formula, readings) or count_series(formula, readings)
    result["read"] = {item_id: list(reading.levels) for item_id, reading in readings.items()}
    result["values"] = {item_id: reading.value for item_id, reading in readings.items() if reading.value}
    if result["problems"]:
        return result
    levels: Levels = {item_id: reading.levels for item_id, reading in readings.items()}
    results: dict[str, dict[str, Any]] = {}
    for named in formula.results:
        found = _number(named, formula, readings) if isinstance(named, Number) else _table(named, levels, results)
        found["settled_by"] = missing_parts(found["settled_by"], formula, readings)
        results[named.id] = found
        levels[named.id] = tuple(found["outcomes"])
    remarks: list[dict[str, str]] = [{"id": r.id} for r in formula.remarks if r.applies(levels)]
    asked = [item_id for found in results.values() for item_id in found["settled_by"]]
    return {
        **result,
        "outcomes": [f"{name}.{outcome}" for name, found in results.items() for outcome in found["outcomes"]],
        "settled": all(found["settled"] for found in results.values()),
        "results": results,
        "unknown": [i.id for i in formula.items if not _known(i, readings[i.id])],
        "settled_by": list(dict.fromkeys(asked)),
        "remarks": remarks + [{"id": "tie", "item": item_id} for item_id, reading in readings.items() if reading.tie],
    }


def _known(item: Item, reading: Reading) -> bool:
    return reading.allowed is not None or reading.levels != all_levels(item)


def _number(number: Number, formula: Formula, readings: Readings) -> dict[str, Any]:
    spans = {item.id: _spans(item, readings[item.id]) for item in formula.items if item.id in number.inputs}
    open_inputs = [item_id for item_id, found in spans.items() if len(found) != 1 or found[0].low != found[0].high]
    ranges = [_range(number, dict(zip(spans, chosen, strict=True))) for chosen in product(*spans.values())]
    # An input of which nothing is known leaves no range at all.
    met = [b.id for b in number.outcomes if not ranges or any(r.meets(bounds(b)) for r in ranges)]
    lows, highs = [r.low for r in ranges], [r.high for r in ranges]
    low = min((x for x in lows if x is not None), default=None) if None not in lows else None
    high = max((x for x in highs if x is not None), default=None) if None not in highs else None
    settled = len(met) == 1 if number.outcomes else not open_inputs
    return {
        "outcomes": met,
        "value": {"min": _shown(number, low), "max": _shown(number, high)} if ranges else None,
        "unit": number.unit,
        "settled": settled,
        "settled_by": [] if settled else open_inputs,
        "applies": True,
    }


def _spans(item: Item, reading: Reading) -> list[Interval]:
    """List what an input may be: each level of a choice, one range of a quantity, nothing when it is not known."""
    if isinstance(item, Quantity):
        return [reading.allowed] if reading.allowed else []
    points = [Decimal(level.points) for level in item.levels if level.id in reading.levels]
    return [Interval(p, True, p, True) for p in points]


def _range(number: Number, spans: dict[str, Interval]) -> Interval:
    """Bound the result: it follows each of its inputs in one direction."""
    low = {
        i: (s.low, s.low_inclusive) if number.inputs[i] >= 0 else (s.high, s.high_inclusive) for i, s in spans.items()
    }
    high = {
        i: (s.high, s.high_inclusive) if number.inputs[i] >= 0 else (s.low, s.low_inclusive) for i, s in spans.items()
    }
    return Interval(*_end(number, low), *_end(number, high))


def _end(number: Number, ends: dict[str, tuple[Decimal | None, bool]]) -> tuple[Decimal | None, bool]:
    values = {item_id: value for item_id, (value, _) in ends.items() if value is not None}
    if len(values) < len(ends):
        return None, False
    return number.compute(values), all(inclusive for _, inclusive in ends.values())


def _shown(number: Number, value: Decimal | None) -> str | None:
    """Round for reading, with as many decimals as it takes to stay on the side of a cut-off where the value is."""
    if value is None:
        return None
    places = number.places
    while True:
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if _bands(number, rounded) == _bands(number, value):
            return format(rounded, "f")
        places += 1


def _bands(number: Number, value: Decimal) -> list[str]:
    point = Interval(value, True, value, True)
    return [band.id for band in number.outcomes if point.meets(bounds(band))]


def _table(table: Table, levels: Levels, results: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if table.only and not set(levels[table.only[0]]) & set(table.only[1]):
        nothing: dict[str, Any] = {"outcomes": [], "value": None, "unit": None, "settled": True, "settled_by": []}
        return {**nothing, "applies": False}
    points = {row: frozenset(given[level] for level in levels[row]) for row, given in table.points.items()}
    score = Score(table.id, "", (), (), table.rule, table.outcomes)
    scores = possible_scores(score, points)
    outcomes = frozenset(map(score.outcome, scores))
    pivotal = pivotal_items(score, points) if len(outcomes) > 1 else []
    asked = [item_id for row in pivotal for item_id in (results[row]["settled_by"] if row in results else [row])]
    return {
        "outcomes": [o.id for o in table.outcomes if o.id in outcomes],
        "value": {"min": str(min(scores)), "max": str(max(scores))},
        "unit": None,
        "settled": len(outcomes) == 1,
        "settled_by": asked,
        "applies": True,
    }
