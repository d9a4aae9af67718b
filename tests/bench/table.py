"""The figures as Markdown tables, as they stand in the README."""

from collections.abc import Sequence, Set
from statistics import median

from bench.figures import Figures
from bench.first_result import CONTENDERS

NAMES = {
    "site": "this site",
    "pyodide": "stock `loadPyodide()` + wheel",
    "pyscript": "PyScript",
    "micropython": "MicroPython, one score by hand",
    "javascript": "JavaScript, one score by hand",
}
STOCK = "pyodide"
STOCK_PAGE = "stock Pyodide"


def tables(figures: Figures, engines: Sequence[str]) -> str:
    """Every table for which something was measured."""
    parts = [_first_result(figures, engines), _per_engine(figures, engines), _bytes(figures), _builds(figures)]
    return "\n\n".join(part for part in parts if part)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _first_result(figures: Figures, engines: Sequence[str]) -> str:
    if not any(name[0] == "first result" for name in figures.samples):
        return ""
    head = ["first result, ms", *(f"{engine}, {visit}" for engine in engines for visit in ("cold", "repeat", "file"))]
    rows = []
    for contender in CONTENDERS:
        cells = [NAMES[contender]]
        for engine in engines:
            for visit in ("cold", "repeat", "file"):
                cells.append(_beside_stock(figures, engine, contender, visit))
        rows.append(cells)
    return _table(head, rows)


def _beside_stock(figures: Figures, engine: str, contender: str, visit: str) -> str:
    """A median, and for this site its ratio to stock Pyodide: over http as it is visited, from a disk to cold."""
    name = ("first result", engine, contender, visit)
    if name not in figures.samples:
        return "–"
    value = figures.median(*name)
    if contender != "site":
        return f"{value:.0f}"
    other = figures.median("first result", engine, STOCK, "cold" if visit == "file" else visit)
    return f"**{value:.0f}** ({value / other:.2f})"


def _per_engine(figures: Figures, engines: Sequence[str]) -> str:
    rows = []
    for contender in CONTENDERS:
        label = f"longest gap while loading, {NAMES[contender]}, ms"
        rows.append([label, *(_cell(figures, "longest gap", engine, contender) for engine in engines)])
    keys = "key press to result"
    rows.append([f"{keys}, median, ms", *(_cell(figures, keys, engine, digits=1) for engine in engines)])
    rows.append([f"{keys}, 99th percentile, ms", *(_late(figures, keys, engine) for engine in engines)])
    for visit in ("http", "file"):
        search = "search from first focus"
        rows.append([f"{search}, {visit}, ms", *(_cell(figures, search, engine, visit) for engine in engines)])
    memory = [_cell(figures, "memory", engine, scale=1e6) for engine in engines]
    rows.append(["memory that a calculator's page adds, MB", *memory])
    rows = [row for row in rows if any(cell != "–" for cell in row[1:])]
    return _table(["median", *engines], rows) if rows else ""


def _cell(figures: Figures, *name: str, digits: int = 0, scale: float = 1) -> str:
    return f"{figures.median(*name) / scale:.{digits}f}" if name in figures.samples else "–"


def _late(figures: Figures, *name: str) -> str:
    return f"{figures.percentile(99, *name):.1f}" if name in figures.samples else "–"


def _bytes(figures: Figures) -> str:
    pages = {name[2] for name in figures.samples if name[0] == "bytes"}
    computing = {page for page in pages if figures.median("bytes", "plain", page, "engine")} - {STOCK_PAGE}
    groups = {
        "pages without a calculator": pages - computing - {STOCK_PAGE},
        "calculators' pages": computing,
        "of which the engine": computing,
        STOCK_PAGE: pages & {STOCK_PAGE},
    }
    rows = []
    for group, members in groups.items():
        what = "engine" if "engine" in group else "all"
        rows.append([group, *(_range(figures, server, members, what) for server in ("plain", "shipped"))])
    return _table(["first visit, kB", "no compression", "shipped configuration"], rows) if pages else ""


def _range(figures: Figures, server: str, pages: Set[str], what: str) -> str:
    """The median page and the largest one."""
    names = [("bytes", server, page, what) for page in pages]
    sizes = sorted(figures.median(*name) / 1e3 for name in names if name in figures.samples)
    if not sizes:
        return "–"
    return f"{median(sizes):.0f}" if len(set(sizes)) == 1 else f"{median(sizes):.0f}, at most {sizes[-1]:.0f}"


def _builds(figures: Figures) -> str:
    rows = [[name[1], _cell(figures, *name, digits=1)] for name in figures.samples if name[0] == "build"]
    return _table(["whole build, both languages", "s"], rows) if rows else ""
