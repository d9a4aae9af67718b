"""The content of a copy that computes no results: words replaced or left out where they spoke of a result."""

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from build_scripts.content import Content
from build_scripts.records.browser_feature import BrowserFeature
from build_scripts.records.common import PageWords, Words
from build_scripts.records.component import Component
from build_scripts.records.hazard import Hazard
from build_scripts.records.page import Block


def without_results(content: Content) -> Content:
    """Return the content with every `without_results` put in its place."""
    return replace(
        content,
        computes=False,
        navigation=_resolve(content.navigation),
        messages=_resolve(content.messages),
        pages=_resolve(content.pages),
        calculators=_resolve(content.calculators),
        hazards=_resolve(content.hazards),
        components=_resolve(content.components),
        browser_features=_resolve(content.browser_features),
    )


def is_left_out(value: object) -> bool:
    """Whether an item of a list or of a file is not in a copy without computed results."""
    return (
        isinstance(value, (PageWords, Block, Hazard, Component, BrowserFeature))
        and value.without_results == "left_out"
    )


def _resolve(value: Any) -> Any:
    if isinstance(value, PageWords) and isinstance(value.without_results, Words):
        return value.without_results
    if isinstance(value, BaseModel):
        held = {name: getattr(value, name) for name in type(value).model_fields}
        return value.model_copy(update={name: _resolve(item) for name, item in held.items()})
    if isinstance(value, list):
        return [_resolve(item) for item in value if not is_left_out(item)]
    if isinstance(value, dict):
        return {key: _resolve(item) for key, item in value.items() if not is_left_out(item)}
    return value
