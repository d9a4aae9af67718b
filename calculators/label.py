"""The text of an indication as criteria, each of which depends on one answer alone."""

from collections.abc import Callable, Iterable
from datetime import date

from calculators.dates import Days, days
from calculators.indication import Criterion, Indication

type Truth = bool | None
"""``None``: the label text, or what is known of its date, does not say."""
type Value = str | int | bool | date | None
type Judge = Callable[[Indication, Criterion, Value], Truth]
type Possible = dict[str, tuple[Value, ...]]
"""What an answer may be, by the item or the derived answer that a criterion depends on."""
type Way = dict[str, dict[Value, Truth]]
"""One way of being inside one indication: for each criterion its truth at each possible value."""

SILENCES = {"in_force": "date_of_record", "disease": "disease", "early_failure_of_first_line": "partial_response"}
"""What a text can be silent on, by criterion."""


def both(truths: Iterable[Truth]) -> Truth:
    """All must hold: one false is false, else one unsaid is unsaid."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def either(truths: Iterable[Truth]) -> Truth:
    """One must hold: one true is true, else one unsaid is unsaid."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def names(indication: Indication, disease: Value) -> Truth:
    """Tell whether the text names the disease; unsaid where it neither names it nor leaves it out."""
    return None if disease in indication.unsettled_diseases else disease in indication.diseases


def in_force(indication: Indication, on: Value) -> Truth:
    """Tell whether the record held on a day; unsaid on the days on which its own date leaves that open."""
    assert isinstance(on, date)
    begun = None if indication.since is None else _reached(on, days(indication.since))
    if indication.until is None:
        return begun
    ended = _reached(on, days(indication.until))
    return both((begun, None if ended is None else not ended))


def _reached(on: date, mark: Days) -> Truth:
    if on < mark[0]:
        return False
    return True if on >= mark[1] else None


def changes(indication: Indication) -> list[date]:
    """List the days on which ``in_force`` changes."""
    marks = [days(text) for text in (indication.since, indication.until) if text]
    return [day for mark in marks for day in mark]


def _prior_lines(_: Indication, criterion: Criterion, lines: Value) -> Truth:
    assert isinstance(lines, int)
    most = criterion.max_prior_lines
    return criterion.min_prior_lines <= lines and (most is None or lines <= most)


def _as_answered(_: Indication, __: Criterion, value: Value) -> Truth:
    assert value is None or isinstance(value, bool)
    return value


CRITERIA: dict[str, tuple[str, Judge]] = {
    "region": ("region", lambda indication, _, region: indication.region == region),
    "disease": ("disease", lambda indication, _, disease: names(indication, disease)),
    "in_force": ("on", lambda indication, _, on: in_force(indication, on)),
    "prior_lines": ("prior_lines", _prior_lines),
    "early_failure_of_first_line": ("failed_early", _as_answered),
    "prior_btki": ("prior_btki", _as_answered),
    "hsct_not_intended": ("hsct_intended", lambda _, __, intended: not intended),
}
"""Each criterion with the answer it depends on. The last three hold only where a text asks for them."""


def ways(indication: Indication, possible: Possible) -> list[Way]:
    """Judge every way of being inside an indication at every possible value."""
    return [
        {
            name: {value: judge(indication, criterion, value) for value in possible[answer]}
            for name, (answer, judge) in CRITERIA.items()
            if getattr(criterion, name, True)
        }
        for criterion in indication.any_of
    ]
