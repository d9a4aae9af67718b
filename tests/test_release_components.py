"""The list of what others made: as locked, as CycloneDX wants it, with every licence's text that has to go along."""

import json
import re
from pathlib import Path

from built_site import LANGUAGES, ROOT, SITE, text_of, tree
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from build_scripts.content import Content
from build_scripts.release.components import component_list
from build_scripts.site import edition_epoch


def listed(content: Content) -> str:
    return component_list(content, (SITE / "edition.json").read_bytes(), edition_epoch(content))


def test_the_list_is_sound_cyclonedx_and_the_same_each_time(content: Content) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(listed(content)) is None
    assert listed(content) == listed(content)


def test_the_list_names_every_component_with_its_licence(content: Content) -> None:
    facts = json.loads(listed(content))
    assert {part["bom-ref"]: part["licenses"][0]["license"]["id"] for part in facts["components"]} == {
        identity: component.licence for identity, component in content.components.items()
    }
    assert facts["metadata"]["component"]["version"] == content.site.edition
    purls = {part["bom-ref"]: part.get("purl") for part in facts["components"]}
    assert purls["pyodide"] == f"pkg:npm/pyodide@{content.components['pyodide'].version}"
    assert purls["source-sans-3"].startswith("pkg:npm/%40fontsource-variable/source-sans-3@")


def test_every_version_is_the_one_that_is_locked(content: Content) -> None:
    npm = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    pypi = dict(re.findall(r"^(\S+)==(\S+)", (ROOT / "requirements-site.txt").read_text(), re.MULTILINE))
    locked = {f"npm:{path.removeprefix('node_modules/')}": facts.get("version") for path, facts in npm.items()}
    locked |= {f"pypi:{name}": version for name, version in pypi.items()}
    said = {part.package: part.version for part in content.components.values() if part.package}
    assert said == {package: locked[package] for package in said}
    shipped = json.loads((ROOT / "package.json").read_text())["dependencies"]
    assert {f"npm:{name}" for name in shipped} <= set(said)
    lock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text())["info"]
    inside = (lock["python"], lock["platform"].removeprefix("emscripten_").replace("_", "."))
    assert inside == (content.components["cpython"].version, content.components["emscripten"].version)


def test_the_notices_name_every_component_and_its_licence_can_be_read(content: Content) -> None:
    for language in LANGUAGES:
        said = text_of(tree(f"{language}/notices.html"))
        for component in content.components.values():
            assert component.name in said
            assert component.copyright in said
    texts = {component.licence_file for component in content.components.values() if component.licence_file}
    assert not [text for text in texts if not (SITE / text).is_file()]


def test_nothing_is_shipped_that_no_page_uses() -> None:
    """Material brings a stemmer for thirty languages, under licences of their own; the search here uses none."""
    assert not list(Path(SITE).glob("*/assets/javascripts/lunr/**/*"))
