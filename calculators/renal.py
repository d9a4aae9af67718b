"""Renal function from serum creatinine: clearance by Cockcroft-Gault, filtration rate by CKD-EPI 2021.

Sources: Cockcroft DW, Gault MH. Nephron 1976;16:31-41. Inker LA, Eneanya ND, Coresh J, et al. N Engl J Med
2021;385:1737-1749. Units: creatinine mg/dL, age completed years, weight kg.
Population: adults with stable creatinine.

Clearance is mL/min of the whole patient. CKD-EPI is mL/min per 1.73 m²: they are not the same quantity, and a label
that gives limits of clearance means the first.

*Decides* (where the papers leave room)
    Actual weight enters Cockcroft-Gault: no ideal or adjusted weight is put in its place.
    CKD-EPI is the creatinine equation of 2021, without race. Nothing is capped, nothing is called normal.

*Not for*
    Creatinine that is rising or falling, dialysis, amputation, very low muscle mass. Children. Changing a dose:
    `lymphodepletion` shows what each source says.
"""

from decimal import Decimal

from calculators.body import AGE, SEX, WEIGHT
from calculators.formula import Formula, Inputs, Number
from calculators.laboratory import CREATININE

FEMALE_CLEARANCE = Decimal("0.85")
KAPPA = (Decimal("0.9"), Decimal("0.7"))
ALPHA = (Decimal("-0.302"), Decimal("-0.241"))
"""Each for male, female."""


def cockcroft_gault(n: Inputs) -> Decimal:
    """Return creatinine clearance in mL/min."""
    clearance = (140 - n["age"]) * n["weight"] / (72 * n["creatinine"])
    return clearance * FEMALE_CLEARANCE if n["sex"] else clearance


def ckd_epi_2021(n: Inputs) -> Decimal:
    """Return the estimated filtration rate in mL/min per 1.73 m²."""
    sex = int(n["sex"])
    relative = n["creatinine"] / KAPPA[sex]
    one = Decimal(1)
    rate = 142 * min(relative, one) ** ALPHA[sex] * max(relative, one) ** Decimal("-1.200")
    return rate * Decimal("0.9938") ** n["age"] * (Decimal("1.012") if sex else one)


RENAL = Formula(
    id="renal",
    edition="cockcroft-gault-ckd-epi-2021",
    sources=("cockcroft-1976", "inker-2021"),
    items=(AGE, SEX, WEIGHT, CREATININE),
    results=(
        Number(
            "cockcroft_gault",
            {"age": -1, "sex": 0, "weight": 1, "creatinine": -1},
            cockcroft_gault,
            places=1,
            unit="mL/min",
        ),
        Number("ckd_epi_2021", {"age": -1, "sex": 0, "creatinine": -1}, ckd_epi_2021, places=1, unit="ml_min_1_73"),
    ),
)
