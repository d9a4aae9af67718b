"""Which CAR-T labels a situation lies inside, by the text of the indication and nothing else.

Sources: section 4.1 of the European labels and section 1 of the United States labels of axi-cel, tisa-cel, liso-cel
and brexu-cel; for Italy, which has the European label, also what was found about reimbursement. The records are those
of the indications page, each with its date. Population: adults with B-cell lymphoma.

*Decides* (where the label texts leave room)
    Every text speaks of relapsed or refractory disease: that it is so now is taken as given.
    Twelve months are counted from the *completion* of first-line therapy, not from its response. The day twelve
    calendar months later is still within them; 29 February counts to 28 February.
    Best response stable or progressive is refractory, and so is inside the second-line texts.
    The texts do not say whether a partial response is refractory: TRANSFORM counted it so, ZUMA-7 only with a
    biopsy. Partial response and relapse within 12 months is inside by either reading; without such a relapse
    both outcomes remain possible, and the result says that the text is silent.
    A disease that the text neither names nor leaves out is open in the same way: DLBCL arising from follicular
    lymphoma under the European texts.
    A record holds from its date on. Where only its month or year is known, the days of that month or year stay open.
    Without ``on`` every date remains possible: no clock is read.

*Not for*
    Deciding whether a patient is fit for the therapy. Contraindications, organ function, CNS disease, age under 18,
    the cards of the AIFA registries. Trials, compassionate use. Diseases that are not listed.
"""

from datetime import date
from decimal import Decimal

from calculators.dates import add_months, days
from calculators.model import Alternative, Band, Choice, Date, Item, Level, Levels, Quantity, Unit

EDITION = "labels-2026-11"
SOURCES = (
    "yescarta-smpc",
    "kymriah-smpc",
    "breyanzi-smpc",
    "tecartus-smpc",
    "yescarta-uspi",
    "kymriah-uspi",
    "breyanzi-uspi",
    "tecartus-uspi",
)
PRODUCTS = ("axi_cel", "tisa_cel", "liso_cel", "brexu_cel")
WINDOW_MONTHS = 12


def _choice(item_id: str, *levels: str) -> Choice:
    return Choice(item_id, tuple(Level(level, 0) for level in levels))


def _count(number: int) -> Band:
    return Band(f"lines_{number}", 0, Decimal(number), True, Decimal(number), True)


PRIOR_LINES = Quantity(
    "prior_lines",
    (Unit("lines"),),
    plausible=(Decimal(0), Decimal(20)),
    levels=(*map(_count, (0, 1, 2)), Band("lines_3_or_more", 0, low=Decimal(3), low_inclusive=True)),
    whole=True,
)
LINES_BY_LEVEL = {level.id: number for number, level in enumerate(PRIOR_LINES.levels)}

MONTHS = Quantity(
    "months_from_completion",
    (Unit("months"),),
    plausible=(Decimal(0), Decimal(600)),
    levels=(
        Band("within_12", 0, high=Decimal(WINDOW_MONTHS), high_inclusive=True),
        Band("after_12", 0, low=Decimal(WINDOW_MONTHS)),
    ),
)

ITEMS: tuple[Item, ...] = (
    _choice("region", "it", "eu", "us"),
    Date("on"),
    _choice("disease", "dlbcl", "hgbl", "pmbcl", "fl3b", "tfl", "fl", "mcl"),
    PRIOR_LINES,
    _choice("best_response_first_line", "complete", "partial", "stable", "progressive"),
    MONTHS,
    _choice("prior_btki", "yes", "no"),
    _choice("hsct_intended", "yes", "no"),
)


def window(levels: Levels) -> frozenset[str]:
    """Tell from two dates whether the relapse came within the window; nothing, when it precedes the completion."""
    completed, relapsed = levels["first_line_completed_on"], levels["relapse_on"]
    if not completed or not relapsed:
        return frozenset(("within_12", "after_12"))
    first_completed, last_completed = days(completed[0])
    first_relapse, last_relapse = days(relapsed[0])
    found = set()
    if first_relapse <= _window_end(last_completed) and last_relapse >= first_completed:
        found.add("within_12")
    if last_relapse > _window_end(first_completed):
        found.add("after_12")
    return frozenset(found)


def _window_end(completed: date) -> date:
    return add_months(completed, WINDOW_MONTHS)


ALTERNATIVES = (Alternative(MONTHS.id, (Date("first_line_completed_on"), Date("relapse_on")), window),)


def early_failure(response: str, relapse: str) -> bool | None:
    """Tell whether first-line therapy failed early; ``None`` where the label text does not say."""
    if response in ("stable", "progressive") or relapse == "within_12":
        return True
    return None if response == "partial" else False
