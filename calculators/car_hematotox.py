"""CAR-HEMATOTOX: risk of long and deep cytopenia after CAR-T, from the blood count and inflammation before it.

Source: Rejeski K, Perez A, Sesques P, et al. Blood 2021;138:2499-2513. Edition `rejeski-2021`.
Population: adults with large B-cell lymphoma, before lymphodepletion (about day -5).
Units: platelets 10⁹/L, neutrophils (ANC) cells/µL, haemoglobin g/dL, CRP mg/dL (not mg/L), ferritin ng/mL.

*Decides* (where the paper leaves room)
    Platelets 75 and 175 and ferritin 650 and 2000 belong to the middle band (1 point), as printed. The cut-offs
    of ANC, haemoglobin and CRP are printed only as "above" and "below": ANC exactly 1200 gives 0 points,
    haemoglobin exactly 9.0 gives 0, CRP exactly 3.0 gives 1, and the result says that a tie was met.
    A missing value is unknown, never normal; nothing is rounded before it is compared.

*Not for*
    Values taken during or after lymphodepletion or after the infusion. A three-tier reading: the paper has
    low (0-1) and high (2-7) alone. Withholding the therapy.
"""

from decimal import Decimal

from calculators.laboratory import CELLS, CRP_UNITS, FERRITIN_UNITS, NEUTROPHIL_UNITS
from calculators.model import Band, Outcome, Quantity, Score, Unit, total


def _two_bands(cut: str, points_below: int, points_at_least: int) -> tuple[Band, Band]:
    """Split at a cut-off; the cut-off itself belongs to the upper band. Listed from best to worst."""
    name = cut.replace(".", "_")
    below = Band(f"below_{name}", points_below, high=Decimal(cut))
    at_least = Band(f"at_least_{name}", points_at_least, low=Decimal(cut), low_inclusive=True)
    return (below, at_least) if points_below < points_at_least else (at_least, below)


def _middle_band(low: str, high: str) -> Band:
    return Band(f"from_{low}_to_{high}", 1, Decimal(low), True, Decimal(high), True)


CAR_HEMATOTOX = Score(
    id="car_hematotox",
    edition="rejeski-2021",
    sources=("rejeski-2021",),
    items=(
        Quantity(
            "platelets",
            CELLS,
            plausible=(Decimal(1), Decimal(2000)),
            levels=(
                Band("above_175", 0, low=Decimal(175)),
                _middle_band("75", "175"),
                Band("below_75", 2, high=Decimal(75)),
            ),
        ),
        Quantity(
            "anc",
            NEUTROPHIL_UNITS,
            # 1.2 typed under /µL is a slip for 1.2 ×10⁹/L; an agranulocytosis of 0 is real.
            plausible=(Decimal(10), Decimal(50000)),
            zero_plausible=True,
            levels=_two_bands("1200", 1, 0),
            ties=(Decimal(1200),),
        ),
        Quantity(
            "haemoglobin",
            (
                Unit("g/dL"),
                Unit("g/L", per=Decimal(10)),
                # Substance concentration of the monomer: g/dL x 0.6206 = mmol/L.
                Unit("mmol/L", per=Decimal("0.6206")),
            ),
            plausible=(Decimal(3), Decimal(25)),
            levels=_two_bands("9.0", 1, 0),
            ties=(Decimal("9.0"),),
        ),
        Quantity(
            "crp",
            CRP_UNITS,
            plausible=(Decimal(0), Decimal(60)),
            levels=_two_bands("3.0", 0, 1),
            ties=(Decimal("3.0"),),
            unit_asked=True,
        ),
        Quantity(
            "ferritin",
            FERRITIN_UNITS,
            plausible=(Decimal(1), Decimal(200000)),
            levels=(
                Band("below_650", 0, high=Decimal(650)),
                _middle_band("650", "2000"),
                Band("above_2000", 2, low=Decimal(2000)),
            ),
        ),
    ),
    rule=total,
    outcomes=(Outcome("low", 0, 1), Outcome("high", 2, 7)),
    additive=True,
)
