"""axe-core finds nothing to complain of, on a page of each kind, light and dark, on a desktop and on a phone."""

import pytest
from browsers import Address, launch
from built_site import KINDS, OUTSIDE_A_LANGUAGE, ROOT, SITE

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [*OUTSIDE_A_LANGUAGE, *(f"en/{kind}" for kind in KINDS)]
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(violation =>
  `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`))"""


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (False, 360), (True, 1280)])
def test_axe_finds_nothing(http_address: Address, dark: bool, width: int) -> None:
    faults = []
    with launch("chromium", dark=dark) as browser:
        page = browser.new_page()
        page.set_size(width, 900)
        for path in PAGES:
            page.open(http_address(SITE) + path)
            page.evaluate(f"() => {{ {AXE.read_text()} }}")
            faults += [f"{path}: {violation}" for violation in page.evaluate(RUN)]
        page.close()
    assert not faults, "\n".join(faults)
