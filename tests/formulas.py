"""The formulas, each with one complete input."""

from typing import Any

from calculators.bsa import BSA
from calculators.easix import EASIX
from calculators.icaht import ICAHT
from calculators.ipi import IPI
from calculators.lymphodepletion import LYMPHODEPLETION
from calculators.mipi import MIPI
from calculators.renal import RENAL
from calculators.tocilizumab import TOCILIZUMAB

FORMULAS = [BSA, RENAL, IPI, MIPI, EASIX, TOCILIZUMAB, LYMPHODEPLETION, ICAHT]

COMPLETE: dict[str, dict[str, Any]] = {
    "bsa": {"height": 170, "weight": 70},
    "renal": {"age": 65, "sex": "male", "weight": 70, "creatinine": "1.0"},
    "ipi": {
        "age": 58,
        "ldh_ratio": "1.2",
        "stage": "stage_2",
        "ecog": "ecog_1",
        "extranodal_sites": "up_to_one",
        "major_extranodal_site": "absent",
    },
    "mipi": {"age": 62, "ecog": "ecog_1", "ldh_ratio": "0.9", "white_cells": "7.5", "ki67": 25},
    "easix": {"ldh": 300, "creatinine": "1.1", "crp": "4.2", "platelets": 90},
    "tocilizumab": {"weight": 70, "doses_given": "one", "hours_since_last": 9},
    "lymphodepletion": {"product": "liso_cel", "body_surface": "1.8", "clearance": 60},
    "icaht": {
        "days_up_to_500": 9,
        "days_up_to_100": 4,
        "never_above_500": "no",
        "late_neutrophils": 800,
        "days_platelets_below_50": 5,
        "days_platelets_below_20": 2,
        "late_platelets": 60,
        "late_days_platelets_below_20": 3,
    },
}
