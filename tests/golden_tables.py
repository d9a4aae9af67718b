"""The golden tables: every complete input of what is a table, committed so that a change shows which rows moved.

``python -m tests.golden_tables --write`` writes them; ``--check`` (and the tests) name the tables that differ.
"""

import argparse
import sys
from pathlib import Path

import calculators

GOLDEN = Path(__file__).parent / "golden"


def golden_tables(*, write: bool) -> list[str]:
    """Compare each committed table with the calculator's own; write it when asked. Return the ids that differed."""
    stale = []
    for calculator_id in calculators.calculator_ids():
        if not calculators.definition(calculator_id)["rows"]:
            continue
        path = GOLDEN / f"{calculator_id}.csv"
        table = calculators.table_csv(calculator_id)
        if not path.exists() or path.read_text(encoding="utf-8") != table:
            stale.append(calculator_id)
            if write:
                path.write_text(table, encoding="utf-8", newline="\n")
    return stale


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true")
    mode.add_argument("--check", action="store_true")
    differing = golden_tables(write=parser.parse_args().write)
    print(" ".join(differing) or "all current")
    sys.exit(1 if differing and "--check" in sys.argv else 0)
