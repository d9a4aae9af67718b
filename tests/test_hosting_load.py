"""Many readers at once; how fast they are served is measured by `make load`, not here."""

from pathlib import Path

import pytest
from hosting import nginx_host
from load import READERS, measure


@pytest.mark.parametrize("name", ["en/calculators/crs.html", "version.json"])
def test_two_hundred_readers_at_once_are_all_answered(released: Path, tmp_path: Path, name: str) -> None:
    assert READERS >= 200
    with nginx_host(released, tmp_path) as base:
        load = measure(base + name, 2, tmp_path)
    assert load.requests >= READERS
    assert load.errors == 0
