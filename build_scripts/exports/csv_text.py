"""The figures as CSV, once for each habit of spreadsheets (docs/contributing/decisions says why two files)."""

import csv
import io
from decimal import Decimal
from typing import Any

from build_scripts.exports.figure_rows import CSV_COLUMNS, FigureRow
from build_scripts.records.common import Language

SEPARATORS: dict[Language, str] = {"it": ";", "en": ","}


def figures_csv(rows: list[FigureRow], language: Language) -> str:
    """Write the rows as a spreadsheet of that language expects: Italian has `;` between cells and a decimal comma."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=SEPARATORS[language], lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, column), language) for column in CSV_COLUMNS])
    return text.getvalue()


def _cell(value: Any, language: Language) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case Decimal():
            return format(value, "f").replace(".", "," if language == "it" else ".")
        case _:
            return str(value)
