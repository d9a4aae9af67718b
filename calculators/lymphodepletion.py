"""Lymphodepletion before CAR-T: each product's daily doses, and what fludarabine's labels say of the kidney.

Sources: Chavez JC, Bachmeier C, Kharfan-Dabaja MA. Ther Adv Hematol 2019;10:2040620719841581, Table 1 (axi-cel,
tisa-cel). Tecartus, US prescribing information, 2 (brexu-cel). FDA, 2024 (liso-cel). Fludarabine: Italian summary of
product characteristics, 4.2 and 4.3; US prescribing information. Edition `labels-2026`.
Population: adults with large B-cell or mantle cell lymphoma. Units: body surface m², clearance mL/min of the whole
patient (Cockcroft-Gault), doses mg a day for three days.

*Decides* (where the sources leave room)
    Doses are those of the full regimen. No adjusted dose is computed: the two labels of fludarabine reduce by
    different amounts, at different limits, from 25 mg/m², and no label of a CAR-T product has a table of its own.
    The US steps are printed in whole numbers (50-79, 30-49): what lies between belongs to the lower step.

*Not for*
    Choosing a regimen or a product. Rounding, capping or reducing a dose: the centre's protocol does. Children.
"""

from decimal import Decimal

from calculators.formula import Formula, Inputs, Number, Table
from calculators.model import Band, Choice, Level, Outcome, Quantity, Unit

MG_PER_M2 = {
    "axi_cel": (Decimal(30), Decimal(500)),
    "brexu_cel": (Decimal(30), Decimal(500)),
    "liso_cel": (Decimal(30), Decimal(300)),
    "tisa_cel": (Decimal(25), Decimal(250)),
}
"""Fludarabine and cyclophosphamide a day, by product."""

PRODUCT = Choice("product", tuple(Level(product, place) for place, product in enumerate(MG_PER_M2)))
BODY_SURFACE = Quantity("body_surface", (Unit("m²"),), plausible=(Decimal(1), Decimal("3.5")), levels=())
CLEARANCE = Quantity(
    "clearance",
    (Unit("mL/min"),),
    plausible=(Decimal(1), Decimal(300)),
    levels=(
        Band("at_least_80", 0, low=Decimal(80), low_inclusive=True),
        Band("above_70", 0, low=Decimal(70), high=Decimal(80)),
        Band("from_50_to_70", 0, Decimal(50), True, Decimal(70), True),
        Band("from_30", 0, Decimal(30), True, Decimal(50)),
        Band("below_30", 0, high=Decimal(30)),
    ),
)


def _doses(n: Inputs) -> tuple[Decimal, Decimal]:
    return tuple(MG_PER_M2.values())[int(n["product"])]


def fludarabine(n: Inputs) -> Decimal:
    """Return mg a day from ``product`` and ``body_surface`` in m²."""
    return _doses(n)[0] * n["body_surface"]


def cyclophosphamide(n: Inputs) -> Decimal:
    """Return mg a day from ``product`` and ``body_surface`` in m²."""
    return _doses(n)[1] * n["body_surface"]


INPUTS = {"product": 0, "body_surface": 1}

LYMPHODEPLETION = Formula(
    id="lymphodepletion",
    edition="labels-2026",
    sources=("chavez-2019", "tecartus-uspi", "fda-2024-breyanzi-mcl", "fludarabine-rcp", "fludarabine-uspi"),
    items=(PRODUCT, BODY_SURFACE, CLEARANCE),
    results=(
        Number("fludarabine", INPUTS, fludarabine, places=1, unit="mg"),
        Number("cyclophosphamide", INPUTS, cyclophosphamide, places=0, unit="mg"),
        Table(
            "label_it",
            {"clearance": {"at_least_80": 0, "above_70": 0, "from_50_to_70": 1, "from_30": 1, "below_30": 2}},
            (Outcome("full", 0, 0), Outcome("up_to_half", 1, 1), Outcome("contraindicated", 2, 2)),
        ),
        Table(
            "label_us",
            {"clearance": {"at_least_80": 0, "above_70": 1, "from_50_to_70": 1, "from_30": 2, "below_30": 3}},
            (
                Outcome("full", 0, 0),
                Outcome("twenty", 1, 1),
                Outcome("fifteen", 2, 2),
                Outcome("not_given", 3, 3),
            ),
        ),
    ),
)
