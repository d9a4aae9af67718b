"""What is said to a patient in the patient's language, whatever the examiner reads the page in."""

from typing import Literal

from pydantic import Field

from build_scripts.records.common import Citation, Id, Record, Text, Words


class PatientSheet(Record):
    """The tasks of one calculator in one language; its id is the language's tag (`es`, `zh-hans`)."""

    calculator: Id
    name: Words
    """The language as the examiner calls it."""
    own_name: Text
    direction: Literal["ltr", "rtl"] = "ltr"
    wording: Literal["source", "validated", "literal"]
    """`source`: the paper's own examples. `validated`: a published validation. `literal`: rendered word for word."""
    citations: list[Citation] = []
    """Where the wording was seen; none for a literal rendering."""
    tasks: dict[Id, Text] = Field(min_length=1)
    """For each item of the calculator what is said."""
    listen_for: dict[Id, Text] = {}
    """What a right answer sounds like, for an examiner who does not speak the language."""
