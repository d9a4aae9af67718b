"""The release on real servers with the shipped configuration, in three browsers: all works, no violation.

The browsers report each violation to a server of the test's own. Every run ends with a violation of its own, so that
"none" means none.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsers import Page, QuietHandler, launch, outside, static_server
from browsers.form import CalculatorForm
from built_site import KINDS, calculator_page
from hosting import HOSTS, nginx_host

SENTINEL = "() => document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))"
BLOBS = """() => {
  window.saved = [];
  const real = URL.createObjectURL;
  URL.createObjectURL = blob => (window.saved.push(blob), real.call(URL, blob));
}"""
SAVED = "() => Promise.all(window.saved.map(blob => blob.text()))"
# All that the page is made of, whether it travelled for this page or for one before.
MADE_OF = """() => ["navigation", "resource"].flatMap(kind => performance.getEntriesByType(kind))
  .map(({name}) => name.split(/[?#]/)[0])"""
SCHEME = "() => document.body.dataset.mdColorScheme"


@contextmanager
def reports_to(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """An address that takes reports of violations, and the reports so far."""
    found: list[dict[str, Any]] = []

    class Reports(QuietHandler):
        def do_POST(self) -> None:
            report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            found.append(report["csp-report"])
            self.send_response(204)
            self.end_headers()

    with static_server(folder, Reports) as base:
        yield base, found


def read(page: Page, base: str) -> None:
    page.open(f"{base}index.html")
    page.follow('a[hreflang="it"]')
    page.follow(".language-switch__link")
    assert page.url == f"{base}en/index.html"
    page.type(".md-search__input", "ferritin")
    page.wait_until("() => document.querySelector('.md-search-result__item a')?.textContent.includes('errit')")
    page.follow(".md-search-result__item a")
    assert "ferritin" in page.text("main").lower()


def choose_colours(page: Page, base: str) -> None:
    """The reader's choice holds on the next page, and in the other language."""
    page.open(f"{base}it/how-to-use.html")
    for _ in range(2):
        page.click('.md-header__option[data-md-component="palette"] label:not([hidden])')
    assert page.evaluate(SCHEME) == "slate"
    page.follow(".language-switch__link")
    assert page.evaluate(SCHEME) == "slate"


def compute(page: Page, base: str) -> None:
    page.open(f"{base}en/{calculator_page('crs')}")
    form = CalculatorForm(page, "crs")
    form.answer("hypotension", "multiple_vasopressors")
    assert form.shown().outcomes == ["no_crs", "grade_4"]


def save(page: Page, base: str) -> None:
    """Last of all: what Firefox shows of a download takes the focus."""
    page.open(f"{base}it/explorer.html")
    page.select("form.explorer [name=endpoint]", "os_hr")
    page.evaluate(BLOBS)
    page.click("[data-download]")
    (table,) = page.evaluate(SAVED)
    assert "ZUMA-7" in table
    page.open(f"{base}it/{calculator_page('journey_dates')}")
    form = CalculatorForm(page, "journey_dates")
    form.answer("infusion_on", "2026-03-02")
    form.shown()
    page.evaluate(BLOBS)
    page.click("[data-calendar]")
    (calendar,) = page.evaluate(SAVED)
    assert calendar.startswith("BEGIN:VCALENDAR")


def weight(released: Path, base: str, addresses: list[str]) -> int:
    """Bytes that a first visit transfers: the compressed copy of each file that has one."""
    files = {released / address.removeprefix(base) for address in addresses if address.startswith(base)}
    packed = {file: file.with_name(f"{file.name}.gz") for file in files}
    return sum((copy if copy.exists() else file).stat().st_size for file, copy in packed.items())


@pytest.mark.parametrize("host", ["nginx", "Apache"])
def test_everything_works_under_the_policy(page: Page, released: Path, tmp_path: Path, host: str) -> None:
    with (
        reports_to(tmp_path) as (collector, reports),
        HOSTS[host](released, tmp_path, f"; report-uri {collector}") as base,
    ):
        for kind in [kind for kind in KINDS if not kind.startswith("calculators/") and host == "nginx"]:
            page.open(f"{base}it/{kind}")
            assert 60_000 < weight(released, base, page.evaluate(MADE_OF)) < 400_000, kind
        # What only a search or a calculator needs comes with no other page.
        assert not [url for url in page.requests() if "search_index" in url or "/engine/" in url]
        for use in (read, choose_colours, compute, save):
            use(page, base)
        assert not outside(page.requests(), base)
        assert not page.console_errors()
        only_the_sentinel(page, reports)


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_the_edition_that_a_browser_keeps_is_under_the_policy_too(
    released: Path, tmp_path: Path, engine: str
) -> None:
    with reports_to(tmp_path) as (collector, reports), launch(engine, service_workers=True) as browser:
        page = browser.new_page()
        with nginx_host(released, tmp_path, f"; report-uri {collector}") as base:
            page.open(f"{base}it/index.html")
            assert page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        compute(page, base)
        only_the_sentinel(page, reports)


def only_the_sentinel(page: Page, reports: list[dict[str, Any]]) -> None:
    """Break the policy once, and see this and nothing else reported."""
    page.evaluate(SENTINEL)
    # Reports are sent behind the page's back.
    for _ in range(600):
        if reports:
            break
        time.sleep(0.1)
    assert [report["effective-directive"] for report in reports] == ["style-src-elem"], reports
