"""Read content/ and check it: every problem is found before anything is built.

The folder says the kind. In most folders a file is one record and its name is the id; in `references/`,
`indications/`, `glossary/`, `errata/`, `hazards/` and `messages/`, and in files such as `endpoints.yaml`, a file maps
ids to records.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from build_scripts.checks import CHECKS
from build_scripts.content import Content, Origin
from build_scripts.local import read_local
from build_scripts.problems import ContentError, Problem, Problems
from build_scripts.records.browser_feature import BrowserFeature
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.case import Case
from build_scripts.records.common import PageWords
from build_scripts.records.component import Component
from build_scripts.records.diagram import Diagram
from build_scripts.records.edition import Edition
from build_scripts.records.endpoint import EndpointWords, MeasureWords
from build_scripts.records.erratum import Erratum
from build_scripts.records.guide import Guide
from build_scripts.records.hazard import Hazard
from build_scripts.records.indication import Indication
from build_scripts.records.journey import Journey
from build_scripts.records.page import Page
from build_scripts.records.patient_sheet import PatientSheet
from build_scripts.records.product import Product
from build_scripts.records.reference import Reference
from build_scripts.records.toxicity import Toxicity
from build_scripts.records.trial import Trial
from build_scripts.records.words import Navigation, Site, Term
from build_scripts.validate import read_document, validate
from build_scripts.without_results import without_results
from build_scripts.yaml_reader import Document

ONE_PER_FILE: dict[str, type[BaseModel]] = {
    "products": Product,
    "trials": Trial,
    "toxicities": Toxicity,
    "diagrams": Diagram,
    "calculators": CalculatorWords,
    "pages": Page,
    "patient_sheets": PatientSheet,
    "guides": Guide,
}
MANY_PER_FILE: dict[str, type[BaseModel]] = {
    "references": Reference,
    "indications": Indication,
    "glossary": Term,
    "errata": Erratum,
    "hazards": Hazard,
    "messages": PageWords,
}
MAPPINGS: dict[str, type[BaseModel]] = {
    "endpoints": EndpointWords,
    "measures": MeasureWords,
    "components": Component,
    "browser_features": BrowserFeature,
    "editions": Edition,
}
SINGLE: dict[str, type[BaseModel]] = {"site": Site, "navigation": Navigation, "journey": Journey}


def load(root: Path, local: Path | None = None, *, computes: bool = True) -> tuple[Content, list[Problem]]:
    """Read `root`/content and `root`/tests/cases, and a hospital's own folder `local` where there is one.

    Unless the copy `computes` results, its words are those of a copy with tables and worksheets only.

    Returns the content and the warnings. Raises ContentError with every error that was found.
    """
    loader = _Loader(root, local)
    content = loader.load()
    if content is not None:
        for check in CHECKS:
            check(content, loader.problems)
    if loader.problems.errors or content is None:
        raise ContentError(loader.problems.errors)
    return content if computes else without_results(content), loader.problems.warnings


@dataclass
class _Loader:
    root: Path
    own: Path | None

    def __post_init__(self) -> None:
        self.problems = Problems()
        self.origins: dict[tuple[str, str], Origin] = {}
        self.broken: set[tuple[str, str]] = set()

    def load(self) -> Content | None:
        folder = self.root / "content"
        single = {name: self._single(name, model) for name, model in SINGLE.items()}
        records: dict[str, Any] = {kind: {} for kind in (*ONE_PER_FILE, *MANY_PER_FILE, *MAPPINGS)}
        for kind, model in ONE_PER_FILE.items():
            for file in sorted((folder / kind).glob("*.yaml")):
                self._put(records[kind], kind, file.stem, model, self._read(file), ())
        for kind, model in MANY_PER_FILE.items():
            for file in sorted((folder / kind).glob("*.yaml")):
                self._mapping(records[kind], kind, model, file)
        for kind, model in MAPPINGS.items():
            self._mapping(records[kind], kind, model, folder / f"{kind}.yaml")
        self._strangers(folder)
        cases = self._cases()
        local = read_local(self.own, self.problems) if self.own else None
        site, navigation, journey = single["site"], single["navigation"], single["journey"]
        if not isinstance(site, Site) or not isinstance(navigation, Navigation):
            return None
        assert journey is None or isinstance(journey, Journey)
        return Content(
            site,
            navigation,
            journey=journey,
            local=local,
            cases=cases,
            origins=self.origins,
            broken=self.broken,
            **records,
        )

    def _read(self, file: Path) -> Document | None:
        return read_document(file, file.relative_to(self.root).as_posix(), self.problems)

    def _single(self, name: str, model: type[BaseModel]) -> BaseModel | None:
        file = self.root / "content" / f"{name}.yaml"
        held: dict[str, Any] = {}
        self._put(held, name, name, model, self._read(file), ())
        return held.get(name)

    def _mapping(self, held: dict[str, Any], kind: str, model: type[BaseModel], file: Path) -> None:
        document = self._read(file)
        if document is not None and not isinstance(document.data, dict):
            self.problems.add(document.problem((), "this file maps ids to records"))
            document = None
        if document is None:
            self.broken.add((kind, "*"))
            return
        for identity in document.data:
            self._put(held, kind, identity, model, document, (identity,))

    def _put(
        self,
        held: dict[str, Any],
        kind: str,
        identity: str,
        model: type[BaseModel],
        document: Document | None,
        loc: tuple[str, ...],
    ) -> None:
        if document is None:
            self.broken.add((kind, identity))
            return
        if identity in held:
            first = self.origins[kind, identity]
            self.problems.add(document.problem(loc, f"this id stands already in {first.document.path}", on_key=True))
            return
        data = document.data
        for part in loc:
            data = data[part]
        record = validate(model, data, document, loc, self.problems)
        if record is not None:
            held[identity] = record
            self.origins[kind, identity] = Origin(document, loc)
        else:
            self.broken.add((kind, identity))

    def _cases(self) -> dict[str, list[Case]]:
        cases: dict[str, list[Case]] = {}
        for file in sorted((self.root / "tests" / "cases").glob("*.yaml")):
            document = self._read(file)
            if document is not None and not isinstance(document.data, list):
                self.problems.add(document.problem((), "this file is a list of examples"))
                document = None
            if document is None:
                self.broken.add(("cases", file.stem))
                continue
            read = [
                validate(Case, data, document, (number,), self.problems) for number, data in enumerate(document.data)
            ]
            cases[file.stem] = [case for case in read if case is not None]
            self.origins["cases", file.stem] = Origin(document)
        return cases

    def _strangers(self, folder: Path) -> None:
        """A file that no rule reads would be left out of the site in silence."""
        known = {f"{name}.yaml" for name in (*SINGLE, *MAPPINGS)}
        kinds = {*ONE_PER_FILE, *MANY_PER_FILE, "_templates"}
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            relative = file.relative_to(folder)
            in_kind = len(relative.parts) == 2 and relative.parts[0] in kinds and file.suffix == ".yaml"
            if not in_kind and relative.as_posix() not in known:
                path = file.relative_to(self.root).as_posix()
                self.problems.add(Problem(path, 1, 1, "", "no kind of record is read from this place"))
