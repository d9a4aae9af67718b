"""Every worked example of every calculator gives what it says, in Python as on the command line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import calculators

CASES = Path(__file__).parent / "cases"


def all_cases() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every example with the file it stands in."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path, case


EXAMPLES = [pytest.param(path.stem, case, id=f"{path.stem}: {case['title']['en']}") for path, case in all_cases()]


def shown(result: dict[str, Any], key: str) -> Any:
    """Return a part of the result in the short form in which an example states it."""
    if key == "problems":
        return [{"item": p["item"], "code": p["code"]} for p in result["problems"]]
    if key == "remarks":
        return [remark["id"] for remark in result["remarks"]]
    if key == "products":
        return result["products"]
    return result[key]


def contains(whole: Any, part: Any) -> bool:
    """Tell whether every key that the example names has the value that it names; lists must match fully."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and contains(whole[key], value) for key, value in part.items())
    return bool(whole == part)


@pytest.mark.parametrize(("calculator_id", "case"), EXAMPLES)
def test_worked_example(calculator_id: str, case: dict[str, Any]) -> None:
    result = calculators.evaluate(calculator_id, case["answers"])
    for key, expected in case["expect"].items():
        assert contains(shown(result, key), expected), f"{key}: {shown(result, key)}, expected {expected}"
    if "problems" not in case["expect"]:
        assert result["problems"] == []


def test_every_calculator_has_at_least_eight_examples_with_titles_in_both_languages() -> None:
    for calculator_id in calculators.calculator_ids():
        cases = yaml.safe_load((CASES / f"{calculator_id}.yaml").read_text(encoding="utf-8"))
        assert len(cases) >= 8
        assert len({case["id"] for case in cases}) == len(cases)
        assert all(case["title"]["it"] and case["title"]["en"] for case in cases)


def test_the_command_line_gives_the_same_results() -> None:
    """One interpreter for all, because starting one for each example would take minutes."""
    program = (
        "import json, sys\nfrom calculators.__main__ import main\n"
        "for line in sys.stdin:\n    status = main(json.loads(line)); print(status)"
    )
    calls = [(path.stem, json.dumps(case["answers"])) for path, case in all_cases()]
    done = subprocess.run(
        [sys.executable, "-c", program],
        input="\n".join(map(json.dumps, calls)),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 2 * len(EXAMPLES)
    for (calculator_id, answers), printed, status in zip(calls, lines[::2], lines[1::2], strict=True):
        result = calculators.evaluate(calculator_id, json.loads(answers))
        assert json.loads(printed) == result
        assert status == ("2" if result["problems"] else "0")
