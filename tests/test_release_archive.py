"""The archive for hospitals: the same bytes from the same site, whole when unzipped, no page that stays old."""

import hashlib
import os
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from built_site import SITE

from build_scripts.content import Content
from build_scripts.release.archive import file_time, write_release
from build_scripts.release.verify import verify
from build_scripts.site import edition_epoch


@pytest.fixture(scope="module")
def made(content: Content, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The archive and the sums, from the site where it stands."""
    work = tmp_path_factory.mktemp("work")
    return write_release(SITE, content, edition_epoch(content), work, work / "dist")


def test_a_copy_elsewhere_with_other_times_and_permissions_gives_the_same_bytes(
    made: list[Path], content: Content, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(SITE, tmp_path / "another place", copy_function=shutil.copyfile))
    for path in copy.rglob("*.html"):
        path.chmod(0o600)
        os.utime(path, (0, 0))
    again = write_release(copy, content, edition_epoch(content), tmp_path / "work", tmp_path / "dist")
    assert [file.name for file in again] == [file.name for file in made]
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in made]


def test_the_sums_are_those_of_the_archive(made: list[Path], content: Content) -> None:
    archive, components, sums = made
    assert archive.name == f"vademecum-cart-{content.site.edition}.zip"
    assert sums.read_text() == "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in (archive, components)
    )


def test_unzipped_it_is_one_folder_with_the_whole_site(made: list[Path], tmp_path: Path) -> None:
    archive = made[0]
    with zipfile.ZipFile(archive) as opened:
        assert {name.split("/")[0] for name in opened.namelist()} == {archive.stem}
        assert {member.external_attr >> 16 for member in opened.infolist()} == {0o100644}
        opened.extractall(tmp_path)
    assert verify(str(tmp_path / archive.stem)) == []
    assert (tmp_path / archive.stem / "index.html").read_bytes() == (SITE / "index.html").read_bytes()


def test_the_time_of_a_file_tells_its_content_and_lies_before_the_edition(content: Content) -> None:
    """A server takes a file of the same size and time for the same file."""
    epoch = edition_epoch(content)
    times = [datetime(*file_time(f"dose: {number} mg".encode(), epoch)) for number in range(10, 99)]
    assert len(set(times)) == len(times)
    edition = datetime.combine(content.site.edition_date, datetime.min.time())
    assert all(0 <= (edition - time).days < 25 for time in times)
