"""The questions of a calculator's form, each with the ways in which it may be answered."""

from typing import Any

from build_scripts.calculator_view.bands import band_label
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.common import Language

type Data = dict[str, Any]


def questions(definition: Data, words: CalculatorWords, language: Language) -> list[Data]:
    """List the questions in reading order.

    Each is ``{"id", "item": ITEM, "ways": [WAY, ...]}``. A WAY is ``{"id", "population", "items": [ITEM, ...]}``;
    the first way is the item itself, the others stand for it, and only the chosen one is sent. An ITEM is the
    item of the definition with its ``words`` (ItemWords), its ``name``, and a ``label`` for each level or band.
    """
    items = {item["id"]: item for item in (*definition["items"], *definition.get("alternative_items", []))}
    shown = {item_id: _with_words(item, words, language) for item_id, item in items.items()}
    result = []
    for item in definition["items"]:
        ways: list[Data] = [{"id": item["id"], "population": None, "items": [shown[item["id"]]]}]
        for other in definition.get("alternatives", []):
            if other["instead_of"] == item["id"]:
                ways.append(
                    {
                        "id": other["items"][0],
                        "population": other.get("population"),
                        "items": [shown[item_id] for item_id in other["items"]],
                    }
                )
        result.append({"id": item["id"], "item": shown[item["id"]], "ways": ways})
    return result


def _with_words(item: Data, words: CalculatorWords, language: Language) -> Data:
    said = words.items[item["id"]]
    shown = {**item, "words": said, "name": said.name[language]}
    if "levels" in item:
        shown["levels"] = [{**level, "label": said.levels[level["id"]][language]} for level in item["levels"]]
    if "bands" in item:
        unit = item["units"][0]["id"] if item["units"] and item["kind"] == "quantity" else None
        shown["bands"] = [{**band, "label": band_label(band, unit, language)} for band in item["bands"]]
    return shown
