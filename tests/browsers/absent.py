"""What to do when a browser or a server is not on this machine."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Skip the test; with `CI=true` fail it, because a gate that skips is no gate."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed: run tests/install_browsers.sh")
    pytest.skip(f"{what} is not installed")
