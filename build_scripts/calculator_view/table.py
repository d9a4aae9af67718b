"""The scoring table of a graded score: one row for each item, one column for each number of points."""

from typing import Any

type Data = dict[str, Any]


def scoring_table(definition: Data, questions: list[Data]) -> Data:
    """Arrange items by points.

    Returns ``{"columns": [{"points": 0, "outcome": "no_crs" | None}, ...],
    "rows": [{"item": ITEM, "cells": [[label, ...], ...]}, ...]}``. A column names an outcome
    where the worst item decides, points where they are added.
    """
    items = [question["item"] for question in questions]
    table = arrange([{**item, "levels": item["levels"] if "levels" in item else item["bands"]} for item in items])
    for column in table["columns"]:
        column["outcome"] = None if definition["additive"] else _outcome(definition, column["points"])
    return table


def arrange(items: list[Data]) -> Data:
    """Give each number of points a column; an item has `levels`, each with `label` and `points`."""
    points = sorted({level["points"] for item in items for level in item["levels"]})
    return {
        "columns": [{"points": p} for p in points],
        "rows": [
            {"item": item, "cells": [[x["label"] for x in item["levels"] if x["points"] == p] for p in points]}
            for item in items
        ],
    }


def _outcome(definition: Data, points: int) -> str:
    found: str = next(o["id"] for o in definition["outcomes"] if o["min"] <= points <= o["max"])
    return found
