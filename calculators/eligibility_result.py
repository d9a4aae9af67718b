"""From answers to the labels that a situation may lie inside, product by product."""

from datetime import date
from typing import Any

from calculators.dates import ANY_DAY, days
from calculators.definition import describe_item
from calculators.eligibility import (
    ALTERNATIVES,
    EDITION,
    ITEMS,
    LINES_BY_LEVEL,
    MONTHS,
    PRODUCTS,
    SOURCES,
    early_failure,
)
from calculators.evaluation import read_answers
from calculators.indication import Indication
from calculators.indication_data import INDICATIONS
from calculators.label import CRITERIA, SILENCES, Possible, Truth, Way, changes, in_force, ways
from calculators.model import Levels
from calculators.problems import Problem
from calculators.truth_table import judge

LABEL_REGION = {"it": "eu"}
"""Whose label holds where a region has none of its own."""
INSIDE, OUTSIDE = "inside_label", "outside_label"
REIMBURSED: dict[Truth, tuple[str, ...]] = {True: ("yes",), False: ("no",), None: ("yes", "no")}


def evaluate_eligibility(answers: Any) -> dict[str, Any]:
    """Return which labels the answers lie inside.

    Shape::

        {"calculator": "eligibility", "edition": "labels-2026-11", "settled": False,
         "products": {"axi_cel": {
             "outcomes": ["inside_label"],      or ["outside_label"], or both
             "decided_by": [criterion ids],     inside: those met; outside: those failed; both: those still open
             "settled_by": [item ids],          answers that can still change the outcome
             "silent_on": ["partial_response"], what the text leaves open, whatever is answered
             "indications": [{"id", "setting", "status", "since", "until"}],    those not ruled out
             "reimbursed": None | [{"id", "setting", "outcomes": ["yes"], "since": "2023-11-14"}]}, ...},
         "unknown": [...], "settled_by": [...], "read": {...}, "values": {...}, "problems": []}

    ``reimbursed`` is None outside Italy; else it speaks of each indication not ruled out, as ``yes``, ``no`` or
    ``not_established``, with the date from which the record says yes. Criterion ids: ``calculators.label.CRITERIA``.
    """
    result: dict[str, Any] = {"calculator": "eligibility", "edition": EDITION, "settled": False, "products": {}}
    result |= {"unknown": [], "settled_by": [], "read": {}, "values": {}, "problems": []}
    if not isinstance(answers, dict):
        return {**result, "problems": [Problem("not_an_object", answers).as_data(None)]}
    readings, result["problems"] = read_answers(ITEMS, ALTERNATIVES, answers, {})
    levels = {item_id: reading.levels for item_id, reading in readings.items()}
    result["read"] = {item_id: list(found) for item_id, found in levels.items()}
    result["values"] = {item_id: reading.value for item_id, reading in readings.items() if reading.value}
    if result["problems"]:
        return result
    products = {product: _judge_product(product, levels) for product in PRODUCTS}
    asked = [item_id for judged in products.values() for item_id in judged["settled_by"]]
    return {
        **result,
        "settled": all(len(judged["outcomes"]) == 1 for judged in products.values()),
        "products": products,
        "unknown": [i.id for i in ITEMS if levels[i.id] == tuple(level.id for level in i.levels)],
        "settled_by": list(dict.fromkeys(asked)),
    }


def describe_eligibility() -> dict[str, Any]:
    """Describe the calculator; items and alternatives have the shape of ``calculators.definition.describe``."""
    return {
        "id": "eligibility",
        "edition": EDITION,
        "kind": "label",
        "sources": list(SOURCES),
        "items": [describe_item(item) for item in ITEMS],
        "alternatives": [{"instead_of": a.instead_of, "items": [item.id for item in a.items]} for a in ALTERNATIVES],
        "alternative_items": [describe_item(item) for a in ALTERNATIVES for item in a.items],
        "outcomes": [{"id": INSIDE}, {"id": OUTSIDE}],
        "remarks": [],
        "products": list(PRODUCTS),
        "criteria": list(CRITERIA),
        "silences": list(SILENCES.values()),
        "rows": 0,
    }


def _judge_product(product: str, levels: Levels) -> dict[str, Any]:
    regions = _label_regions(levels)
    indications = [i for i in INDICATIONS if i.product == product and i.region in regions]
    possible = _possible(levels, indications)
    judged = [(i, way) for i in indications for way in ways(i, possible)]
    remaining = [(i, way) for i, way in judged if not _failed(way)]
    table = judge([way for _, way in remaining], possible)
    truths = set(table.truths.values())
    outcomes = ([INSIDE] if truths - {False} else []) + ([OUTSIDE] if truths - {True} else [])
    pivotal = table.pivotal() if len(outcomes) > 1 else []
    silent = [name for _, way in remaining for name in way if None in truths and None in way[name].values()]
    if len(outcomes) > 1:
        decided_by = [name for _, way in remaining for name in way if CRITERIA[name][0] in pivotal] + silent
    elif outcomes == [INSIDE]:
        decided_by = [name for _, way in remaining for name in way if name != "region"]
    else:
        named = [way for _, way in judged if set(way["disease"].values()) != {False}]
        decided_by = [name for way in named for name in _failed(way)] or ["disease"]
    return {
        "outcomes": outcomes,
        "decided_by": [name for name in CRITERIA if name in decided_by],
        "settled_by": list(dict.fromkeys(item for answer in pivotal for item in _items(answer, levels))),
        "silent_on": list(dict.fromkeys(SILENCES[name] for name in silent)),
        "indications": [_shown(i) for i in dict.fromkeys(i for i, _ in remaining)],
        "reimbursed": [_reimbursed(i, levels) for i in dict.fromkeys(i for i, _ in remaining)]
        if levels["region"] == ("it",)
        else None,
    }


def _failed(way: Way) -> list[str]:
    """List the criteria that fail whatever the answers still open turn out to be."""
    return [name for name, truths in way.items() if set(truths.values()) == {False}]


def _label_regions(levels: Levels) -> tuple[str, ...]:
    return tuple(dict.fromkeys(LABEL_REGION.get(region, region) for region in levels["region"]))


def _possible(levels: Levels, indications: list[Indication]) -> Possible:
    """List what each answer may be."""
    failed = {
        early_failure(response, relapse)
        for response in levels["best_response_first_line"]
        for relapse in levels[MONTHS.id]
    }
    return {
        "region": _label_regions(levels),
        "on": _days(levels, indications),
        "disease": levels["disease"],
        "prior_lines": tuple(LINES_BY_LEVEL[level] for level in levels["prior_lines"]),
        "failed_early": tuple(failed),
        "prior_btki": tuple(level == "yes" for level in levels["prior_btki"]),
        "hsct_intended": tuple(level == "yes" for level in levels["hsct_intended"]),
    }


def _days(levels: Levels, indications: list[Indication]) -> tuple[date, ...]:
    """List the days that stand for all possible ones: the first, and those on which a record changes."""
    first, last = days(levels["on"][0]) if levels["on"] else ANY_DAY
    return (first, *sorted({day for i in indications for day in changes(i) if first < day <= last}))


def _items(answer: str, levels: Levels) -> list[str]:
    """Name the questions that would settle an answer."""
    if answer != "failed_early":
        return [answer]
    asked = ["best_response_first_line"] if len(levels["best_response_first_line"]) > 1 else []
    if len(levels[MONTHS.id]) > 1:
        dates = [item.id for item in ALTERNATIVES[0].items]
        missing = [item_id for item_id in dates if not levels.get(item_id)]
        asked += missing if len(missing) == 1 else [MONTHS.id]
    return asked


def _shown(indication: Indication) -> dict[str, Any]:
    return {
        "id": indication.id,
        "setting": indication.setting,
        "status": indication.status,
        "since": indication.since,
        "until": indication.until,
    }


def _reimbursed(label: Indication, levels: Levels) -> dict[str, Any]:
    """Say what was found about reimbursement in Italy of what a European label names."""
    for record in INDICATIONS:
        if (record.region, record.product, record.setting) == ("it", label.product, label.setting):
            break
    else:
        return {"id": None, "setting": label.setting, "outcomes": ["not_established"], "since": None}
    outcomes = ["not_established"]
    if record.status == "listed_not_reimbursed":
        outcomes = ["no"]
    elif record.status == "reimbursed":
        found = {o for day in _days(levels, [record]) for o in REIMBURSED[in_force(record, day)]}
        outcomes = [o for o in REIMBURSED[None] if o in found]
    return {"id": record.id, "setting": record.setting, "outcomes": outcomes, "since": record.since}
