"""The hazard log: every control has tests that exist, and each test leads back to its hazards."""

import ast

import pytest
from built_site import LANGUAGES, ROOT, text_of, tree

from build_scripts.content import Content
from build_scripts.records.hazard import Hazard

# Where a control is a sentence, the words that must stand on the page which readers of that calculator open.
WARNINGS = {
    "calculators/ice.html": {"it": "Lingua diversa tra chi esamina", "en": "share no language"},
    "calculators/crs.html": {"it": "mascherata", "en": "masked"},
    "second-line.html": {"it": "non si mettono in graduatoria", "en": "not to be ranked"},
}


def collected_from(file: str) -> set[str]:
    """The tests that pytest would collect from a file."""
    if not (ROOT / file).is_file():
        return set()
    parsed = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {f"{file}::{part.name}" for part in parsed.body if isinstance(part, ast.FunctionDef)}


def missing(hazards: dict[str, Hazard]) -> list[str]:
    """Tests that hazards name and that are not there."""
    named = {(name, test) for name, hazard in hazards.items() for test in hazard.tests}
    return sorted(f"{name}: {test}" for name, test in named if test not in collected_from(test.partition("::")[0]))


def test_every_test_that_a_hazard_names_exists(content: Content) -> None:
    assert len(content.hazards) > 20
    assert missing(content.hazards) == []


def test_a_test_that_is_gone_is_missed(content: Content) -> None:
    hazard = content.hazards["wrong-unit"]
    for test in ("tests/test_hazards.py::test_that_is_gone", "tests/test_gone.py::test_x"):
        broken = hazard.model_copy(update={"tests": [*hazard.tests, test]})
        assert missing({"wrong-unit": broken}) == [f"wrong-unit: {test}"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_from_hazard_to_test_and_back(content: Content, language: str) -> None:
    page = tree(f"{language}/hazards.html")
    entries = {entry.get("id"): entry for entry in page.iter("div") if entry.get("class") == "hazard"}
    assert list(entries) == list(content.hazards)
    back: dict[str, list[str]] = {}
    for row in page.iter("tr"):
        targets = [str(link.get("href")).removeprefix("#") for link in row.iter("a")]
        if targets:
            back[text_of(row.find("th"))] = targets
    for name, hazard in content.hazards.items():
        assert [text_of(item) for item in entries[name].iter("li")] == hazard.tests
        for test in hazard.tests:
            assert name in back[test]
    assert set(back) == {test for hazard in content.hazards.values() for test in hazard.tests}


@pytest.mark.parametrize("page", WARNINGS)
def test_a_warning_that_a_hazard_relies_on_stands_on_its_page(page: str) -> None:
    for language, words in WARNINGS[page].items():
        assert words in text_of(tree(f"{language}/{page}").find(".//main")), f"{language}/{page}"
