"""What the templates of tables, charts and studies' pages are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from markupsafe import Markup

from build_scripts import figures
from build_scripts.charts.counted import counted
from build_scripts.evidence_view import chart_data
from build_scripts.evidence_view.selection import Shown, figures_of, in_groups, latest
from build_scripts.exports.figure_rows import FigureRow, figure_rows
from build_scripts.page_view import PageView
from build_scripts.records.endpoint import Group
from build_scripts.records.trial import Baseline, Trial

MARKS = {"secondary": "†", "article": "‡"}
"""What stands in a table beside a value that was not seen in the report itself."""


@dataclass(frozen=True)
class Chart:
    """Drawings, and the figures that they show."""

    id: str
    title: str
    drawings: list[Markup]
    shown: list[Shown]


class EvidenceView:
    """The studies in one language, for one page."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.content = view.content

    def titled(self, title: str, trials: str) -> str:
        """Name a table or chart after its studies, so that no two of a page are called the same."""
        names = ", ".join(self.content.trials[trial_id].name for trial_id in trials.split())
        return self.view.message("trial.titled", title=title, trials=names)

    def figures(self, trials: str, groups: str = "", *, every_cut: bool = False) -> list[Shown]:
        """Return the figures of the studies, ids parted by spaces; of `groups` alone, where given.

        Of a value that a later data cut says again only the later one, unless `every_cut`.
        """
        found = figures_of(self.content, trials.split())
        if groups:
            found = in_groups(self.content, found, [_group(name) for name in groups.split()])
        return found if every_cut else latest(found)

    def side_by_side(self, trials: str, group: str) -> list[tuple[str, list[list[Shown]]]]:
        """Return for each endpoint of the group its name and, study by study, its figures."""
        ids = trials.split()
        rows: dict[str, list[list[Shown]]] = {}
        for one in self.figures(trials, group):
            rows.setdefault(one.figure.endpoint, [[] for _ in ids])[ids.index(one.trial_id)].append(one)
        return [
            (self.view.plain(words.name), rows[endpoint])
            for endpoint, words in self.content.endpoints.items()
            if endpoint in rows
        ]

    def endpoint(self, shown: Shown) -> str:
        """Name what was measured, with the time at which a rate was read."""
        name = self.view.plain(self.content.endpoints[shown.figure.endpoint].name)
        if shown.figure.at_months is None:
            return name
        return f"{name} {self.view.message('figure.at', months=self.view.number(shown.figure.at_months))}"

    def arm(self, shown: Shown) -> str:
        """Name the treatment, and for a ratio the one it is compared with."""
        name = self.view.plain(shown.arm.name)
        if shown.figure.versus is None:
            return name
        other = self.view.plain(shown.trial.arms[shown.figure.versus].name)
        return self.view.message("figure.versus", arm=name, other=other)

    def value(self, shown: Shown) -> str:
        """Write the value with its unit."""
        return figures.value_of(self.view, shown.figure)

    def interval(self, shown: Shown) -> str:
        """Write the confidence interval, or nothing."""
        return figures.interval_of(self.view, shown.figure)

    def p_value(self, shown: Shown) -> str:
        """Write the p value with every digit as printed, or nothing."""
        printed = shown.figure.p_value
        if printed is None:
            return ""
        sign = "<" if printed.startswith("<") else "= "
        return f"p {sign}{self.view.number(Decimal(printed.removeprefix('<')))}"

    def counted(self, shown: Shown) -> str:
        """Write whom the figure counts."""
        return figures.set_of(self.view, shown.analysis_set)

    def set_of(self, trial: Trial, set_id: str) -> str:
        """Write one of a study's analysis sets."""
        return figures.set_of(self.view, trial.analysis_sets[set_id])

    def when(self, shown: Shown) -> str:
        """Write the data cut and its median follow-up."""
        parts = [self.view.plain(shown.data_cut.name)]
        if shown.figure.follow_up_months is not None:
            parts.append(
                self.view.message("figure.follow_up", months=self.view.number(shown.figure.follow_up_months))
            )
        return ", ".join(parts)

    def details(self, shown: Shown) -> str:
        """Write in one line whom the figure counts, when, on which scale and as what."""
        figure = shown.figure
        parts = [self.counted(shown)]
        if figure.follow_up_months is not None:
            parts.append(self.view.message("figure.follow_up", months=self.view.number(figure.follow_up_months)))
        parts += [self.scale(shown), self.view.plain(figure.definition) if figure.definition else ""]
        return "; ".join(part for part in parts if part)

    def marks(self, records: Iterable[Shown | Baseline]) -> list[str]:
        """Explain the marks that stand beside the values of a table."""
        known = {one.figure.evidence if isinstance(one, Shown) else one.evidence for one in records}
        return [f"{mark} {self.view.message(f'evidence.{name}')}" for name, mark in MARKS.items() if name in known]

    def scale(self, shown: Shown) -> str:
        """Write the grading scale of a toxicity, or nothing."""
        return figures.scale_of(self.view, shown.figure)

    def source(self, shown: Shown | Baseline) -> Markup:
        """Return the number of the source, where it was read, and a mark where that was not the report itself."""
        record = shown.figure if isinstance(shown, Shown) else shown
        made = self.view.cites([record.citation])
        if record.evidence != "primary":
            # The words stand once, under the table.
            said = self.view.message(f"evidence.{record.evidence}")
            made += Markup('<abbr class="evidence" title="{}">{}</abbr>').format(said, MARKS[record.evidence])
        if record.seen_in is None:
            return made
        seen = self.view.message("figure.seen_in", source=self.view.cites([record.seen_in]))
        return made + Markup(" <small>{}</small>").format(seen)

    def baseline_value(self, baseline: Baseline) -> str:
        """Write a characteristic of the patients with its unit and range."""
        value = figures.characteristic_of(self.view, baseline)
        if baseline.range_low is None or baseline.range_high is None:
            return value
        return f"{value} ({self.view.number(baseline.range_low)}–{self.view.number(baseline.range_high)})"

    def has_chart(self, kind: str, trials: str) -> bool:
        """Whether the studies have figures of a kind of chart."""
        return any(chart_data.fits(kind, one) for one in self.figures(trials))

    def chart(self, kind: str, trials: str) -> Chart | None:
        """Draw the figures of a kind (see chart_data.KINDS); None where the studies have none."""
        shown = [one for one in self.figures(trials) if chart_data.fits(kind, one)]
        if not shown:
            return None
        identity = f"chart-{kind}-{'-'.join(trials.split())}"
        title = self.titled(self.view.message(f"chart.{kind}"), trials)
        return Chart(identity, title, chart_data.draw(self, kind, identity, title, shown), shown)

    def counted_chart(self, trial_id: str) -> Markup:
        """Draw whom the study counts."""
        arms = chart_data.counted_arms(self, trial_id)
        name = self.content.trials[trial_id].name
        title = self.view.message("chart.counted", trial=name)
        said = "; ".join(f"{bar.label}: {bar.shown}" for arm in arms for bar in arm.bars)
        return counted(f"counted-{trial_id}", title, said, arms, self.view.palette)

    def rows(self) -> Iterable[tuple[Shown, FigureRow]]:
        """Return every figure of every study, as shown and as exported."""
        by_key = {row.figure: row for row in figure_rows(self.content)}
        return [(one, by_key[one.key]) for one in figures_of(self.content, self.content.trials)]


def _group(name: str) -> Group:
    if name not in get_args(Group):
        raise ValueError(f"there is no group of endpoints called {name}")
    return name  # type: ignore[return-value]
