"""What may be wrong with the page that is open, each fault beginning with the name of the check that found it."""

from browsers import Page, outside
from built_site import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(violation =>
  `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`))"""

# What reaches beyond the window, unless it lies in a box of its own that scrolls or is moved out of sight on purpose.
WIDER = """() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const widest = [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility());
  return [`${over} px, as ${widest.slice(-1).map(element => element.outerHTML.slice(0, 120))}`];
}"""

# Letters twice as large in the window as it is (WCAG 2.2, 1.4.4): what then is cut off, or wider than the window.
ENLARGED = """() => {
  const {style} = document.documentElement;
  const over = () => document.documentElement.scrollWidth - innerWidth;
  const fits = over() <= 0;
  style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`;
  const cut = [...document.querySelectorAll("main *")].filter(element =>
    ["hidden", "clip"].includes(getComputedStyle(element).overflowX) && element.checkVisibility()
    && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1 && element.innerText?.trim());
  const found = cut.map(element => `cut off: ${element.outerHTML.slice(0, 120)}`)
    .concat(fits && over() > 0 ? [`${over()} px wider`] : []);
  style.fontSize = "";
  return found;
}"""

STILL = "() => !document.getAnimations().some(({playState}) => playState === 'running')"

PICTURES = """() => [...document.images].filter(image => image.complete && !image.naturalWidth)
  .map(image => image.getAttribute("src"))"""


def of_loading(page: Page, base: str) -> list[str]:
    """What was reported or asked for since the page was made; `base` is where the site is."""
    return [
        *(f"console: {error}" for error in page.console_errors()),
        *(f"outside: {url}" for url in outside(page.requests(), base)),
        *(f"failed: {url}" for url in page.failed_requests()),
    ]


def of_layout(page: Page) -> list[str]:
    """What does not fit into the window once nothing moves any more, and pictures that are not there."""
    page.wait_until(STILL)
    return [
        *(f"wider: {element}" for element in page.evaluate(WIDER)),
        *(f"picture: {address}" for address in page.evaluate(PICTURES)),
    ]


def of_enlarged_text(page: Page) -> list[str]:
    """What does not fit when letters are twice as large."""
    return [f"enlarged: {element}" for element in page.evaluate(ENLARGED)]


def of_access(page: Page) -> list[str]:
    """What axe-core, all its rules, has to say; over http only, for it reads the styles once more."""
    if not page.evaluate("() => typeof axe === 'object'"):
        page.evaluate(f"() => {{ {AXE.read_text()} }}")
    return [f"axe: {violation}" for violation in page.evaluate(RUN)]
