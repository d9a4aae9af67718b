"""The command line, and what importing the calculators costs."""

import json
import subprocess
import sys
from typing import Any

import pytest

import calculators
from calculators.__main__ import run


def command(*arguments: str) -> tuple[int, dict[str, Any], str]:
    done = subprocess.run(
        [sys.executable, "-m", "calculators", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, json.loads(done.stdout), done.stderr


def test_one_json_object_and_exit_status_0_for_answers_that_can_be_read() -> None:
    status, result, errors = command("crs", '{"fever": "present", "hypotension": "one_vasopressor"}')
    assert (status, errors) == (0, "")
    assert result == {
        "calculator": "crs",
        "edition": "astct-2019",
        "outcomes": ["grade_3", "grade_4"],
        "settled": False,
        "score": {"min": 3, "max": 4},
        "drivers": ["hypotension"],
        "unknown": ["hypoxia"],
        "settled_by": ["hypoxia"],
        "remarks": [],
        "read": {
            "fever": ["present"],
            "hypotension": ["one_vasopressor"],
            "hypoxia": ["none", "low_flow", "high_flow", "positive_pressure"],
        },
        "values": {},
        "problems": [],
    }


def test_exit_status_2_for_answers_that_cannot_be_read() -> None:
    status, result, errors = command("car_hematotox", '{"crp": "1.200"}')
    assert (status, errors) == (2, "")
    assert [p["code"] for p in result["problems"]] == ["two_readings"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("nope", "{}"), "unknown_calculator"),
        (("schema", "nope"), "unknown_calculator"),
        (("schema", None), "unknown_calculator"),
        (("crs", "{"), "not_json"),
        (("crs", "[" * 100_000), "not_json"),
        (("car_hematotox", '{"crp": ' + "9" * 5000 + "}"), "not_json"),
        (("crs", "[]"), "not_an_object"),
    ],
)
def test_what_cannot_be_run(arguments: tuple[str, str | None], code: str) -> None:
    (problem,) = run(*arguments)["problems"]
    assert (problem["item"], problem["code"]) == (None, code)


def test_list_names_every_calculator() -> None:
    scores = ["crs", "ice", "icans", "car_hematotox", "hscore", "lugano"]
    formulas = ["bsa", "renal", "ipi", "mipi", "easix", "tocilizumab", "lymphodepletion", "icaht"]
    assert command("list") == (0, {"calculators": [*scores, *formulas, "eligibility", "journey_dates"]}, "")


@pytest.mark.parametrize("calculator_id", calculators.calculator_ids())
def test_the_schema_names_every_item_and_refuses_others(calculator_id: str) -> None:
    schema = run("schema", calculator_id)
    definition = calculators.definition(calculator_id)
    items = [item["id"] for kind in ("items", "alternative_items") for item in definition[kind]]
    assert list(schema["properties"]) == items
    assert schema["additionalProperties"] is False
    json.dumps(definition)


def test_the_calculators_import_nothing_heavy_and_nothing_outside_the_standard_library() -> None:
    """The browser ships only the modules that are imported here: each one costs the reader time."""
    program = (
        "import sys; before = set(sys.modules); import calculators;"
        "calculators.evaluate('crs', {}); calculators.schema('crs');"
        "print('\\n'.join(m.partition('.')[0] for m in set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split()) - {"calculators"}
    assert imported <= sys.stdlib_module_names
    assert imported.isdisjoint({"argparse", "asyncio", "csv", "json", "logging", "pathlib", "unittest", "yaml"})
