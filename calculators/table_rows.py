"""The rows of a calculator's table: every complete input, once, with what comes of it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import Any

from calculators.model import Item, Score


def score_rows(score: Score) -> Iterator[dict[str, Any]]:
    """Yield every complete input of a score, once, best to worst.

    Each row is ``{"columns": {"fever": "present", ...}, "answers": {...}, "score": 3, "outcome": "grade_3"}``:
    ``columns`` is what a reader sees, ``answers`` is what ``evaluate`` takes to give that row. Levels that a
    score never tells apart share a row: ICE orientation is counted 0-4, ICANS reads the ICE total by range.
    """
    for shown, levels, answers in complete_inputs(score.items):
        points = {i: next(x.points for x in score.item(i).levels if x.id == level) for i, level in levels.items()}
        value = score.rule(points)
        yield {"columns": shown, "answers": answers, "score": value, "outcome": score.outcome(value)}


type Cell = tuple[str, dict[str, tuple[str, ...]]]
"""What a reader sees, and the levels of each item that it stands for."""
type Row = tuple[dict[str, str], dict[str, str], dict[str, Any]]
"""What a reader sees, one level for each item, and the answers that stand for the row."""


LARGEST_TABLE = 1000
"""A table of more rows than these is read by nobody, and is not written out."""


def complete_inputs(items: Sequence[Item]) -> Iterator[Row]:
    """Yield every complete input of some items, once, best to worst; none where they are beyond ``LARGEST_TABLE``."""
    columns = _columns(items)
    if prod(len(options) for _, options in columns) > LARGEST_TABLE:
        return
    for cells in product(*(options for _, options in columns)):
        levels = {item_id: found for cell in cells for item_id, found in cell[1].items()}
        yield (
            {name: cell[0] for (name, _), cell in zip(columns, cells, strict=True)},
            {item_id: found[0] for item_id, found in levels.items()},
            {item_id: found[0] if len(found) == 1 else list(found) for item_id, found in levels.items()},
        )


def rows_csv(rows: Iterable[dict[str, Any]]) -> str:
    """Write rows as CSV: the columns, then the results. Ids hold no comma and no quote."""
    lines: list[str] = []
    for row in rows:
        cells = row["columns"] | {
            name: str(found) for name, found in row.items() if name not in ("columns", "answers")
        }
        if not lines:
            lines.append(",".join(cells))
        lines.append(",".join(cells.values()))
    return "".join(f"{line}\n" for line in lines)


def _columns(items: Sequence[Item]) -> list[tuple[str, list[Cell]]]:
    columns: list[tuple[str, list[Cell]]] = []
    for item in items:
        if item.group is None:
            columns.append((item.id, _cells(item)))
        elif item.group not in (name for name, _ in columns):
            columns.append((item.group, _group_cells([i for i in items if i.group == item.group])))
    return columns


def _cells(item: Item) -> list[Cell]:
    shared = item.row_levels or tuple((level.id,) for level in item.levels)
    return [(_shared_name(ids), {item.id: ids}) for ids in shared]


def _shared_name(ids: tuple[str, ...]) -> str:
    """Name levels that share a row by the first and the last: ice_7_9."""
    if len(ids) == 1:
        return ids[0]
    stem, _, first = ids[0].rpartition("_")
    return "_".join((stem, *sorted((first, ids[-1].rpartition("_")[2]), key=int)))


def _group_cells(items: list[Item]) -> list[Cell]:
    """Count the items of a group: from all at their best level to all at their worst."""
    cells: list[Cell] = []
    for wrong in range(len(items) + 1):
        at = [item.levels[-1 if place < wrong else 0].id for place, item in enumerate(items)]
        chosen: dict[str, tuple[str, ...]] = {i.id: (level,) for i, level in zip(items, at, strict=True)}
        cells.append((str(len(items) - wrong), chosen))
    return cells
