"""Three browsers behind one small interface, and the servers that a hospital might use.

Chromium and Firefox are driven by Playwright (Firefox over WebDriver BiDi, because that drives the distribution's
ESR), WebKitGTK by Selenium. A test takes the fixture `page` and runs once in each browser:

    def test_title(page: Page, address: Address) -> None:
        page.open(address(SITE) + "it/index.html")
        assert page.text("h1")

Fixtures (`tests/conftest.py`):

`browser`   one process per engine for the whole run; parametrised over `ENGINES`, one engine after the other.
`page`      a page in a fresh context of that browser: no cookie, storage or cache of another test.
`address`   parametrised over `SCHEMES` ("file", "http"): a directory in, its URL out, ending in "/".
`http_address`  the same, always over http.

For a browser with its own switches (WebAssembly off, …): `with launch("chromium", arguments=[…]) as browser:`.
"""

from browsers.launch import ENGINES, SCHEMES, launch, launch_without_webassembly
from browsers.page import Address, Browser, Page, outside
from browsers.servers import QuietHandler, apache, nginx, static_server

__all__ = [
    "ENGINES",
    "SCHEMES",
    "Address",
    "Browser",
    "Page",
    "QuietHandler",
    "apache",
    "launch",
    "launch_without_webassembly",
    "nginx",
    "outside",
    "static_server",
]
