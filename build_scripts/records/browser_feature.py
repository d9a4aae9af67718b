"""Something that the site asks of a browser, and since when each browser has it."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from build_scripts.records.common import Record, Text, Words

Version = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?$")]


class BrowserFeature(Record):
    """One feature with the first version of each browser that has it; Edge counts its versions as Chrome does."""

    name: Words
    purpose: Words
    """What needs it."""
    compat: Text | None = None
    """Its name in MDN's compatibility data; None where another source states the versions."""
    chrome: Version
    firefox: Version
    safari: Version
    without_results: Literal["left_out"] | None = None
    """A copy that computes no results does not need it."""
