"""For authors: a change shows in the browser after one rebuild, and a mistake leaves the last good site."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from content_tree import ROOT, break_tree, project

PAGE = "content/pages/example-page.yaml"
PATIENCE = 120.0
"""Seconds until a server that does nothing is given up; how long it takes is not tested."""


def until(happens: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.2)
    return False


@contextmanager
def serving(root: Path, log: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "build_scripts", "serve", "--root", str(root), "--port", str(port)],
            cwd=ROOT, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        assert until(lambda: "Serving on" in log.read_text()), log.read_text()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def test_a_change_shows_after_one_rebuild_and_a_mistake_leaves_the_last_good_site(tmp_path: Path) -> None:
    root, log = project(tmp_path / "project"), tmp_path / "log"
    with serving(root, log) as address:

        def shown(words: str) -> bool:
            with urllib.request.urlopen(f"{address}/en/example-page.html", timeout=PATIENCE) as page:
                return words in page.read().decode()

        assert shown("One thing in each note.")
        break_tree(root, [(PAGE, "One thing in each note.", "‹One thing for each note.")])
        assert until(lambda: shown("One thing for each note."))
        assert until(lambda: log.read_text().count("Reloading browsers") == 1)
        time.sleep(2)  # a second rebuild would have begun by now
        assert log.read_text().count("Detected file changes") == 1

        break_tree(root, [(PAGE, "related: [home]", "related: [‹hom]")])
        assert until(lambda: "there is no hom in content/pages" in log.read_text())
        assert shown("One thing for each note.")
