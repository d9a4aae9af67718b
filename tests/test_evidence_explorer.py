"""The explorer in the reader's browser, from a disk and over http: filter, order, compare, download."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsers import Page
from built_site import SITE

type Address = Callable[[Path], str]

VISIBLE = """() => [...document.querySelectorAll("[data-figures] tbody tr")].filter((row) => !row.hidden)
    .map((row) => row.dataset.figure)"""


def figures(**asked: object) -> list[str]:
    rows: list[dict[str, Any]] = json.loads((SITE / "data" / "figures.json").read_text(encoding="utf-8"))
    return sorted(row["figure"] for row in rows if all(row[key] == value for key, value in asked.items()))


@pytest.fixture
def explorer(page: Page, address: Address) -> Page:
    page.open(address(SITE) + "it/explorer.html")
    return page


def shown(page: Page) -> list[str]:
    rows: list[str] = page.evaluate(VISIBLE)
    return rows


def test_it_filters_orders_compares_and_downloads(explorer: Page) -> None:
    assert sorted(shown(explorer)) == figures()

    explorer.select("form.explorer [name=endpoint]", "os_hr")
    explorer.select("form.explorer [name=setting]", "second_line_lbcl")
    wanted = figures(endpoint="os_hr", setting="second_line_lbcl")
    assert sorted(shown(explorer)) == wanted
    assert str(len(wanted)) in explorer.evaluate("() => document.querySelector('[data-shown]').textContent")

    explorer.click("[data-figures] th:nth-child(7) button")
    counts = explorer.evaluate(
        """() => [...document.querySelectorAll("[data-figures] tbody tr")].filter((row) => !row.hidden)
            .map((row) => Number(row.cells[6].dataset.sort))"""
    )
    assert counts == sorted(counts)

    explorer.click("[data-compare]")
    heads = explorer.evaluate(
        "() => [...document.querySelectorAll('[data-compared] thead th')].map((c) => c.textContent)"
    )
    assert set(heads[1:]) == {"BELINDA", "TRANSFORM", "ZUMA-7"}
    assert "0,73" in explorer.evaluate("() => document.querySelector('[data-compared]').textContent")
    explorer.click("[data-compare]")

    explorer.evaluate(
        """() => {
            const real = URL.createObjectURL;
            URL.createObjectURL = (blob) => ((window.saved = blob), real.call(URL, blob));
        }"""
    )
    explorer.click("[data-download]")
    text = explorer.evaluate("() => window.saved.text()")
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert len(table) == 1 + len(wanted)
    assert all(len(row) == len(table[0]) for row in table)
    assert "0,73" in {row[3] for row in table}


def test_no_column_of_values_can_be_ordered(explorer: Page) -> None:
    sortable = explorer.evaluate(
        "() => [...document.querySelectorAll('[data-figures] th[data-sortable]')].map((cell) => cell.cellIndex)"
    )
    assert sortable == [0, 1, 2, 6, 7, 8, 10]


def test_nothing_chosen_stays_after_a_reload(explorer: Page) -> None:
    explorer.select("form.explorer [name=product]", "liso-cel")
    assert sorted(shown(explorer)) == figures(product="liso-cel")
    explorer.reload()
    assert sorted(shown(explorer)) == figures()
