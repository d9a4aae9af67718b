"""What was measured: samples under a name of several parts, and what is told of them."""

from dataclasses import dataclass, field
from math import ceil
from statistics import median
from typing import Any


@dataclass
class Figures:
    """Samples by name, in the order in which they were first measured."""

    samples: dict[tuple[str, ...], list[float]] = field(default_factory=dict)

    def add(self, value: float, *name: str) -> None:
        """One more sample."""
        self.samples.setdefault(name, []).append(float(value))

    def median(self, *name: str) -> float:
        """The median; `KeyError` for what was not measured."""
        return median(self.samples[name])

    def percentile(self, percent: float, *name: str) -> float:
        """The smallest sample that at least so many per cent of the samples do not exceed."""
        ordered = sorted(self.samples[name])
        return ordered[ceil(len(ordered) * percent / 100) - 1]

    def update(self, other: "Figures") -> None:
        """Take over what another part of the benchmark measured."""
        for name, values in other.samples.items():
            self.samples.setdefault(name, []).extend(values)

    @classmethod
    def from_json(cls, written: list[dict[str, Any]]) -> "Figures":
        """What `as_json` gave."""
        return cls({tuple(figure["name"]): figure["samples"] for figure in written})

    def as_json(self) -> list[dict[str, Any]]:
        """Every sample, as it is written to the file."""
        return [
            {"name": list(name), "median": median(values), "samples": values} for name, values in self.samples.items()
        ]
