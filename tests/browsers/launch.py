"""Start a browser."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from browsers.absent import absent
from browsers.page import Browser
from browsers.with_playwright import PlaywrightBrowser
from browsers.with_webkit import WebKitBrowser, mini_browser

ENGINES = ("chromium", "firefox", "webkit")
SCHEMES = ("file", "http")


@contextmanager
def launch(
    engine: str,
    *,
    javascript: bool = True,
    dark: bool = False,
    service_workers: bool = False,
    arguments: Sequence[str] = (),
    preferences: Mapping[str, str | float | bool] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Browser]:
    """One browser process, ended on leaving.

    With `javascript` off the pages' scripts do not run, while everything that a `Page` can do still works; `dark` is
    the reader's preferred colour scheme. Without `service_workers` none is started (Chromium, Firefox), so that no
    test fetches the whole edition behind its page.
    `arguments` are command-line switches (all engines), `preferences` those of Firefox's about:config, `environment`
    adds to the process's environment (WebKitGTK: `JSC_useWebAssembly=0` and the like).
    """
    added = dict(environment or {})
    browser: Browser
    if engine == "webkit":
        if mini_browser() is None:
            absent("WebKitWebDriver with its MiniBrowser")
        if shutil.which("Xvfb") is None:
            absent("Xvfb")
        browser = WebKitBrowser(javascript, dark, arguments, added)
    else:
        browser = PlaywrightBrowser(
            engine, javascript, dark, service_workers, arguments, preferences or {}, {**os.environ, **added}
        )
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def launch_without_webassembly(engine: str) -> Iterator[Browser]:
    """A browser in which the house has switched WebAssembly off, each engine by its own switch."""
    with launch(
        engine,
        arguments=["--js-flags=--jitless"] if engine == "chromium" else [],
        preferences={"javascript.options.wasm": False},
        environment={"JSC_useWasm": "0"},
    ) as browser:
        yield browser
