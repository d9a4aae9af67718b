"""What site/data says is what the records say, in a form that other programs can trust."""

import csv
import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest

from build_scripts.content import Content
from build_scripts.exports import write_data
from build_scripts.exports.figure_rows import CSV_COLUMNS
from build_scripts.records.endpoint import Endpoint

DATASETS = ("figures", "trials", "products", "indications", "references")
PROMISED = [
    "trial", "arm", "endpoint", "value", "unit", "ci_low", "ci_high", "analysis_set", "n", "follow_up_months",
    "at_months", "scale", "reference", "evidence",
]  # fmt: skip


@pytest.fixture(scope="module")
def data(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_data(content, folder)
    return folder


def read(data: Path, name: str) -> Any:
    return json.loads((data / name).read_text(encoding="utf-8"))


def figure(rows: list[dict[str, Any]], **asked: object) -> dict[str, Any]:
    found = [row for row in rows if all(row[key] == value for key, value in asked.items())]
    assert len(found) == 1, f"{asked}: {[row['figure'] for row in found]}"
    return found[0]


@pytest.mark.parametrize("name", DATASETS)
def test_a_dataset_holds_to_its_published_schema(data: Path, name: str) -> None:
    schema = read(data, f"{name}.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    rows = read(data, f"{name}.json")
    assert rows
    jsonschema.validate(rows, schema)


@pytest.mark.parametrize("name", DATASETS)
def test_a_schema_refuses_an_unknown_key_and_a_missing_one(data: Path, name: str) -> None:
    schema, rows = read(data, f"{name}.schema.json"), read(data, f"{name}.json")
    for broken in (rows[0] | {"colour": "blue"}, {key: value for key, value in rows[0].items() if key != "id"} | {}):
        if broken == rows[0]:
            broken.pop("trial")
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([broken], schema)


def test_a_figure_is_found_by_trial_endpoint_arm_and_analysis_set_with_its_source(data: Path) -> None:
    rows = read(data, "figures.json")
    efs = figure(rows, trial="zuma-7", endpoint="efs_hr", arm="axi-cel", analysis_set="all", data_cut="primary")
    assert (efs["value"], efs["ci_low"], efs["ci_high"], efs["n"]) == (0.40, 0.31, 0.51, 359)
    assert efs["versus"] == "standard"
    assert efs["reference"] == "locke-2022"
    cr = figure(rows, trial="zuma-2", endpoint="cr", arm="brexu-cel", analysis_set="evaluable", data_cut="primary")
    assert (cr["value"], cr["ci_low"], cr["ci_high"], cr["n"], cr["evidence"]) == (67, 53, 78, 60, "primary")
    references = {item["id"] for item in read(data, "references.json")}
    assert {row["reference"] for row in rows} <= references


def test_every_figure_of_the_records_is_there_once(content: Content, data: Path) -> None:
    said = [row["figure"] for row in read(data, "figures.json")]
    recorded = [
        f"{trial_id}.{figure_id}" for trial_id, trial in content.trials.items() for figure_id in trial.figures
    ]
    assert said == recorded
    assert len(set(said)) == len(said)
    assert {row["endpoint"] for row in read(data, "figures.json")} <= set(get_args(Endpoint))


def test_a_number_keeps_the_digits_it_was_printed_with(data: Path) -> None:
    text = (data / "figures.json").read_text(encoding="utf-8")
    assert '"value": 53.0,' in text  # JULIET, long-term report
    assert '"value": 0.400,' in text  # TRANSFORM, primary analysis


def test_the_csv_has_the_promised_columns_and_the_figures_of_the_json(data: Path) -> None:
    rows = read(data, "figures.json")
    with (data / "figures.csv").open(encoding="ascii", newline="") as file:
        table = list(csv.DictReader(file))
    assert list(table[0])[: len(PROMISED)] == PROMISED
    assert tuple(table[0]) == CSV_COLUMNS
    assert [row["figure"] for row in table] == [row["figure"] for row in rows]
    for cells, row in zip(table, rows, strict=True):
        for column in ("value", "ci_low", "ci_high", "n", "follow_up_months", "at_months"):
            assert (float(cells[column]) if cells[column] else None) == row[column], cells["figure"]
        for column in ("trial", "arm", "endpoint", "unit", "analysis_set", "reference", "evidence"):
            assert cells[column] == row[column]


def test_the_italian_csv_is_the_same_table_for_a_spreadsheet_with_italian_settings(data: Path) -> None:
    with (data / "figures.csv").open(encoding="ascii", newline="") as file:
        english = list(csv.reader(file))
    with (data / "figures-it.csv").open(encoding="ascii", newline="") as file:
        italian = list(csv.reader(file, delimiter=";"))
    number = re.compile(r"^(\d+),(\d+)$")
    assert [[number.sub(r"\1.\2", cell) for cell in row] for row in italian] == english
    assert any(number.match(cell) for row in italian for cell in row)
    assert not any(re.match(r"^\d+\.\d+$", cell) for row in italian for cell in row), "a point would become a date"


@pytest.mark.parametrize(("name", "separator", "decimal"), [("figures.csv", ",", "."), ("figures-it.csv", ";", ",")])
def test_a_spreadsheet_takes_numbers_for_numbers_and_nothing_for_a_date(
    data: Path, name: str, separator: str, decimal: str
) -> None:
    number = re.compile(rf"\d+(?:{re.escape(decimal)}\d+)?")
    date = re.compile(r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?")
    with (data / name).open(encoding="ascii", newline="") as file:
        table = list(csv.DictReader(file, delimiter=separator))
    for cells, row in zip(table, read(data, "figures.json"), strict=True):
        for column, cell in cells.items():
            value = row[column]
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert number.fullmatch(cell), (cells["figure"], column, cell)
                assert float(cell.replace(decimal, ".")) == value
            else:
                assert not number.fullmatch(cell) and not date.fullmatch(cell), (cells["figure"], column, cell)


def test_no_cell_can_be_read_as_a_formula(data: Path) -> None:
    with (data / "figures.csv").open(encoding="ascii", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell[:1] in {"=", "+", "-", "@"}]


def test_bibtex_has_every_reference_once_with_braces_in_pairs(content: Content, data: Path) -> None:
    text = (data / "references.bib").read_text(encoding="utf-8")
    assert re.findall(r"^@\w+\{([^,]+),$", text, re.MULTILINE) == sorted(content.references)
    unescaped = re.sub(r"\\.", "", text)
    assert unescaped.count("{") == unescaped.count("}")
    assert "et al" not in text


def test_authors_are_persons_or_bodies_and_et_al_is_none(data: Path) -> None:
    items = {item["id"]: item for item in read(data, "references.json")}
    assert items["locke-2022"]["author"][0] == {"family": "Locke", "given": "F. L."}
    assert items["locke-2022"]["note"] == "First authors only"
    assert not [item for item in items.values() for name in item.get("author", []) if "al." in str(name.values())]


def test_no_dataset_carries_a_call_of_the_pages_texts(data: Path) -> None:
    for file in data.glob("*.json"):
        assert "{{" not in file.read_text(encoding="utf-8"), file.name
