"""A study and its figures: one record per figure, each with its analysis set, follow-up, scale and source."""

from decimal import Decimal
from typing import Annotated, Literal, Self, get_args

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema, computed_field, model_validator

from build_scripts.records.common import Citation, Dated, Evidence, Id, PartialDate, Record, Text, Words
from build_scripts.records.endpoint import Endpoint, Measure

Number = Annotated[
    Decimal,
    BeforeValidator(lambda value: Decimal(value) if type(value) is int else value),
    WithJsonSchema({"type": "number"}),
]
"""A number with the digits it was printed with: `5.0` is not `5`."""

Scale = Literal[
    "lee-2014", "penn", "astct-2019", "mcres", "ctcae-4.03", "ctcae-5.0", "ctcae", "icaht", "t-icaht", "not_stated"
]  # fmt: skip
"""`ctcae`: the version is not given. `not_stated`: the source that was seen names no scale."""
Setting = Literal["second_line_lbcl", "third_line_lbcl", "mcl", "real_world", "context"]
Unit = Literal["percent", "months", "days", "ratio", "years", "lines", "patients"]

_GRADED = frozenset(
    {
        "crs_any", "crs_grade3plus", "neurotoxicity_any", "neurotoxicity_grade3plus", "ae_grade3plus",
        "infection_grade3plus", "cytopenia_grade3plus", "prolonged_cytopenia", "neutropenia_grade3plus",
        "anaemia_grade3plus", "thrombocytopenia_grade3plus", "late_icaht_grade2plus", "t_icaht_early_any",
        "t_icaht_early_grade3plus", "t_icaht_late_any", "t_icaht_late_grade3plus",
    }
)  # fmt: skip
_ESTIMATED = frozenset({"nrm"})
"""Percentages that may be read from a curve, beside those that end in `_rate`: their n need not give them exactly."""
_SCALED = frozenset(endpoint for endpoint in get_args(Endpoint) if endpoint.startswith(("crs_", "neuro")))


class AnalysisSet(Record):
    """Whom a figure counts."""

    name: Words
    n: int | None = Field(gt=0)
    """`null` where the source that was seen does not give it."""
    n_derived: Words | None = None
    """How `n` was worked out, where the source does not print it."""


class Quantity(Record):
    """What a figure and a baseline value have in common: a number, whom it counts and where it was seen."""

    arm: Id
    analysis_set: Id
    definition: Words | None = None
    """What the source measured, where the endpoint's name alone would mislead."""
    citation: Citation
    """The report that the value comes from."""
    seen_in: Citation | None = None
    """Where `evidence` is secondary: the publication in which it was read, if that can be cited."""
    evidence: Evidence


class Figure(Quantity):
    """One result of one study."""

    endpoint: Endpoint
    versus: Id | None = None
    """The arm that a ratio compares with: below 1 favours `arm` for events, above 1 for responses."""
    value: Number | None = None
    at_least: bool = False
    """The source says only that the value is this or more."""
    not_reached: bool = False
    count: int | None = Field(default=None, ge=0)
    ci_low: Number | None = None
    ci_high: Number | None = None
    ci_high_not_reached: bool = False
    ci_level: int = 95
    p_value: Annotated[str, StringConstraints(pattern=r"^<?0\.\d+$")] | None = None
    """As printed, two-sided unless `definition` says otherwise."""
    follow_up_months: Number | None = None
    """Median follow-up of the data cut."""
    at_months: Number | None = None
    scale: Scale | None = None
    scale_evidence: Evidence | None = None
    """How the scale is known, where that is not how the value is known."""
    data_cut: Id

    @property
    def unit(self) -> Unit:
        """The unit, which the endpoint decides."""
        if self.endpoint.endswith(("_hr", "_or")):
            return "ratio"
        if self.endpoint in {"time_to_infusion_median", "vein_to_vein_median", "neutropenia_severe_median"}:
            return "days"
        return "months" if self.endpoint.endswith("_median") else "percent"

    @property
    def counted(self) -> bool:
        """Whether the value is a share of the analysis set, not an estimate."""
        return self.unit == "percent" and not self.endpoint.endswith("_rate") and self.endpoint not in _ESTIMATED

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if (self.value is None) != self.not_reached:
            raise ValueError("give either a value or `not_reached: true`")
        if self.endpoint in _GRADED and self.scale is None:
            raise ValueError("a toxicity rate needs the scale it was graded on")
        if self.scale and self.endpoint not in _GRADED | _SCALED:
            raise ValueError(f"{self.endpoint} is not graded on a scale")
        if self.scale_evidence and self.scale in {None, "not_stated"}:
            raise ValueError("`scale_evidence` says how a scale is known, and no scale is given")
        if self.endpoint.endswith("_rate") and self.at_months is None:
            raise ValueError("a rate needs `at_months`, the time at which the curve is read")
        if (self.unit == "ratio") != (self.versus is not None):
            raise ValueError("`versus` goes with a ratio, and a ratio needs it")
        if self.unit == "percent" and self.value is not None and not 0 <= self.value <= 100:
            raise ValueError(f"{self.value} is not a percentage")
        self._check_interval()
        return self

    def _check_interval(self) -> None:
        if self.ci_low is None:
            if self.ci_high is not None or self.ci_high_not_reached:
                raise ValueError("the confidence interval has no lower limit")
            return
        if (self.ci_high is None) != self.ci_high_not_reached:
            raise ValueError("give either `ci_high` or `ci_high_not_reached: true`")
        high = self.value if self.ci_high is None else self.ci_high
        if self.value is not None and high is not None and not self.ci_low <= self.value <= high:
            raise ValueError(f"the confidence interval {self.ci_low} to {self.ci_high} does not hold {self.value}")


class Baseline(Quantity):
    """One characteristic of the patients at entry."""

    measure: Measure
    value: Number
    count: int | None = Field(default=None, ge=0)
    range_low: Number | None = None
    range_high: Number | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def unit(self) -> Unit:
        """The unit, which the measure decides."""
        if self.measure in {"enrolled", "leukapheresed", "infused"}:
            return "patients"
        if self.measure == "age_median":
            return "years"
        return "lines" if self.measure == "prior_lines_median" else "percent"

    @property
    def counted(self) -> bool:
        """Whether the value is a share of the analysis set."""
        return self.unit == "percent"

    @model_validator(mode="after")
    def _sound(self) -> Self:
        low, high = self.range_low, self.range_high
        if (low is None) != (high is None):
            raise ValueError("a range has both ends")
        if low is not None and high is not None and not low <= self.value <= high:
            raise ValueError(f"the range {low} to {high} does not hold {self.value}")
        return self


class Arm(Record):
    """One treatment of a study."""

    name: Words
    product: Id | None = None


class DataCut(Record):
    """One look at the data."""

    name: Words
    date: PartialDate | None = None
    published: PartialDate


class Trial(Dated):
    """One study; its id is the file's name (`zuma-7`)."""

    name: Text
    setting: Setting
    design: Words
    population: Words
    efs_definition: Words | None = None
    bridging: Words | None = None
    crossover: Words | None = None
    changed: Words | None = None
    mind: list[Words] = []
    registry: Text | None = None
    arms: dict[Id, Arm] = Field(min_length=1)
    analysis_sets: dict[Id, AnalysisSet] = Field(min_length=1)
    data_cuts: dict[Id, DataCut] = Field(min_length=1)
    baseline: dict[Id, Baseline] = {}
    figures: dict[Id, Figure] = Field(min_length=1)
    citations: list[Citation] = Field(min_length=1)
