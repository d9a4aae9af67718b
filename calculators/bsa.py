"""Body surface area, by Mosteller and by Du Bois.

Sources: Mosteller RD. N Engl J Med 1987;317:1098. Du Bois D, Du Bois EF. Arch Intern Med 1916;17:863-871.
Units: height cm, weight kg; result m².

*Decides* (where the papers leave room)
    Actual weight enters both formulas: neither paper speaks of ideal or adjusted weight, and nothing is capped.
    Which formula a dose is computed with is the protocol's choice, so both stand side by side.

*Not for*
    Choosing a dose: a regimen's own rules of weight, cap and rounding come first.
"""

from decimal import Decimal

from calculators.body import HEIGHT, WEIGHT
from calculators.formula import Formula, Inputs, Number


def mosteller(n: Inputs) -> Decimal:
    """Return m² from ``height`` in cm and ``weight`` in kg."""
    return (n["height"] * n["weight"] / 3600).sqrt()


def du_bois(n: Inputs) -> Decimal:
    """Return m² from ``height`` in cm and ``weight`` in kg."""
    return Decimal("0.007184") * n["height"] ** Decimal("0.725") * n["weight"] ** Decimal("0.425")


BSA = Formula(
    id="bsa",
    edition="mosteller-1987",
    sources=("mosteller-1987", "du-bois-1916"),
    items=(HEIGHT, WEIGHT),
    results=(
        Number("mosteller", {"height": 1, "weight": 1}, mosteller, places=2, unit="m²"),
        Number("du_bois", {"height": 1, "weight": 1}, du_bois, places=2, unit="m²"),
    ),
)
