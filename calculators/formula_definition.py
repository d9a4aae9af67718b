"""A formula described as plain data, and the complete inputs of one that is made of tables alone."""

from collections.abc import Iterator
from typing import Any

from calculators.definition import describe_band, describe_item
from calculators.formula import Formula, Number, Table
from calculators.formula_result import evaluate_formula
from calculators.formula_series import series_items
from calculators.model import Quantity, total
from calculators.table_rows import complete_inputs


def describe_formula(formula: Formula) -> dict[str, Any]:
    """Describe a formula in ids and numbers; no words.

    ``items``, ``alternatives`` and ``alternative_items`` have the shape of ``calculators.definition.describe``; a
    quantity that no table reads has no bands. A series and the day of infusion come first. Besides::

        {"id": "mipi", "edition": "hoster-2008", "kind": "formula", "sources": ["hoster-2008"],
         "results": [{"id": "mipi", "kind": "number", "unit": null, "inputs": ["age", ...],
                      "outcomes": [{"id": "low", "min": null, "min_inclusive": false, "max": "5.7", ...}, ...]},
                     {"id": "smipi", "kind": "table", "points": {"age": {"below_50": 0, ...}, ...},
                      "additive": true,                 false: the worst item decides
                      "only": null | {"item": "age", "levels": ["up_to_40", ...]},
                      "outcomes": [{"id": "low", "min": 0, "max": 3}, ...]}],
         "outcomes": [{"id": "mipi.low"}, {"id": "smipi.low"}, ...],        every outcome of every named result
         "remarks": ["discordant"], "rows": 0}                              rows: of tables alone
    """
    parts = [part for ratio in formula.ratios for part in (ratio.numerator, ratio.denominator)]
    ties = any(isinstance(item, Quantity) and item.ties for item in formula.items)
    return {
        "id": formula.id,
        "edition": formula.edition,
        "kind": "formula",
        "sources": list(formula.sources),
        "items": [describe_item(item) for item in (*series_items(formula), *formula.items)],
        "alternatives": [
            {"instead_of": r.instead_of, "items": [r.numerator.id, r.denominator.id]} for r in formula.ratios
        ],
        "alternative_items": [describe_item(part) for part in parts],
        "results": [_number(r) if isinstance(r, Number) else _table(r) for r in formula.results],
        "outcomes": [{"id": f"{result.id}.{o.id}"} for result in formula.results for o in result.outcomes],
        "remarks": [remark.id for remark in formula.remarks] + (["tie"] if ties else []),
        "rows": sum(1 for _ in formula_rows(formula)),
    }


def _number(number: Number) -> dict[str, Any]:
    outcomes = [describe_band(band) for band in number.outcomes]
    for outcome in outcomes:
        del outcome["points"]
    return {
        "id": number.id,
        "kind": "number",
        "unit": number.unit,
        "inputs": list(number.inputs),
        "outcomes": outcomes,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "kind": "table",
        "additive": table.rule is total,
        "points": {row: dict(points) for row, points in table.points.items()},
        "only": {"item": table.only[0], "levels": list(table.only[1])} if table.only else None,
        "outcomes": [{"id": o.id, "min": o.low, "max": o.high} for o in table.outcomes],
    }


def formula_rows(formula: Formula) -> Iterator[dict[str, Any]]:
    """Yield every complete input of a formula made of tables alone; none where a number has to be computed.

    Each row is ``{"columns": {"age": "up_to_40", ...}, "answers": {...}, "ipi": "1", "ipi_outcome": "low", ...}``;
    a named result that does not apply is empty.
    """
    if any(isinstance(result, Number) for result in formula.results):
        return
    for shown, _, answers in complete_inputs(formula.items):
        row: dict[str, Any] = {"columns": shown, "answers": answers}
        for result_id, found in evaluate_formula(formula, answers)["results"].items():
            row[result_id] = found["value"]["min"] if found["applies"] else ""
            row[f"{result_id}_outcome"] = found["outcomes"][0] if found["applies"] else ""
        yield row
