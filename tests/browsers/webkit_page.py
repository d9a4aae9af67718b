"""One page of WebKitGTK."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.webkitgtk.service import Service

from browsers.page import TIMEOUT, Page
from browsers.recording_proxy import RecordingProxy

KEEP_ERRORS = """() => {
  window.__errors = [];
  addEventListener("error", event => window.__errors.push(event.message));
  addEventListener("unhandledrejection", event => window.__errors.push(String(event.reason)));
  const before = console.error;
  console.error = (...words) => { window.__errors.push(words.join(" ")); before(...words); };
}"""

# Not the driver's own asynchronous script: now and then it loses the answer ("Could not parse script result").
CALL = """
const answer = window[Symbol.for("answer")] = {done: false};
Promise.resolve().then(() => (%s)(arguments[0])).then(
  value => Object.assign(answer, {done: true, value: value === undefined ? null : value}),
  error => Object.assign(answer, {done: true, error: String(error)}));
"""
ANSWER = "return window[Symbol.for('answer')] ?? null"


class WebKitPage(Page):
    """A page of WebKitGTK."""

    engine = "webkit"

    def __init__(self, driver: webdriver.Remote, service: Service, proxy: RecordingProxy) -> None:
        self.driver = driver
        self.service = service
        self.proxy = proxy
        driver.set_window_size(1280, 900)

    def open(self, url: str) -> None:
        self.driver.get(url)
        self.evaluate(KEEP_ERRORS)

    def reload(self) -> None:
        self.driver.refresh()
        self.evaluate(KEEP_ERRORS)

    @property
    def url(self) -> str:
        return str(self.driver.current_url)

    def act(self, selector: str, action: Callable[[WebElement], object]) -> None:
        """Do something with an element in the middle of the screen, once it is there and nothing covers it."""
        end = monotonic() + TIMEOUT
        while True:
            try:
                element = self.driver.find_element(By.CSS_SELECTOR, selector)
                self.driver.execute_script(
                    "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element
                )
                action(element)
                return
            except WebDriverException:
                if monotonic() > end:
                    raise
                sleep(0.05)

    def click(self, selector: str) -> None:
        self.act(selector, WebElement.click)

    def type(self, selector: str, text: str) -> None:
        # The driver loses a line feed; a reader presses Enter.
        self.act(selector, lambda element: element.send_keys(text.replace("\n", Keys.ENTER)))

    def press(self, key: str) -> None:
        *modifiers, name = key.split("+") if len(key) > 1 else [key]
        held = [getattr(Keys, modifier.upper()) for modifier in modifiers]
        keys = ActionChains(self.driver)
        for modifier in held:
            keys.key_down(modifier)
        keys.send_keys(name if len(name) == 1 else getattr(Keys, KEY_NAMES.get(name, name.upper())))
        for modifier in held:
            keys.key_up(modifier)
        keys.perform()

    def select(self, selector: str, value: str) -> None:
        self.act(selector, lambda element: Select(element).select_by_value(value))

    def evaluate(self, function: str, argument: Any = None) -> Any:
        end = monotonic() + 2 * TIMEOUT
        self.driver.execute_script(CALL % function, argument)
        while not (answer := self.driver.execute_script(ANSWER) or {}).get("done"):
            if not answer:
                raise WebDriverException("the page went away")
            if monotonic() > end:
                raise TimeoutError(f"webkit: no answer after {2 * TIMEOUT:.0f} s at {self.url}: {function}")
            sleep(0.002)
        if "error" in answer:
            raise RuntimeError(f"webkit: {answer['error']}")
        return answer["value"]

    def try_evaluate(self, function: str, argument: Any = None) -> Any:
        try:
            return self.evaluate(function, argument)
        except WebDriverException:
            return None

    def screenshot(self, path: Path) -> None:
        self.driver.get_screenshot_as_file(str(path))

    def set_size(self, width: int, height: int) -> None:
        self.driver.set_window_size(width, height)
        # The page learns its size a little after the window; the window's tool bar takes some of the height.
        sleep(0.2)
        tool_bar = self.driver.get_window_size()["height"] - self.evaluate("() => innerHeight")
        self.driver.set_window_size(width, height + tool_bar)

    def requests(self) -> list[str]:
        return list(self.proxy.requests)

    def failed_requests(self) -> list[str]:
        return list(self.proxy.failed)

    def console_errors(self) -> list[str]:
        return [str(error) for error in self.evaluate("() => window.__errors ?? []")]

    def close(self) -> None:
        try:
            self.driver.quit()
        finally:
            self.service.stop()


KEY_NAMES = {
    "ArrowDown": "ARROW_DOWN",
    "ArrowUp": "ARROW_UP",
    "ArrowLeft": "ARROW_LEFT",
    "ArrowRight": "ARROW_RIGHT",
    "PageDown": "PAGE_DOWN",
    "PageUp": "PAGE_UP",
}
