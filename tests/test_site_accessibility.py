"""axe-core finds nothing to complain of, on a page of each kind, light and dark, on a desktop and on a phone."""

from collections.abc import Iterator

import pytest
from browsers import Address, Browser, launch
from built_site import KINDS, OUTSIDE_A_LANGUAGE, ROOT, SITE

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PAGES = [*OUTSIDE_A_LANGUAGE, *(f"en/{kind}" for kind in KINDS)]
RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(violation =>
  `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`))"""


@pytest.fixture(scope="module", params=["light", "dark"])
def reader(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with launch("chromium", dark=request.param == "dark") as browser:
        yield browser


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(reader: Browser, http_address: Address, width: int) -> None:
    page = reader.new_page()
    page.set_size(width, 900)
    faults = []
    for path in PAGES:
        page.open(http_address(SITE) + path)
        page.evaluate(f"() => {{ {AXE.read_text()} }}")
        faults += [f"{path}: {violation}" for violation in page.evaluate(RUN)]
    page.close()
    assert not faults, "\n".join(faults)
