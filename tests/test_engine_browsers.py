"""The engine in three browsers, from a disk and over http: same results as Python, and never half a result."""

from pathlib import Path
from typing import Any

import pytest
from browsers import ENGINES, Address, Page, launch_without_webassembly, outside
from engine_site import (
    ASK,
    FEVER,
    alter,
    another_disagrees,
    cut,
    damaged,
    exchange,
    part_file,
    reason,
    remove,
    start,
    with_head,
    without_snapshot,
    worked_examples,
    write_site,
)

import calculators


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("engine"))


def test_every_worked_example_gives_the_result_of_python(page: Page, address: Address, site: Path) -> None:
    assert start(page, address(site)) == "ready"
    for case in worked_examples():
        asked = [case["calculator"], case["answers"]]
        assert page.evaluate(ASK, asked) == {"result": calculators.evaluate(*asked)}, case["id"]
    assert outside(page.requests(), address(site)) == []
    assert page.console_errors() == []


EARLY = """<script>
  const start = setInterval(() => {
    if (!window.vademecum?.engine) return;
    clearInterval(start);
    window.before = vademecum.engine.state;
    const answers = { fever: "absent", hypotension: "none", hypoxia: "none" };
    const { engine } = vademecum;
    window.early = engine.evaluate("crs", answers).then(({ outcomes }) => ({ outcomes, state: engine.state }));
    window.moment = engine.readMoment("2026-11-01", "").catch(({ reason }) => ({ reason }));
    window.end = engine.ready.then(() => "ready", ({ reason }) => reason);
  }, 1);
</script>"""


def test_questions_put_before_the_engine_is_ready_are_answered(
    page: Page, address: Address, site: Path, tmp_path: Path
) -> None:
    asking = with_head(site, tmp_path / "site", EARLY)
    page.open(address(asking) + "en/page.html")
    assert page.evaluate("() => window.before") == "loading"
    # A calculator whose own examples agreed does not wait for the others.
    assert page.evaluate("() => window.early") == {"outcomes": ["no_crs"], "state": "loading"}
    assert page.evaluate("() => window.moment")["problems"] == []
    assert page.evaluate("() => window.end") == "ready"


def test_one_calculator_that_disagrees_stops_them_all(page: Page, site: Path, tmp_path: Path) -> None:
    asking = with_head(site, tmp_path / "site", EARLY)
    another_disagrees(asking)
    page.open(asking.as_uri() + "/en/page.html")
    assert page.evaluate("() => window.early") == {"outcomes": ["no_crs"], "state": "loading"}
    assert page.evaluate("() => window.end") == "self_check"
    # What belongs to no calculator waits for all of them.
    assert page.evaluate("() => window.moment") == {"reason": "self_check"}
    assert page.evaluate(ASK, FEVER) == {"reason": "self_check"}


def test_progress_is_told_and_ends_with_everything(page: Page, http_address: Address, site: Path) -> None:
    assert start(page, http_address(site)) == "ready"
    seen: list[dict[str, Any]] = page.evaluate("() => seen")
    assert [event["state"] for event in seen] == ["loading"] * 4 + ["ready"]
    assert [event["done"] for event in seen] == sorted(event["done"] for event in seen)
    assert seen[0]["done"] == 0
    assert not any("/engine/python-" in url for url in page.requests())
    files = [part_file(site, name) for name in ("worker", "wasm", "snapshot")]
    assert seen[-1]["done"] == seen[-1]["total"] == sum(file.stat().st_size for file in files)


def test_an_unknown_calculator_is_refused_and_the_engine_stays(page: Page, site: Path) -> None:
    assert start(page, site.as_uri() + "/") == "ready"
    assert page.evaluate(ASK, ["no_such_calculator", {}]) == {"reason": "evaluate_failed"}
    assert page.evaluate(ASK, FEVER)["result"]["outcomes"] == ["grade_1"]


DAMAGES = {
    "worker missing": (remove("worker"), "part_missing"),
    "wasm missing": (remove("wasm"), "part_missing"),
    "python missing": (without_snapshot(remove("python")), "part_missing"),
    "worker cut": (cut("worker"), "part_broken"),
    "wasm cut": (cut("wasm"), "part_broken"),
    "python cut": (without_snapshot(cut("python")), "part_broken"),
    "worker altered": (alter("worker", 50_000), "part_broken"),
    "wasm altered": (alter("wasm", 2_000_000), "part_broken"),
    "python altered": (without_snapshot(alter("python", 500_000)), "part_broken"),
    "python call altered": (without_snapshot(alter("python", 3)), "part_broken"),
    "python of another edition": (
        without_snapshot(exchange("python", lambda content: content + b"\n")),
        "part_broken",
    ),
    "library not a library": (
        without_snapshot(exchange("python", lambda content: content[:1000], recorded=True)),
        "start_failed",
    ),
    "wasm not a module": (exchange("wasm", lambda content: content[:1000], recorded=True), "start_failed"),
    "example disagrees": (
        without_snapshot(
            exchange("python", lambda content: content.replace(b'"grade_1"', b'"grade_4"'), recorded=True)
        ),
        "self_check",
    ),
}

# A snapshot that does not do costs time, not the result. Pyodide's own mark of its build stands in bytes 16 to 48.
FALLS_BACK = {
    "snapshot missing": remove("snapshot"),
    "snapshot cut": cut("snapshot"),
    "snapshot altered": alter("snapshot", 500_000),
    "snapshot of another edition": exchange("snapshot", lambda content: content + b"\n"),
    "snapshot of another Pyodide": exchange(
        "snapshot", lambda content: content[:20] + b"\0\0\0\0" + content[24:], recorded=True
    ),
    # The first page that is to be as in a fresh memory (1) is to be empty (0).
    "snapshot of another memory": exchange(
        "snapshot", lambda content: content[:148] + content[148:].replace(b"\1", b"\0", 1), recorded=True
    ),
    "snapshot shorter than the memory": exchange("snapshot", lambda content: content[:4_000_144], recorded=True),
}

# A disk holds interrupted copies, a network loses files; the loading itself is the same.
ON_A_NETWORK = ["worker missing", "wasm missing", "python cut"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_engine_fails_with_its_reason(page: Page, site: Path, tmp_path: Path, damage: str) -> None:
    spoil, expected = DAMAGES[damage]
    assert reason(page, damaged(site, tmp_path / "site", spoil).as_uri() + "/") == expected


@pytest.mark.parametrize("damage", FALLS_BACK)
def test_without_its_snapshot_python_starts_from_its_library(
    page: Page, http_address: Address, site: Path, tmp_path: Path, damage: str
) -> None:
    base = http_address(damaged(site, tmp_path / "site", FALLS_BACK[damage]))
    assert start(page, base) == "ready"
    assert page.evaluate(ASK, FEVER)["result"]["outcomes"] == ["grade_1"]
    assert any("/engine/python-" in url for url in page.requests())
    last = page.evaluate("() => seen.at(-1)")
    assert last["done"] <= last["total"]


@pytest.mark.parametrize("damage", ON_A_NETWORK)
def test_a_damaged_engine_fails_over_http(
    page: Page, http_address: Address, site: Path, tmp_path: Path, damage: str
) -> None:
    spoil, expected = DAMAGES[damage]
    assert reason(page, http_address(damaged(site, tmp_path / "site", spoil))) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Worker", "no_worker"),
        ("WebAssembly", "no_webassembly"),
        ("DecompressionStream", "no_decompression"),
    ],
)
def test_a_browser_that_lacks_something_says_what(
    page: Page, site: Path, tmp_path: Path, name: str, expected: str
) -> None:
    old = with_head(site, tmp_path / "site", f"<script>delete window.{name}</script>")
    assert reason(page, old.as_uri() + "/") == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_webassembly_switched_off_by_the_house(engine: str, site: Path) -> None:
    with launch_without_webassembly(engine) as browser:
        page = browser.new_page()
        assert reason(page, site.as_uri() + "/") == "no_webassembly"
        page.close()


def test_a_policy_in_the_page_itself_allows_the_engine_from_a_disk(page: Page, site: Path, tmp_path: Path) -> None:
    policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; img-src data:"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    strict = with_head(site, tmp_path / "site", meta)
    assert start(page, strict.as_uri() + "/") == "ready"
    assert page.evaluate(ASK, FEVER)["result"]["outcomes"] == ["grade_1"]
