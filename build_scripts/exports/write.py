"""Which files stand in site/data, what is in each, and which schema it holds to."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from build_scripts.content import Content
from build_scripts.exports import json_text
from build_scripts.exports.bibliography import CslItem, bibtex, csl_item
from build_scripts.exports.csv_text import figures_csv
from build_scripts.exports.figure_rows import FigureRow, figure_rows
from build_scripts.page_view import PageView
from build_scripts.records.common import LANGUAGES, Words
from build_scripts.records.indication import Indication
from build_scripts.records.product import Product
from build_scripts.records.trial import Trial

type Json = dict[str, Any]


@dataclass(frozen=True)
class Dataset:
    """One JSON file, a list of objects, and its schema."""

    name: str
    rows: list[Json]
    schema: Json


def write_data(content: Content, folder: Path) -> None:
    """Write every dataset into `folder`, which is site/data."""
    folder.mkdir(parents=True, exist_ok=True)
    for dataset in datasets(content):
        _write(folder / f"{dataset.name}.json", json_text.dumps(dataset.rows) + "\n")
        _write(folder / f"{dataset.name}.schema.json", json_text.dumps(dataset.schema) + "\n")
    rows = figure_rows(content)
    _write(folder / "figures.csv", figures_csv(rows, "en"))
    _write(folder / "figures-it.csv", figures_csv(rows, "it"))
    _write(folder / "references.bib", bibtex(content.references))


def datasets(content: Content) -> list[Dataset]:
    """Return the JSON files' content. Figures stand in figures.json only, so that no value is said twice."""
    figures = [row.model_dump() for row in figure_rows(content)]
    references = [
        csl_item(ref, content.references[ref]).model_dump(by_alias=True, exclude_none=True)
        for ref in sorted(content.references)
    ]
    return [
        Dataset("figures", figures, _schema("figures", FigureRow)),
        _spoken(content, _records("trials", content.trials, Trial, "figures")),
        _records("products", content.products, Product),
        _records("indications", content.indications, Indication),
        Dataset("references", references, _schema("references", CslItem)),
    ]


def _records[T: BaseModel](name: str, held: dict[str, T], model: type[T], left_out: str = "") -> Dataset:
    """Return records with their ids, without the field `left_out`."""
    rows = [{"id": identity} | record.model_dump(exclude={left_out}) for identity, record in held.items()]
    schema = _schema(name, model)
    shape = schema["$defs"][model.__name__]
    shape["properties"] = {"id": {"type": "string"}} | shape["properties"]
    shape["required"] = ["id", *shape["required"]]
    if left_out:
        del shape["properties"][left_out]
        shape["required"].remove(left_out)
        schema["$defs"].pop("Figure")
    return Dataset(name, rows, schema)


def _spoken(content: Content, dataset: Dataset) -> Dataset:
    """Return the dataset with the values that its texts call in place of the calls."""
    views = {language: PageView(content, language, "") for language in LANGUAGES}

    def said(value: Any) -> Any:
        match value:
            case {"it": str(), "en": str()}:
                words = Words(it=value["it"], en=value["en"])
                return {language: str(view.text(words)) for language, view in views.items()}
            case dict():
                return {key: said(item) for key, item in value.items()}
            case list():
                return [said(item) for item in value]
            case _:
                return value

    return replace(dataset, rows=[said(row) for row in dataset.rows])


def _schema(name: str, model: type[BaseModel]) -> Json:
    adapter: TypeAdapter[Any] = TypeAdapter(list[model])  # type: ignore[valid-type]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        "title": f"{name}.json",
        **adapter.json_schema(by_alias=True, mode="serialization"),
    }


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
