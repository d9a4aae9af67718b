"""What a page costs: bytes by page type, memory, key press to result, search from first focus."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from browsers import Browser, Page, launch, nginx
from built_site import CALCULATORS, KINDS, ROOT, SITE, calculator_page
from hosting import nginx_host, readable

from bench.contenders import OURS, page_of
from bench.figures import Figures
from bench.first_result import FIRST_RESULT, MODULES
from bench.table import STOCK_PAGE
from build_scripts.load import load
from build_scripts.release.archive import stage

PRESSES = 200

# Everything that the page asked for, as it travelled: of the page itself, of its engine.
BYTES = """() => {
  const of = entries => entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const engine = all.filter(({name}) => /assets\\/engine|pyodide|pyscript|micropython\\//.test(name)
    && !name.endsWith(".html"));
  return [of(all), of(engine)];
}"""

# From the key's own time to the moment when the result has been written into the page.
LISTEN = """() => {
  window.waits = [];
  let pressed = 0;
  addEventListener("keydown", event => { pressed = event.timeStamp }, true);
  new MutationObserver(() => {
    if (pressed) waits.push(performance.now() - pressed);
    pressed = 0;
  }).observe(document.querySelector("output[data-result]"), {attributeFilter: ["data-outcomes"]});
}"""
ANSWERED = "wanted => window.waits.length >= wanted"

SEARCH = """query => new Promise(resolve => {
  const begun = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".md-search-result__item a")) return;
    observer.disconnect();
    resolve(performance.now() - begun);
  }).observe(document.querySelector(".md-search-result"), {childList: true, subtree: true});
  document.querySelector(".md-search__input").focus();
  document.execCommand("insertText", false, query);
})"""


def measure(folder: Path, engines: list[str], runs: int) -> Figures:
    """Figures of this site's pages; `folder` is what `write_contenders` wrote."""
    figures = Figures()
    with TemporaryDirectory() as work, nginx(folder, Path(work), MODULES) as base:
        for engine in engines:
            with launch(engine) as browser:
                if engine == "chromium":
                    _bytes(browser, base, figures)
                    _bytes_as_shipped(browser, figures)
                _memory(browser, base, figures)
                _key_presses(browser, base, figures)
                for _ in range(runs):
                    _search(browser, f"{base}site/", figures, "http")
                    _search(browser, SITE.resolve().as_uri() + "/", figures, "file")
    return figures


def _bytes(browser: Browser, base: str, figures: Figures) -> None:
    """From nginx as it comes, which compresses nothing."""
    for kind in _kinds():
        _count(browser, f"{base}site/{kind}", figures, "plain", kind)
    _count(browser, f"{base}pyodide/{page_of('pyodide')}", figures, "plain", STOCK_PAGE)


def _bytes_as_shipped(browser: Browser, figures: Figures) -> None:
    """From nginx with the configuration that comes with a release, which hands out the compressed copies."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as work:
        Path(folder).chmod(0o755)
        released = readable(stage(SITE, load(ROOT)[0].site, Path(folder) / "site"))
        with nginx_host(released, Path(work)) as base:
            for kind in _kinds():
                _count(browser, f"{base}{kind}", figures, "shipped", kind)


def _kinds() -> list[str]:
    return list(dict.fromkeys(f"it/{kind}" for kind in (*KINDS, *(calculator_page(name) for name in CALCULATORS))))


def _count(browser: Browser, url: str, figures: Figures, server: str, name: str) -> None:
    page = browser.new_page()
    page.open(url)
    if page.count("form[data-calculator]") or name == STOCK_PAGE:
        page.evaluate(FIRST_RESULT)
    total, engine = page.evaluate(BYTES)
    figures.add(total, "bytes", server, name, "all")
    figures.add(engine, "bytes", server, name, "engine")
    page.close()


def _memory(browser: Browser, base: str, figures: Figures) -> None:
    """Of all the browser's processes, what a calculator's page adds to an empty one."""
    page = browser.new_page()
    page.open("about:blank")
    sleep(1)
    before = _own_memory()
    page.open(f"{base}site/{OURS}")
    page.evaluate(FIRST_RESULT)
    sleep(1)
    figures.add(_own_memory() - before, "memory", browser.engine)
    page.close()


def _own_memory() -> int:
    """Bytes of memory of all processes under this one, shared pages counted in proportion."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(status.parent.name)] = int(status.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
    total = 0
    for process in parents:
        above = process
        while above in parents and above != os.getpid():
            above = parents[above]
        if above == os.getpid() and process != os.getpid():
            total += _proportional(process)
    return total


def _proportional(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _key_presses(browser: Browser, base: str, figures: Figures) -> None:
    page = browser.new_page()
    page.open(f"{base}site/{OURS}")
    page.evaluate(FIRST_RESULT)
    page.click('label:has(> input[name="fever"][value="present"])')
    page.click('label:has(> input[name="hypotension"][value="none"])')
    page.evaluate(LISTEN)
    for press in range(1, PRESSES + 1):
        # To and fro: at the last option WebKit does not begin again with the first.
        page.press("ArrowDown" if press % 2 else "ArrowUp")
        page.wait_until(ANSWERED, press)
    for wait in _waits(page):
        figures.add(wait, "key press to result", browser.engine)
    page.close()


def _waits(page: Page) -> list[float]:
    waits: list[float] = page.evaluate("() => window.waits")
    return waits


def _search(browser: Browser, base: str, figures: Figures, visit: str) -> None:
    page = browser.new_page()
    page.open(f"{base}it/index.html")
    figures.add(page.evaluate(SEARCH, "ferritina"), "search from first focus", browser.engine, visit)
    page.close()
