"""The site kept by the browser: whole without its server, never of two editions, and open about which one it is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import Page, launch
from browsers.form import CalculatorForm
from browsers.page import TIMEOUT, Browser
from browsers.with_playwright import PlaywrightPage
from built_site import LANGUAGES, SITE, calculator_page
from hosted_copy import HostedCopy

from build_scripts.content import Content

NOTICE = "[data-edition-notice]"
SAID = "state => document.querySelector('[data-edition-notice]').dataset.state === state"
A_WHOLE_EDITION = 6 * TIMEOUT
"""Seconds that a slow machine may take to fetch, prove and keep every file."""
SUMMARY = "() => fetch(document.baseURI.replace(/[^/]*$/, 'crs.html')).then(answer => answer.text())"

KEPT = """async () => {
  const [name] = await caches.keys();
  return (await (await caches.open(name)).keys()).map(({url}) => url);
}"""


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def keeping_browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with launch(request.param, service_workers=True) as running:
        yield running


@pytest.fixture
def page(keeping_browser: Browser) -> Iterator[Page]:
    fresh = keeping_browser.new_page()
    yield fresh
    fresh.close()


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[HostedCopy]:
    copy = HostedCopy(tmp_path, "reparto è/worker")
    yield copy
    copy.stop()


def keep(page: Page, hosted: HostedCopy) -> None:
    """Visit one page, and wait until the whole edition is kept."""
    page.open(f"{hosted.base}it/index.html")
    assert page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.open(f"{hosted.base}it/index.html")
    assert page.evaluate("() => navigator.serviceWorker.controller !== null")


def test_without_its_server_every_page_opens_searches_and_computes(page: Page, hosted: HostedCopy) -> None:
    keep(page, hosted)
    hosted.stop()
    page.open(f"{hosted.base}en/{calculator_page('crs')}")
    form = CalculatorForm(page, "crs")
    form.answer("hypotension", "multiple_vasopressors")
    assert form.shown().outcomes == ["no_crs", "grade_4"]
    page.type(".md-search__input", "ferritin")
    page.wait_for(".md-search-result__item a")
    page.press("Enter")
    page.wait_until("() => new URL(location).searchParams.has('h')")
    page.follow(".language-switch__link")
    assert page.attribute("html", "lang") == "it"
    page.open(hosted.base)
    page.follow('a[hreflang="en"]')
    assert page.url == f"{hosted.base}en/index.html"
    assert not page.visible(NOTICE)
    kept = page.evaluate(KEPT)
    files = json.loads((SITE / "edition.json").read_text(encoding="utf-8"))["files"]
    assert {hosted.base + path for path in files} <= set(kept)

    hosted.start()
    hosted.withdraw({"it": "Dose sbagliata a pagina CRS.", "en": "A wrong dose on the CRS page."})
    for server_answers in (True, False):
        if not server_answers:
            hosted.stop()
        page.open(f"{hosted.base}it/crs.html")
        page.wait_until(SAID, "withdrawn")
        assert "ritirata" in page.text(NOTICE)
        assert "Dose sbagliata a pagina CRS." in page.text(NOTICE)
        assert not page.visible(f"{NOTICE} button")


def test_another_edition_is_taken_whole_or_not_at_all_and_when_the_reader_says_so(
    page: Page, hosted: HostedCopy, content: Content
) -> None:
    assert isinstance(page, PlaywrightPage)
    keep(page, hosted)
    before = "<h1"
    for path in ("it/index.html", "it/crs.html"):
        hosted.replace(path, before, '<h1 data-edition="next"')
    hosted.seal(content.site, "2026.12")
    whole = (hosted.site / "it" / "crs.html").read_bytes()
    (hosted.site / "it" / "crs.html").write_bytes(whole[:-1] + b" ")
    page.reload()
    page.wait_until(SAID, "refused", timeout=A_WHOLE_EDITION)
    assert not page.visible(f"{NOTICE} button")
    assert page.attribute("h1", "data-edition") is None
    assert 'data-edition="next"' not in page.evaluate(SUMMARY)

    (hosted.site / "it" / "crs.html").write_bytes(whole)
    page.reload()
    page.wait_until(SAID, "ready", timeout=A_WHOLE_EDITION)
    assert page.attribute("h1", "data-edition") is None, "nothing changes before the reader says so"
    other_tab = page.context.new_page()
    other_tab.goto(f"{hosted.base}it/index.html")
    # A browser lets the worker in use finish what it has begun before another takes over.
    page.evaluate("() => { window.__leaving = true }")
    page.click(f"{NOTICE} button")
    page.wait_until("() => !window.__leaving && document.readyState === 'complete'", timeout=A_WHOLE_EDITION)
    assert page.attribute("h1", "data-edition") == "next"
    page.open(f"{hosted.base}it/crs.html")
    assert page.attribute("h1", "data-edition") == "next"
    assert not page.visible(NOTICE)
    # A page that was open meanwhile goes on with the edition that it is made of, until it is left.
    assert 'data-edition="next"' not in other_tab.evaluate(SUMMARY)
    other_tab.reload()
    assert 'data-edition="next"' in other_tab.evaluate(SUMMARY)
    other_tab.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_app_that_a_browser_may_install(language: str) -> None:
    app = json.loads((SITE / f"app.{language}.webmanifest").read_text(encoding="utf-8"))
    assert app["lang"] == language
    assert (SITE / app["start_url"]).is_file()
    for icon in app["icons"]:
        header = (SITE / icon["src"]).read_bytes()[:24]
        size = "x".join(str(int.from_bytes(header[at : at + 4])) for at in (16, 20))
        assert (header[1:4], size) == (b"PNG", icon["sizes"])
