"""Metabolic response of lymphoma by PET-CT: the Lugano classification with the five-point (Deauville) scale.

Sources: Cheson BD, Fisher RI, Barrington SF, et al. J Clin Oncol 2014;32:3059-3068. Barrington SF, Mikhaeel NG,
Kostakoglu L, et al. J Clin Oncol 2014;32:3048-3058. Edition `lugano-2014`.
Population: FDG-avid lymphomas, PET-CT compared with the one before treatment.

Score 1-3 without new foci is complete metabolic response. With score 4-5 the change of uptake decides: reduced is
partial response, no significant change is no metabolic response, increased is progression. New FDG-avid foci
consistent with lymphoma are progression whatever the score.

*Decides* (where the papers leave room)
    New foci together with score 1-3: progression, with the remark that the two answers do not fit, because a new
    site of lymphoma is score 5. Uptake that is not likely to be lymphoma is no new focus.
    With score 1-3 the change of uptake does not count.
    Which change is significant is for the reader of the scan: no threshold is used here.

*Not for*
    Response by CT alone. Deciding treatment: soon after CAR-T inflamed sites may take up more without progression.
"""

from calculators.model import Choice, Level, Levels, Outcome, Points, Remark, Score


def response(points: Points) -> int:
    """New foci decide first, then a score of 1-3, then the change of uptake."""
    if points["new_foci"]:
        return points["new_foci"]
    if points["deauville"] == 0:
        return 0
    return max(points["deauville"], points["uptake_change"])


def _new_foci_with_low_score(levels: Levels) -> bool:
    """A new site of lymphoma is score 5 by the scale's own words."""
    low = {"deauville_1", "deauville_2", "deauville_3"}
    return levels["new_foci"] == ("present",) and set(levels["deauville"]) <= low


LUGANO = Score(
    id="lugano",
    edition="lugano-2014",
    sources=("cheson-2014", "barrington-2014"),
    items=(
        Choice(
            "deauville",
            tuple(Level(f"deauville_{n}", int(n > 3)) for n in range(1, 6)),
            row_levels=(("deauville_1", "deauville_2", "deauville_3"), ("deauville_4", "deauville_5")),
        ),
        Choice("uptake_change", (Level("reduced", 1), Level("unchanged", 2), Level("increased", 3))),
        Choice("new_foci", (Level("absent", 0), Level("present", 3))),
    ),
    rule=response,
    outcomes=(
        Outcome("complete", 0, 0),
        Outcome("partial", 1, 1),
        Outcome("no_response", 2, 2),
        Outcome("progression", 3, 3),
    ),
    remarks=(Remark("new_foci_with_low_score", _new_foci_with_low_score),),
)
