"""One row per figure: what figures.json and figures.csv hold, and what the explorer shows."""

from pydantic import BaseModel, ConfigDict

from build_scripts.content import Content
from build_scripts.records.common import Evidence, Id, Words
from build_scripts.records.endpoint import Endpoint
from build_scripts.records.trial import Figure, Number, Scale, Setting, Trial, Unit

CSV_COLUMNS = (
    "trial", "arm", "endpoint", "value", "unit", "ci_low", "ci_high", "analysis_set", "n", "follow_up_months",
    "at_months", "scale", "reference", "evidence",
    "figure", "setting", "product", "versus", "not_reached", "ci_high_not_reached", "ci_level", "count", "data_cut",
    "scale_evidence", "at_least",
)  # fmt: skip
"""In this order for ever; a new column goes to the end. They hold ids and numbers only, so the file is ASCII."""


class FigureNames(BaseModel):
    """The words behind a figure's ids."""

    model_config = ConfigDict(extra="forbid")

    trial: str
    arm: Words
    endpoint: Words
    analysis_set: Words
    data_cut: Words
    definition: Words | None
    n_derived: Words | None


class FigureRow(BaseModel):
    """One result of one study. What is not known is null."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)

    trial: Id
    """Id of the study, as in trials.json."""
    arm: Id
    """Id of the treatment within the study."""
    endpoint: Endpoint
    value: Number | None
    """With the digits it was printed with; null where the median was not reached."""
    unit: Unit
    ci_low: Number | None
    ci_high: Number | None
    analysis_set: Id
    """Whom the figure counts: an id within the study."""
    n: int | None
    """Patients in the analysis set; null where the source that was seen does not give it."""
    follow_up_months: Number | None
    """Median follow-up of the data cut."""
    at_months: Number | None
    """For a rate: the time at which its curve is read."""
    scale: Scale | None
    """For a toxicity: what it was graded on. `not_stated`: the source that was seen names none."""
    reference: Id
    """The report that the value comes from: an id of references.json."""
    evidence: Evidence
    figure: str
    """`trial.figure`, unique: what a page's text names."""
    setting: Setting
    product: Id | None
    """The arm's CAR-T product, as in products.json."""
    versus: Id | None
    """For a ratio: the arm it compares with. Below 1 favours `arm` for events, above 1 for responses."""
    not_reached: bool
    ci_high_not_reached: bool
    ci_level: int | None
    count: int | None
    """Patients with the event, where the source prints them."""
    p_value: str | None
    data_cut: Id
    published: str
    """When the data cut was published, as far as known."""
    scale_evidence: Evidence | None
    """How the scale is known, where that is not how the value is known."""
    at_least: bool
    """The source says only that the value is this or more."""
    place: str | None
    """Table, figure or section of the reference."""
    seen_in: Id | None
    """Where `evidence` is `secondary`: the publication in which the value was read, if it can be cited."""
    names: FigureNames


def figure_rows(content: Content) -> list[FigureRow]:
    """Return every figure of every study: studies in the order of their ids, figures in that of their records."""
    return [
        _row(content, trial_id, trial, figure_id, figure)
        for trial_id, trial in content.trials.items()
        for figure_id, figure in trial.figures.items()
    ]


def _row(content: Content, trial_id: str, trial: Trial, figure_id: str, figure: Figure) -> FigureRow:
    arm = trial.arms[figure.arm]
    analysis_set = trial.analysis_sets[figure.analysis_set]
    data_cut = trial.data_cuts[figure.data_cut]
    return FigureRow(
        trial=trial_id,
        arm=figure.arm,
        endpoint=figure.endpoint,
        value=figure.value,
        unit=figure.unit,
        ci_low=figure.ci_low,
        ci_high=figure.ci_high,
        analysis_set=figure.analysis_set,
        n=analysis_set.n,
        follow_up_months=figure.follow_up_months,
        at_months=figure.at_months,
        scale=figure.scale,
        reference=figure.citation.ref,
        evidence=figure.evidence,
        figure=f"{trial_id}.{figure_id}",
        setting=trial.setting,
        product=arm.product,
        versus=figure.versus,
        not_reached=figure.not_reached,
        ci_high_not_reached=figure.ci_high_not_reached,
        ci_level=figure.ci_level if figure.ci_low is not None else None,
        count=figure.count,
        p_value=figure.p_value,
        data_cut=figure.data_cut,
        published=data_cut.published,
        scale_evidence=figure.scale_evidence,
        at_least=figure.at_least,
        place=figure.citation.place,
        seen_in=figure.seen_in.ref if figure.seen_in else None,
        names=FigureNames(
            trial=trial.name,
            arm=arm.name,
            endpoint=content.endpoints[figure.endpoint].name,
            analysis_set=analysis_set.name,
            data_cut=data_cut.name,
            definition=figure.definition,
            n_derived=analysis_set.n_derived,
        ),
    )
