"""Past its review date a page says so, by the reader's own clock: also a copy that has lain on a disk for years."""

from collections.abc import Iterator

import pytest
from browsers import launch
from browsers.page import Browser
from browsers.with_playwright import PlaywrightPage
from built_site import LANGUAGES, SITE, language_pages, text_of, tree

NOTICE = "[data-review-by]"
KINDS = ("it/crs.html", "en/calculators/icans.html", "it/trials/zuma-7.html", "en/how-to-use.html")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launch("chromium") as running:
        yield running


def seen_on(chromium: Browser, address: str, day: str) -> bool:
    """Whether the notice is on the screen for a reader whose clock says noon of `day`."""
    page = chromium.new_page()
    assert isinstance(page, PlaywrightPage)
    try:
        page.tab.clock.set_fixed_time(f"{day}T12:00:00")
        page.open((SITE / address).as_uri())
        return page.visible(NOTICE)
    finally:
        page.close()


def review_by(address: str) -> str:
    return next(found for element in tree(address).iter() if (found := element.get("data-review-by")))


@pytest.mark.parametrize("address", KINDS)
def test_a_copy_opened_years_later_says_that_its_review_is_overdue(chromium: Browser, address: str) -> None:
    due = review_by(address)
    assert seen_on(chromium, address, f"{int(due[:4]) + 6}-01-02")
    assert not seen_on(chromium, address, f"{int(due[:4]) - 6}-01-02")


def test_a_page_is_overdue_from_the_day_after_its_review_date(chromium: Browser) -> None:
    due = review_by(KINDS[0])
    year, month, day = due.split("-")
    assert int(day) < 28, "choose a page whose review is due before the end of a month"
    assert not seen_on(chromium, KINDS[0], due)
    assert seen_on(chromium, KINDS[0], f"{year}-{month}-{int(day) + 1:02}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_its_content_date_review_date_and_edition(language: str) -> None:
    content, review, edition = {
        "it": ("Contenuto del", "Da rivedere entro il", "Edizione"),
        "en": ("Content of", "Review due by", "Edition"),
    }[language]
    for address in language_pages(language):
        page = tree(f"{language}/{address}")
        if address == "404.html":  # the theme's own, about no content
            continue
        chips = [text_of(chip) for chips in page.iter("ul") if chips.get("class") == "chips" for chip in chips]
        for words in (content, review, edition):
            assert any(chip.startswith(words) for chip in chips), f"{language}/{address} does not say: {words}"
        notices = [element for element in page.iter() if element.get("data-review-by")]
        dates = [time.get("datetime") for time in page.iter("time")]
        assert len(notices) == 1, f"{language}/{address}"
        assert [element.get("role") for element in notices[0]] == ["note"]
        assert "hidden" in notices[0].attrib
        assert notices[0].get("data-review-by") in dates


@pytest.mark.parametrize(("language", "words"), [("it", "Revisione scaduta"), ("en", "Review overdue")])
def test_search_does_not_find_the_notice(language: str, words: str) -> None:
    assert words in text_of(tree(f"{language}/crs.html"))
    assert words not in (SITE / language / "search" / "search_index.json").read_text(encoding="utf-8")
