"""What a score is: items with levels, a rule over their points, and named ranges of the result.

An answer to an item is the set of levels still possible, so "not known" needs no special case anywhere:
it is the set of all levels. Points are integers; bounds of measured quantities are ``Decimal``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Level:
    """One possible answer to a question, with the points it gives."""

    id: str
    points: int


@dataclass(frozen=True, slots=True)
class Band(Level):
    """A level of a measured quantity: a range in the quantity's first unit. ``None`` = no bound on that side."""

    low: Decimal | None = None
    low_inclusive: bool = False
    high: Decimal | None = None
    high_inclusive: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: value in the first unit = (value - ``zero``) * ``times`` / ``per``."""

    id: str
    times: Decimal = Decimal(1)
    per: Decimal = Decimal(1)
    zero: Decimal = Decimal(0)
    aliases: tuple[str, ...] = ()

    def to_first(self, value: Decimal) -> Decimal:
        """Convert a value in this unit to the quantity's first unit."""
        return (value - self.zero) * self.times / self.per


@dataclass(frozen=True, slots=True)
class Choice:
    """A question answered by one of its levels, listed from best to worst."""

    id: str
    levels: tuple[Level, ...]
    group: str | None = None
    """Items of one group are counted together in the printed table (ICE orientation: 0-4 correct)."""
    row_levels: tuple[tuple[str, ...], ...] = ()
    """Levels that share a row of the printed table; empty = one row for each level."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured number whose levels are bands, listed from best to worst.

    ``plausible`` is the closed range in the first unit outside of which a number is refused: a guard against
    slips of unit and of a decimal place, wider than anything seen in a patient, and not a reference range.
    ``zero_plausible`` admits zero below that range. ``ties`` are the values that the source prints on neither
    side of a cut-off; which side they fall on is decided by the bands and said in the module's docstring.
    ``unit_asked``: laboratories report in several units and ``plausible`` tells them not apart, so a form must not
    choose one beforehand.
    """

    id: str
    units: tuple[Unit, ...]
    plausible: tuple[Decimal, Decimal]
    levels: tuple[Band, ...]
    zero_plausible: bool = False
    whole: bool = False
    ties: tuple[Decimal, ...] = ()
    unit_asked: bool = False
    group: None = None
    row_levels: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or a month or a year when no more is known (``2026-01-28``, ``2026-01``, ``2026``)."""

    id: str
    levels: tuple[Level, ...] = ()
    group: None = None
    row_levels: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Values by day, one to a line, from which other items are counted.

    ``plausible`` and ``zero_plausible`` are those of each value, as in ``Quantity``; ``days`` is the closed range of
    days after the infusion outside of which a line is refused.
    """

    id: str
    units: tuple[Unit, ...]
    plausible: tuple[Decimal, Decimal]
    days: tuple[int, int]
    zero_plausible: bool = False
    levels: tuple[Level, ...] = ()
    group: None = None
    row_levels: tuple[tuple[str, ...], ...] = ()


type Item = Choice | Quantity | Date | Series
type Points = Mapping[str, int]
type Levels = dict[str, tuple[str, ...]]
"""Item id to the levels still possible, in the item's own order; for a date its text, or nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A named range of the score, both ends included."""

    id: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Alternative:
    """Other items that may be answered in place of, or beside, one item.

    ``levels`` turns the levels of ``items`` into the levels they leave possible for ``instead_of``.
    Two answers about the same thing must agree: what both allow is kept, and nothing left is a problem.
    """

    instead_of: str
    items: tuple[Item, ...]
    levels: Callable[[Levels], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Variant:
    """The score in which ``item`` takes the place of ``instead_of``, for the population named."""

    instead_of: str
    item: Quantity
    population: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader must know beside the result, when ``applies`` to the levels still possible."""

    id: str
    applies: Callable[[Levels], bool]


@dataclass(frozen=True, slots=True)
class Score:
    """A published score: its items, its rule, its outcomes, and where they come from.

    ``rule`` maps the points of every item to the score. ``additive``: every item adds its share (a total);
    otherwise the worst item decides. ``high_is_good``: more points mean a healthier patient (ICE).
    """

    id: str
    edition: str
    sources: tuple[str, ...]
    items: tuple[Item, ...]
    rule: Callable[[Points], int]
    outcomes: tuple[Outcome, ...]
    additive: bool = False
    high_is_good: bool = False
    alternatives: tuple[Alternative, ...] = ()
    variant: Variant | None = None
    remarks: tuple[Remark, ...] = ()

    def outcome(self, score: int) -> str:
        """Name the range that a score falls in."""
        return next(o.id for o in self.outcomes if o.low <= score <= o.high)

    def item(self, item_id: str) -> Item:
        """Find one of the score's own items."""
        return next(i for i in self.items if i.id == item_id)


def total(points: Points) -> int:
    """Add the points of every item."""
    return sum(points.values())


def worst(points: Points) -> int:
    """Let the worst item decide."""
    return max(points.values())
