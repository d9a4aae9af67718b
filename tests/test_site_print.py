"""Each kind of page printed from the browser comes out whole, and a calculator as a worksheet."""

import pytest
from browsers import Address, Page
from browsers.form import CalculatorForm
from browsers.paper import SIZES, on_paper, printed, running, squeezed
from built_site import CALCULATORS, KINDS, SITE, calculator_page
from test_site_calculators import examples

pytestmark = pytest.mark.parametrize("browser", ["chromium"], indirect=True)

# A cell that holds a list may go on overleaf between two entries; any other stays in one piece. Not on paper: what a
# chart beside it says already, an empty list of assessments, and, but on its own, the sheet for the patient.
PIECES = """() => [...document.querySelectorAll("main :is(th, td, caption, summary, details p, details li)")]
  .filter(element => !element.querySelector("li, p, table"))
  .filter(element => !element.closest("form.explorer, [hidden], .chart-data, .bedside-sheets"))
  .map(element => {
    const shown = element.cloneNode(true);
    for (const hidden of shown.querySelectorAll("[hidden]")) hidden.remove();
    return shown.textContent;
  })"""
ADDRESSES = """() => [...document.querySelectorAll("main a[href^=http]")].map(({href}) => decodeURI(href)
  .replace(/^https:\\/\\/(doi\\.org\\/|pubmed\\.ncbi\\.nlm\\.nih\\.gov\\/)|\\/$/g, ""))"""
SCREEN_ONLY = """() => [...document.querySelectorAll(
    "nav, button:not(.sort), .md-header, .md-footer, .headerlink, .ways")]
  .filter(element => element.checkVisibility()).map(element => element.outerHTML.slice(0, 80))"""
# The boxes that are ticked on paper: filled by their border, since browsers leave backgrounds out.
TICKED = """() => [...document.querySelectorAll(".option input, .tick")].filter(element => {
  const style = getComputedStyle(element, element.matches("input") ? null : "::before");
  return element.checkVisibility() && parseFloat(style.borderTopWidth) > 4;
}).map(element => element.matches("input") ? `${element.name}=${element.value}`
  : `${element.closest(".typed").querySelector("[name]").name}=`)"""


# What is hardest on a sheet of a size that few print on.
WIDE = ("crs.html", "indications.html", "explorer.html", "trials/zuma-7.html", "calculators/car-hematotox.html")

# The items asked for in the ways that are chosen, and of these the boxes that should be ticked.
ASKED = """() => [...new Set([...document.querySelectorAll("[data-way]:not([hidden]) :is(input, textarea)")]
  .map(({name}) => name))]"""
UNKNOWN = """() => [...document.querySelectorAll("[data-way]:not([hidden]) :is(.option--unknown, .tick--unknown)")]
  .map(box => box.textContent)"""
SAID = "s => [...document.querySelectorAll(s)].map(task => task.textContent)"
TO_TICK = """() => [...document.querySelectorAll("[data-way]:not([hidden]) :is(input, textarea)")]
  .filter(control => control.type === "radio" ? control.checked : control.value === "")
  .map(({name, type, value}) => `${name}=${type === "radio" ? value : ""}`)"""


@pytest.mark.parametrize("size", SIZES)
def test_every_cell_address_and_folded_text_is_on_paper(page: Page, http_address: Address, size: str) -> None:
    faults = []
    for number, kind in enumerate(KINDS if size in ("A4", "A5") else WIDE):
        path = f"{('it', 'en')[number % 2]}/{kind}"
        page.open(http_address(SITE) + path)
        text = squeezed(running(printed(page, size), page.attribute('meta[name="edition"]', "content") or ""))
        pieces = page.evaluate(PIECES) + page.evaluate(ADDRESSES)
        faults += [f"{path}: not on paper: {piece}" for piece in pieces if squeezed(piece) not in text]
        with on_paper(page):
            faults += [f"{path}: on paper: {element}" for element in page.evaluate(SCREEN_ONLY)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("calculator_id", CALCULATORS)
def test_a_worksheet_is_blank_or_filled_in_with_what_is_on_screen(
    page: Page, http_address: Address, calculator_id: str
) -> None:
    page.open(f"{http_address(SITE)}it/{calculator_page(calculator_id)}")
    form = CalculatorForm(page, calculator_id)
    # Empty boxes for every level and for "not known", the outcomes to choose from, and nothing of the page besides.
    form.shown()
    page.click("[data-print]")
    with on_paper(page):
        assert page.evaluate(TICKED) == []
    blank = worksheet(page)
    chosen = [item for item in page.evaluate(ASKED) if form.controls[item]["kind"] == "radio"]
    labels = [label for item in chosen for label in form.words["items"][item]["levels"].values()]
    wanted = [*labels, *form.words["outcomes"].values(), "Etichetta del paziente"]
    assert [words for words in wanted if squeezed(words) not in blank] == []
    unknown = [squeezed(words) for words in page.evaluate(UNKNOWN)]
    assert len(unknown) == len(page.evaluate(ASKED))
    assert [words for words in unknown if blank.count(words) < unknown.count(words)] == []
    assert "Esempisvolti" not in blank
    # The answers and their result; what was not answered is ticked as not known.
    answers = next(
        case["answers"] for case in examples(calculator_id) if case["answers"] and form.can_take(case["answers"])
    )
    for item, answer in answers.items():
        form.answer(item, answer)
    result = form.shown().text
    page.click("[data-print]")
    with on_paper(page):
        assert page.evaluate(TICKED) == page.evaluate(TO_TICK)
    assert squeezed(result) in worksheet(page)


def test_the_bedside_sheet_is_one_page_in_the_patients_language(page: Page, http_address: Address) -> None:
    page.open(f"{http_address(SITE)}it/{calculator_page('ice')}")
    CalculatorForm(page, "ice")
    languages = page.evaluate("() => [...document.querySelector('[data-bedside-language]')].map(({value}) => value)")
    assert {"it", "en", "ro"} <= set(languages)
    for language in languages:
        page.select("[data-bedside-language]", language)
        page.click("[data-bedside-print]")
        said = page.evaluate(
            "s => [...document.querySelectorAll(s)].map(task => task.textContent)", f".said:lang({language})"
        )
        (sheet,) = printed(page, "A4")
        assert [task for task in said if squeezed(task) not in squeezed(sheet)] == [], language


def worksheet(page: Page) -> str:
    """What the button prints, on A5."""
    page.wait_until("() => document.documentElement.dataset.printing === 'worksheet'")
    return squeezed(running(printed(page, "A5"), page.attribute('meta[name="edition"]', "content") or ""))
