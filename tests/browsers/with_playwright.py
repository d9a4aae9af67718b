"""Chromium and Firefox through Playwright."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Browser as PlaywrightProcess
from playwright.sync_api import ConsoleMessage, Playwright, Request, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page as PlaywrightTab

from browsers.mouse import AIM, HEARD
from browsers.page import TIMEOUT, Page

EXECUTABLES = {"chromium": "/usr/bin/chromium", "firefox": "/usr/bin/firefox-esr"}

# Without it Playwright's Firefox lets a file read its neighbours, and what fails for readers would pass here.
FIREFOX_PREFERENCES = {"security.fileuri.strict_origin_policy": True}
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]

FOCUS_AT_THE_END = """selector => {
  const field = document.querySelector(selector);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  return field.value;
}"""


class Driver:
    """Playwright's own process: one for all browsers, ended with the last, for it keeps an event loop running."""

    users = 0
    running: Playwright | None = None

    @classmethod
    def take(cls) -> Playwright:
        """Start it, or share the one that runs."""
        cls.users += 1
        if cls.running is None:
            cls.running = sync_playwright().start()
        return cls.running

    @classmethod
    def give_back(cls) -> None:
        """End it when nobody uses it any more."""
        cls.users -= 1
        if cls.users == 0 and cls.running is not None:
            cls.running.stop()
            cls.running = None


class PlaywrightBrowser:
    """A running Chromium or Firefox."""

    def __init__(
        self,
        engine: str,
        javascript: bool,
        dark: bool,
        service_workers: bool,
        arguments: Sequence[str],
        preferences: Mapping[str, str | float | bool],
        environment: Mapping[str, str],
    ) -> None:
        self.engine = engine
        self.javascript = javascript
        self.dark = dark
        self.service_workers = service_workers
        playwright = Driver.take()
        # The distribution's browser where there is one, else the one that `playwright install` has fetched.
        here = Path(EXECUTABLES[engine]).exists()
        path = EXECUTABLES[engine] if here else None
        env: dict[str, str | float | bool] = dict(environment)
        if engine == "chromium":
            self.process: PlaywrightProcess = playwright.chromium.launch(
                executable_path=path, args=[*CHROMIUM_ARGUMENTS, *arguments], env=env
            )
        else:
            self.process = playwright.firefox.launch(
                executable_path=path,
                channel="moz-firefox" if here else None,
                args=list(arguments),
                firefox_user_prefs={
                    **FIREFOX_PREFERENCES,
                    # Not the context's option: Firefox ignores that one.
                    "javascript.enabled": javascript,
                    "dom.serviceWorkers.enabled": service_workers,
                    "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
                    **preferences,
                },
                env=env,
            )

    def new_page(self) -> Page:
        """A page in a fresh context."""
        return PlaywrightPage(self.engine, self.process, self.javascript, self.dark, self.service_workers)

    def close(self) -> None:
        """End the browser's process."""
        self.process.close()
        Driver.give_back()


class PlaywrightPage(Page):
    """A page of Chromium or Firefox."""

    def __init__(
        self, engine: str, process: PlaywrightProcess, javascript: bool, dark: bool, service_workers: bool
    ) -> None:
        self.engine = engine
        self.javascript = javascript
        self.context = process.new_context(
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            service_workers="allow" if service_workers else "block",
            viewport={"width": 1280, "height": 900},
        )
        self.context.set_default_timeout(TIMEOUT * 1000)
        self.tab: PlaywrightTab = self.context.new_page()
        self.asked: list[str] = []
        self.failed: list[str] = []
        self.errors: list[str] = []
        # The context hears workers as well as the page.
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("requestfailed", self.note_failure)
        self.context.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)
        self.tab.on("console", self.note_console)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))

    def note_failure(self, request: Request) -> None:
        """Keep what did not arrive; what the page itself gave up on being left has not failed."""
        if request.failure not in ("net::ERR_ABORTED", "NS_BINDING_ABORTED"):
            self.failed.append(request.url)

    def note_console(self, message: ConsoleMessage) -> None:
        """Keep what the page reports as an error."""
        if message.type == "error":
            self.errors.append(message.text)

    def open(self, url: str) -> None:
        self.tab.goto(url)

    def reload(self) -> None:
        self.tab.reload()

    @property
    def url(self) -> str:
        # Playwright's own idea of it comes later than the page.
        return str(self.evaluate("() => location.href"))

    def click(self, selector: str) -> None:
        # Playwright's own click waits for several frames; on a slow machine that is most of the time of a test.
        end = monotonic() + TIMEOUT
        while monotonic() < end:
            x, y = self.wait_until(AIM, selector)
            self.tab.mouse.click(x, y)
            # Without JavaScript nothing listens, and nothing moves.
            if not self.javascript or self.wait_until(HEARD) != "missed":
                return
        raise TimeoutError(f"{self.engine}: no click arrives at {selector} at {self.url}")

    def type(self, selector: str, text: str) -> None:
        before = self.evaluate(FOCUS_AT_THE_END, selector)
        self.tab.keyboard.type(text)
        self.wait_until("([s, value]) => document.querySelector(s).value === value", [selector, before + text])

    def press(self, key: str) -> None:
        self.tab.keyboard.press(key)

    def select(self, selector: str, value: str) -> None:
        self.tab.locator(selector).first.select_option(value)

    def evaluate(self, function: str, argument: Any = None) -> Any:
        return self.tab.evaluate(function, argument)

    def try_evaluate(self, function: str, argument: Any = None) -> Any:
        try:
            return self.evaluate(function, argument)
        except PlaywrightError as error:
            if "navigation" in str(error) or "destroyed" in str(error):
                return None
            raise

    def screenshot(self, path: Path) -> None:
        self.tab.screenshot(path=path)

    def set_size(self, width: int, height: int) -> None:
        self.tab.set_viewport_size({"width": width, "height": height})

    def requests(self) -> list[str]:
        return list(self.asked)

    def failed_requests(self) -> list[str]:
        return list(self.failed)

    def console_errors(self) -> list[str]:
        return list(self.errors)

    def close(self) -> None:
        self.context.close()
