"""Every combination of what the answers may be, judged; and the answers that can still change the judgement."""

from dataclasses import dataclass
from itertools import product

from calculators.label import CRITERIA, Possible, Truth, Way, both, either

type Combination = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class TruthTable:
    """Truth by combination of values, which stand in the order of ``answers``."""

    answers: tuple[str, ...]
    truths: dict[Combination, Truth]

    def pivotal(self) -> list[str]:
        """List the answers whose value changes the truth in at least one combination."""
        return [answer for place, answer in enumerate(self.answers) if self._changes(place)]

    def _changes(self, place: int) -> bool:
        seen: dict[Combination, Truth] = {}
        for combination, truth in self.truths.items():
            others = combination[:place] + combination[place + 1 :]
            if seen.setdefault(others, truth) != truth:
                return True
        return False


def judge(ways: list[Way], possible: Possible) -> TruthTable:
    """Judge every combination of the values of those answers that some way asks for. One way inside is enough."""
    used = {CRITERIA[name][0] for way in ways for name in way}
    answers = tuple(answer for answer in possible if answer in used)
    tables = [[(answers.index(CRITERIA[name][0]), truth) for name, truth in way.items()] for way in ways]
    return TruthTable(
        answers,
        {
            values: either(both(truth[values[place]] for place, truth in table) for table in tables)
            for values in product(*(possible[answer] for answer in answers))
        },
    )
