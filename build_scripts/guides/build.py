"""Every guide in both languages as PDF, with a sheet to print and cut beside each A6 one."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import local

import jinja2

from build_scripts.content import Content
from build_scripts.guides.document import document
from build_scripts.guides.files import GuideFile, GuideFiles
from build_scripts.guides.pdf import compact, page_count
from build_scripts.guides.sheets import sheets
from build_scripts.guides.typeset import GuideError, Typesetter
from build_scripts.records.common import LANGUAGES, Language
from build_scripts.records.guide import Guide


def build_guides(
    content: Content, root: Path, folder: Path, epoch: int, guides: Iterable[tuple[str, Guide]] | None = None
) -> GuideFiles:
    """Write `<guide>-<language>.pdf` and, for A6, `<guide>-<language>-a4.pdf` into `folder`; by default every guide.

    GuideError where one cannot be set.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The longest first, so that no thread is left alone with it.
    wanted = sorted(content.guides.items() if guides is None else guides, key=lambda item: item[1].form != "handbook")
    jobs = [(identity, language, guide) for identity, guide in wanted for language in LANGUAGES]
    held = local()

    def build(job: tuple[str, Language, Guide]) -> GuideFile:
        identity, language, guide = job
        if not hasattr(held, "typesetter"):
            held.typesetter = Typesetter(root, epoch)
        try:
            drawn = document(content, language, guide)
        except (jinja2.TemplateError, LookupError, ValueError) as error:
            raise GuideError(f"content/guides/{identity}.yaml cannot be drawn in {language!r}: {error}") from error
        pdf = compact(held.typesetter.pdf(drawn))
        name = f"{identity}-{language}"
        sheet = None
        if guide.form != "handbook":
            sheet = _write(folder, f"{name}-a4.pdf", sheets(pdf, booklet=guide.form == "pocket"))
        return _write(folder, f"{name}.pdf", pdf, sheet)

    # Typst works outside the interpreter's lock: two threads keep two processors busy.
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(build, jobs))
    return {(identity, language): file for (identity, language, _), file in zip(jobs, made, strict=True)}


def _write(folder: Path, name: str, pdf: bytes, sheet: GuideFile | None = None) -> GuideFile:
    (folder / name).write_bytes(pdf)
    return GuideFile(name, page_count(pdf), len(pdf), sheet)
