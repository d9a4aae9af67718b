"""Whether a hosted or copied site is the edition it says it is, file by file."""

import gzip
import json
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from build_scripts.release.manifest import CURRENT, MANIFEST, Manifest, Seal, file_names, read_manifest, seal

type Fetch = Callable[[str], bytes | None]
"""A file's content by its path; None when it is not there."""

SECONDS = 30
CONNECTIONS = 8
# A server's own settings, which stand among the files where the server wants them so.
SETTINGS = {"web.config", ".htaccess"}


class UnreachableError(Exception):
    """There is no site to be checked, or it stopped answering."""


def verify(place: str) -> list[str]:
    """Return what is wrong with the site in a folder or at an http address, one line for each file; sorted.

    A file in the manifest is missing or changed; in a folder, one that is not in it is extra. Over http a file that
    has a compressed copy is read both plain and compressed, as readers get it.

    Raises UnreachableError when the place or its manifest cannot be read.
    """
    if not place.startswith(("http://", "https://")):
        folder = Path(place)
        if not folder.is_dir():
            raise UnreachableError(f"{place} is neither a folder nor an address that begins with http:// or https://")
        faults, manifest = _compare(lambda name: _read(folder / name))
        known = {*manifest.files, *manifest.precompressed, MANIFEST, CURRENT, *SETTINGS}
        return sorted(faults | {f"extra: {name}" for name in file_names(folder) - known})
    base = place if place.endswith("/") else place + "/"
    faults, manifest = _compare(lambda name: _get(base + quote(name)))
    as_read = {name.removesuffix(".gz"): manifest.files[name.removesuffix(".gz")] for name in manifest.precompressed}
    return sorted(faults | _faults(lambda name: _get(base + quote(name), compressed=True), as_read))


def _compare(fetch: Fetch) -> tuple[set[str], Manifest]:
    listed = fetch(MANIFEST)
    if listed is None:
        raise UnreachableError(f"there is no {MANIFEST}: not a copy of the site, or not its first folder")
    try:
        manifest = read_manifest(listed)
    except ValueError as error:
        raise UnreachableError(str(error)) from error
    faults = _faults(fetch, manifest.files | manifest.precompressed)
    return faults | _current_faults(fetch(CURRENT), seal(listed).sha256), manifest


def _faults(fetch: Fetch, sealed: Mapping[str, Seal]) -> set[str]:
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        found = pool.map(lambda name: _fault(name, fetch(name), sealed[name]), sealed)
        return {fault for fault in found if fault}


def _fault(name: str, content: bytes | None, expected: Seal) -> str | None:
    if content is None:
        return f"missing: {name}"
    return None if seal(content) == expected else f"changed: {name}"


def _current_faults(content: bytes | None, manifest: str) -> set[str]:
    """version.json is the hosting hospital's to write; but it has to speak of the edition beside it."""
    if content is None:
        return {f"missing: {CURRENT}"}
    try:
        same = json.loads(content)["manifest"] == manifest
    except (KeyError, TypeError, ValueError):
        same = False
    return set() if same else {f"changed: {CURRENT} (it does not name the edition of this {MANIFEST})"}


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        raise UnreachableError(f"{file} cannot be read: {error.strerror}") from error


def _get(address: str, compressed: bool = False) -> bytes | None:
    request = Request(address, headers={"Accept-Encoding": "gzip" if compressed else "identity"})
    try:
        with urlopen(request, timeout=SECONDS) as answer:
            content: bytes = answer.read()
            packed = compressed and answer.headers.get("Content-Encoding") == "gzip"
        return gzip.decompress(content) if packed else content
    except HTTPError as error:
        if error.code in (403, 404, 410):
            return None
        raise UnreachableError(f"{address}: the server answers {error.code} {error.reason}") from error
    except (gzip.BadGzipFile, EOFError, zlib.error):
        return b""
    except (URLError, OSError, HTTPException, ValueError) as error:
        raise UnreachableError(f"{address} cannot be reached: {getattr(error, 'reason', error)}") from error
