"""Going through the site where something is missing: without scripts in three browsers, and on real servers."""

from pathlib import Path

import pytest
from browsers import ENGINES, Page, apache, launch, nginx
from browsers.form import CalculatorForm
from built_site import CALCULATORS, KINDS, LANGUAGES, SITE, calculator_page
from page_faults import of_layout, of_loading

# Every question and every way of answering it, the whole table, and the sources.
UNSEEN = """() => {
  const wanted = ["fieldset legend", "fieldset :is(input:not([name$='.by']), textarea)",
    ":is(#table ~ .table-wrap td, #table ~ .formula)", "noscript p", "#sources ~ * a[href]"];
  const also = [...document.querySelectorAll(".sub-label, #table ~ .table-wrap th")];
  return also.concat(wanted.flatMap(selector => [...document.querySelectorAll(selector)]))
    .filter(element => !element.checkVisibility({visibilityProperty: true}))
    .map(element => element.outerHTML.slice(0, 80))
    .concat(wanted.filter(selector => !document.querySelector(selector)));
}"""

# The way to other pages and to the other language needs no script either.
READ = ("main h1", "main p", ".language-switch__link", ".md-footer a, nav a")


@pytest.mark.parametrize("engine", ENGINES)
def test_without_javascript_every_kind_of_page_can_be_read_and_a_calculators_is_whole(engine: str) -> None:
    base = SITE.resolve().as_uri() + "/"
    faults: list[str] = []
    with launch(engine, javascript=False) as browser:
        page = browser.new_page()
        for language in LANGUAGES:
            page.open(base + "index.html")
            page.follow(f'a[hreflang="{language}"]')
            assert page.url == f"{base}{language}/index.html"
            for kind in KINDS:
                page.open(f"{base}{language}/{kind}")
                faults += [f"{page.url}: no {part}" for part in READ if not page.visible(part)]
                faults += of_layout(page)
            for calculator_id in CALCULATORS:
                page.open(f"{base}{language}/{calculator_page(calculator_id)}")
                faults += [f"{page.url}: not to be seen: {element}" for element in page.evaluate(UNSEEN)]
        page.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
@pytest.mark.parametrize("server", [nginx, apache])
def test_the_site_works_on_a_hospital_server(page: Page, tmp_path: Path, server: type) -> None:
    with server(SITE, tmp_path) as base:
        page.open(f"{base}en/{calculator_page('crs')}")
        form = CalculatorForm(page, "crs")
        form.answer("hypotension", "multiple_vasopressors")
        assert form.shown().outcomes == ["no_crs", "grade_4"]
        page.type(".md-search__input", "toxicity")
        page.wait_for(".md-search-result__item a")
        page.open(f"{base}it/")
        page.follow(".language-switch__link")
        assert page.attribute("html", "lang") == "en"
        assert not of_loading(page, base)
