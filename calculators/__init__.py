"""Published clinical scores, as tables: an answer is the set of levels still possible."""

from collections.abc import Iterator
from typing import Any

from calculators.definition import describe, score_rows
from calculators.registry import SCORES, UnknownCalculator, score

__all__ = ["UnknownCalculator", "calculator_ids", "definition", "rows"]


def calculator_ids() -> list[str]:
    """List the ids of all calculators."""
    return list(SCORES)


def definition(calculator_id: str) -> dict[str, Any]:
    """Describe a calculator as plain data; the shape is that of ``calculators.definition.describe``."""
    return describe(score(calculator_id))


def rows(calculator_id: str) -> Iterator[dict[str, Any]]:
    """Yield every complete-input row; the shape is that of ``calculators.definition.score_rows``."""
    return score_rows(score(calculator_id))
