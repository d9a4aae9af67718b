"""What is wrong with the content, and where: collected, never raised one by one."""

from dataclasses import dataclass, field
from typing import Literal

Loc = tuple[str | int, ...]
"""Where in a document a value stands: keys and list positions, from the outside in."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a person must mend, as `path:line:column: where: message`. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    where: str
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        warning = "warning: " if self.severity == "warning" else ""
        return f"{self.path}:{self.line}:{self.column}: {warning}{where}{self.message}"


@dataclass
class Problems:
    """Every problem seen so far."""

    found: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Remember one problem; the same one twice counts once."""
        if problem not in self.found:
            self.found.append(problem)

    @property
    def errors(self) -> list[Problem]:
        """What stops the build, in the order of the files."""
        return sorted(problem for problem in self.found if problem.severity == "error")

    @property
    def warnings(self) -> list[Problem]:
        """What is only said."""
        return sorted(problem for problem in self.found if problem.severity == "warning")


class ContentError(Exception):
    """The content cannot be built; `problems` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)  # as given, so that it comes whole out of another process
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
