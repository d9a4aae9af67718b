"""What a study's figures and baseline values are called."""

from typing import Literal

from build_scripts.records.common import Record, Words

Group = Literal[
    "response", "event_free", "progression_free", "overall", "duration", "toxicity", "mortality", "delivery"
]
"""Under which heading a figure stands in tables: in this order."""


class EndpointWords(Record):
    """The name of one endpoint (`records/trial.py` has the list); its id is the key."""

    name: Words
    """As a table writes it, after its abbreviation has been explained: `ORR`, `CRS, grade 3 or higher`."""
    group: Group


class MeasureWords(Record):
    """The name of one characteristic of the patients at entry; its id is the key."""

    name: Words
