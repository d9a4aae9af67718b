"""Immune effector cell-associated neurotoxicity syndrome, ASTCT consensus grade.

Source: Lee DW, Santomasso BD, Locke FL, et al. Biol Blood Marrow Transplant 2019;25:625-638. Edition `astct-2019`.
CAPD: Traube C, et al. Crit Care Med 2014;42:656-663.
Population: adults and children from 12 years with ICE; children under 12 with CAPD (0-32) in its place.

The worst of five findings decides: ICE (or CAPD), consciousness, seizure, motor weakness, raised intracranial
pressure or oedema. ICE 7-9 is grade 1, 3-6 grade 2, 0-2 grade 3. ICE 0 in a patient who is awake is grade 3;
who cannot be roused, and so cannot do ICE, is grade 4. Tremor, myoclonus, headache, hallucinations and
intracranial haemorrhage do not count.

*Decides* (where the paper leaves room)
    `spontaneous` is a drowsy patient who wakes without stimulus, grade 1; `normal` is no finding.
    CAPD 0 is no finding, and CAPD 1-8, which the paper prints under both grade 1 and grade 2, counts 1:
    consciousness then tells the two apart. CAPD 9 or more is grade 3. Unable to do CAPD because not rousable is
    consciousness `unarousable`.
    Each finding is a question of its own: an ICE that is not known may be anything, whatever else is known.
    In the printed table ICE totals of one range share a row, and `unable_unarousable` has none of its own,
    because it is grade 4 in every row.

*Not for*
    Grade 5 (death). Findings with another cause, such as sedation. Haemorrhage, which CTCAE grades.
"""

from decimal import Decimal

from calculators.evaluation import possible_scores
from calculators.ice import ICE
from calculators.model import Alternative, Band, Choice, Level, Levels, Outcome, Quantity, Score, Unit, Variant, worst

POINTS_BY_ICE_TOTAL = {10: 0, **dict.fromkeys((9, 8, 7), 1), **dict.fromkeys((6, 5, 4, 3), 2), 2: 3, 1: 3, 0: 3}


def _ice_totals(levels: Levels) -> frozenset[str]:
    """Turn the eight ICE answers into the totals they allow."""
    points = {i.id: frozenset(x.points for x in i.levels if x.id in levels[i.id]) for i in ICE.items}
    return frozenset(map(ICE.outcome, possible_scores(ICE, points)))


def _ice_rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(f"ice_{n}" for n, p in POINTS_BY_ICE_TOTAL.items() if p == points) for points in (0, 1, 2, 3))


def _whole_band(low: int, high: int, points: int) -> Band:
    return Band(f"from_{low}_to_{high}", points, Decimal(low), True, Decimal(high), True)


CAPD = Quantity(
    "capd",
    (Unit("points"),),
    plausible=(Decimal(0), Decimal(32)),
    levels=(
        Band("zero", 0, Decimal(0), True, Decimal(0), True),
        _whole_band(1, 8, 1),
        _whole_band(9, 32, 3),
    ),
    whole=True,
)

ICANS = Score(
    id="icans",
    edition="astct-2019",
    sources=("lee-2019", "traube-2014"),
    items=(
        Choice(
            "ice",
            (
                *(Level(f"ice_{n}", points) for n, points in POINTS_BY_ICE_TOTAL.items()),
                Level("unable_unarousable", 4),
            ),
            row_levels=_ice_rows(),
        ),
        Choice(
            "consciousness",
            tuple(
                Level(level, points)
                for points, level in enumerate(("normal", "spontaneous", "voice", "tactile", "unarousable"))
            ),
        ),
        Choice("seizure", (Level("none", 0), Level("brief", 3), Level("prolonged", 4))),
        Choice("motor", (Level("none", 0), Level("deep_focal_weakness", 4))),
        Choice("oedema", (Level("none", 0), Level("focal", 3), Level("diffuse_or_signs", 4))),
    ),
    rule=worst,
    outcomes=(Outcome("no_icans", 0, 0), *(Outcome(f"grade_{n}", n, n) for n in (1, 2, 3, 4))),
    alternatives=(Alternative("ice", ICE.items, _ice_totals),),
    variant=Variant("ice", CAPD, "under_12"),
)
