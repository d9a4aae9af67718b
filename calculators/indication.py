"""What a dated indication is: the structured part of a label, without its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Criterion:
    """One way of standing inside the label text; all that is named must hold."""

    min_prior_lines: int
    max_prior_lines: int | None = None
    early_failure_of_first_line: bool = False
    prior_btki: bool = False
    hsct_not_intended: bool = False


@dataclass(frozen=True, slots=True)
class Indication:
    """One indication of one product in one region; ``since`` and ``until`` are dates as far as they are known.

    ``status`` of a label: authorised, conditional, accelerated. Of reimbursement in Italy: reimbursed,
    listed_not_reimbursed, not_established.
    """

    id: str
    product: str
    region: str
    status: str
    setting: str
    diseases: tuple[str, ...]
    any_of: tuple[Criterion, ...]
    unsettled_diseases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
