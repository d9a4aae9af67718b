"""From records to what a chart draws."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from build_scripts.charts.counted import Arm, Bar
from build_scripts.charts.intervals import Axis, Group, Row, intervals
from build_scripts.evidence_view.selection import Shown
from build_scripts.figures import set_of

if TYPE_CHECKING:
    from build_scripts.evidence_view.view import EvidenceView

KINDS: dict[str, tuple[str, ...]] = {
    "response": ("orr", "cr"),
    "survival": ("efs_rate", "ffs_rate", "pfs_rate", "os_rate"),
    "ratio": ("efs_hr", "ffs_hr", "ttf_hr", "pfs_hr", "os_hr"),
    "toxicity": ("crs_any", "crs_grade3plus", "neurotoxicity_any", "neurotoxicity_grade3plus"),
}
"""What each kind of chart draws."""

PERCENT = Axis(0, 100, tuple((value, f"{value}%") for value in (0, 25, 50, 75, 100)))


def fits(kind: str, shown: Shown) -> bool:
    """Whether a chart of this kind draws the figure. KeyError if there is no such kind."""
    return shown.figure.endpoint in KINDS[kind] and shown.figure.value is not None


def draw(evidence: "EvidenceView", kind: str, identity: str, title: str, shown: list[Shown]) -> list[Markup]:
    """Draw the figures, one drawing for each endpoint and time: on paper none of them has to be cut."""
    groups: dict[str, list[Row]] = {}
    for endpoint in KINDS[kind]:
        of_endpoint = [one for one in shown if one.figure.endpoint == endpoint]
        for one in sorted(of_endpoint, key=lambda one: one.figure.at_months or 0):
            groups.setdefault(evidence.endpoint(one), []).append(_row(evidence, one))
    axis = axis_of(evidence, kind, shown)
    return [
        intervals(
            f"{identity}-{number}",
            f"{title}: {heading}",
            ", ".join(f"{row.label} {row.shown}" for row in rows),
            axis,
            Group(heading, tuple(rows)),
            evidence.view.palette,
        )
        for number, (heading, rows) in enumerate(groups.items(), start=1)
    ]


def axis_of(evidence: "EvidenceView", kind: str, shown: list[Shown]) -> Axis:
    """Return the axis of a kind of chart: per cent, or a ratio around 1 that reaches as far as the figures do."""
    if kind != "ratio":
        return PERCENT
    ends = [end for one in shown for end in (one.figure.value, one.figure.ci_high) if end is not None]
    high, marks = (3, (0.25, 0.5, 1, 2)) if max(ends) <= 3 else (15, (0.25, 1, 4, 12))
    decimal_sign = "," if evidence.view.language == "it" else "."
    ticks = tuple((value, f"{value}".replace(".", decimal_sign)) for value in marks)
    return Axis(0.15, high, ticks, logarithmic=True)


def _row(evidence: "EvidenceView", shown: Shown) -> Row:
    figure = shown.figure
    assert figure.value is not None
    interval = evidence.view.number(figure.ci_low) if figure.ci_low is not None else ""
    if interval:
        high = "…" if figure.ci_high is None else evidence.view.number(figure.ci_high)
        interval = f" ({interval}–{high})"
    return Row(
        label=f"{shown.trial.name}, {evidence.arm(shown)}",
        note=_note(evidence, shown),
        shown=evidence.value(shown) + interval,
        value=figure.value,
        low=figure.ci_low,
        high=figure.ci_high,
        open_high=figure.ci_high_not_reached,
        badge=evidence.view.message(f"scale.{figure.scale}") if figure.scale else "",
        # Studies of clinical practice are of CAR-T in every arm, also where an arm holds several products.
        control=shown.arm.product is None and shown.trial.setting != "real_world",
    )


def _note(evidence: "EvidenceView", shown: Shown) -> str:
    counted = set_of(evidence.view, shown.analysis_set)
    definition = shown.figure.definition
    return f"{counted}; {evidence.view.plain(definition)}" if definition else counted


def counted_arms(evidence: "EvidenceView", trial_id: str) -> list[Arm]:
    """Return each arm's analysis sets, largest first; the sets of comparisons stand before the arms."""
    trial = evidence.content.trials[trial_id]
    quantities = [*trial.figures.values(), *trial.baseline.values()]
    compared = {figure.analysis_set for figure in trial.figures.values() if figure.versus is not None}
    arms = []
    together = _bars(evidence, trial_id, compared)
    if together:
        arms.append(Arm(evidence.view.message("chart.both_arms"), together))
    for arm_id, arm in trial.arms.items():
        sets = {quantity.analysis_set for quantity in quantities if quantity.arm == arm_id} - compared
        if bars := _bars(evidence, trial_id, sets):
            arms.append(Arm(evidence.view.plain(arm.name), bars))
    return arms


def _bars(evidence: "EvidenceView", trial_id: str, sets: set[str]) -> tuple[Bar, ...]:
    held = evidence.content.trials[trial_id].analysis_sets
    named = sorted((held[identity] for identity in held if identity in sets), key=lambda one: -(one.n or 0))
    return tuple(
        Bar(
            evidence.view.plain(one.name),
            str(one.n) if one.n is not None else evidence.view.message("figure.n_unknown"),
            one.n,
        )
        for one in named
    )
