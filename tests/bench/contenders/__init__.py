"""The sites that take part: this one, and four other ways to show a first result, each as its own project says."""

import shutil
from pathlib import Path

from built_site import ROOT, SITE, calculator_page

from build_scripts.engine.bytecode import build_wheel

HERE = Path(__file__).parent
MODULES = ROOT / "node_modules"

OURS = f"en/{calculator_page('crs')}"
"""The measured page of this site."""

OTHERS = ("pyodide", "pyscript", "micropython", "javascript")


def write_contenders(folder: Path) -> None:
    """Write one directory per contender into `folder`; `FileNotFoundError` when the site or a package is missing."""
    ours = folder / "site"
    shutil.copytree(SITE, ours)
    shutil.copy(HERE / "probe.js", ours)
    page = ours / OURS
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<head>", '<head><script src="../../probe.js"></script>', 1), encoding="utf-8")
    for name in OTHERS:
        shutil.copytree(HERE / name, folder / name)
        shutil.copy(HERE / "probe.js", folder / name)
    wheel = build_wheel(ROOT, folder)
    stock = folder / "pyodide"
    shutil.copytree(MODULES / "pyodide", stock / "pyodide")
    shutil.copy(wheel, stock)
    index = stock / "index.html"
    index.write_text(index.read_text(encoding="utf-8").replace("WHEEL", wheel.name), encoding="utf-8")
    pyscript = folder / "pyscript"
    shutil.copytree(MODULES / "pyodide", pyscript / "pyodide")
    shutil.copytree(MODULES / "@pyscript" / "core" / "dist", pyscript / "pyscript")
    shutil.copy(wheel, pyscript / "calculators.zip")
    micropython = MODULES / "@micropython" / "micropython-webassembly-pyscript"
    shutil.copytree(micropython, folder / "micropython" / "micropython")


def page_of(contender: str) -> str:
    """The path, inside a contender's directory, of the page that shows a first result."""
    return OURS if contender == "site" else "index.html"
