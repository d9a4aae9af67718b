"""Each kind of record that authors add has an annotated template, and each template is a sound record."""

from pathlib import Path

import pytest
from content_tree import ROOT
from pydantic import BaseModel

from build_scripts.load import MANY_PER_FILE, MAPPINGS, ONE_PER_FILE, SINGLE
from build_scripts.problems import Problems
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
from build_scripts.yaml_reader import read_yaml

TEMPLATES = ROOT / "content" / "_templates"

WHOLE: dict[str, type[BaseModel]] = {
    "calculator": CalculatorWords,
    "diagram": Diagram,
    "guide": Guide,
    "journey": Journey,
    "page": Page,
    "patient_sheet": PatientSheet,
    "product": Product,
    "toxicity": Toxicity,
    "trial": Trial,
}
ENTRIES: dict[str, type[BaseModel]] = {
    "erratum": Erratum,
    "glossary": Term,
    "hazard": Hazard,
    "indication": Indication,
    "messages": PageWords,
    "reference": Reference,
}
LISTS: dict[str, type[BaseModel]] = {"case": Case}
STAND_ALONE = {BrowserFeature, Component, Edition, EndpointWords, MeasureWords, Navigation, Site}
"""There is one file of each, complete and annotated in itself."""


@pytest.mark.parametrize("template", sorted(TEMPLATES.iterdir()), ids=lambda path: path.stem)
def test_a_template_is_a_sound_record_and_annotated(template: Path) -> None:
    problems = Problems()
    document = read_yaml(template, template.name, problems)
    assert problems.found == []
    assert document is not None
    assert document.lines[0].startswith("# ")
    if template.stem in WHOLE:
        WHOLE[template.stem].model_validate(document.data)
    for entry in document.data.values() if template.stem in ENTRIES else ():
        ENTRIES[template.stem].model_validate(entry)
    for entry in document.data if template.stem in LISTS else ():
        LISTS[template.stem].model_validate(entry)


def test_every_kind_of_record_has_its_template() -> None:
    kinds = {*ONE_PER_FILE.values(), *MANY_PER_FILE.values(), *MAPPINGS.values(), *SINGLE.values(), Case}
    assert kinds - STAND_ALONE == {*WHOLE.values(), *ENTRIES.values(), *LISTS.values()}
    assert {path.stem for path in TEMPLATES.iterdir()} == {*WHOLE, *ENTRIES, *LISTS}
