"""From navigation to the first computed result, and the longest stretch in which the page could not answer."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from browsers import Browser, Page, launch, nginx

from bench.contenders import OTHERS, page_of
from bench.figures import Figures

CONTENDERS = ("site", *OTHERS)
# A page opened from a disk may load no module, no WebAssembly and no wheel: the others do not start there.
FROM_A_DISK = ("site", "javascript")

# One call, answered when the mark is there: asking again and again would take part in what is measured.
FIRST_RESULT = """() => new Promise((resolve, reject) => {
  const look = () => {
    const [mark] = performance.getEntriesByName("vademecum:first-result");
    if (mark) resolve(mark.startTime);
    else if (performance.now() > 90_000) reject(new Error(`no result at ${location.href}`));
    else setTimeout(look, 10);
  };
  look();
})"""

# A reader's window is there before the address is typed. One that was just opened still computes for itself, the
# address bar of Chromium alone for 0.7 s, and the page would share the processor with it.
REST_SECONDS = 2

# What Debian's list of types lacks; without it the others would not start.
MODULES = r"location ~ \.mjs$ { types {} default_type text/javascript; }"


def measure(folder: Path, engines: list[str], runs: int) -> Figures:
    """Milliseconds by engine, contender and visit; each run goes once round all of them.

    `folder` is what `write_contenders` wrote. Visits: `cold` and `repeat` over http from nginx as it comes, with
    nothing compressed; `file` from a disk; `gap` is the longest gap of a cold visit over http.
    """
    figures = Figures()
    with TemporaryDirectory() as work, nginx(folder, Path(work), MODULES) as base:
        for _ in range(runs):
            for engine in engines:
                # A browser of its own for each round, so that nothing is left in a cache that tests cannot clear.
                with launch(engine) as browser:
                    _warm_up(browser, base)
                    for contender in CONTENDERS:
                        _visit(browser, figures, contender, base, folder)
    return figures


def _warm_up(browser: Browser, base: str) -> None:
    """The first page of a process pays for the process."""
    page = browser.new_page()
    page.open(f"{base}javascript/index.html")
    page.close()


def _window_at_rest(browser: Browser) -> Page:
    page = browser.new_page()
    page.open("about:blank")
    sleep(REST_SECONDS)
    return page


def _visit(browser: Browser, figures: Figures, contender: str, base: str, folder: Path) -> None:
    path = f"{contender}/{page_of(contender)}"
    page = _window_at_rest(browser)
    for visit in ("cold", "repeat"):
        page.open(base + path)
        figures.add(page.evaluate(FIRST_RESULT), "first result", browser.engine, contender, visit)
        page.open("about:blank")
        sleep(REST_SECONDS)
    page.close()
    page = _window_at_rest(browser)
    page.open(f"{base}{path}?gap")
    page.evaluate(FIRST_RESULT)
    figures.add(page.evaluate("() => window.longestGap"), "longest gap", browser.engine, contender)
    page.close()
    if contender in FROM_A_DISK:
        page = _window_at_rest(browser)
        page.open((folder / path).as_uri())
        figures.add(page.evaluate(FIRST_RESULT), "first result", browser.engine, contender, "file")
        page.close()
