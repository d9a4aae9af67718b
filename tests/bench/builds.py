"""How long a build takes: the real site from nothing, and sites with more and more pages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml
from built_site import ROOT

from bench.figures import Figures

GENERATED = (100, 500, 1000, 2000)
"""Pages added to the real ones, each in both languages."""

PER_SECTION = 40
"""A section's pages all stand in the menu of each of them."""

MODEL = "second-line"
"""The page that is copied: tables, charts, figures and citations."""


def measure(runs: int, generated: tuple[int, ...] = GENERATED) -> Figures:
    """Seconds of a build with nothing left from an earlier one, both languages."""
    figures = Figures()
    with TemporaryDirectory() as name:
        project = Path(name, "project")
        _copy(project)
        for _ in range(runs):
            figures.add(_build(project), "build", "site")
        for count in generated:
            _add_pages(project, count)
            figures.add(_build(project), "build", f"{count} more pages")
    return figures


def _copy(project: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    for path in filter(None, listed.stdout.split("\0")):
        if (ROOT / path).is_file():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, project / path)
    (project / "node_modules").symlink_to((ROOT / "node_modules").resolve())


def _build(project: Path) -> float:
    for left in ("site", "build", "docs/it", "docs/en"):
        shutil.rmtree(project / left, ignore_errors=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    begun = perf_counter()
    command = [sys.executable, "-m", "build_scripts", "site"]
    subprocess.run(command, cwd=project, env=environment, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begun


def _add_pages(project: Path, count: int) -> None:
    """Bring the number of generated pages to `count`, and the menu with it."""
    pages = project / "content" / "pages"
    model = yaml.safe_load((ROOT / "content" / "pages" / f"{MODEL}.yaml").read_text(encoding="utf-8"))
    menu = yaml.safe_load((ROOT / "content" / "navigation.yaml").read_text(encoding="utf-8"))
    names = [f"generated-{number:04}" for number in range(count)]
    for number, name in enumerate(names):
        titles = {key: {language: f"{words} {number}" for language, words in model[key].items()} for key in TITLES}
        (pages / f"{name}.yaml").write_text(yaml.safe_dump(model | titles, allow_unicode=True), encoding="utf-8")
    for start in range(0, count, PER_SECTION):
        title = f"Generated {start}"
        section = {"id": f"generated-{start}", "title": {"it": title, "en": title}}
        menu["sections"].append(section | {"pages": names[start : start + PER_SECTION]})
    (project / "content" / "navigation.yaml").write_text(yaml.safe_dump(menu, allow_unicode=True), encoding="utf-8")


TITLES = ("title", "nav_title")
