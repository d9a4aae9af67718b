"""WebKitGTK through its WebDriver."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import HTTPError

from browsers.page import TIMEOUT, Page
from browsers.recording_proxy import RecordingProxy
from browsers.screen import Screen
from browsers.webkit_page import WebKitPage

DRIVER = "/usr/bin/WebKitWebDriver"

STARTS = 3
"""How often a session is begun before giving up: now and then the driver takes the order and no browser starts."""


def mini_browser() -> str | None:
    """The path of WebKitGTK's own test browser, which its WebDriver drives; None when it is not installed."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return str(found[-1]) if found and Path(DRIVER).exists() else None


class WebKitBrowser:
    """WebKitGTK on a virtual screen. Each page is a process of its own: starting one takes a third of a second."""

    engine = "webkit"

    def __init__(
        self, javascript: bool, dark: bool, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> None:
        self.arguments = ["--automation", f"--enable-javascript={str(javascript).lower()}", *arguments]
        self.screen = Screen()
        self.proxy = RecordingProxy()
        # MiniBrowser inherits the driver's environment.
        self.environment = {
            **os.environ,
            "DISPLAY": self.screen.display,
            "NO_AT_BRIDGE": "1",
            "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
            **environment,
        }

    def new_page(self) -> Page:
        """A page in a fresh, ephemeral session."""
        options = webdriver.WebKitGTKOptions()
        binary = mini_browser()
        assert binary is not None
        options.binary_location = binary
        for argument in self.arguments:
            options.add_argument(argument)
        proxy = self.proxy.address
        options.set_capability("proxy", {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy})
        self.proxy.forget()
        for _ in range(STARTS - 1):
            try:
                return self._start(options)
            except HTTPError:
                continue
        return self._start(options)

    def _start(self, options: webdriver.WebKitGTKOptions) -> Page:
        service = Service(DRIVER, env=self.environment)
        service.start()
        try:
            # Without a limit of ours a driver that never answers would be waited for without end.
            config = ClientConfig(
                service.service_url,
                timeout=3 * int(TIMEOUT),
                init_args_for_pool_manager={"init_args_for_pool_manager": {"retries": False}},
            )
            driver = webdriver.Remote(RemoteConnection(client_config=config), options=options)
        except BaseException:
            service.stop()
            raise
        return WebKitPage(driver, service, self.proxy)

    def close(self) -> None:
        """End the proxy and the screen."""
        self.proxy.close()
        self.screen.close()
