"""Diagrams as a browser draws them, in the site's own type: one layout at a time, every word in its box."""

from collections.abc import Iterator

import pytest
from browsers import launch
from browsers.page import Browser
from browsers.with_playwright import PlaywrightPage
from built_site import LANGUAGES, SITE

from build_scripts.diagrams.lettering import width

PAGES = ("recognising-a-candidate.html", "journey.html")
SIZES = {"wide": (1280, 800), "narrow": (375, 700)}

READ = """async () => {
  await document.fonts.ready;
  const shown = [...document.querySelectorAll("figure.diagram svg")].filter((svg) => svg.checkVisibility());
  const box = (part) => { const {x, y, width, height} = part.getBBox(); return [x, y, x + width, y + height]; };
  return shown.map((svg) => ({
    layout: svg.parentElement.className,
    type: document.fonts.check("13px 'Source Sans 3'", svg.textContent),
    edges: [0, 0, svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
    words: [...svg.querySelectorAll("text")].map((text) => ({
      said: text.textContent,
      size: Number(text.getAttribute("font-size")),
      place: box(text),
      room: text.closest("g.box") && box(text.closest("g.box").querySelector(".shape")),
    })),
    marks: [...svg.querySelectorAll(".mark")].map(box),
    size: Math.min(...[...svg.querySelectorAll("text")].map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)),
    sideways: document.documentElement.scrollWidth - innerWidth,
  }));
}"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launch("chromium") as running:
        yield running


@pytest.fixture
def tab(chromium: Browser) -> Iterator[PlaywrightPage]:
    page = chromium.new_page()
    assert isinstance(page, PlaywrightPage)
    yield page
    page.close()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("layout", SIZES)
def test_every_word_stands_in_its_box_and_over_no_other(
    tab: PlaywrightPage, layout: str, language: str, address: str
) -> None:
    tab.set_size(*SIZES[layout])
    tab.open((SITE / language / address).as_uri())
    (drawn,) = tab.evaluate(READ)
    assert drawn["layout"] == f"diagram-{layout}"
    assert drawn["type"], "the site's own type has not loaded"
    assert drawn["sideways"] <= 0
    assert drawn["size"] >= 10, "the smallest words are too small to read"
    places = [word["place"] for word in drawn["words"]]
    for number, word in enumerate(drawn["words"]):
        left, top, right, bottom = word["place"]
        assert right - left <= width(word["said"], word["size"]), f"{word}: lines are broken by too small a width"
        for x0, y0, x1, y1 in filter(None, (word["room"], drawn["edges"])):
            assert x0 <= left and right <= x1 and y0 <= top and bottom <= y1, word
        for other in (*places[:number], *drawn["marks"]):
            # The room of a line of type reaches beyond its letters, above and below.
            lower, upper = max(top, other[1]) + 4, min(bottom, other[3]) - 4
            assert right <= other[0] or other[2] <= left or upper <= lower, word


@pytest.mark.parametrize("address", PAGES)
def test_paper_takes_the_wide_drawing_whatever_the_screen(tab: PlaywrightPage, address: str) -> None:
    tab.set_size(*SIZES["narrow"])
    tab.open((SITE / "it" / address).as_uri())
    tab.tab.emulate_media(media="print")
    assert [drawn["layout"] for drawn in tab.evaluate(READ)] == ["diagram-wide"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_lines_stand_out_from_their_ground(tab: PlaywrightPage, scheme: str) -> None:
    tab.tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.open((SITE / "it" / PAGES[0]).as_uri())
    contrasts = tab.evaluate(
        """() => {
          const luminance = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
              .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ratio = (one, other) => {
            const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const svg = document.querySelector(".diagram-wide svg");
          const page = getComputedStyle(document.body).backgroundColor;
          const words = [...svg.querySelectorAll("g.box text")].map((text) =>
            ratio(getComputedStyle(text).fill, getComputedStyle(text.parentElement.querySelector(".shape")).fill));
          const lines = [...svg.querySelectorAll(".arrow, .shape")].map((part) =>
            ratio(getComputedStyle(part).stroke, page));
          return { words: Math.min(...words), lines: Math.min(...lines) };
        }"""
    )
    assert contrasts["words"] >= 4.5
    assert contrasts["lines"] >= 3
