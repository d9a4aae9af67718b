"""How a study's figure is written: with its interval, analysis set, follow-up and, for a toxicity, its scale."""

from decimal import Decimal
from typing import TYPE_CHECKING

from markupsafe import Markup

from build_scripts.records.common import Evidence
from build_scripts.records.trial import AnalysisSet, Baseline, Figure

if TYPE_CHECKING:  # a PageView draws with these functions, so it cannot be imported here
    from build_scripts.page_view import PageView


def show(view: "PageView", key: str) -> Markup:
    """Write the figure `trial.figure` with what it needs to be understood, and its source."""
    trial_id, _, figure_id = key.partition(".")
    trial = view.content.trials[trial_id]
    figure = trial.figures[figure_id]
    analysis_set = trial.analysis_sets[figure.analysis_set]
    details = [set_of(view, analysis_set)]
    if interval := interval_of(view, figure):
        details.insert(0, interval)
    if figure.at_months is not None:
        details.append(view.message("figure.at", months=view.number(figure.at_months)))
    if figure.follow_up_months is not None:
        details.append(view.message("figure.follow_up", months=view.number(figure.follow_up_months)))
    if figure.scale is not None:
        details.append(scale_of(view, figure))
    return Markup('<span class="figure"><strong>{}</strong> ({})</span>{}{}').format(
        value_of(view, figure), "; ".join(details), view.cites([figure.citation]), weight_of(view, figure.evidence)
    )


def value(view: "PageView", key: str) -> str:
    """Write the bare value of `trial.figure` or `trial.characteristic`, for a text that says whom it counts."""
    trial_id, _, record_id = key.partition(".")
    trial = view.content.trials[trial_id]
    if record_id in trial.figures:
        return value_of(view, trial.figures[record_id])
    return characteristic_of(view, trial.baseline[record_id])


def set_of(view: "PageView", analysis_set: AnalysisSet) -> str:
    """Write whom a figure counts, and how many they are where that is known."""
    name = view.plain(analysis_set.name)
    if analysis_set.n is None:
        return f"{name}, {view.message('figure.n_unknown')}"
    derived = f" {view.message('figure.n_derived')}" if analysis_set.n_derived else ""
    return f"{name}, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{analysis_set.n}{derived}"


def scale_of(view: "PageView", figure: Figure) -> str:
    """Write the grading scale, and how it is known where the value is known better."""
    if figure.scale is None:
        return ""
    scale = view.message(f"scale.{figure.scale}")
    if figure.scale_evidence is None:
        return scale
    return f"{scale} ({view.message(f'evidence.{figure.scale_evidence}')})"


def weight_of(view: "PageView", evidence: Evidence) -> Markup:
    """Mark what was not seen in a primary source; nothing stands beside what was."""
    if evidence == "primary":
        return Markup("")
    return Markup(' <span class="evidence">{}</span>').format(view.message(f"evidence.{evidence}"))


def value_of(view: "PageView", figure: Figure) -> str:
    """Write the value with its unit."""
    if figure.value is None:
        return view.message("figure.not_reached")
    return ("≥\N{NO-BREAK SPACE}" if figure.at_least else "") + _with_unit(view, figure.value, figure)


def characteristic_of(view: "PageView", baseline: Baseline) -> str:
    """Write a characteristic of the patients with its unit."""
    match baseline.unit:
        case "percent":
            return f"{view.number(baseline.value)}%"
        case "years":
            return f"{view.number(baseline.value)} {view.message('figure.years')}"
        case _:
            return view.number(baseline.value)


def interval_of(view: "PageView", figure: Figure) -> str:
    """Write the confidence interval, or nothing where the source gives none."""
    if figure.ci_low is None:
        return ""
    high = view.message("figure.not_reached") if figure.ci_high is None else view.number(figure.ci_high)
    return view.message(
        "figure.confidence_interval", level=figure.ci_level, low=view.number(figure.ci_low), high=high
    )


def _with_unit(view: "PageView", value: Decimal, figure: Figure) -> str:
    match figure.unit:
        case "percent":
            return f"{view.number(value)}%"
        case "ratio":
            return view.number(value)
        case _:
            return f"{view.number(value)} {view.message(f'figure.{figure.unit}')}"
