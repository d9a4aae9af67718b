"""How each kind of page looks, drawn into build/pictures by `make pictures`, for whoever reviews a change.

It says which pictures are not as they were the last time. They are neither committed nor compared between machines:
docs/contributing/decisions/pictures-are-looked-at.md.
"""

import subprocess
from pathlib import Path
from typing import Any

from browsers import Browser, Page
from browsers.paper import chromium
from built_site import KINDS, LANGUAGES, ROOT, SITE

RECORD = ROOT / "build" / "pictures"
# Width, and what the reader prefers.
LOOKS: dict[str, tuple[int, dict[str, Any]]] = {
    "desktop": (1280, {"color_scheme": "light"}),
    "phone": (375, {"color_scheme": "light"}),
    "dark": (1280, {"color_scheme": "dark"}),
}
TALLEST = 3000
"""Pixels; what is further down looks like what is above it."""

READY = "() => document.readyState === 'complete' && document.documentElement.dataset.engine !== 'loading'"
HEIGHT = "() => document.documentElement.scrollHeight"


def draw_pages(browser: Browser) -> list[Path]:
    """Draw one page of each kind in each language: desktop, phone, dark, first sheet on paper.

    Returns the pictures that are new or differ from those of the last time.
    """
    changed: list[Path] = []
    page = browser.new_page()
    for language in LANGUAGES:
        for kind in KINDS:
            stem = RECORD / language / kind.removesuffix(".html").replace("/", "-")
            for look, picture in drawn(page, f"{SITE.as_uri()}/{language}/{kind}").items():
                changed += kept(stem.with_name(f"{stem.name}-{look}.png"), picture)
    page.close()
    return changed


def drawn(page: Page, url: str) -> dict[str, bytes]:
    """The pictures of one page, by look."""
    tab = chromium(page).tab
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.open(url)
    page.wait_until(READY)
    pictures: dict[str, bytes] = {}
    for look, (width, media) in LOOKS.items():
        tab.emulate_media(**media)
        page.set_size(width, 900)
        page.set_size(width, min(page.evaluate(HEIGHT), TALLEST))
        pictures[look] = tab.screenshot()
    pdf = tab.pdf(format="A4")
    command = ["pdftoppm", "-png", "-r", "70", "-f", "1", "-singlefile", "-"]
    pictures["print"] = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return pictures


def kept(file: Path, picture: bytes) -> list[Path]:
    """Keep a picture; name it if it is not the one that was kept before."""
    if file.exists() and file.read_bytes() == picture:
        return []
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(picture)
    return [file]
