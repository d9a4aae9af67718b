"""A way in which the site may do harm, what stands against it, and the tests that prove it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from build_scripts.records.common import Record, Words

TestName = Annotated[str, StringConstraints(pattern=r"^tests/test_\w+\.py::test_\w+$")]
"""As pytest takes it, without the cases of a parametrised test."""


class Hazard(Record):
    """One entry of the hazard log."""

    cause: Words
    hazard: Words
    """The dangerous situation."""
    harm: Words
    """What it may do to a patient."""
    control: Words
    remains: Words
    """What the control does not prevent and the reader has to mind."""
    without_results: Literal["left_out"] | None = None
    """A copy that computes no results does not have this hazard."""
    tests: list[TestName] = Field(min_length=1)
    """Each fails when the control is gone; tests/test_hazards.py proves that they exist."""
