"""Labels of numeric bands, derived from their bounds so that no label can disagree with a threshold."""

from decimal import Decimal
from typing import Any

from build_scripts.formats import number
from build_scripts.records.common import Language


def band_label(band: dict[str, Any], unit: str | None, language: Language) -> str:
    """Write a band as `75–175 ×10⁹/L`, `<3,0 mg/dL`, `≥38,0 °C` or `>0–6 L/min`.

    `band` has the shape of `calculators.definition`. In a range a bound that does not belong to it carries its
    sign; in a range written without signs both ends belong to it.
    """
    low, high = band["min"], band["max"]
    low_text = number(Decimal(low), language) if low is not None else ""
    high_text = number(Decimal(high), language) if high is not None else ""
    if low is None:
        text = ("≤" if band["max_inclusive"] else "<") + high_text
    elif high is None:
        text = ("≥" if band["min_inclusive"] else ">") + low_text
    elif low == high:
        text = low_text
    else:
        low_text = low_text if band["min_inclusive"] else f">{low_text}"
        high_text = high_text if band["max_inclusive"] else f"<{high_text}"
        text = f"{low_text}–{high_text}"
    return f"{text}\u00a0{unit}" if unit else text
