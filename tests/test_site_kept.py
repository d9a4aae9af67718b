"""What a reader asks the browser to keep: favourite calculators and the language, until one action forgets them."""

from browsers import Address, Page, launch
from built_site import SITE
from page_faults import of_access

FAVOURITES = """() => [...document.querySelectorAll("[data-favourite]")]
  .filter(entry => entry.checkVisibility()).map(entry => entry.dataset.favourite)"""
KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('vademecum'))"


def test_favourites_and_language_stay_until_they_are_forgotten(page: Page, http_address: Address) -> None:
    base = http_address(SITE)
    page.open(f"{base}en/calculators.html")
    assert not page.visible("[data-kept]")
    for calculator_id in ("icans", "crs", "ice", "ice"):
        page.click(f'[data-favour="{calculator_id}"]')
    assert page.attribute('[data-favour="crs"]', "aria-pressed") == "true"
    page.open(f"{base}en/index.html")
    assert page.evaluate(FAVOURITES) == ["crs", "icans"], "in the order of the menu"
    assert of_access(page) == []
    page.follow(".language-switch__link")
    page.open(f"{base}index.html")
    assert page.attribute("li.preferred", "lang") == "it"
    page.open(f"{base}it/index.html")
    assert page.evaluate(FAVOURITES) == ["crs", "icans"]
    page.click("[data-forget]")
    page.wait_until("() => !document.querySelector('[data-kept]').checkVisibility()")
    assert page.evaluate(KEPT) == []
    page.open(f"{base}index.html")
    assert page.attribute("li.preferred", "lang") != "it"
    assert page.console_errors() == []


def test_where_nothing_can_be_kept_the_page_says_so_and_works(http_address: Address) -> None:
    with launch("firefox", preferences={"dom.storage.enabled": False}) as browser:
        page = browser.new_page()
        page.open(f"{http_address(SITE)}index.html")
        page.follow('li[lang="it"] a')
        page.open(f"{http_address(SITE)}it/calculators.html")
        assert not page.visible("[data-kept-refused]")
        page.click('[data-favour="crs"]')
        page.wait_until("() => !document.querySelector('[data-kept-refused]').hidden")
        assert page.attribute('[data-favour="crs"]', "aria-pressed") == "false"
        page.close()
