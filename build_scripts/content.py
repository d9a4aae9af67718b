"""Everything that content/ says, read and typed."""

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel

from build_scripts.local import Local
from build_scripts.problems import Loc
from build_scripts.records.browser_feature import BrowserFeature
from build_scripts.records.calculator import CalculatorWords
from build_scripts.records.case import Case
from build_scripts.records.common import Words
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
from build_scripts.yaml_reader import Document


@dataclass
class Content:
    """All records by id, and for each the document it was read from, so that a problem can name its place."""

    site: Site
    navigation: Navigation
    messages: dict[str, Words] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    indications: dict[str, Indication] = field(default_factory=dict)
    products: dict[str, Product] = field(default_factory=dict)
    trials: dict[str, Trial] = field(default_factory=dict)
    endpoints: dict[str, EndpointWords] = field(default_factory=dict)
    measures: dict[str, MeasureWords] = field(default_factory=dict)
    toxicities: dict[str, Toxicity] = field(default_factory=dict)
    diagrams: dict[str, Diagram] = field(default_factory=dict)
    errata: dict[str, Erratum] = field(default_factory=dict)
    hazards: dict[str, Hazard] = field(default_factory=dict)
    calculators: dict[str, CalculatorWords] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    guides: dict[str, Guide] = field(default_factory=dict)
    components: dict[str, Component] = field(default_factory=dict)
    """What others made and the site ships."""
    browser_features: dict[str, BrowserFeature] = field(default_factory=dict)
    """The youngest of what the site asks of a browser."""
    editions: dict[str, Edition] = field(default_factory=dict)
    """Those handed out so far, by number."""
    patient_sheets: dict[str, PatientSheet] = field(default_factory=dict)
    journey: Journey | None = None
    """None where its record could not be read: the other records are checked nevertheless."""
    local: Local | None = None
    """A hospital's own additions, where this copy has some."""
    computes: bool = True
    """Whether calculators compute in this copy, or are tables and worksheets only."""
    cases: dict[str, list[Case]] = field(default_factory=dict)
    """Worked examples by calculator, in the order in which they are shown."""
    origins: dict[tuple[str, str], "Origin"] = field(default_factory=dict)
    """(kind, id) of every record, to where it stands."""
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of records that could not be read; the id `*` stands for a file whose ids are not known."""

    def knows(self, kind: str, identity: str) -> bool:
        """Whether there is such a record, sound or not: what names a broken record is not wrong for that."""
        return identity in getattr(self, kind) or not self.broken.isdisjoint({(kind, identity), (kind, "*")})

    def oldest_browser(self, name: Literal["chrome", "firefox", "safari"]) -> str:
        """The first version of a browser that has everything the site asks for."""
        versions: list[str] = [getattr(feature, name) for feature in self.browser_features.values()]
        return max(versions, key=lambda version: [int(part) for part in version.split(".")])

    def records(self) -> list[tuple[tuple[str, str], BaseModel]]:
        """Every record with its (kind, id), in the order in which they were read."""
        found: list[tuple[tuple[str, str], BaseModel]] = []
        for kind, identity in self.origins:
            held = getattr(self, kind)
            found.append(((kind, identity), held[identity] if isinstance(held, dict) and kind != "cases" else held))
        return [(key, record) for key, record in found if isinstance(record, BaseModel)]


@dataclass(frozen=True)
class Origin:
    """The document a record was read from, and where in it the record begins."""

    document: Document
    loc: Loc = ()


def walk(value: Any, loc: Loc = ()) -> list[tuple[Loc, BaseModel]]:
    """Every model inside `value`, itself included, with its place."""
    found: list[tuple[Loc, BaseModel]] = []
    if isinstance(value, BaseModel):
        found.append((loc, value))
        for name in type(value).model_fields:
            found += walk(getattr(value, name), (*loc, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            found += walk(item, (*loc, key))
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            found += walk(item, (*loc, number))
    return found
