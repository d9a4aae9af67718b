"""A page of each kind in three browsers: both languages, from a disk and over http, light and dark, wide and narrow.

In each browser every kind of page is seen in each of these; that each is seen with each other is left to chance.
"""

from pathlib import Path

import page_faults
from browsers import Address, Page
from built_site import KINDS, OUTSIDE_A_LANGUAGE, SITE

DESKTOP, PHONE = (1280, 900), (320, 700)
"""A small phone is also a window of 1280 pixels magnified four times (WCAG 2.2, 1.4.10)."""

SETTLED = "() => document.readyState === 'complete' && document.documentElement.dataset.engine !== 'loading'"
SCHEME = "scheme => document.body.dataset.mdColorScheme === scheme"
# The reader's own switch, which the next page remembers.
SWITCH = """scheme => document.querySelector(
  `[name=__palette][data-md-color-scheme=${scheme}]:not([data-md-color-media="(prefers-color-scheme)"])`).click()"""

# One defect for each check, under the check's name.
DEFECTS = {
    "console": "<script>addEventListener('resize', () => console.error('reported'))</script>",
    "outside": '<img src="http://example.org/a.png" alt="">',
    "failed": '<script src="missing.js"></script>',
    "wider": '<div style="width: 3000px">wide</div>',
    "picture": '<img src="missing.png" alt="">',
    "enlarged": '<main><p style="overflow: hidden; white-space: nowrap; width: 160px; font-size: 0.6rem">'
    "a line that just has room</p></main>",
    "axe": '<p style="color: #ccc; background: #fff">too pale</p>',
}


def test_every_kind_of_page_in_both_languages(page: Page, address: Address) -> None:
    base = address(SITE)
    served = base.startswith("http")
    schemes = ("default", "slate") if served else ("slate", "default")
    faults: list[str] = []

    def look(path: str, scheme: str, *, first: bool) -> None:
        page.wait_until(SETTLED)
        page.set_size(*DESKTOP)
        page.evaluate(SWITCH, scheme)
        page.wait_until(SCHEME, scheme)
        found = page_faults.of_layout(page)
        # axe-core takes longer than all the rest; in its own browser, Chromium, it sees both languages.
        judged = served and (page.engine == "chromium" or first is (page.engine == "firefox"))
        if judged and first:
            found += page_faults.of_access(page)
        if page.engine != "webkit":
            found += page_faults.of_enlarged_text(page)
        page.set_size(*PHONE)
        found += page_faults.of_layout(page)
        if judged and not first:
            found += page_faults.of_access(page)
        faults.extend(f"{path}, {scheme}: {fault}" for fault in found)

    for kind in KINDS:
        page.open(f"{base}it/{kind}")
        look(f"it/{kind}", schemes[0], first=True)
        page.follow(".language-switch__link")
        assert page.url.split("#")[0] == f"{base}en/{kind}"
        assert page.attribute("html", "lang") == "en"
        look(f"en/{kind}", schemes[1], first=False)
        computes = kind.startswith("calculators/")
        assert page.attribute("html", "data-engine") == ("ready" if computes else None), kind
    for path in OUTSIDE_A_LANGUAGE:
        page.open(base + path)
        found = page_faults.of_layout(page) + (page_faults.of_access(page) if served else [])
        faults.extend(f"{path}: {fault}" for fault in found)
    faults += page_faults.of_loading(page, base)
    assert not faults, "\n".join(faults)


def test_each_check_names_its_own_defect(page: Page, http_address: Address, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>Defects</title><h1>Defects</h1>" + "".join(DEFECTS.values())
    )
    base = http_address(tmp_path)
    page.open(base)
    found = page_faults.of_layout(page) + page_faults.of_access(page) + page_faults.of_enlarged_text(page)
    # WebKitGTK's errors are heard only once the page is open.
    page.set_size(*PHONE)
    page.wait_until("() => innerWidth < 500")
    found += page_faults.of_loading(page, base)
    assert {fault.split(":")[0] for fault in found} == set(DEFECTS), "\n".join(found)
