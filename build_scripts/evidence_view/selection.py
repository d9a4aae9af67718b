"""Which figures stand in a table or a chart, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.content import Content
from build_scripts.records.endpoint import Group
from build_scripts.records.trial import AnalysisSet, Arm, DataCut, Figure, Trial


@dataclass(frozen=True)
class Shown:
    """One figure with what it is read with. `key` is `trial.figure`."""

    key: str
    trial_id: str
    trial: Trial
    figure: Figure

    @property
    def arm(self) -> Arm:
        """The treatment that the figure is of."""
        return self.trial.arms[self.figure.arm]

    @property
    def analysis_set(self) -> AnalysisSet:
        """Whom it counts."""
        return self.trial.analysis_sets[self.figure.analysis_set]

    @property
    def data_cut(self) -> DataCut:
        """The look at the data that it comes from."""
        return self.trial.data_cuts[self.figure.data_cut]


def figures_of(content: Content, trial_ids: Iterable[str]) -> list[Shown]:
    """Return every figure of the studies, in the order of the ids and, within a study, of the endpoints' list."""
    order = list(content.endpoints)
    found = []
    for trial_id in trial_ids:
        trial = content.trials[trial_id]
        arms = list(trial.arms)
        shown = [
            Shown(f"{trial_id}.{figure_id}", trial_id, trial, figure) for figure_id, figure in trial.figures.items()
        ]
        shown.sort(
            key=lambda one: (
                order.index(one.figure.endpoint),
                one.figure.at_months or 0,
                one.data_cut.published,
                arms.index(one.figure.arm),
            )
        )
        found += shown
    return found


def latest(shown: Iterable[Shown]) -> list[Shown]:
    """Leave out what a later data cut of the same study says again of the same arm, set, endpoint and measurement."""
    held: dict[tuple[object, ...], Shown] = {}
    for one in shown:
        figure = one.figure
        key = (
            one.trial_id, figure.arm, figure.versus, figure.endpoint, figure.analysis_set, figure.at_months,
            figure.scale, figure.definition and figure.definition.en,
        )  # fmt: skip
        before = held.get(key)
        if before is None or before.data_cut.published <= one.data_cut.published:
            held.pop(key, None)
            held[key] = one
    return list(held.values())


def in_groups(content: Content, shown: Iterable[Shown], groups: Iterable[Group]) -> list[Shown]:
    """Return the figures whose endpoint stands in one of `groups`."""
    wanted = set(groups)
    return [one for one in shown if content.endpoints[one.figure.endpoint].group in wanted]
