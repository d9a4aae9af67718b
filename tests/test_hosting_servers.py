"""The release behind the configurations that are shipped with it: types, compression, caching, policy, `verify`."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from hosting import HOSTS, TYPES, policy

from build_scripts.__main__ import main
from build_scripts.release.manifest import file_names
from build_scripts.release.verify import verify

FOR_EVER = "public, max-age=31536000, immutable"
PAGE, CALCULATOR = "en/crs.html", "en/calculators/crs.html"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    content: bytes


def get(address: str, **headers: str) -> Answer:
    request = Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with urlopen(request) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except HTTPError as error:
        return Answer(error.code, error.headers, error.read())


@pytest.fixture(scope="module", params=HOSTS)
def base(request: pytest.FixtureRequest, released: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with HOSTS[request.param](released, tmp_path_factory.mktemp("server"), "") as address:
        yield address


def test_every_kind_of_file_has_its_type_and_may_be_guessed_as_no_other(base: str, released: Path) -> None:
    samples = {Path(name).suffix: name for name in sorted(file_names(released))}
    for suffix, name in samples.items():
        headers = get(base + name).headers
        assert headers["X-Content-Type-Options"] == "nosniff", name
        # Of the others only `verify` reads the content.
        assert suffix in TYPES or suffix in {".gz", ".bib"}, f"{suffix}: no type is known for {name}"
        if suffix in TYPES:
            assert headers.get_content_type() == TYPES[suffix], name


@pytest.mark.parametrize("name", [PAGE, "assets/css/site.css", "data/figures.json"])
def test_who_accepts_gzip_gets_the_compressed_copy_and_others_the_plain_file(
    base: str, released: Path, name: str
) -> None:
    plain, packed = get(base + name), get(base + name, Accept_Encoding="gzip, br")
    assert plain.content == (released / name).read_bytes()
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.content == (released / f"{name}.gz").read_bytes()
    assert "accept-encoding" in packed.headers["Vary"].lower()
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers.get_content_type() == plain.headers.get_content_type()


def test_only_what_is_named_after_its_content_is_kept(base: str, released: Path) -> None:
    kept = sorted(name for name in file_names(released) if not name.endswith(".gz") and is_kept(base, name))
    assert {Path(name).parent.as_posix() for name in kept} == {
        *("assets/engine", "en/assets/javascripts", "en/assets/stylesheets"),
        *("it/assets/javascripts", "it/assets/stylesheets"),
    }
    assert "assets/engine/boot.js" not in kept
    assert get(base + "version.json").headers["Cache-Control"] == "no-store"
    missing = get(base + "assets/engine/wasm-0123456789ab.js")
    assert (missing.status, missing.headers["Cache-Control"]) in ((404, None), (404, "no-cache"))


def is_kept(base: str, name: str) -> bool:
    cached = get(base + name).headers["Cache-Control"]
    assert cached in ("no-cache", "no-store", FOR_EVER), name
    return bool(cached == FOR_EVER)


def test_a_page_that_is_the_same_is_not_sent_again_and_one_that_changed_is(base: str, released: Path) -> None:
    first = get(base + PAGE, Accept_Encoding="gzip")
    again = get(base + PAGE, Accept_Encoding="gzip", If_None_Match=first.headers["ETag"])
    assert (again.status, again.content) == (304, b"")
    assert get(base + PAGE, Accept_Encoding="gzip", If_None_Match='"another"').status == 200


def test_only_a_calculators_page_may_compute(base: str) -> None:
    for name, computing in ((PAGE, False), (CALCULATOR, True)):
        assert get(base + name).headers["Content-Security-Policy"] == policy(computing)


def test_a_wrong_address_gets_the_page_for_it(base: str, released: Path) -> None:
    answer = get(base + "it/nothing.html")
    assert (answer.status, answer.content) == (404, (released / "404.html").read_bytes())
    assert answer.headers["Content-Security-Policy"]


def test_verify_passes_and_names_one_changed_byte(
    base: str, released: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(base) == []
    page = released / PAGE
    sound = page.read_bytes()
    page.write_bytes(sound.replace(b"3", b"4", 1))
    try:
        assert main(["verify", base]) == 1
    finally:
        page.write_bytes(sound)
    assert capsys.readouterr().out == f"changed: {PAGE}\n"


def test_verify_sees_a_compressed_copy_of_another_edition(base: str, released: Path) -> None:
    packed = released / f"{PAGE}.gz"
    sound = packed.read_bytes()
    packed.write_bytes(gzip.compress(b"<h1>yesterday</h1>", mtime=0))
    try:
        assert verify(base) == [f"changed: {PAGE}", f"changed: {PAGE}.gz"]
    finally:
        packed.write_bytes(sound)
