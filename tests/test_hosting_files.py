"""What the shipped configurations take for granted, and IIS's file, which no server reads here."""

from pathlib import Path
from xml.etree import ElementTree

from built_site import SITE, pages, tree
from hosting import CONFIGURATIONS, TYPES, policy

from build_scripts.release.manifest import file_names

SERVER = "system.webServer"


def test_no_page_holds_a_script_a_style_or_a_handler_of_its_own() -> None:
    faults = []
    for page in pages():
        for element in tree(page).iter():
            if element.tag == "style" or (element.tag == "script" and not is_file_or_data(element)):
                faults.append(f"{page}: <{element.tag}>")
            faults += [f"{page}: {name}" for name in element.attrib if name == "style" or name.startswith("on")]
    assert not faults, "\n".join(faults)


def is_file_or_data(script: ElementTree.Element) -> bool:
    return "src" in script.attrib or script.get("type") == "application/json"


def test_every_configuration_can_be_read_on_the_site() -> None:
    shipped = {file.name.removesuffix(".txt"): file.read_text() for file in (SITE / "hosting").iterdir()}
    assert shipped == {file.name: file.read_text() for file in CONFIGURATIONS.iterdir()}


def test_iis_has_a_type_for_every_file_and_the_same_policies(released: Path) -> None:
    root = ElementTree.parse(CONFIGURATIONS / "web.config").getroot()
    types = {entry.attrib["fileExtension"]: entry.attrib["mimeType"].split(";")[0] for entry in root.iter("mimeMap")}
    assert {Path(name).suffix for name in file_names(released)} <= set(types)
    assert {suffix: types[suffix] for suffix in TYPES} == TYPES
    # IIS refuses a type that its own list has already.
    assert {entry.attrib["fileExtension"] for entry in root.findall(".//staticContent/remove")} == set(types)
    policies = {place.get("path"): said(place) for place in [root, *root.findall("location")]}
    computing = policy(computing=True)
    assert policies == {None: policy(computing=False), "it/calculators": computing, "en/calculators": computing}


def said(place: ElementTree.Element) -> str:
    header = place.find(f"{SERVER}/httpProtocol/customHeaders/add[@name='Content-Security-Policy']")
    assert header is not None
    return header.attrib["value"]
