"""ICE: Immune effector Cell-associated Encephalopathy score, 0 to 10 points, 10 = no impairment.

Source: Lee DW, Santomasso BD, Locke FL, et al. Biol Blood Marrow Transplant 2019;25:625-638. Edition `astct-2019`.
Population: adults, and children from 12 years who can do the tasks.

Orientation to year, month, city and hospital (1 each), naming three objects (1 each), following commands,
writing a standard sentence, attention (counting back from 100 by ten): 1 each.

*Decides* (where the paper leaves room)
    A task that was not done or could not be tested is unknown, not failed: the total is a range.

*Not for*
    A patient who cannot be roused: no total exists, answer ICANS with `unable_unarousable`. A patient who does
    not share the examiner's language. Children under 12 years, for whom CAPD takes its place.
"""

from calculators.model import Choice, Level, Outcome, Score, total


def _task(item_id: str, group: str | None = None) -> Choice:
    return Choice(item_id, (Level("correct", 1), Level("not_correct", 0)), group)


ICE = Score(
    id="ice",
    edition="astct-2019",
    sources=("lee-2019",),
    items=(
        *(_task(item_id, "orientation") for item_id in ("year", "month", "city", "hospital")),
        Choice("naming", tuple(Level(str(n), n) for n in (3, 2, 1, 0))),
        _task("commands"),
        _task("writing"),
        _task("attention"),
    ),
    rule=total,
    outcomes=tuple(Outcome(f"ice_{n}", n, n) for n in range(11)),
    additive=True,
    high_is_good=True,
)
