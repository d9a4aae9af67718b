"""A page on paper: printed to PDF by Chromium, and read back with poppler."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from browsers.absent import absent
from browsers.page import Page
from browsers.with_playwright import PlaywrightPage

SIZES = {"A4": ("210mm", "297mm"), "A5": ("148mm", "210mm"), "A6": ("105mm", "148mm"), "Letter": ("8.5in", "11in")}


@contextmanager
def on_paper(page: Page) -> Iterator[None]:
    """The styles of paper where a test can ask about them."""
    tab = chromium(page).tab
    tab.emulate_media(media="print")
    yield
    tab.emulate_media(media="null")


def chromium(page: Page) -> PlaywrightPage:
    """The page, if it is one of the browser that can print to PDF; else ValueError."""
    if not isinstance(page, PlaywrightPage) or page.engine != "chromium":
        raise ValueError("only Chromium prints to PDF here")
    return page


def printed(page: Page, size: str) -> list[str]:
    """The text of each sheet, in the order in which it was drawn; what falls off a sheet is not in it."""
    if shutil.which("pdftotext") is None:
        absent("pdftotext (poppler-utils)")
    width, height = SIZES[size]
    pdf = chromium(page).tab.pdf(width=width, height=height)
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return found.stdout.decode().rstrip("\f").split("\f")


def running(sheets: list[str], edition: str) -> str:
    """The text of all sheets as one, without what stands at the foot of each.

    Raises LookupError when a sheet's foot does not name the edition, its number and how many there are.
    """
    text: list[str] = []
    for place, sheet in enumerate(sheets, 1):
        lines = sheet.splitlines()
        for foot in (edition, f"{place} / {len(sheets)}"):
            if foot not in lines:
                raise LookupError(f"sheet {place}: no line “{foot}”")
            lines.remove(foot)
        text.append("\n".join(lines))
    return "\n".join(text)


def squeezed(text: str) -> str:
    """A text without what the breaking of lines adds: white space and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)
