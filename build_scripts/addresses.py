"""Where pages stand, relative to their language's folder; the same in both languages."""

import posixpath
from functools import cache


def page_source(page_id: str) -> str:
    """Return the Markdown file of a page, e.g. `crs.md`."""
    return "index.md" if page_id == "home" else f"{page_id}.md"


def calculator_source(calculator_id: str) -> str:
    """Return the Markdown file of a calculator, e.g. `calculators/car-hematotox.md`."""
    return f"calculators/{calculator_id.replace('_', '-')}.md"


def trial_source(trial_id: str) -> str:
    """Return the Markdown file of a study's page, e.g. `trials/zuma-7.md`."""
    return f"trials/{trial_id}.md"


def local_source(page_id: str) -> str:
    """Return the Markdown file of a hospital's own page, e.g. `local/index.md`."""
    return f"local/{page_id}.md"


def source_of(kind: str, identity: str) -> str:
    """Return the Markdown file of the page of a (kind, id). KeyError if records of this kind have no page."""
    made = {"pages": page_source, "calculators": calculator_source, "trials": trial_source, "local": local_source}
    return made[kind](identity)


@cache
def link(source: str, target: str, anchor: str = "") -> str:
    """Return the address of the page made from `target`, as written in the page made from `source`."""
    address = posixpath.relpath(target, posixpath.dirname(source) or ".").removesuffix(".md") + ".html"
    return f"{address}#{anchor}" if anchor else address
