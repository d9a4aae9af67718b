"""Figures of studies: each names what its study has, stands once, and can be true."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import get_args

from build_scripts.content import Content
from build_scripts.problems import Loc, Problem, Problems
from build_scripts.records.endpoint import Endpoint, Measure
from build_scripts.records.trial import Baseline, Figure, Trial
from build_scripts.yaml_reader import Document


def check(content: Content, problems: Problems) -> None:
    """Report figures that name what their study has not, that stand twice, or that no count of patients gives."""
    for kind, ids in (("endpoints", get_args(Endpoint)), ("measures", get_args(Measure))):
        _words(content, kind, ids, problems)
    for trial_id, trial in content.trials.items():
        document = content.origins["trials", trial_id].document
        for arm_id, arm in trial.arms.items():
            if arm.product is not None and not content.knows("products", arm.product):
                problems.add(
                    document.problem(("arms", arm_id, "product"), f"there is no {arm.product} in content/products")
                )
        seen: dict[tuple[object, ...], str] = {}
        for figure_id, figure in trial.figures.items():
            loc = ("figures", figure_id)
            _names(trial, figure, document, loc, problems)
            key = (
                figure.arm, figure.versus, figure.endpoint, figure.analysis_set, figure.at_months, figure.data_cut,
                figure.scale,
            )  # fmt: skip
            if key in seen:
                problems.add(
                    document.problem(
                        loc,
                        f"says the same as {seen[key]}: same arm, endpoint, analysis set, time, scale and data cut",
                        on_key=True,
                    )
                )
            seen.setdefault(key, figure_id)
        for baseline_id, baseline in trial.baseline.items():
            _names(trial, baseline, document, ("baseline", baseline_id), problems)


def _words(content: Content, kind: str, ids: tuple[str, ...], problems: Problems) -> None:
    """Each endpoint and measure has its name, and each name its endpoint or measure."""
    if (kind, "*") in content.broken:
        return
    held = getattr(content, kind)
    for identity in ids:
        if not content.knows(kind, identity):
            problems.add(Problem(f"content/{kind}.yaml", 1, 1, "", f"{identity} has no name"))
    for identity in held:
        if identity not in ids:
            origin = content.origins[kind, identity]
            problems.add(
                origin.document.problem(origin.loc, "build_scripts/records/endpoint.py has no such id", on_key=True)
            )


def _names(trial: Trial, figure: Figure | Baseline, document: Document, loc: Loc, problems: Problems) -> None:
    if figure.arm not in trial.arms:
        problems.add(document.problem((*loc, "arm"), f"this study has no arm {figure.arm}"))
    if figure.analysis_set not in trial.analysis_sets:
        problems.add(
            document.problem((*loc, "analysis_set"), f"this study has no analysis set {figure.analysis_set}")
        )
    if isinstance(figure, Figure):
        if figure.versus is not None and figure.versus not in trial.arms:
            problems.add(document.problem((*loc, "versus"), f"this study has no arm {figure.versus}"))
        if figure.data_cut not in trial.data_cuts:
            problems.add(document.problem((*loc, "data_cut"), f"this study has no data cut {figure.data_cut}"))
    if figure.counted and figure.value is not None and figure.analysis_set in trial.analysis_sets:
        n = trial.analysis_sets[figure.analysis_set].n
        if n is not None and (said := _impossible(figure.value, n, figure.count)):
            problems.add(document.problem((*loc, "value"), said))


def _impossible(value: Decimal, n: int, count: int | None) -> str:
    """Say why `value` percent of `n` patients cannot be, or return nothing."""
    if count is not None:
        if count > n:
            return f"{count} patients out of {n}"
        if value not in _percentages(count, n, value):
            return f"{count} of {n} patients is not {value}%"
        return ""
    nearest = int(value * n / 100)
    if any(value in _percentages(k, n, value) for k in range(max(0, nearest - 1), min(n, nearest + 1) + 1)):
        return ""
    return f"no number of patients out of {n} is {value}%"


def _percentages(count: int, n: int, value: Decimal) -> set[Decimal]:
    """Return `count` of `n` as a percentage with the digits of `value`, in every way in which papers round."""
    exact = Decimal(100 * count) / n
    digits = Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))
    return {exact.quantize(digits, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)}
