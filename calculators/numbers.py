"""Typed numbers as clinicians write them, Italian or English, to ``Decimal``; never guessed, never a float.

Read: ``9,0`` and ``9.0``; ``1200``; thousands apart by a space or an apostrophe (``1 200``, ``1'200``); both
separators together (``1.200,5``, ``1,200.5``); a relation in front (``>2000``, ``≥ 2000``, ``<0,5``, ``<=5``).
Refused as ``two_readings``: ``1.200``, ``1,200``, ``12.500``. Refused as ``not_a_number``: anything else.
"""

from dataclasses import dataclass
from decimal import Decimal

from calculators.problems import Problem

LONGEST_NUMBER = 24
SPACES = "\u0020\u00a0\u2009\u202f"
APOSTROPHES = "'\u2019"
RELATIONS = {">=": "≥", "=>": "≥", "<=": "≤", "=<": "≤", "≥": "≥", "≤": "≤", ">": ">", "<": "<"}
DIGITS = frozenset("0123456789")


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that an answer allows. ``None`` = no bound on that side."""

    low: Decimal | None
    low_inclusive: bool
    high: Decimal | None
    high_inclusive: bool

    def meets(self, other: "Interval") -> bool:
        """Tell whether any number lies in both."""
        return _below(self, other) and _below(other, self)


def _below(a: Interval, b: Interval) -> bool:
    """Tell whether ``a`` begins no later than ``b`` ends."""
    if a.low is None or b.high is None or a.low < b.high:
        return True
    return a.low == b.high and a.low_inclusive and b.high_inclusive


def interval(relation: str, value: Decimal) -> Interval:
    """Return what ``relation value`` allows; the relation is one of ``= < ≤ > ≥``."""
    if relation == "=":
        return Interval(value, True, value, True)
    if relation in "<≤":
        return Interval(None, False, value, relation == "≤")
    return Interval(value, relation == "≥", None, False)


def read_number(answer: object) -> tuple[str, Decimal]:
    """Read a JSON number or typed text as a relation and a number; raise ``Problem`` when that is not possible.

    A JSON float is read through its shortest text, so that 0.1 is one tenth.
    """
    if isinstance(answer, bool):
        raise Problem("not_a_number", answer)
    if isinstance(answer, int):
        return "=", Decimal(answer)
    if isinstance(answer, float):
        number = Decimal(repr(answer))
        if not number.is_finite():
            raise Problem("not_a_number", answer)
        return "=", number
    if not isinstance(answer, str):
        raise Problem("not_a_number", answer)
    return _read_text(answer)


def _read_text(typed: str) -> tuple[str, Decimal]:
    text = typed.strip(SPACES)
    relation = "="
    for written, meant in RELATIONS.items():
        if text.startswith(written):
            relation = meant
            text = text[len(written) :].strip(SPACES)
            break
    sign = ""
    if text[:1] in ("-", "−"):
        sign, text = "-", text[1:]
    readings = _readings(text) if len(text) <= LONGEST_NUMBER else []
    if not readings:
        raise Problem("not_a_number", typed)
    if len(readings) > 1:
        raise Problem("two_readings", typed, readings=[sign + r for r in readings])
    return relation, Decimal(sign + readings[0])


def _readings(text: str) -> list[str]:
    """Return every number that the text can mean, as plain digits with a point."""
    grouped = _ungroup(text)
    if grouped is None:
        return []
    text, had_groups = grouped
    points, commas = text.count("."), text.count(",")
    if points + commas == 0:
        return [text] if _is_digits(text) else []
    if points and commas:
        decimal = "." if text.rfind(".") > text.rfind(",") else ","
        whole, _, fraction = text.rpartition(decimal)
        thousands = _thousands(whole, "," if decimal == "." else ".")
        return [f"{thousands}.{fraction}"] if thousands and not had_groups and _is_digits(fraction) else []
    separator = "." if points else ","
    as_thousands = None if had_groups else _thousands(text, separator)
    whole, _, fraction = text.partition(separator)
    as_decimal = f"{whole}.{fraction}" if _is_digits(whole) and _is_digits(fraction) else None
    return [reading for reading in (as_thousands, as_decimal) if reading]


def _ungroup(text: str) -> tuple[str, bool] | None:
    """Take out spaces or apostrophes between groups of three digits; ``None`` when they stand elsewhere."""
    marks = {c for c in text if c in SPACES or c in APOSTROPHES}
    if not marks:
        return text, False
    if len(marks) > 1:
        return None
    end = next((place for place, c in enumerate(text) if c in ".,"), len(text))
    whole = _thousands(text[:end], marks.pop())
    return (whole + text[end:], True) if whole else None


def _thousands(text: str, separator: str) -> str | None:
    """Join digits grouped in threes by ``separator``; ``None`` when they are not so grouped."""
    first, *rest = text.split(separator)
    if not rest or not 1 <= len(first) <= 3 or first.startswith("0") or not _is_digits(first):
        return None
    return first + "".join(rest) if all(len(r) == 3 and _is_digits(r) for r in rest) else None


def _is_digits(text: str) -> bool:
    """Accept the ten ASCII digits alone; ``str.isdigit`` would accept other scripts."""
    return bool(text) and DIGITS.issuperset(text)
