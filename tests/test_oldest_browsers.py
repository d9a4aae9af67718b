"""The oldest browsers that the site names are those that have all it uses, by MDN's compatibility data."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

import pytest
from built_site import LANGUAGES, ROOT, text_of, tree

from build_scripts.content import Content

ASSETS = ROOT / "docs" / "assets"
BROWSERS: tuple[Literal["chrome", "firefox", "safari"], ...] = ("chrome", "firefox", "safari")
# Used where it is there; without it the page does the same, or looks as plain as before.
DONE_WITHOUT = {"details-content"}
# The console's, not the language's newer one of that name.
OTHERS = {"error"}


@cache
def compat() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        (ROOT / "node_modules" / "@mdn" / "browser-compat-data" / "data.json").read_text(encoding="utf-8")
    )
    return data


def first_versions(entry: dict[str, Any]) -> list[list[int]]:
    """Since when each browser has a feature; a version above all others where it has not."""
    found = []
    for browser in BROWSERS:
        support = entry["__compat"]["support"][browser]
        added = (support[0] if isinstance(support, list) else support)["version_added"]
        numbers = re.findall(r"\d+", added or "")
        found.append([int(number) for number in numbers] or [10**6])
    return found


def version(text: str) -> list[int]:
    return [int(part) for part in text.split(".")]


def built_ins(entry: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object and method of the language, by its bare name."""
    if "__compat" in entry:
        yield name, entry
    for key, inner in entry.items():
        if key != "__compat":
            yield from built_ins(inner, key)


def younger(used: set[str], known: dict[str, list[list[list[int]]]], content: Content) -> list[str]:
    """What is used although one of the oldest browsers named has none of that name."""
    oldest = [version(content.oldest_browser(browser)) for browser in BROWSERS]
    return sorted(
        name
        for name in used & set(known)
        if any(all(kind[place] > oldest[place] for kind in known[name]) for place in range(len(BROWSERS)))
    )


def test_the_versions_are_those_of_the_compatibility_data(content: Content) -> None:
    checked = 0
    for identity, feature in content.browser_features.items():
        if feature.compat is None:
            continue
        entry = compat()
        for step in feature.compat.split("."):
            entry = entry[step]
        told = [version(getattr(feature, browser)) for browser in BROWSERS]
        assert told == first_versions(entry), identity
        checked += 1
    assert checked >= 4


def test_no_script_uses_what_the_oldest_browsers_have_not(content: Content) -> None:
    known: dict[str, list[list[list[int]]]] = {}
    for name, entry in built_ins(compat()["javascript"]["builtins"]):
        known.setdefault(name, []).append(first_versions(entry))
    text = "\n".join(path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.js"))
    used = set(re.findall(r"\.([a-z]\w+)\(", text)) | set(re.findall(r"\b([A-Z]\w+)\b", text))
    used -= OTHERS
    assert younger(used, known, content) == sorted(DONE_WITHOUT & used)
    assert younger({"zip"}, known, content) == ["zip"], "what is too young is found"


def test_no_style_uses_what_the_oldest_browsers_have_not(content: Content) -> None:
    known = {
        name: [first_versions(entry)]
        for name, entry in compat()["css"]["selectors"].items()
        if name not in ("__compat", "nesting")
    }
    text = "\n".join(path.read_text(encoding="utf-8") for path in ASSETS.rglob("*.css"))
    used = set(re.findall(r"(?<=:)[a-z-]+(?=[\s(,.{:\[>)])", text))
    assert {"has", "is"} <= used
    assert younger(used, known, content) == sorted(DONE_WITHOUT & used)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_for_hospital_it_names_them(content: Content, language: str) -> None:
    rows = [[text_of(cell) for cell in row] for row in tree(f"{language}/hosting.html").iter("tr")]
    oldest = [content.oldest_browser(browser) for browser in BROWSERS]
    assert [content.messages["browsers.oldest"][language], *oldest] in rows  # type: ignore[index]


def test_the_readme_names_them(content: Content) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    chrome, firefox, safari = (content.oldest_browser(browser) for browser in BROWSERS)
    assert f"Chrome and Edge {chrome}, Firefox {firefox}, Safari {safari}" in readme
