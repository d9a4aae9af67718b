"""Numbers and dates as each language writes them. Digits are never rounded, dropped or added."""

from datetime import date
from decimal import Decimal

from build_scripts.records.common import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "it": (
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def number(value: Decimal | int, language: Language) -> str:
    """Write a number with the language's decimal sign, a true minus sign, and every digit of the record."""
    text = format(Decimal(value), "f").replace("-", "−")
    return text.replace(".", ",") if language == "it" else text


def day(value: date | str, language: Language) -> str:
    """Write a date as far as it is known: `20 novembre 2026`, `January 2026` or `2026`."""
    parts = [int(part) for part in str(value).split("-")]
    words = [str(parts[0])]
    if len(parts) > 1:
        words.insert(0, MONTHS[language][parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, "1º" if language == "it" and parts[2] == 1 else str(parts[2]))
    return " ".join(words)
