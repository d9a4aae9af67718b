"""Command line: ``python -m calculators list | schema <id> | <id> '<answers as JSON>'``.

One JSON object on standard output. Exit status 0 when the answers could be read (a set of outcomes is a result),
2 when not: the object then carries ``problems``.
"""

import argparse
import json
import sys
from typing import Any

from calculators import calculator_ids, evaluate, schema
from calculators.problems import Problem
from calculators.registry import UnknownCalculator


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m calculators", description=__doc__)
    parser.add_argument("command", metavar="list | schema | <id>", help="what to do, or a calculator's id")
    parser.add_argument("argument", nargs="?", help="for schema: an id; for a calculator: the answers as JSON")
    given = parser.parse_args(arguments)
    result = run(given.command, given.argument)
    # ASCII only, so that no terminal's encoding can break it.
    print(json.dumps(result))
    return 2 if result.get("problems") else 0


def run(command: str, argument: str | None) -> dict[str, Any]:
    """Return the object that a command prints."""
    try:
        if command == "list":
            return {"calculators": calculator_ids()}
        if command == "schema":
            return schema(argument or "")
        return evaluate(command, json.loads(argument or "{}"))
    except UnknownCalculator as unknown:
        problem = Problem("unknown_calculator", unknown.args[0], allowed=calculator_ids())
    except (ValueError, RecursionError):
        problem = Problem("not_json", argument)
    return {"problems": [problem.as_data(None)]}


if __name__ == "__main__":
    sys.exit(main())
