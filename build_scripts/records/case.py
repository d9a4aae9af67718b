"""A worked example: shown on the calculator's page, run by the tests, and again in the reader's browser."""

from typing import Any

from pydantic import Field

from build_scripts.records.common import Id, Record, Words


class Case(Record):
    """One set of answers and what the calculator must make of it."""

    id: Id
    title: Words
    answers: dict[str, Any]
    expect: dict[str, Any] = Field(min_length=1)
    """Part of the result, as `calculators.evaluate` returns it."""
