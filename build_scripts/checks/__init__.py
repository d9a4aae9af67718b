"""What no single record can know: each check reads the whole content and adds what it finds."""

from collections.abc import Callable

from build_scripts.checks import (
    calculators,
    dates,
    editions,
    figures,
    guides,
    local,
    messages,
    pages,
    patient_sheets,
    records,
    references,
    texts,
    typed_figures,
)
from build_scripts.content import Content
from build_scripts.problems import Problems

Check = Callable[[Content, Problems], None]

CHECKS: tuple[Check, ...] = (
    texts.check,
    references.check,
    pages.check,
    records.check,
    figures.check,
    typed_figures.check,
    guides.check,
    dates.check,
    editions.check,
    messages.check,
    calculators.check,
    local.check,
    patient_sheets.check,
)
