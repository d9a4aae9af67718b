"""A small site around the engine, and ways to damage a copy of it."""

import json
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from browsers import Page

from build_scripts.engine import build_engine
from build_scripts.engine.bundle import ROOT
from build_scripts.engine.payloads import FIRST, make_payload

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Engine</title><link rel="icon" href="data:,">{head}
<script src="seen.js"></script>
<script src="../assets/engine/boot.js"></script></head>
<body><h1>Engine</h1></body></html>
"""

SEEN = """var seen = [];
document.addEventListener("vademecum:engine", (event) => seen.push(event.detail));
"""

FEVER = ["crs", {"fever": "present", "hypotension": "none", "hypoxia": "none"}]

# Asks and gives the result, or the reason of the refusal.
ASK = """async ([id, answers]) => {
  try { return { result: await vademecum.engine.evaluate(id, answers) }; }
  catch (error) { return { reason: error.reason ?? String(error) }; }
}"""


@cache
def worked_examples() -> list[dict[str, Any]]:
    """Every worked example of every calculator, with the calculator's id."""
    cases = [
        {"calculator": path.stem, **case}
        for path in sorted((ROOT / "tests" / "cases").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return list(json.loads(json.dumps(cases, default=str)))  # a date is text in JSON


def write_page(site: Path, head: str = "") -> None:
    """Write the page `en/page.html` that starts the engine; `head` comes before the engine's script."""
    (site / "en").mkdir(parents=True, exist_ok=True)
    (site / "en" / "page.html").write_text(PAGE.format(head=head))
    (site / "en" / "seen.js").write_text(SEEN)


def start(page: Page, base: str) -> str:
    """Open the page; return the state in which the engine came to rest."""
    page.open(base + "en/page.html")
    state = page.wait_until(
        "() => ['ready', 'failed'].includes(window.vademecum?.engine.state) && vademecum.engine.state", timeout=60
    )
    assert page.attribute("html", "data-engine") == state
    return str(state)


def reason(page: Page, base: str) -> str:
    """Open a page whose engine must fail; return its reason, once every sign agrees that there is no result."""
    assert start(page, base) == "failed"
    found = page.evaluate("() => vademecum.engine.reason")
    assert page.evaluate(ASK, FEVER) == {"reason": found}
    assert page.evaluate("() => vademecum.engine.ready.catch((error) => error.reason)") == found
    last = page.evaluate("() => seen.at(-1)")
    assert (last["state"], last["reason"]) == ("failed", found)
    return str(found)


def write_site(folder: Path) -> Path:
    """A site of one page, with the engine as it is shipped."""
    site = folder / "site"
    write_page(site)
    build_engine(ROOT, worked_examples(), site / "assets" / "engine")
    return site


def part_file(site: Path, name: str) -> Path:
    """The script that carries a part: `worker`, `wasm`, `snapshot` or `python`."""
    (found,) = (path for path in (site / "assets" / "engine").glob(f"{name}-*.js") if "-file-" not in path.name)
    return found


def worker_file(site: Path) -> Path:
    """The worker as a file of its own."""
    (found,) = (site / "assets" / "engine").glob("worker-file-*.js")
    return found


def carried(script: bytes) -> bytes:
    """The content of the part that a script carries."""
    text = script.decode("utf-16").split('"')[3]
    bits = "".join(f"{ord(character) - FIRST:015b}" for character in text)
    packed = int(bits, 2).to_bytes(len(bits) // 8)
    return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed)  # zeros may follow


def remove(name: str) -> Callable[[Path], None]:
    return lambda site: part_file(site, name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    """Keep the first half of a part, as a copy that was interrupted."""

    def damage(site: Path) -> None:
        script = part_file(site, name)
        script.write_bytes(script.read_bytes()[: script.stat().st_size // 2])

    return damage


def alter(name: str, place: int) -> Callable[[Path], None]:
    """Change one character, which is another letter of the same alphabet."""

    def damage(site: Path) -> None:
        script = part_file(site, name)
        content = bytearray(script.read_bytes())
        content[place] = ord("A") if content[place] != ord("A") else ord("B")
        script.write_bytes(content)

    return damage


def exchange(name: str, content: Callable[[bytes], bytes], *, recorded: bool = False) -> Callable[[Path], None]:
    """Put another content, whole in itself, into a part; `recorded` makes boot.js expect it."""

    def damage(site: Path) -> None:
        script = part_file(site, name)
        payload = replace(make_payload(name, content(carried(script.read_bytes()))), file=script.name)
        script.write_bytes(payload.script)
        if recorded:
            boot = site / "assets" / "engine" / "boot.js"
            lines = boot.read_text().split("\n")
            (at,) = (i for i, line in enumerate(lines) if line.startswith("const MANIFEST = "))
            manifest = json.loads(lines[at].removeprefix("const MANIFEST = ").removesuffix(";"))
            manifest["parts"][name] |= payload.record()
            lines[at] = f"const MANIFEST = {json.dumps(manifest)};"
            boot.write_text("\n".join(lines))

    return damage


def without_snapshot(damage: Callable[[Path], None]) -> Callable[[Path], None]:
    """A damage that shows only when Python is started from its library."""

    def both(site: Path) -> None:
        remove("snapshot")(site)
        damage(site)

    return both


def damaged(site: Path, to: Path, damage: Callable[[Path], None]) -> Path:
    """A copy of the site, damaged."""
    shutil.copytree(site, to)
    damage(to)
    return to


def with_head(site: Path, to: Path, head: str) -> Path:
    """A copy of the site with something more in its page's head."""
    shutil.copytree(site, to)
    write_page(to, head)
    return to


def another_disagrees(site: Path) -> None:
    """An example of another calculator than the CRS disagrees."""
    lie = exchange("python", lambda content: content.replace(b'["low"]', b'["lov"]'), recorded=True)
    without_snapshot(lie)(site)
