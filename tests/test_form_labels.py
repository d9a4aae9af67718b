"""What a form says of numbers follows from the thresholds alone."""

from pathlib import Path

import pytest

import calculators
from build_scripts.calculator_view.bands import band_label
from build_scripts.calculator_view.questions import questions
from build_scripts.calculator_view.table import scoring_table
from build_scripts.problems import Problems
from build_scripts.records.calculator import CalculatorWords
from build_scripts.yaml_reader import read_yaml

ROOT = Path(__file__).resolve().parent.parent


def bands(calculator_id: str, item_id: str) -> list[str]:
    definition = calculators.definition(calculator_id)
    item = next(i for i in (*definition["items"], *definition["alternative_items"]) if i["id"] == item_id)
    return [band_label(band, item["units"][0]["id"], "it") for band in item["bands"]]


@pytest.mark.parametrize(
    ("calculator_id", "item_id", "labels"),
    [
        ("car_hematotox", "platelets", [">175 10⁹/L", "75–175 10⁹/L", "<75 10⁹/L"]),
        ("car_hematotox", "crp", ["<3,0 mg/dL", "≥3,0 mg/dL"]),
        ("crs", "oxygen_flow", ["0 L/min", ">0–6 L/min", ">6 L/min"]),
    ],
)
def test_a_band_is_named_by_its_bounds(calculator_id: str, item_id: str, labels: list[str]) -> None:
    assert [label.replace("\u00a0", " ") for label in bands(calculator_id, item_id)] == labels


def test_a_bound_that_does_not_belong_to_its_range_carries_its_sign() -> None:
    band = {"min": "1", "min_inclusive": True, "max": "2.5", "max_inclusive": False}
    assert band_label(band, None, "en") == "1–<2.5"


@pytest.mark.parametrize("calculator_id", ["crs", "ice", "icans", "car_hematotox"])
def test_every_level_stands_once_in_the_scoring_table_under_its_points(calculator_id: str) -> None:
    file = ROOT / "content" / "calculators" / f"{calculator_id}.yaml"
    document = read_yaml(file, file.name, Problems())
    assert document is not None
    words = CalculatorWords.model_validate(document.data)
    definition = calculators.definition(calculator_id)
    asked = questions(definition, words, "it")
    table = scoring_table(definition, asked)
    points = [column["points"] for column in table["columns"]]
    for question, row in zip(asked, table["rows"], strict=True):
        levels = question["item"].get("levels") or question["item"]["bands"]
        for level in levels:
            assert level["label"] in row["cells"][points.index(level["points"])]
        assert sum(map(len, row["cells"])) == len(levels)
