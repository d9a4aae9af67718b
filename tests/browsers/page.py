"""What a test may do in any of the three browsers."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

type Address = Callable[[Path], str]

# Generous, because the machine may be slow and shared; nothing waits that long when all is well.
TIMEOUT = 60.0


class Page(ABC):
    """One page in a fresh browser context. Selectors are CSS; times are seconds."""

    engine: str

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to a URL and wait for its load event."""

    @abstractmethod
    def reload(self) -> None:
        """Load the same page again."""

    @property
    @abstractmethod
    def url(self) -> str:
        """The address shown in the address bar."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click the middle of the first match with the mouse, once it is visible."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Focus a field and press one key after the other; what was in the field stays before it."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press one key in the focused element: "Tab", "Enter", "Escape", "ArrowDown", " ", "a", "Control+a"…"""

    @abstractmethod
    def select(self, selector: str, value: str) -> None:
        """Choose the option of a `<select>` that has this value."""

    @abstractmethod
    def evaluate(self, function: str, argument: Any = None) -> Any:
        """Run a JavaScript function expression on a JSON argument; promises are awaited, JSON comes back."""

    @abstractmethod
    def try_evaluate(self, function: str, argument: Any = None) -> Any:
        """As `evaluate`; None when the page went away meanwhile."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Write what is on the screen as PNG."""

    @abstractmethod
    def set_size(self, width: int, height: int) -> None:
        """Set the inner size of the page in CSS pixels (WebKitGTK: never under about 450 wide)."""

    @abstractmethod
    def requests(self) -> list[str]:
        """URLs that the browser asked for since this page was made.

        Firefox does not report `file:` requests, WebKitGTK neither; in WebKitGTK an `https:` request is known only as
        `https://hidden.invalid/`, because it is encrypted before it reaches the recording proxy.
        """

    @abstractmethod
    def failed_requests(self) -> list[str]:
        """Those of `requests` that were answered with an error or not at all."""

    @abstractmethod
    def console_errors(self) -> list[str]:
        """Uncaught errors and `console.error` so far (WebKitGTK: only from after `open` has returned)."""

    @abstractmethod
    def close(self) -> None:
        """Close the page and forget its context."""

    def text(self, selector: str) -> str:
        """The text content of the first match, with white space collapsed; `LookupError` when there is none."""
        found = self.evaluate("s => document.querySelector(s)?.textContent ?? null", selector)
        if found is None:
            raise LookupError(f"{self.engine}: no element matches {selector} at {self.url}")
        return " ".join(str(found).split())

    def attribute(self, selector: str, name: str) -> str | None:
        """An attribute of the first match; None when the attribute or the element is missing."""
        found = self.evaluate("([s, n]) => document.querySelector(s)?.getAttribute(n) ?? null", [selector, name])
        return None if found is None else str(found)

    def count(self, selector: str) -> int:
        """How many elements match."""
        return int(self.evaluate("s => document.querySelectorAll(s).length", selector))

    def visible(self, selector: str) -> bool:
        """True when the first match takes room on the page and is not hidden."""
        return bool(
            self.evaluate(
                "s => document.querySelector(s)?.checkVisibility({visibilityProperty: true}) ?? false", selector
            )
        )

    def paste(self, selector: str, text: str) -> None:
        """Put a text into a field at once, as a paste does: one input event, undo kept."""
        self.evaluate(
            "([s, t]) => { document.querySelector(s).focus(); document.execCommand('insertText', false, t) }",
            [selector, text],
        )

    def clear(self, selector: str) -> None:
        """Empty a field with the keyboard."""
        self.click(selector)
        self.press("Control+a")
        self.press("Backspace")

    def follow(self, selector: str) -> None:
        """Click a link and wait until the next page has loaded."""
        self.evaluate("() => { window.__leaving = true }")
        self.click(selector)
        # Firefox may show an empty document, complete, between the two pages.
        arrived = "!window.__leaving && location.protocol !== 'about:' && document.readyState === 'complete'"
        self.wait_until(f"() => {arrived}")

    def wait_for(self, selector: str, timeout: float = TIMEOUT) -> None:
        """Wait until an element matches; `TimeoutError` names the selector."""
        self.wait_until("s => document.querySelector(s) !== null", selector, timeout=timeout)

    def wait_until(self, function: str, argument: Any = None, *, timeout: float = TIMEOUT) -> Any:
        """Wait until a JavaScript function gives something true, and give it back; else `TimeoutError`."""
        end = time.monotonic() + timeout
        while not (value := self.try_evaluate(function, argument)):
            if time.monotonic() > end:
                raise TimeoutError(
                    f"{self.engine}: not true after {timeout:.0f} s at {self.url}: {function} {argument!r}"
                )
            time.sleep(0.05)
        return value


class Browser(Protocol):
    """One running browser."""

    engine: str

    def new_page(self) -> Page:
        """A page in a fresh context."""

    def close(self) -> None:
        """End the browser's process."""


def outside(requests: Iterable[str], base: str) -> list[str]:
    """Those requests that left the origin of `base`; data, blob and about addresses stay inside the browser.

    From a `file:` page every request that is not to a file is outside.
    """
    own = urlsplit(base)
    inside = {"data", "blob", "about", "file"} if own.scheme == "file" else {"data", "blob", "about"}
    return [
        url
        for url in requests
        if (there := urlsplit(url)).scheme not in inside and (there.scheme, there.netloc) != (own.scheme, own.netloc)
    ]
