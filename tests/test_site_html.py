"""Every page is valid HTML, and every link within the site leads somewhere."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from built_site import ROOT, SITE, ids, links, pages, target


def dead_links(site: Path, names: Iterable[str]) -> list[str]:
    """Links of these pages that lead to no file of the site, or to no anchor in it."""
    faults = []
    for page in names:
        for link in links(page, site):
            if (found := target(page, link, site)) is None:
                continue
            file, anchor = found
            if not file.is_relative_to(site.resolve()) or not file.is_file():
                # A folder is no target: opened from a disk it shows a list of files.
                faults.append(f"{page}: {link}: no such file")
                continue
            there = file.relative_to(site.resolve()).as_posix()
            if anchor and file.suffix == ".html" and anchor not in ids(there, site):
                faults.append(f"{page}: {link}: no such anchor")
    return faults


def invalid(folder: Path) -> list[str]:
    """Where the pages of a folder are not valid HTML."""
    checker = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    rules = ROOT / "tests" / "html-validate.mjs"
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    node = shutil.which("node", path=path)
    assert node, "Node is not installed"
    command: list[str | Path] = [node, checker, "--config", rules, "--ext", "html", "--formatter", "json", folder]
    told = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    return [
        f"{page['filePath']}:{fault['line']}: {fault['ruleId']}: {fault['message']}"
        for page in told
        for fault in page["messages"]
    ]


def test_every_internal_link_and_anchor_resolves() -> None:
    faults = dead_links(SITE, pages())
    assert not faults, "\n".join(faults)


def test_every_page_is_valid_html() -> None:
    faults = invalid(SITE)
    assert not faults, "\n".join(faults)


def test_a_dead_link_a_dead_anchor_and_invalid_html_are_found(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(
        '<!doctype html><html lang="en"><head><title>A</title></head><body></body></html>'
    )
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="en"><head><title>B</title></head><body><span><p id="a">x</p></span>'
        '<p id="a">y</p><a href="gone.html">1</a><a href="good.html#gone">2</a><a href="#a">3</a></body></html>'
    )
    assert dead_links(tmp_path, ["good.html", "bad.html"]) == [
        "bad.html: gone.html: no such file",
        "bad.html: good.html#gone: no such anchor",
    ]
    assert {fault.split(": ")[1] for fault in invalid(tmp_path)} == {"element-permitted-content", "no-dup-id"}
