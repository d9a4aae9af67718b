"""The engine in three browsers, from a disk and over http: same results as Python, and never half a result."""

from pathlib import Path
from typing import Any

import pytest
from browsers import ENGINES, Address, Page, launch, outside
from engine_site import (
    ASK,
    alter,
    copy_site,
    cut,
    exchange,
    part_file,
    remove,
    worked_examples,
    write_page,
)

import calculators
from build_scripts.engine import build_engine
from build_scripts.engine.bundle import ROOT

FEVER = ["crs", {"fever": "present", "hypotension": "none", "hypoxia": "none"}]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("engine") / "site"
    write_page(folder)
    build_engine(ROOT, worked_examples(), folder / "assets" / "engine")
    return folder


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


def test_every_worked_example_gives_the_result_of_python(page: Page, address: Address, site: Path) -> None:
    assert start(page, address(site)) == "ready"
    for case in worked_examples():
        asked = [case["calculator"], case["answers"]]
        assert page.evaluate(ASK, asked) == {"result": calculators.evaluate(*asked)}, case["id"]
    assert outside(page.requests(), address(site)) == []
    assert page.console_errors() == []


def test_questions_put_before_the_engine_is_ready_are_answered(
    page: Page, address: Address, site: Path, tmp_path: Path
) -> None:
    early = """<script>
      const start = setInterval(() => {
        if (!window.vademecum?.engine) return;
        clearInterval(start);
        window.before = vademecum.engine.state;
        window.early = vademecum.engine.evaluate("crs", { fever: "absent", hypotension: "none", hypoxia: "none" });
      }, 1);
    </script>"""
    asking = copy_site(site, tmp_path / "site", lambda _: None, early)
    page.open(address(asking) + "en/page.html")
    assert page.evaluate("() => window.early")["outcomes"] == ["no_crs"]
    assert page.evaluate("() => window.before") == "loading"


def test_progress_is_told_and_ends_with_everything(page: Page, address: Address, site: Path) -> None:
    assert start(page, address(site)) == "ready"
    seen: list[dict[str, Any]] = page.evaluate("() => seen")
    assert [event["state"] for event in seen] == ["loading"] * 4 + ["ready"]
    assert [event["done"] for event in seen] == sorted(event["done"] for event in seen)
    assert seen[0]["done"] == 0
    files = [part_file(site, name) for name in ("worker", "wasm", "python")]
    assert seen[-1]["done"] == seen[-1]["total"] == sum(file.stat().st_size for file in files)


def test_an_unknown_calculator_is_refused_and_the_engine_stays(page: Page, address: Address, site: Path) -> None:
    assert start(page, address(site)) == "ready"
    assert page.evaluate(ASK, ["no_such_calculator", {}]) == {"reason": "evaluate_failed"}
    assert page.evaluate(ASK, FEVER)["result"]["outcomes"] == ["grade_1"]


DAMAGES = {
    "worker missing": (remove("worker"), "part_missing"),
    "wasm missing": (remove("wasm"), "part_missing"),
    "python missing": (remove("python"), "part_missing"),
    "worker cut": (cut("worker"), "part_broken"),
    "wasm cut": (cut("wasm"), "part_broken"),
    "worker altered": (alter("worker", 50_000), "part_broken"),
    "wasm altered": (alter("wasm", 2_000_000), "part_broken"),
    "python altered": (alter("python", 500_000), "part_broken"),
    "python call altered": (alter("python", 3), "part_broken"),
    "python of another edition": (exchange("python", lambda content: content + b"\n"), "part_broken"),
    "library not a library": (exchange("python", lambda content: content[:1000], recorded=True), "start_failed"),
    "wasm not a module": (exchange("wasm", lambda content: content[:1000], recorded=True), "start_failed"),
    "example disagrees": (
        exchange("python", lambda content: content.replace(b'"grade_1"', b'"grade_4"'), recorded=True),
        "self_check",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_engine_fails_with_its_reason(
    page: Page, address: Address, site: Path, tmp_path: Path, damage: str
) -> None:
    spoil, expected = DAMAGES[damage]
    assert reason(page, address(copy_site(site, tmp_path / "site", spoil))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Worker", "no_worker"),
        ("WebAssembly", "no_webassembly"),
        ("DecompressionStream", "no_decompression"),
    ],
)
def test_a_browser_that_lacks_something_says_what(
    page: Page, address: Address, site: Path, tmp_path: Path, name: str, expected: str
) -> None:
    old = copy_site(site, tmp_path / "site", lambda _: None, f"<script>delete window.{name}</script>")
    assert reason(page, address(old)) == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_webassembly_switched_off_by_the_house(engine: str, address: Address, site: Path) -> None:
    with launch(
        engine,
        arguments=["--js-flags=--noexpose-wasm"] if engine == "chromium" else [],
        preferences={"javascript.options.wasm": False},
        environment={"JSC_useWebAssembly": "0"},
    ) as browser:
        page = browser.new_page()
        assert reason(page, address(site)) == "no_webassembly"
        page.close()
