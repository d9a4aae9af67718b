"""A hospital's own additions: one folder, read like the content and kept apart from it."""

from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel

from build_scripts.problems import Loc, Problem, Problems
from build_scripts.records.local import Hospital, LocalDrug, LocalNote, LocalPage
from build_scripts.validate import read_document, validate
from build_scripts.yaml_reader import Document

HOSPITAL = "hospital.yaml"
NOTES = "notes.yaml"
DRUGS = "drugs.yaml"
ROOM = f"this folder holds {HOSPITAL}, {NOTES}, {DRUGS}, pages/*.yaml and the logo"
UNTOUCHED = (
    "calculators, figures and sourced texts are the same in every copy and cannot be changed from here; "
    f"write a note beside them in {NOTES}"
)


@dataclass
class Local:
    """What one hospital adds. Notes, drugs and pages by id, in the order of their files."""

    folder: Path
    hospital: Hospital
    notes: dict[str, LocalNote] = field(default_factory=dict)
    drugs: dict[str, LocalDrug] = field(default_factory=dict)
    pages: dict[str, LocalPage] = field(default_factory=dict)
    read: list[tuple[Document, Loc, BaseModel]] = field(default_factory=list)
    """Every record with its place."""

    def notes_on(self, kind: str, identity: str) -> list[LocalNote]:
        """Return the notes attached to a page, a calculator or a grade (kind `pages`, `calculators`, `grades`)."""
        return [note for note in self.notes.values() if identity in getattr(note, kind)]

    def path(self, page_id: str) -> str:
        """Name the file that a page is made from; `index` is made from the hospital's own."""
        return f"{self.folder.name}/{HOSPITAL if page_id == 'index' else f'pages/{page_id}.yaml'}"

    @property
    def logo(self) -> Path | None:
        """Return the logo's file."""
        return self.folder / self.hospital.logo if self.hospital.logo else None


def read_local(folder: Path, problems: Problems) -> Local | None:
    """Read a hospital's folder; None when nothing can be said of it. Problems are added."""
    file = folder / HOSPITAL
    document = read_document(file, _path(folder, file), problems)
    hospital = validate(Hospital, document.data, document, (), problems, UNTOUCHED) if document else None
    read: list[tuple[Document, Loc, BaseModel]] = [(document, (), hospital)] if document and hospital else []
    pages: dict[str, LocalPage] = {}
    for file in sorted((folder / "pages").glob("*.yaml")):
        document = read_document(file, _path(folder, file), problems)
        page = validate(LocalPage, document.data, document, (), problems, UNTOUCHED) if document else None
        if document and page:
            pages[file.stem] = page
            read.append((document, (), page))
    notes = _mapping(folder / NOTES, LocalNote, problems, read)
    drugs = _mapping(folder / DRUGS, LocalDrug, problems, read)
    _strangers(folder, hospital, problems)
    return Local(folder, hospital, notes, drugs, pages, read) if hospital else None


def _mapping[T: BaseModel](
    file: Path, model: type[T], problems: Problems, read: list[tuple[Document, Loc, BaseModel]]
) -> dict[str, T]:
    document = read_document(file, _path(file.parent, file), problems) if file.exists() else None
    if document is None:
        return {}
    if not isinstance(document.data, dict):
        problems.add(document.problem((), "this file maps ids to records"))
        return {}
    held: dict[str, T] = {}
    for identity, data in document.data.items():
        record = validate(model, data, document, (identity,), problems, UNTOUCHED)
        if record is not None:
            held[identity] = record
            read.append((document, (identity,), record))
    return held


def _strangers(folder: Path, hospital: Hospital | None, problems: Problems) -> None:
    """A file that is not read would be missed by whoever put it there."""
    known = {HOSPITAL, NOTES, DRUGS, hospital.logo if hospital else None}
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        parts = file.relative_to(folder).parts
        if parts[-1].startswith(".") or (len(parts) == 1 and parts[0] in known):
            continue
        if len(parts) == 2 and parts[0] == "pages" and file.suffix == ".yaml":
            continue
        if hospital is None and file.suffix in (".svg", ".png"):
            continue
        message = f"{ROOM}; {UNTOUCHED}"
        problems.add(Problem(_path(folder, file), 1, 1, "", message))


def _path(folder: Path, file: Path) -> str:
    """Name a file as its author does: from the hospital's folder on."""
    return f"{folder.name}/{file.relative_to(folder).as_posix()}"
