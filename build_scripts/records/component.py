"""Something that others made and the site ships: what it is for, and under which licence."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from build_scripts.records.common import Record, Text, Words


class Component(Record):
    """One component; `package` is where its version is locked, and is None for what another component holds."""

    name: Text
    version: Text | None = None
    """None where the component that holds this one does not tell."""
    package: Annotated[str, StringConstraints(pattern=r"^(npm|pypi):\S+$")] | None = None
    licence: Text
    """SPDX identifier."""
    licence_file: Text | None = None
    """The licence's text in the site, where the licence wants it to go along."""
    copyright: Text
    source: Text
    """The address of its source code."""
    purpose: Words
    without_results: Literal["left_out"] | None = None
    """A copy that computes no results does not ship this component."""
