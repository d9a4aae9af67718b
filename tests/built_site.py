"""The built site as files, for the tests that look at it."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "site"
CALCULATORS = sorted(path.stem for path in (ROOT / "tests" / "cases").glob("*.yaml"))
LANGUAGES = ("it", "en")
OTHER = {"it": "en", "en": "it"}

# One page of each kind in a language: what every browser opens. The tests on files read every page.
KINDS = (
    "index.html",
    "how-to-use.html",
    "indications.html",
    "products.html",
    "crs.html",
    "journey.html",
    "second-line.html",
    "explorer.html",
    "trials/zuma-7.html",
    "night-seizure.html",
    "clinical-cases.html",
    "notes-on-the-article.html",
    "hosting.html",
    "hazards.html",
    "data.html",
    "calculators.html",
    "references.html",
    "glossary.html",
    "calculators/crs.html",
    "calculators/ice.html",
    "calculators/icans.html",
    "calculators/car-hematotox.html",
    "calculators/eligibility.html",
)
OUTSIDE_A_LANGUAGE = ("index.html", "404.html")


def calculator_page(calculator_id: str) -> str:
    """A calculator's address inside a language."""
    return f"calculators/{calculator_id.replace('_', '-')}.html"


@cache
def pages() -> list[str]:
    """Every page, as its path inside the site; `FileNotFoundError` when the site is not built."""
    if not (SITE / "index.html").exists():
        raise FileNotFoundError("site/ is not there: build it with `make site`")
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


def language_pages(language: str) -> list[str]:
    """The pages of one language, as their paths inside that language."""
    return [page.removeprefix(f"{language}/") for page in pages() if page.startswith(f"{language}/")]


@cache
def tree(page: str, site: Path = SITE) -> Element:
    """A page as a browser would parse it."""
    parsed: Element = html5lib.parse((site / page).read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return parsed


def text_of(element: Element | None) -> str:
    """All text in an element, with white space collapsed; nothing when there is no element."""
    if element is None:
        return ""
    return " ".join("".join(element.itertext()).split())


def ids(page: str, site: Path = SITE) -> set[str]:
    """Every anchor of a page."""
    return {value for element in tree(page, site).iter() for name in ("id", "name") if (value := element.get(name))}


def links(page: str, site: Path = SITE) -> list[str]:
    """Every address that a page names: links, pictures, scripts, styles."""
    return [value for element in tree(page, site).iter() for name in ("href", "src") if (value := element.get(name))]


def target(page: str, link: str, site: Path = SITE) -> tuple[Path, str] | None:
    """The file and the anchor that a link of a page leads to; None for a link that leaves the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    file = (site / page).parent / unquote(parts.path) if parts.path else site / page
    return file.resolve(), unquote(parts.fragment)
