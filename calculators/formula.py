"""What a formula is: inputs, and one or more named results, each a number or a table of points.

The sibling of ``calculators.model.Score`` for what is computed (MIPI, EASIX, body surface area, clearance) and for
several tables over the same questions (IPI, R-IPI, NCCN-IPI). All arithmetic is ``Decimal``: a value is the same in
every interpreter, and nothing is rounded before it is compared with a cut-off.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from calculators.model import Band, Date, Item, Outcome, Points, Quantity, Remark, Series, total
from calculators.reading import Reading
from calculators.series import DailyValues

type Inputs = Mapping[str, Decimal]
"""Item id to its value: of a quantity in its first unit, of a choice the points of its level."""


@dataclass(frozen=True, slots=True)
class Number:
    """A named result that is computed.

    ``inputs`` maps each item that ``compute`` needs to the way the result follows it: +1 when more of it never
    lowers the result, -1 when more of it never raises it. That is how ``>250`` becomes a bound of the result; for a
    choice, whose levels are tried one by one, it is 0. ``outcomes`` are ranges of the value (their points are not
    used); none = the number is all there is. ``places``: decimals shown, half up; more where fewer would show the
    value on the wrong side of a cut-off.
    """

    id: str
    inputs: Mapping[str, int]
    compute: Callable[[Inputs], Decimal]
    places: int
    unit: str | None = None
    outcomes: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A named result that is read from points: their sum, or by ``rule`` the worst of them.

    ``points``: for each item, or earlier named result, the points of each level, or outcome. ``only``: an item and
    the levels for which the table was made; outside of them it gives no result.
    """

    id: str
    points: Mapping[str, Mapping[str, int]]
    outcomes: tuple[Outcome, ...]
    only: tuple[str, tuple[str, ...]] | None = None
    rule: Callable[[Points], int] = total


@dataclass(frozen=True, slots=True)
class Ratio:
    """A quantity that may be given as two numbers, e.g. LDH and its upper limit of normal."""

    instead_of: str
    numerator: Quantity
    denominator: Quantity


@dataclass(frozen=True, slots=True)
class Counted:
    """Items that may be counted from a series of values instead of being answered.

    ``count`` is given the measured values and the same with short gaps filled; it returns, for each item, the levels
    still possible and, where days are counted, how many there may be. ``longest_gap``: days without a value that are
    read along a straight line between two values. ``period``: the days whose cover is reported.
    """

    series: Series
    infusion: Date
    count: Callable[[DailyValues, DailyValues], Mapping[str, Reading]]
    longest_gap: int
    period: range


@dataclass(frozen=True, slots=True)
class Formula:
    """A calculator with named results. A remark sees levels of items and outcomes of named results alike."""

    id: str
    edition: str
    sources: tuple[str, ...]
    items: tuple[Item, ...]
    results: tuple[Number | Table, ...]
    ratios: tuple[Ratio, ...] = ()
    counted: tuple[Counted, ...] = ()
    remarks: tuple[Remark, ...] = ()
