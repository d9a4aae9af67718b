"""What both languages share in site/: styles, scripts, fonts, the way in, and the calculators as data."""

import json
import shutil
from collections.abc import Set
from pathlib import Path

import calculators
from build_scripts.content import Content
from build_scripts.records.common import LANGUAGES
from build_scripts.render import environment

FONT = "node_modules/@fontsource-variable/source-sans-3"
FONT_FILES = ("latin-wght-normal", "latin-ext-wght-normal", "latin-wght-italic")
IFRAME_WORKER = "node_modules/iframe-worker"


def copy_assets(root: Path, site: Path, *, computes: bool) -> None:
    """Fill `site`/assets with docs/assets, the fonts and the search's helper, each with its licence."""
    source, assets = root / "docs" / "assets", site / "assets"
    assets.mkdir()
    for name in ("images", "licences"):
        shutil.copytree(source / name, assets / name)
    # The engine's scripts go into the bundle that build_engine writes, the service worker to the site's root;
    # without the engine no form computes.
    join_folders(source / "css", assets / "css", set())
    join_folders(source / "js", assets / "js", {"engine", "offline"} | (set() if computes else {"form", "course"}))
    fonts = assets / "fonts"
    fonts.mkdir()
    for name in FONT_FILES:
        shutil.copy(root / FONT / "files" / f"source-sans-3-{name}.woff2", fonts)
    shutil.copy(root / FONT / "LICENSE", fonts / "LICENSE.txt")
    vendor = assets / "vendor"
    vendor.mkdir()
    shutil.copy(root / IFRAME_WORKER / "shim" / "index.js", vendor / "iframe-worker.js")
    shutil.copy(root / IFRAME_WORKER / "LICENSE", vendor / "iframe-worker.LICENSE.txt")


def join_folders(source: Path, folder: Path, without: Set[str]) -> None:
    """Write each folder of `source` as one file, in the order of its files' names, and copy what lies beside.

    A browser spends more on thirty small files than on drawing the page.
    """
    folder.mkdir()
    for item in sorted(source.iterdir()):
        if item.is_file():
            shutil.copy(item, folder)
        elif item.name not in without:
            parts = [file.read_text(encoding="utf-8") for file in sorted(item.iterdir())]
            joined = folder / f"{item.name}.{source.name}"
            joined.write_text("\n".join(parts), encoding="utf-8", newline="\n")


def copy_hosting(root: Path, site: Path) -> None:
    """Copy the servers' configurations into `site`/hosting, as texts: IIS would obey its own, and not hand it out."""
    folder = site / "hosting"
    folder.mkdir()
    for file in sorted((root / "docs" / "hosting").iterdir()):
        shutil.copyfile(file, folder / f"{file.name}.txt")


def copy_logo(content: Content, site: Path) -> None:
    """Copy the logo of the hospital whose copy it is, where there is one."""
    if content.local and content.local.logo:
        folder = site / "assets" / "local"
        folder.mkdir()
        shutil.copyfile(content.local.logo, folder / content.local.logo.name)


def write_entry(content: Content, site: Path) -> None:
    """Write the pages that stand above both languages: the way in, and the one for a wrong address."""
    templates = environment()
    facts = {"site": content.site, "languages": LANGUAGES}
    for name in ("index.html", "404.html"):
        text = templates.get_template(f"entry/{name}.j2").render(facts)
        (site / name).write_text(text, encoding="utf-8", newline="\n")


def write_calculator_data(content: Content, site: Path) -> None:
    """Write data/calculators/<id>.schema.json and, for a calculator that is a table, <id>.csv with every row."""
    folder = site / "data" / "calculators"
    folder.mkdir(parents=True)
    for calculator_id in content.calculators:
        schema = json.dumps(calculators.schema(calculator_id), ensure_ascii=False, indent=2)
        (folder / f"{calculator_id}.schema.json").write_text(schema + "\n", encoding="utf-8", newline="\n")
        if calculators.definition(calculator_id).get("rows"):
            table = calculators.table_csv(calculator_id)
            (folder / f"{calculator_id}.csv").write_text(table, encoding="utf-8", newline="\n")


def remove_what_is_not_shipped(site: Path) -> None:
    """Remove source maps, the search's stemmers, and what mkdocs makes for a site whose public address is known."""
    for path in sorted(site.rglob("*.map")):
        path.unlink()
    for language in LANGUAGES:
        shutil.rmtree(site / language / "assets" / "javascripts" / "lunr")
        for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"):
            (site / language / name).unlink(missing_ok=True)
