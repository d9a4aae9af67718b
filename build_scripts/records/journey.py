"""The patient's journey: who does what, when, for how long."""

from typing import Literal

from pydantic import Field

from build_scripts.records.common import Citation, Evidence, Fact, Id, Record, Words

Role = Literal["referral", "hub", "hub_pharmacy", "manufacturer", "patient", "caregiver", "registry"]


class JourneyStep(Record):
    """One step, in order."""

    id: Id
    title: Words
    when: Words
    who: list[Role] = Field(min_length=1)
    what: list[Words] = Field(min_length=1)
    durations: list[Fact] = []
    pitfalls: list[Words] = []
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence


class Journey(Record):
    """All steps, from the first suspicion to late follow-up."""

    steps: list[JourneyStep] = Field(min_length=1)
