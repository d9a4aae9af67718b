"""Laboratory quantities that several formulas ask for, with the units in which laboratories report them."""

from decimal import Decimal

from calculators.model import Band, Quantity, Unit

CELLS = (
    Unit("10⁹/L", aliases=("10^9/L", "G/L")),
    Unit("/µL", per=Decimal(1000), aliases=("/uL", "/mm3", "/mm³")),
)
CRP_UNITS = (Unit("mg/dL"), Unit("mg/L", per=Decimal(10)))
FERRITIN_UNITS = (Unit("ng/mL"), Unit("µg/L", aliases=("ug/L",)))
NEUTROPHIL_UNITS = (
    Unit("/µL", aliases=("/uL", "/mm3", "/mm³")),
    Unit("10⁹/L", times=Decimal(1000), aliases=("10^9/L", "G/L")),
)

LDH = Quantity("ldh", (Unit("U/L", aliases=("UI/L", "IU/L")),), plausible=(Decimal(20), Decimal(30000)), levels=())
LDH_UPPER_LIMIT = Quantity(
    "ldh_upper_limit", (Unit("U/L", aliases=("UI/L", "IU/L")),), plausible=(Decimal(80), Decimal(1000)), levels=()
)


def ldh_ratio(levels: tuple[Band, ...]) -> Quantity:
    """Return LDH as a multiple of its laboratory's upper limit of normal, in the bands of one score."""
    unit = Unit("×ULN", aliases=("xULN",))
    return Quantity("ldh_ratio", (unit,), plausible=(Decimal("0.05"), Decimal(200)), levels=levels)


CREATININE = Quantity(
    "creatinine",
    (
        Unit("mg/dL"),
        # 88.4 µmol/L = 1 mg/dL, from the molar mass 113.12 g/mol.
        Unit("µmol/L", per=Decimal("88.4"), aliases=("umol/L",)),
    ),
    plausible=(Decimal("0.1"), Decimal(20)),
    levels=(),
)
