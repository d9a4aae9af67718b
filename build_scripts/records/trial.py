"""A study and its figures: one record per figure, each with its analysis set, follow-up, scale and source."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from build_scripts.records.common import Citation, Evidence, Id, PartialDate, Record, Text, Words

Endpoint = Literal[
    "orr", "cr", "dor_median", "docr_median", "efs_median", "pfs_median", "os_median", "efs_rate", "pfs_rate",
    "os_rate", "efs_hr", "pfs_hr", "os_hr", "crs_any", "crs_grade3plus", "neurotoxicity_any",
    "neurotoxicity_grade3plus", "nrm", "time_to_infusion_median", "vein_to_vein_median",
]  # fmt: skip
Scale = Literal["lee-2014", "penn", "astct-2019", "ctcae-4.03", "ctcae-5.0", "not_stated"]
Setting = Literal["second_line_lbcl", "third_line_lbcl", "mcl", "real_world", "context"]


class AnalysisSet(Record):
    """Whom a figure counts."""

    name: Words
    n: int = Field(gt=0)


class Figure(Record):
    """One number of one study. Percentages, months, days or a ratio, as `unit` says."""

    endpoint: Endpoint
    arm: Id
    value: Decimal | None = None
    not_reached: bool = False
    unit: Literal["percent", "months", "days", "ratio"]
    ci_low: Decimal | None = None
    ci_high: Decimal | None = None
    ci_high_not_reached: bool = False
    ci_level: int | None = None
    analysis_set: Id
    follow_up_months: Decimal | None = None
    at_months: Decimal | None = None
    scale: Scale | None = None
    data_cut: Id
    definition: Words | None = None
    citation: Citation
    evidence: Evidence


class Arm(Record):
    """One treatment of a study."""

    name: Words
    product: Id | None = None


class DataCut(Record):
    """One look at the data."""

    name: Words
    date: PartialDate | None = None
    published: PartialDate


class Trial(Record):
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
    figures: dict[Id, Figure] = Field(min_length=1)
    citations: list[Citation] = Field(min_length=1)
