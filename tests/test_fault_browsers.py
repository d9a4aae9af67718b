"""A browser, a disk or a clock that is not as it should be: all can be read, and results are right or absent."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import ENGINES, Address, Browser, Page, launch, launch_without_webassembly
from browsers.form import CalculatorForm
from browsers.with_playwright import PlaywrightPage
from built_site import SITE, calculator_page
from calculator_faults import UNREADABLE, failure, without_a_result

from build_scripts.content import Content

CRS = calculator_page("crs")
AWKWARD = "Chiavetta (è #1, 50% di 100%25) & c/worker/vademecum"
# The theme's scripts then find a stand-in: js/frame/before_theme.js.
NO_STORAGE = "() => !(localStorage instanceof Storage) && !navigator.serviceWorker"

# How much of the window is under what does not move with the page.
COVERED = """() => {
  scrollTo(0, document.body.scrollHeight / 2);
  let covered = 0;
  const rows = 50;
  for (let row = 0; row < rows; row++) {
    let element = document.elementFromPoint(innerWidth / 2, (row + 0.5) * innerHeight / rows);
    const stays = element => ["fixed", "sticky"].includes(getComputedStyle(element).position);
    while (element && !stays(element)) element = element.parentElement;
    if (element) covered++;
  }
  return covered / rows;
}"""


def computes(page: Page) -> None:
    """A grade comes out, and it is the right one."""
    form = CalculatorForm(page, "crs")
    form.answer("fever", "present")
    form.answer("hypotension", "one_vasopressor")
    form.answer("hypoxia", "none")
    assert form.shown().outcomes == ["grade_3"]


def finds(page: Page, word: str) -> None:
    page.type(".md-search__input", word)
    page.wait_for(".md-search-result__item a")


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the site on which nothing can be written, under a name that must be escaped in every address."""
    copy = tmp_path_factory.mktemp("media") / AWKWARD
    shutil.copytree(SITE, copy)
    folders = [copy, *(path for path in copy.rglob("*") if path.is_dir())]
    for path in copy.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    copy.chmod(0o555)
    before = hashes(copy)
    yield copy
    # Whoever may write everywhere has nevertheless written nothing.
    assert hashes(copy) == before
    for folder in folders:
        folder.chmod(0o755)


def test_from_a_read_only_stick_with_an_awkward_name_everything_works(page: Page, stick: Path) -> None:
    page.open(f"{stick.as_uri()}/index.html")
    page.follow('a[hreflang="en"]')
    page.open(f"{stick.as_uri()}/en/{CRS}")
    computes(page)
    page.follow(".language-switch__link")
    assert page.attribute("html", "lang") == "it"
    assert page.evaluate(UNREADABLE) == []
    finds(page, "ferritina")
    assert page.console_errors() == []


@pytest.mark.parametrize(
    "blocked",
    [{"dom.storage.enabled": False}, {"network.cookie.cookieBehavior": 2}],
    ids=["there is none", "asking for it is an error"],
)
def test_with_storage_cookies_and_service_workers_blocked_everything_works(
    blocked: dict[str, bool], http_address: Address
) -> None:
    with launch("firefox", preferences=blocked) as browser:
        page = browser.new_page()
        page.open(f"{http_address(SITE)}it/{CRS}")
        assert page.evaluate(NO_STORAGE)
        computes(page)
        finds(page, "ferritina")
        page.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_with_webassembly_switched_off_a_calculator_says_so_and_its_table_stays(
    engine: str, content: Content
) -> None:
    with launch_without_webassembly(engine) as browser:
        page = browser.new_page()
        page.open(f"{SITE.as_uri()}/it/{CRS}")
        assert failure(page, content, "it") == "no_webassembly"
        without_a_result(page)
        page.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launch("chromium") as running:
        yield running


@pytest.mark.parametrize(("year", "offered"), [(1970, False), (2020, False), (2061, True)])
def test_a_clock_wrong_by_years_changes_no_result(chromium: Browser, year: int, offered: bool) -> None:
    page = chromium.new_page()
    assert isinstance(page, PlaywrightPage)
    page.tab.clock.set_fixed_time(f"{year}-03-01T12:00:00")
    page.open(f"{SITE.as_uri()}/en/{CRS}")
    assert page.evaluate("() => new Date().getFullYear()") == year
    computes(page)
    page.open(f"{SITE.as_uri()}/en/{calculator_page('journey_dates')}")
    form = CalculatorForm(page, "journey_dates")
    assert page.visible("[data-today]") is offered, "a clock that is behind this edition fills in no date"
    form.answer("infusion_on", "2026-03-02")
    text = form.shown().text
    assert "2027" in text, "live vaccines a year after the infusion"
    assert str(year) not in text
    assert page.console_errors() == []
    page.close()


@pytest.mark.parametrize("magnified", [2, 4])
def test_magnified_everything_can_be_read_and_the_calculator_computes(chromium: Browser, magnified: int) -> None:
    """A window of 1280 by 1024 magnified is one of so many times fewer CSS pixels; other pages: the matrix."""
    page = chromium.new_page()
    page.set_size(1280 // magnified, 1024 // magnified)
    page.open(f"{SITE.as_uri()}/it/{CRS}")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(UNREADABLE) == []
    computes(page)
    covered = page.evaluate(COVERED)
    assert covered <= 0.6, f"{covered:.0%} of the window stays covered while the page is read"
    page.close()


@pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
def test_two_tabs_know_nothing_of_each_other(page: Page) -> None:
    assert isinstance(page, PlaywrightPage)
    page.open(f"{SITE.as_uri()}/en/{CRS}")
    computes(page)
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_function("document.documentElement.dataset.engine === 'ready'")
    assert other.locator("form[data-calculator] .option input:checked:not([value=''])").count() == 0
    other.locator('input[name="fever"][value="absent"]').check(force=True)
    other.wait_for_function("document.querySelector('output[data-result]').dataset.outcomes === 'no_crs'")
    assert CalculatorForm(page, "crs").shown().outcomes == ["grade_3"]
    other.close()
    assert CalculatorForm(page, "crs").shown().outcomes == ["grade_3"]
