"""Every guide in both languages as PDF, with a sheet to print and cut beside each A6 one."""

from collections.abc import Sequence
from pathlib import Path

import jinja2

from build_scripts.content import Content
from build_scripts.guides.document import document
from build_scripts.guides.files import GuideFile, GuideFiles
from build_scripts.guides.pdf import page_count
from build_scripts.guides.sheets import sheets
from build_scripts.guides.typeset import GuideError, Typesetter
from build_scripts.processes import Processes
from build_scripts.records.common import Language
from build_scripts.records.guide import Guide


def build_guides(
    processes: Processes,
    content: Content,
    root: Path,
    folder: Path,
    epoch: int,
    guides: Sequence[tuple[str, Guide]] | None = None,
) -> GuideFiles:
    """Write `<guide>-<language>.pdf` and, for A6, `<guide>-<language>-a4.pdf` into `folder`; by default every guide.

    GuideError where one cannot be set.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(content.guides.items()) if guides is None else guides
    builds = [
        process.submit(_build, content, root, folder, epoch, wanted, language)
        for language, process in processes.items()
    ]
    made: GuideFiles = {}
    for build in builds:
        made |= build.result()
    return made


def _build(
    content: Content, root: Path, folder: Path, epoch: int, guides: Sequence[tuple[str, Guide]], language: Language
) -> GuideFiles:
    """Build one language's guides."""
    typesetter = Typesetter(root, epoch)
    made: GuideFiles = {}
    for identity, guide in guides:
        try:
            drawn = document(content, language, guide)
        except (jinja2.TemplateError, LookupError, ValueError) as error:
            raise GuideError(f"content/guides/{identity}.yaml cannot be drawn in {language!r}: {error}") from error
        pdf = typesetter.pdf(drawn)
        name = f"{identity}-{language}"
        sheet = None
        if guide.form != "handbook":
            sheet = _write(folder, f"{name}-a4.pdf", sheets(pdf, booklet=guide.form == "pocket"))
        made[identity, language] = _write(folder, f"{name}.pdf", pdf, sheet)
    return made


def _write(folder: Path, name: str, pdf: bytes, sheet: GuideFile | None = None) -> GuideFile:
    (folder / name).write_bytes(pdf)
    return GuideFile(name, page_count(pdf), len(pdf), sheet)
