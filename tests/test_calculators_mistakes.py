"""Mistakes that other tools make: each is written down as a rule, and a committed row refutes it."""

import csv
from collections.abc import Callable

import pytest
from golden_tables import GOLDEN

import calculators

type Row = dict[str, str]
type Table = dict[str, int]

HYPOTENSION = {"none": 1, "no_vasopressor": 2, "one_vasopressor": 3, "multiple_vasopressors": 4}
HYPOXIA = {"none": 1, "low_flow": 2, "high_flow": 3, "positive_pressure": 4}
ICE = {"ice_10": 0, "ice_7_9": 1, "ice_3_6": 2, "ice_0_2": 3}
CONSCIOUSNESS = {"normal": 0, "spontaneous": 1, "voice": 2, "tactile": 3, "unarousable": 4}
SEIZURE = {"none": 0, "brief": 3, "prolonged": 4}
MOTOR = {"none": 0, "deep_focal_weakness": 4}
OEDEMA = {"none": 0, "focal": 3, "diffuse_or_signs": 4}


def crs(
    row: Row,
    *,
    fever: tuple[str, ...] = ("present", "masked"),
    floor: int = 0,
    hypotension: Table = HYPOTENSION,
) -> int:
    signs = max(hypotension[row["hypotension"]], HYPOXIA[row["hypoxia"]])
    return max(floor, signs if row["fever"] in fever else 0)


def icans(
    row: Row,
    *,
    ice: Table = ICE,
    consciousness: Table = CONSCIOUSNESS,
    motor: Table = MOTOR,
    oedema: Table = OEDEMA,
) -> int:
    points = (ice[row["ice"]], consciousness[row["consciousness"]], SEIZURE[row["seizure"]])
    return max(*points, motor[row["motor"]], oedema[row["oedema"]])


def signs_without_fever_graded(row: Row) -> int:
    signs = max(HYPOTENSION[row["hypotension"]], HYPOXIA[row["hypoxia"]])
    return signs if signs > 1 or row["fever"] != "absent" else 0


def ice_0_awake_is_4(row: Row) -> int:
    return 4 if row["ice"] == "ice_0_2" else icans(row)


MISTAKES: list[tuple[str, str, Callable[[Row], int]]] = [
    ("crs", "fever is always required", lambda row: crs(row, fever=("present",))),
    ("crs", "one vasopressor is grade 2", lambda row: crs(row, hypotension={**HYPOTENSION, "one_vasopressor": 2})),
    ("crs", "never less than grade 1", lambda row: crs(row, floor=1)),
    ("crs", "hypotension graded with neither fever nor masking", signs_without_fever_graded),
    (
        "crs",
        "vasopressin counted as a second vasopressor",
        lambda row: crs(row, hypotension={**HYPOTENSION, "one_vasopressor": 4}),
    ),
    ("icans", "ICE 10 is grade 1", lambda row: icans(row, ice={**ICE, "ice_10": 1})),
    ("icans", "ICE 0 awake is grade 4", ice_0_awake_is_4),
    ("icans", "focal weakness is grade 3", lambda row: icans(row, motor={**MOTOR, "deep_focal_weakness": 3})),
    ("icans", "any oedema is grade 4", lambda row: icans(row, oedema={**OEDEMA, "focal": 4})),
    ("icans", "consciousness ignored", lambda row: icans(row, consciousness=dict.fromkeys(CONSCIOUSNESS, 0))),
]


def golden(calculator_id: str) -> list[Row]:
    with (GOLDEN / f"{calculator_id}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(("calculator_id", "rule"), [("crs", crs), ("icans", icans)])
def test_the_published_rule_agrees_with_every_row(calculator_id: str, rule: Callable[[Row], int]) -> None:
    """The rules above are written apart from the calculators: where both agree, neither slipped."""
    assert all(rule(row) == int(row["score"]) for row in golden(calculator_id))


@pytest.mark.parametrize(("calculator_id", "name", "rule"), MISTAKES, ids=[name for _, name, _ in MISTAKES])
def test_the_golden_table_refutes_that(calculator_id: str, name: str, rule: Callable[[Row], int]) -> None:
    assert any(rule(row) != int(row["score"]) for row in golden(calculator_id)), name


@pytest.mark.parametrize("finding", ["organ_toxicity", "tremor", "headache", "haemorrhage", "vasopressin"])
@pytest.mark.parametrize("calculator_id", ["crs", "icans"])
def test_no_other_finding_can_raise_a_grade(calculator_id: str, finding: str) -> None:
    result = calculators.evaluate(calculator_id, {finding: "present"})
    assert [(p["item"], p["code"]) for p in result["problems"]] == [(finding, "unknown_item")]
    assert result["outcomes"] == []


def test_a_blank_ice_is_not_zero() -> None:
    known = {"consciousness": "normal", "seizure": "none", "motor": "none", "oedema": "none"}
    as_zero = calculators.evaluate("icans", {**known, "ice": "ice_0"})
    blank = calculators.evaluate("icans", known)
    assert as_zero["outcomes"] == ["grade_3"]
    assert "no_icans" in blank["outcomes"]
    assert blank["settled_by"] == ["ice"]


def test_missing_laboratory_values_are_not_normal() -> None:
    known = {"platelets": 140, "anc": 3400}
    normal = {"haemoglobin": 12, "crp": 1, "ferritin": 100}
    assert calculators.evaluate("car_hematotox", {**known, **normal})["outcomes"] == ["low"]
    assert calculators.evaluate("car_hematotox", known)["outcomes"] == ["low", "high"]


def test_crp_in_mg_per_litre_is_not_read_as_mg_per_decilitre() -> None:
    known = {"platelets": 140, "anc": 3400, "haemoglobin": 12, "ferritin": 100}
    for typed, unit, outcome in (("12", "mg/L", "low"), ("12", "mg/dL", "high"), ("31", "mg/L", "high")):
        result = calculators.evaluate("car_hematotox", {**known, "crp": {"value": typed, "unit": unit}})
        assert result["outcomes"] == [outcome], (typed, unit)


def test_car_hematotox_has_two_risk_groups_and_its_points_add_up() -> None:
    points = {
        "platelets": {"above_175": 0, "from_75_to_175": 1, "below_75": 2},
        "anc": {"at_least_1200": 0, "below_1200": 1},
        "haemoglobin": {"at_least_9_0": 0, "below_9_0": 1},
        "crp": {"below_3_0": 0, "at_least_3_0": 1},
        "ferritin": {"below_650": 0, "from_650_to_2000": 1, "above_2000": 2},
    }
    for row in golden("car_hematotox"):
        score = sum(points[item][row[item]] for item in points)
        assert (int(row["score"]), row["outcome"]) == (score, "high" if score >= 2 else "low")


def test_ice_counts_one_point_for_each_task() -> None:
    for row in golden("ice"):
        tasks = sum(row[item] == "correct" for item in ("commands", "writing", "attention"))
        score = int(row["orientation"]) + int(row["naming"]) + tasks
        assert (int(row["score"]), row["outcome"]) == (score, f"ice_{score}")
