"""The engine behind the servers and policies that a hospital may have, in three browsers."""

from pathlib import Path

import pytest
from browsers import Page, nginx
from engine_site import ASK, FEVER, damaged, part_file, reason, start, worker_file, write_site

PAGE_ONLY = "default-src 'none'; img-src data:; script-src 'self'"
WITH_WASM = f"{PAGE_ONLY} 'wasm-unsafe-eval'"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("engine"))


def policy(value: str) -> str:
    return f'add_header Content-Security-Policy "{value}";'


def workers_own(value: str) -> str:
    """A policy of the worker's file alone, beside that of everything else."""
    return f"location ~ /worker-file- {{ {policy(value)} }}"


ALLOWED = {
    "no policy": "",
    "workers from Blobs": policy(f"{WITH_WASM}; worker-src blob:"),
    "workers from files only": policy(f"{WITH_WASM}; worker-src 'self'"),
    "WebAssembly for the worker's file only": policy(f"{PAGE_ONLY}; worker-src 'self' blob:")
    + workers_own("default-src 'none'; script-src 'wasm-unsafe-eval'"),
    "scripts with a wrong type": r"location ~ \.js$ { types {} default_type text/plain; }",
}

FORBIDDEN = {
    "no WebAssembly": (policy(f"{PAGE_ONLY}; worker-src 'self' blob:"), "webassembly_blocked"),
    "no workers": (policy(f"{WITH_WASM}; worker-src 'none'"), "worker_blocked"),
}


@pytest.mark.parametrize("server", ALLOWED)
def test_the_engine_starts_behind(page: Page, site: Path, tmp_path: Path, server: str) -> None:
    with nginx(site, tmp_path, ALLOWED[server]) as base:
        assert start(page, base) == "ready"
        assert page.evaluate(ASK, FEVER)["result"]["outcomes"] == ["grade_1"]


@pytest.mark.parametrize("server", FORBIDDEN)
def test_the_engine_says_why_it_cannot_start_behind(page: Page, site: Path, tmp_path: Path, server: str) -> None:
    configuration, expected = FORBIDDEN[server]
    with nginx(site, tmp_path, configuration) as base:
        assert reason(page, base) == expected


def test_the_workers_own_file_is_fetched_only_where_a_blob_is_refused(page: Page, site: Path, tmp_path: Path) -> None:
    fetched = f"/{worker_file(site).name}"
    (tmp_path / "open").mkdir()
    with nginx(site, tmp_path / "open") as base:
        assert start(page, base) == "ready"
        assert not any(url.endswith(fetched) for url in page.requests())
    (tmp_path / "strict").mkdir()
    with nginx(site, tmp_path / "strict", ALLOWED["workers from files only"]) as base:
        assert start(page, base) == "ready"
        assert any(url.endswith(fetched) for url in page.requests())


def test_a_part_that_never_arrives_ends_in_failure(page: Page, site: Path, tmp_path: Path) -> None:
    def be_impatient(copy: Path) -> None:
        boot = copy / "assets" / "engine" / "boot.js"
        text = boot.read_text()
        assert "PART_SECONDS = 180" in text
        boot.write_text(text.replace("PART_SECONDS = 180", "PART_SECONDS = 2"))

    (tmp_path / "server").mkdir()
    slow = f"location ~ {part_file(site, 'wasm').name} {{ limit_rate 600k; }}"
    with nginx(damaged(site, tmp_path / "site", be_impatient), tmp_path / "server", slow) as base:
        assert reason(page, base) == "timeout"
