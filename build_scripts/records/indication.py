"""Who may be given what, where, since when: read by the indications page and by the eligibility calculator."""

from typing import Literal

from pydantic import Field

from build_scripts.records.common import Citation, Evidence, Id, PartialDate, Record, Words

Region = Literal["it", "eu", "us"]
Disease = Literal["dlbcl", "hgbl", "pmbcl", "fl3b", "tfl", "fl", "mcl"]
Status = Literal[
    "authorised",
    "conditional",
    "accelerated",
    "reimbursed",
    "listed_not_reimbursed",
    "not_established",
    "not_authorised",
]
"""EU and US: what the authority decided. Italy: what was found about reimbursement (the label there is the EU's)."""


class Criterion(Record):
    """One way of standing inside the label text. All that is named must hold."""

    min_prior_lines: int = Field(ge=0, le=5)
    max_prior_lines: int | None = Field(default=None, ge=0, le=5)
    early_failure_of_first_line: bool = False
    """Refractory to first-line chemoimmunotherapy, or relapse within 12 months of its completion."""
    prior_btki: bool = False
    """Treatment with a BTK inhibitor among the earlier lines is required."""
    hsct_not_intended: bool = False
    """Not a candidate for transplantation because of age or comorbidities."""


class Indication(Record):
    """One dated indication of one product in one region."""

    product: Id
    region: Region
    status: Status
    since: PartialDate | None = None
    until: PartialDate | None = None
    setting: Literal["second_line_lbcl", "third_line_lbcl", "mcl", "fl"]
    label: Words
    """What the label text says, in our words and with its own limits."""
    diseases: list[Disease] = Field(min_length=1)
    unsettled_diseases: list[Disease] = []
    """Diseases of which the label text does not say whether they are meant."""
    any_of: list[Criterion] = Field(min_length=1)
    note: Words | None = None
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence
