"""Draws pictures of the built site: `make pictures`. They are looked at; the README's are committed.

The record of every kind of page is `page_pictures`. For the README, each calculator in Italian: on a desktop, on a
phone (in English), in the dark, in forced colours, and as a worksheet.
"""

import subprocess
from pathlib import Path
from typing import Any

from browsers import Page, launch
from browsers.form import CalculatorForm
from browsers.paper import chromium
from built_site import ROOT, SITE, calculator_page
from page_pictures import draw_pages

PICTURES = ROOT / "docs" / "contributing" / "pictures"
# One item of each is not known, so that the picture shows what a calculator does with that.
ANSWERS: dict[str, dict[str, Any]] = {
    "crs": {"fever": "present", "hypotension": "one_vasopressor"},
    "icans": {"ice": "ice_4", "consciousness": "spontaneous", "seizure": "none", "oedema": "none"},
    "car_hematotox": {"platelets": "90", "anc": "1500", "haemoglobin": "8,4", "ferritin": ">2000"},
}
LOOKS: dict[str, dict[str, Any]] = {
    "desktop": {},
    "phone": {},
    "dark": {"color_scheme": "dark"},
    "forced-colours": {"forced_colors": "active"},
}
PLAIN: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}


def main() -> None:
    """Write `<calculator>-<look>.png` for each calculator and look; draw the record and say what changed in it."""
    with launch("chromium") as browser:
        for calculator_id in ANSWERS:
            page = browser.new_page()
            for look, media in LOOKS.items():
                page.set_size(*((375, 780) if look == "phone" else (1280, 860)))
                chromium(page).tab.emulate_media(**PLAIN | media)
                answer(page, "en" if look == "phone" else "it", calculator_id)
                page.screenshot(PICTURES / f"{calculator_id}-{look}.png")
            chromium(page).tab.emulate_media(**PLAIN)
            answer(page, "it", calculator_id)
            draw_worksheet(page, PICTURES / f"{calculator_id}-print")
            page.close()
        for changed in draw_pages(browser):
            print(changed.relative_to(ROOT))


def answer(page: Page, language: str, calculator_id: str) -> None:
    """Open the calculator and give its answers; the questions are in sight."""
    page.open(f"{SITE.as_uri()}/{language}/{calculator_page(calculator_id)}")
    form = CalculatorForm(page, calculator_id)
    for item, value in ANSWERS[calculator_id].items():
        form.answer(item, value.replace(",", form.words["decimal_mark"]))
    form.shown()
    page.evaluate("() => { document.activeElement.blur(); scrollTo({top: 0, behavior: 'instant'}); }")


def draw_worksheet(page: Page, stem: Path) -> None:
    """Print the worksheet on A5 and draw its first sheet."""
    page.click("[data-print]")
    page.wait_until("() => document.documentElement.dataset.printing === 'worksheet'")
    pdf = chromium(page).tab.pdf(width="148mm", height="210mm")
    subprocess.run(["pdftoppm", "-png", "-r", "90", "-f", "1", "-singlefile", "-", stem], input=pdf, check=True)


if __name__ == "__main__":
    main()
