"""Fixtures that every test may use; `browsers` says what those of the browsers are."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from browsers import ENGINES, SCHEMES, Address, Browser, Page, launch, static_server
from content_tree import project
from hosting import readable

from build_scripts.__main__ import build_release
from build_scripts.content import Content
from build_scripts.load import load
from build_scripts.release.archive import stage

ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Share the tests out between processes: those of one browser and scheme together, others by file."""
    for item in items:
        params = getattr(getattr(item, "callspec", None), "params", {})
        place = f"{params['browser']}-{params.get('address', '')}" if "browser" in params else item.path.stem
        item.add_marker(pytest.mark.xdist_group(place))


@pytest.fixture(scope="session")
def content() -> Content:
    """The project's own content, read once; no test may change it."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def hospital_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example hospital, released without computed results; no test may change it or its `../dist`."""
    root = project(tmp_path_factory.mktemp("hospital"))
    build_release(root, ROOT / "docs" / "contributing" / "example-hospital", computes=False)
    return root / "site"


@pytest.fixture(scope="session", params=ENGINES)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with launch(request.param) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    fresh = browser.new_page()
    yield fresh
    fresh.close()


@pytest.fixture(scope="session")
def http_address() -> Iterator[Address]:
    """Serves each directory once, for the whole run."""
    with ExitStack() as stack:
        served: dict[Path, str] = {}

        def serve(directory: Path) -> str:
            if directory not in served:
                served[directory] = stack.enter_context(static_server(directory))
            return served[directory]

        yield serve


@pytest.fixture(scope="session", params=SCHEMES)
def address(request: pytest.FixtureRequest, http_address: Address) -> Callable[[Path], str]:
    if request.param == "http":
        return http_address
    return lambda directory: directory.resolve().as_uri() + "/"


@pytest.fixture(scope="session")
def released(content: Content) -> Iterator[Path]:
    """The built site as a hospital unzips it, in a folder that servers of any account may read."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield readable(stage(ROOT / "site", content.site, Path(folder) / "vademecum-cart"))
