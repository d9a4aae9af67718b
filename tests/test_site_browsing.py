"""Going through the site in three browsers, from a file and over http: languages, no script, real servers."""

from pathlib import Path

import pytest
from browsers import ENGINES, Address, Page, apache, launch, nginx, outside
from browsers.form import CalculatorForm
from built_site import CALCULATORS, KINDS, LANGUAGES, OUTSIDE_A_LANGUAGE, SITE, calculator_page

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


def faults_of(page: Page, base: str) -> list[str]:
    found = [f"request to {url}" for url in outside(page.requests(), base)]
    return found + [f"console: {error}" for error in page.console_errors()]


def test_the_language_switch_stays_on_the_page_and_nothing_comes_from_elsewhere(page: Page, address: Address) -> None:
    base = address(SITE)
    reading = [kind for kind in KINDS if not kind.startswith("calculators/")]
    for kind in reading:
        page.open(f"{base}it/{kind}")
        page.follow(".language-switch__link")
        assert page.url.split("#")[0] == f"{base}en/{kind}"
        assert page.attribute("html", "lang") == "en"
    assert not [url for url in page.requests() if "/assets/engine/" in url]
    assert page.evaluate("() => document.documentElement.dataset.engine ?? 'off'") == "off"
    kind = calculator_page("crs")
    page.open(f"{base}en/{kind}")
    page.follow(".language-switch__link")
    assert page.url.split("#")[0] == f"{base}it/{kind}"
    page.wait_until("() => document.documentElement.dataset.engine === 'ready'")
    for path in OUTSIDE_A_LANGUAGE:
        page.open(base + path)
    assert not faults_of(page, base)


@pytest.mark.parametrize("engine", ENGINES)
def test_without_javascript_a_calculator_page_is_whole(engine: str) -> None:
    base = SITE.resolve().as_uri() + "/"
    faults: list[str] = []
    with launch(engine, javascript=False) as browser:
        page = browser.new_page()
        for language in LANGUAGES:
            page.open(base + "index.html")
            page.follow(f'a[hreflang="{language}"]')
            assert page.url == f"{base}{language}/index.html"
            assert page.visible("main h1")
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
        assert not faults_of(page, base)
