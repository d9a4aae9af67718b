"""EASIX: Endothelial Activation and Stress Index, with its modified and simplified forms for CAR-T.

Sources: Pennisi M, Sanchez-Escamilla M, Flynn JR, et al. Blood Adv 2021;5:3397-3406. Korell F, Penack O, Mattie M, et
al. Front Immunol 2022;13:877477. Units: LDH U/L, creatinine mg/dL, CRP mg/dL, platelets 10⁹/L; the indices have none.
Population: adults before, or in the first days after, CD19 CAR-T.

EASIX = LDH x creatinine / platelets. m-EASIX has CRP in the place of creatinine, s-EASIX leaves creatinine out.

*Decides* (where the papers leave room)
    No risk group: the indices are continuous, and no cut-off has been validated widely.

*Not for*
    A decision by one threshold. Comparing values of different days, or of one index with another.
"""

from decimal import Decimal

from calculators.formula import Formula, Inputs, Number
from calculators.laboratory import CELLS, CREATININE, CRP_UNITS, LDH
from calculators.model import Quantity

PLATELETS = Quantity("platelets", CELLS, plausible=(Decimal(1), Decimal(2000)), levels=())
CRP = Quantity("crp", CRP_UNITS, plausible=(Decimal("0.01"), Decimal(60)), levels=(), unit_asked=True)


def easix(n: Inputs) -> Decimal:
    """Return LDH x creatinine / platelets."""
    return n["ldh"] * n["creatinine"] / n["platelets"]


def m_easix(n: Inputs) -> Decimal:
    """Return LDH x CRP / platelets."""
    return n["ldh"] * n["crp"] / n["platelets"]


def s_easix(n: Inputs) -> Decimal:
    """Return LDH / platelets."""
    return n["ldh"] / n["platelets"]


EASIX = Formula(
    id="easix",
    edition="pennisi-2021",
    sources=("pennisi-2021", "korell-2022"),
    items=(LDH, CREATININE, CRP, PLATELETS),
    results=(
        Number("easix", {"ldh": 1, "creatinine": 1, "platelets": -1}, easix, places=2),
        Number("m_easix", {"ldh": 1, "crp": 1, "platelets": -1}, m_easix, places=2),
        Number("s_easix", {"ldh": 1, "platelets": -1}, s_easix, places=2),
    ),
)
