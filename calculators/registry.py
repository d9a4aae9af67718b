"""Which calculators exist, in the order in which they are listed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from calculators.bsa import BSA
from calculators.car_hematotox import CAR_HEMATOTOX
from calculators.crs import CRS
from calculators.definition import describe
from calculators.easix import EASIX
from calculators.eligibility_result import describe_eligibility, evaluate_eligibility
from calculators.evaluation import evaluate_score
from calculators.formula import Formula
from calculators.formula_definition import describe_formula, formula_rows
from calculators.formula_result import evaluate_formula
from calculators.hscore import HSCORE
from calculators.icaht import ICAHT
from calculators.icans import ICANS
from calculators.ice import ICE
from calculators.ipi import IPI
from calculators.journey_dates import describe_journey, evaluate_journey
from calculators.lugano import LUGANO
from calculators.lymphodepletion import LYMPHODEPLETION
from calculators.mipi import MIPI
from calculators.model import Score
from calculators.renal import RENAL
from calculators.table_rows import score_rows
from calculators.tocilizumab import TOCILIZUMAB


class UnknownCalculator(LookupError):
    """No calculator has this id."""


@dataclass(frozen=True, slots=True)
class Calculator:
    """What every kind of calculator can do."""

    definition: Callable[[], dict[str, Any]]
    evaluate: Callable[[Any], dict[str, Any]]
    rows: Callable[[], Iterator[dict[str, Any]]]


def _of_score(score: Score) -> Calculator:
    return Calculator(partial(describe, score), partial(evaluate_score, score), partial(score_rows, score))


def _of_formula(formula: Formula) -> Calculator:
    return Calculator(
        partial(describe_formula, formula), partial(evaluate_formula, formula), partial(formula_rows, formula)
    )


CALCULATORS: dict[str, Calculator] = {
    **{score.id: _of_score(score) for score in (CRS, ICE, ICANS, CAR_HEMATOTOX, HSCORE, LUGANO)},
    **{
        formula.id: _of_formula(formula)
        for formula in (BSA, RENAL, IPI, MIPI, EASIX, TOCILIZUMAB, LYMPHODEPLETION, ICAHT)
    },
    # A label is text and a schedule is days, not a table: they have no rows.
    "eligibility": Calculator(describe_eligibility, evaluate_eligibility, lambda: iter(())),
    "journey_dates": Calculator(describe_journey, evaluate_journey, lambda: iter(())),
}


def calculator(calculator_id: str) -> Calculator:
    """Find a calculator by its id; raise ``UnknownCalculator`` when there is none."""
    if calculator_id not in CALCULATORS:
        raise UnknownCalculator(calculator_id)
    return CALCULATORS[calculator_id]
