"""The named results of a formula: their tables of points, and the values of their outcomes."""

from typing import Any

from build_scripts.calculator_view.bands import band_label
from build_scripts.calculator_view.table import arrange
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.common import Language

type Data = dict[str, Any]


def result_table(
    result: Data, questions: list[Data], results: list[Data], words: CalculatorWords, language: Language
) -> Data:
    """Arrange what one named result counts, in the shape of `table.arrange`.

    A row is an item of the form, or an earlier named result, whose outcomes stand in the place of levels.
    """
    items = {question["id"]: question["item"] for question in questions}
    outcomes = {earlier["id"]: [outcome["id"] for outcome in earlier["outcomes"]] for earlier in results}
    rows = []
    for row_id, points in result["points"].items():
        if row_id in items:
            item = items[row_id]
            levels = [{"label": x["label"], "points": points[x["id"]]} for x in item.get("levels") or item["bands"]]
            rows.append({"name": item["name"], "levels": levels})
        else:
            said = [(words.outcomes[f"{row_id}.{x}"].name[language], points[x]) for x in outcomes[row_id]]
            levels = [{"label": label, "points": number} for label, number in said]
            rows.append({"name": words.results[row_id].name[language], "levels": levels})
    return arrange(rows)


def outcome_range(result: Data, outcome: Data, language: Language) -> str:
    """Write the points, or the values, of an outcome: `2–3`, `<5,7`."""
    if result["kind"] == "table":
        low, high = outcome["min"], outcome["max"]
        return str(low) if low == high else f"{low}–{high}"
    return band_label(outcome, None, language)
