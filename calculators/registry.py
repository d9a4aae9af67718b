"""Which calculators exist, in the order in which they are listed."""

from calculators.car_hematotox import CAR_HEMATOTOX
from calculators.crs import CRS
from calculators.icans import ICANS
from calculators.ice import ICE
from calculators.model import Score


class UnknownCalculator(LookupError):
    """No calculator has this id."""


SCORES: dict[str, Score] = {score.id: score for score in (CRS, ICE, ICANS, CAR_HEMATOTOX)}


def score(calculator_id: str) -> Score:
    """Find a score by its id; raise ``UnknownCalculator`` when there is none."""
    if calculator_id not in SCORES:
        raise UnknownCalculator(calculator_id)
    return SCORES[calculator_id]
