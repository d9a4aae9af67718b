"""A server that fails halfway: what can be read stays readable, and no calculator gives half a result."""

import pytest
from browsers import Page
from built_site import LANGUAGES, SITE, calculator_page
from calculator_faults import NOTE, UNREADABLE, failure, without_a_result
from faulty_server import faulty_server

from build_scripts.content import Content

CRS = calculator_page("crs")

# What fails, how, and the reasons that the page may then give: a browser may run what it has of a dropped script.
ENGINE_FAULTS = {
    "a part is missing": ({"/engine/wasm-": "missing"}, {"part_missing"}),
    "a part is dropped": ({"/engine/worker-": "dropped"}, {"part_missing", "part_broken"}),
    "a part is altered": ({"/engine/wasm-": "altered"}, {"part_broken"}),
    "the engine's scripts are called text": ({"/engine/": "wrong type"}, {"no_engine"}),
    "the engine's first script is cut": ({"/engine/boot.js": "cut"}, {"no_engine"}),
}


@pytest.mark.parametrize("fault", ENGINE_FAULTS)
def test_a_calculator_that_cannot_run_says_why_and_what_to_do(page: Page, content: Content, fault: str) -> None:
    faults, reasons = ENGINE_FAULTS[fault]
    language = LANGUAGES[list(ENGINE_FAULTS).index(fault) % 2]
    with faulty_server(SITE, faults) as base:
        page.open(f"{base}{language}/{CRS}")
        assert failure(page, content, language) in reasons
        without_a_result(page)


# The last is also what a browser makes of scripts whose language it is too old for.
@pytest.mark.parametrize(
    ("scripts", "fault"),
    [("/js/form.js", "missing"), ("/js/form.js", "cut"), ("/js/form.js", "wrong type"), (".js", "cut")],
)
def test_where_the_forms_script_never_comes_its_place_says_so(
    page: Page, content: Content, scripts: str, fault: str
) -> None:
    with faulty_server(SITE, {scripts: fault}) as base:
        page.open(f"{base}it/{CRS}")
        assert page.text(NOTE) == content.messages["engine.waiting"]["it"]
        assert page.visible(NOTE)
        without_a_result(page)


def open_while_loading(page: Page, base: str, address: str) -> None:
    """Go to a page without waiting for the end of its loading, which never comes."""
    page.open(base + "404.html")
    page.evaluate("url => { window.__leaving = true; location.href = url }", base + address)
    page.wait_until("() => !window.__leaving && document.querySelector('#__config')")


# Not WebKitGTK: its driver does nothing while a page still loads.
@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
@pytest.mark.parametrize("script", ["/engine/boot.js", "/js/frame.js", "/javascripts/bundle", "/js/form.js"])
def test_a_script_that_never_ends_holds_up_nothing_that_is_to_be_read(page: Page, script: str) -> None:
    with faulty_server(SITE, {script: "stalled"}) as base:
        open_while_loading(page, base, f"en/{CRS}")
        # Firefox knows what can be seen only when it has laid out the page.
        page.wait_until(f"() => ({UNREADABLE})().length === 0")
        assert page.visible(NOTE)


@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
def test_a_part_that_never_ends_is_given_up(page: Page, content: Content) -> None:
    with faulty_server(SITE, {"/engine/wasm-": "stalled"}, patience=2) as base:
        open_while_loading(page, base, f"it/{CRS}")
        assert failure(page, content, "it") == "timeout"
        without_a_result(page)


def test_a_page_cut_short_says_so_and_a_whole_one_does_not(page: Page) -> None:
    shown = "() => document.querySelector('.cut-short').checkVisibility({visibilityProperty: true})"
    with faulty_server(SITE, {"/en/crs.html": "cut"}) as base:
        page.open(base + "en/crs.html")
        page.wait_until(shown)
        page.open(base + "it/crs.html")
        assert not page.evaluate(shown)
        assert page.evaluate("() => getComputedStyle(document.querySelector('.cut-short')).display") == "none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calculator_computes_on_when_its_server_has_gone(page: Page, language: str) -> None:
    with faulty_server(SITE, {}) as base:
        page.open(f"{base}{language}/{CRS}")
        page.wait_until("() => document.documentElement.dataset.engine === 'ready'")
    page.click('label:has(> input[name="fever"][value="absent"])')
    page.wait_until("() => document.querySelector('output[data-result]').dataset.outcomes === 'no_crs'")
