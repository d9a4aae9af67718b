"""The scoring table of a graded score: one row for each item, one column for each number of points."""

from typing import Any

type Data = dict[str, Any]


def scoring_table(definition: Data, questions: list[Data]) -> Data:
    """Arrange items by points.

    Returns ``{"columns": [{"points": 0, "outcome": "no_crs" | None}, ...],
    "rows": [{"item": ITEM, "cells": [[label, ...], ...]}, ...]}``. A column names an outcome
    where the worst item decides, points where they are added.
    """
    rows = [question["item"] for question in questions]
    points = sorted({level["points"] for item in rows for level in _levels(item)})
    columns = [{"points": p, "outcome": None if definition["additive"] else _outcome(definition, p)} for p in points]
    return {
        "columns": columns,
        "rows": [
            {"item": item, "cells": [[x["label"] for x in _levels(item) if x["points"] == p] for p in points]}
            for item in rows
        ],
    }


def _levels(item: Data) -> list[Data]:
    levels: list[Data] = item["levels"] if "levels" in item else item["bands"]
    return levels


def _outcome(definition: Data, points: int) -> str:
    found: str = next(o["id"] for o in definition["outcomes"] if o["min"] <= points <= o["max"])
    return found
