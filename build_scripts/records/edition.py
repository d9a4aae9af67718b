"""An edition that was handed out, and the tables that it graded by."""

from typing import Annotated

from pydantic import StringConstraints

from build_scripts.records.common import Id, IsoDate, Record

EditionNumber = Annotated[str, StringConstraints(pattern=r"^[1-9]\d*\.\d+$")]
"""`2.1`: the first number rises when the same answers may give another grade, the second for every other change."""


class Edition(Record):
    """What is kept of an edition so that a later one may be compared with it; its id is its number."""

    date: IsoDate
    tables: dict[Id, Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]]
    """For each calculator that is a table the SHA-256 of its rows as CSV (`calculators.table_csv`)."""


def order(number: str) -> tuple[int, int]:
    """Return an edition's number as one that can be compared: 1.10 comes after 1.9."""
    major, minor = number.split(".")
    return int(major), int(minor)
