"""What the other browser tests rely on, shown on a page that has every defect they look for."""

from pathlib import Path

import pytest

from browsers import ENGINES, Address, Browser, Page, apache, launch, nginx, outside

PAGE = """<!doctype html><html lang="it"><title>Prova</title><h1>Prova</h1>
<input id="field"><input type="radio" name="a" id="radio">
<select id="unit"><option value="g/L">g/L<option value="g/dL">g/dL</select>
<p id="keys"></p><p hidden id="hidden">x</p><a id="next" href="two.html">due</a><div style="height:3000px"></div>
<button id="far" onclick="this.textContent = 'clicked'">far</button>
<script>
field.onkeydown = event => { keys.textContent += event.isTrusted ? "." : "!" };
document.cookie = "a=1";
</script>
</html>"""

DARK = "() => matchMedia('(prefers-color-scheme: dark)').matches"
OUTSIDE = """<!doctype html><title>Outside</title><p>x</p>
<img src="http://example.org/plain.png"><img src="https://example.net/secret.png">"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "index.html").write_text(PAGE)
    (folder / "two.html").write_text("<!doctype html><title>Due</title><h1>Due</h1>")
    (folder / "outside.html").write_text(OUTSIDE)
    return folder


def test_keyboard_mouse_and_choices_are_real(page: Page, address: Address, folder: Path) -> None:
    page.open(address(folder) + "index.html")
    page.type("#field", "9,0")
    assert page.evaluate("() => field.value") == "9,0"
    assert page.text("#keys").endswith("...")
    assert "!" not in page.text("#keys")
    page.type("#field", "5")
    assert page.evaluate("() => field.value") == "9,05"
    page.clear("#field")
    assert page.evaluate("() => field.value") == ""
    page.paste("#field", "x" * 10_000)
    assert page.evaluate("() => field.value.length") == 10_000
    page.click("#radio")
    page.select("#unit", "g/dL")
    assert page.evaluate("() => [radio.checked, unit.value]") == [True, "g/dL"]
    page.press("Tab")
    page.click("#far")
    assert page.text("#far") == "clicked"
    assert not page.visible("#hidden")
    assert page.visible("#next")
    assert page.attribute("html", "lang") == "it"
    with pytest.raises(LookupError):
        page.text("#nothing")
    with pytest.raises(TimeoutError):
        page.wait_for("#nothing", timeout=0.1)
    page.follow("#next")
    assert page.text("h1") == "Due"
    assert not outside(page.requests(), address(folder))


def test_requests_to_another_origin_and_errors_are_seen(page: Page, address: Address, folder: Path) -> None:
    page.open(address(folder) + "outside.html")
    page.wait_until("() => [...document.images].every(image => image.complete)")
    seen = outside(page.requests(), address(folder))
    assert len(seen) == 2, seen
    before = len(page.console_errors())
    page.evaluate("() => { console.error('reported'); setTimeout(() => { throw new Error('thrown') }) }")
    page.evaluate("() => new Promise(resolve => setTimeout(resolve, 500))")
    assert any("reported" in error for error in page.console_errors())
    # WebKitGTK calls the other one "Script error." at file://.
    assert len(page.console_errors()) == before + 2


def test_a_page_starts_without_what_the_last_one_left(browser: Browser, http_address: Address, folder: Path) -> None:
    for _ in range(2):
        page = browser.new_page()
        page.open(http_address(folder) + "two.html")
        assert page.evaluate("() => [document.cookie, localStorage.length]") == ["", 0]
        page.evaluate("() => { document.cookie = 'b=1'; localStorage.b = 1 }")
        page.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_javascript_can_be_off(engine: str, folder: Path) -> None:
    with launch(engine, javascript=False) as browser:
        page = browser.new_page()
        page.open(folder.as_uri() + "/index.html")
        page.type("#field", "1")
        assert page.evaluate("() => field.value") == "1"
        assert page.text("#keys") == ""
        page.close()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_reader_may_prefer_the_dark(engine: str, folder: Path) -> None:
    with launch(engine, dark=True) as browser:
        page = browser.new_page()
        page.open(folder.as_uri() + "/two.html")
        assert page.evaluate(DARK)
        page.close()


def test_a_file_may_not_read_its_neighbours(page: Page, folder: Path) -> None:
    page.open(folder.as_uri() + "/index.html")
    assert page.evaluate("() => fetch('two.html').then(() => 'read', () => 'refused')") == "refused"


def test_a_page_is_light_and_as_large_as_asked(page: Page, address: Address, folder: Path, tmp_path: Path) -> None:
    page.open(address(folder) + "index.html")
    assert not page.evaluate(DARK)
    page.set_size(600, 700)
    page.wait_until("() => innerWidth === 600 && innerHeight === 700")
    page.screenshot(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 1000


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
@pytest.mark.parametrize("server", [nginx, apache])
def test_real_servers_serve_a_folder(page: Page, folder: Path, tmp_path: Path, server: type) -> None:
    with server(folder, tmp_path) as base:
        page.open(base + "two.html")
        assert page.text("h1") == "Due"
