"""The archive that a hospital unzips, and the sums by which it is checked: the same bytes from the same commit."""

import gzip
import hashlib
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from build_scripts.content import Content
from build_scripts.records.words import Site
from build_scripts.release.components import component_list
from build_scripts.release.manifest import CURRENT, MANIFEST, file_names, seal, write_manifest

COMPRESSED = {".html", ".css", ".js", ".json", ".csv", ".svg", ".bib"}
# Less than one network packet gains nothing.
WORTH_IT = 1400
# Zip keeps even seconds; so many of them are about 24 days.
TIMES = 2**20


def write_release(site: Path, content: Content, epoch: int, work: Path, dist: Path) -> list[Path]:
    """Write the archive of a built site, the list of its components and SHA256SUMS into `dist`; return these files.

    The archive holds one folder, `vademecum-cart-<edition>`: the site, and beside each text its copy for servers,
    `<name>.gz`. Where the copy computes no results, `-worksheets` stands at the end of each name. `epoch` is the
    edition's day in seconds, `work` a folder that may be overwritten.
    """
    kind = "" if content.computes else "-worksheets"
    name = f"vademecum-cart-{content.site.edition}{kind}"
    folder = stage(site, content.site, work / name)
    dist.mkdir(exist_ok=True)
    archive = dist / f"{name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as opened:
        for path in sorted(file_names(folder)):
            packed = (folder / path).read_bytes()
            member = zipfile.ZipInfo(f"{name}/{path}", file_time(packed, epoch))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # permissions as Unix writes them, on whatever machine this runs
            member.external_attr = 0o100644 << 16
            opened.writestr(member, packed)
    components = dist / f"{name}.cdx.json"
    listed = component_list(content, (folder / MANIFEST).read_bytes(), epoch)
    components.write_text(listed, encoding="utf-8", newline="\n")
    sums = dist / f"SHA256SUMS{kind}"
    lines = [f"{seal(file.read_bytes()).sha256}  {file.name}\n" for file in (archive, components)]
    sums.write_text("".join(lines), encoding="utf-8", newline="\n")
    return [archive, components, sums]


def stage(site: Path, edition: Site, folder: Path) -> Path:
    """Copy a built site to `folder`, add the compressed copies, and list everything anew; return `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    for path in (folder / name for name in file_names(folder) - {MANIFEST, CURRENT}):
        if path.suffix in COMPRESSED and path.stat().st_size > WORTH_IT:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    write_manifest(folder, edition)
    return folder


def file_time(content: bytes, epoch: int) -> tuple[int, int, int, int, int, int]:
    """Return the time that the archive gives a file: one of the days before the edition's, chosen by its content.

    Servers tell a changed file by its size and time alone. With one time for all, a page that keeps its size from one
    edition to the next would never be sent again.
    """
    back = 2 * (int.from_bytes(hashlib.sha256(content).digest()[:4]) % TIMES)
    then = datetime.fromtimestamp(epoch - back, UTC)
    return then.year, then.month, then.day, then.hour, then.minute, then.second
