"""Search in three browsers, from a file and over http: the right language, the right page, and every word."""

import json
import re
from threading import Event

import pytest
from browsers import Address, Page, QuietHandler, outside, static_server
from browsers.page import TIMEOUT
from built_site import LANGUAGES, SITE, text_of, tree

# Each search with letters that must stand on the page found; "ferritine" and "ferritins" themselves stand on none.
SEARCHES = {
    "it": {
        "tossicità": "tossic",
        "terapia": "terapi",
        "axi-cel": "axi",
        "brexu-cel": "brexu",
        "ferritine": "ferritin",
    },
    "en": {"neurotoxicity": "neurotoxicit", "liso-cel": "liso", "tisa-cel": "tisa", "ferritins": "ferritin"},
}

FOUND = "() => [...document.querySelectorAll('.md-search-result__item a')].map(a => a.href)"
OPENED = "() => document.querySelector('.md-search-result__item a')?.textContent.includes('errit')"

# The site's own worker with an index of its own, asked for one word after the other: those that find nothing.
LOST = """async ([docs, words]) => {
  const worker = JSON.parse(document.getElementById("__config").textContent).search;
  const index = await (await fetch(new URL("search/search_index.json", document.baseURI))).json();
  const search = new Worker(new URL(worker, document.baseURI));
  const ask = message => new Promise(resolve => {
    search.addEventListener("message", ({data}) => resolve(data), {once: true});
    search.postMessage(message);
  });
  await ask({type: 0, data: {config: index.config, docs: docs ?? index.docs, options: {suggest: false}}});
  const lost = [];
  for (const word of words) {
    const {data} = await ask({type: 2, data: word});
    if (!data.items.length) lost.push(word);
  }
  return lost;
}"""


def beginnings(language: str) -> list[str]:
    """The first five letters of every word of the pages, found without the index's own idea of what parts words."""
    index = json.loads((SITE / language / "search" / "search_index.json").read_text())
    text = " ".join(f"{section['title']} {section['text']}" for section in index["docs"])
    text = re.sub(r"<[^>]+>", " ", text).lower()
    return sorted(set(re.findall(r"(?:^|\s)[^\w&<]?([^\W\d_]{5})", text)))


def search(page: Page, query: str) -> list[str]:
    """Put a whole query into the search field, and give the addresses found: at least one."""
    page.clear(".md-search__input")
    page.wait_until("() => !document.querySelector('.md-search-result__item')")
    # At once: of a word typed letter by letter the results of its first letters are shown before its own.
    page.paste(".md-search__input", query)
    page.press("End")
    page.wait_for(".md-search-result__item a")
    found: list[str] = page.evaluate(FOUND)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_pages_in_the_language(page: Page, address: Address, language: str) -> None:
    base = address(SITE)
    page.open(f"{base}{language}/index.html")
    faults = []
    for query, stem in SEARCHES[language].items():
        paths = [url.split("#")[0].split("?")[0].removeprefix(base) for url in search(page, query)]
        faults += [f"{query}: {path} is in another language" for path in paths if not path.startswith(f"{language}/")]
        # Further down stand pages with only a part of the name, such as "cel".
        if stem not in text_of(tree(paths[0]).find("body//main")).lower():
            faults.append(f"{query}: {paths[0]}, the first page found, does not speak of it")
    faults += [f"request to {url}" for url in outside(page.requests(), base)] + page.console_errors()
    assert not faults, "\n".join(faults)


def test_a_search_result_opens(page: Page, address: Address) -> None:
    base = address(SITE)
    page.open(f"{base}it/index.html")
    # On a disk the index is a script, and a page that asked for it waits for it.
    assert page.evaluate("() => typeof __index") == "undefined"
    page.type(".md-search__input", "ferritina")
    page.wait_until(OPENED)
    page.follow(".md-search-result__item a")
    assert page.url.startswith(f"{base}it/")
    assert "ferritin" in page.text("main").lower()
    page.wait_for("main mark[data-md-highlight]")


def test_an_address_that_asks_is_answered(page: Page, address: Address) -> None:
    page.open(f"{address(SITE)}it/index.html?q=ferritina")
    page.wait_until(OPENED)


def test_the_index_is_fetched_when_the_search_is_opened_and_finds_what_was_typed_meanwhile(page: Page) -> None:
    asked, arrived = Event(), Event()

    class SlowIndex(QuietHandler):
        def do_GET(self) -> None:
            if "/search/search_index" in self.path:
                asked.set()
                arrived.wait(TIMEOUT)
            super().do_GET()

    with static_server(SITE, SlowIndex) as base:
        for path in ("it/crs.html", "it/index.html"):
            page.open(base + path)
        assert not asked.is_set()
        page.press("/")
        assert asked.wait(TIMEOUT)
        page.type(".md-search__input", "ferritina")
        arrived.set()
        page.wait_until(OPENED)


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_of_every_word_finds_a_page(page: Page, http_address: Address, language: str) -> None:
    page.open(f"{http_address(SITE)}{language}/index.html")
    words = beginnings(language)
    assert len(words) > 1000
    assert not page.evaluate(LOST, [None, words])


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_numbers_hide_no_word(page: Page, http_address: Address) -> None:
    """With these words the index of lunr 2.3.9, as published, finds nothing for "e"."""
    page.open(f"{http_address(SITE)}it/index.html")
    words = " ".join("abcdef"[number % 6] + str(number**2) for number in range(3000))
    docs = [{"location": "index.html", "title": "A", "text": words}]
    assert not page.evaluate(LOST, [docs, list("abcdef")])
