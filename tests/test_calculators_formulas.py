"""The formulas give the published values, and fall on the right side of every cut-off."""

import csv
from decimal import Decimal
from typing import Any

import pytest
from formulas import COMPLETE
from golden_tables import GOLDEN

import calculators
from calculators.bsa import BSA
from calculators.formula import Formula, Number
from calculators.formula_result import evaluate_formula
from calculators.mipi import MIPI
from calculators.renal import RENAL


def value(formula: Formula, name: str, answers: dict[str, Any]) -> Decimal:
    """Return one exact value of a complete input."""
    number = next(result for result in formula.results if result.id == name)
    assert isinstance(number, Number)
    ends = evaluate_formula(formula, answers)["results"][name]["value"]
    assert ends["min"] == ends["max"]
    return Decimal(ends["min"])


# The published values.


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"sex": "female", "age": 55, "creatinine": "0.9"}, "75.5"),
        ({"sex": "male", "age": 65, "creatinine": "1.0"}, "83.5"),
        ({"sex": "male", "age": 72, "creatinine": "1.4"}, "53.4"),
        ({"sex": "female", "age": 45, "creatinine": "0.6"}, "112.7"),
    ],
)
def test_ckd_epi_2021(answers: dict[str, Any], expected: str) -> None:
    assert value(RENAL, "ckd_epi_2021", answers) == Decimal(expected)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"sex": "male", "age": 72, "weight": 70, "creatinine": "1.4"}, "47.2"),
        ({"sex": "female", "age": 65, "weight": 60, "creatinine": "0.9"}, "59.0"),
    ],
)
def test_cockcroft_gault(answers: dict[str, Any], expected: str) -> None:
    assert value(RENAL, "cockcroft_gault", answers) == Decimal(expected)


@pytest.mark.parametrize(
    ("height", "weight", "mosteller", "du_bois"),
    # Du Bois at 180 cm and 100 kg is 2.19502: printed 2.19 where it is cut, 2.20 where it is rounded.
    [(170, 70, "1.82", "1.81"), (180, 100, "2.24", "2.20")],
)
def test_body_surface_area(height: int, weight: int, mosteller: str, du_bois: str) -> None:
    answers = {"height": height, "weight": weight}
    assert value(BSA, "mosteller", answers) == Decimal(mosteller)
    assert value(BSA, "du_bois", answers) == Decimal(du_bois)


def test_mipi_takes_white_cells_per_microlitre_into_its_logarithm() -> None:
    answers = {"age": 65, "ecog": "ecog_1", "ldh": 300, "ldh_upper_limit": 250, "white_cells": "8.0"}
    assert value(MIPI, "mipi", answers) == Decimal("6.07")
    assert calculators.evaluate("mipi", answers)["results"]["mipi"]["outcomes"] == ["intermediate"]


# Both sides of every cut-off.


@pytest.mark.parametrize(
    ("item", "below", "at"),
    [
        *[("age", 49, 50), ("age", 59, 60), ("age", 69, 70)],
        *[("ldh_ratio", "0.6699", "0.67"), ("ldh_ratio", "0.9999", "1"), ("ldh_ratio", "1.4999", "1.5")],
        *[("white_cells", "6.6999", "6.7"), ("white_cells", "9.9999", "10"), ("white_cells", "14.9999", "15")],
    ],
)
def test_each_step_of_the_simplified_mipi_adds_one_point(item: str, below: Any, at: Any) -> None:
    points = [
        int(calculators.evaluate("mipi", {**COMPLETE["mipi"], item: x})["results"]["smipi"]["value"]["min"])
        for x in (below, at)
    ]
    assert points[1] - points[0] == 1


@pytest.mark.parametrize(
    ("cut", "names"), [("5.7", ["low", "intermediate"]), ("6.2", ["intermediate", "high"])], ids=["5.7", "6.2"]
)
def test_mipi_at_its_cut_offs(cut: str, names: list[str]) -> None:
    """The cut-off itself belongs to the upper group, and what is shown never contradicts the group."""
    number = MIPI.results[0]
    assert isinstance(number, Number)
    found = []
    for age in range(30, 91):
        for tenths in range(60, 100):
            answers = {"age": age, "ecog": "ecog_0", "ldh_ratio": 1, "white_cells": Decimal(tenths) / 10}
            exact = number.compute(
                {
                    "age": Decimal(age),
                    "ecog": Decimal(0),
                    "ldh_ratio": Decimal(1),
                    "white_cells": Decimal(tenths) / 10,
                }
            )
            if abs(exact - Decimal(cut)) < Decimal("0.005"):
                result = evaluate_formula(MIPI, {**answers, "white_cells": str(answers["white_cells"])})
                shown = result["results"]["mipi"]
                assert shown["outcomes"] == [names[exact >= Decimal(cut)]]
                assert (Decimal(shown["value"]["min"]) >= Decimal(cut)) == (exact >= Decimal(cut))
                found.append(shown["outcomes"][0])
    assert set(found) == set(names), "no value close enough on both sides"


@pytest.mark.parametrize(("ki67", "expected"), [("29.9", "low_intermediate"), ("30", "high_intermediate")])
def test_mipi_c_at_30_per_cent(ki67: str, expected: str) -> None:
    answers = {"age": 65, "ecog": "ecog_1", "ldh_ratio": "1.2", "white_cells": "8.0", "ki67": ki67}
    assert calculators.evaluate("mipi", answers)["results"]["mipi_c"]["outcomes"] == [expected]


@pytest.mark.parametrize(
    ("changed", "ipi", "nccn_ipi"),
    [({"age": age}, int(age > 60), sum(age > cut for cut in (40, 60, 75))) for age in (40, 41, 60, 61, 75, 76)]
    + [
        ({"ldh_ratio": ratio}, raised, step)
        for ratio, raised, step in [("1", 0, 0), ("1.0001", 1, 1), ("3", 1, 1), ("3.0001", 1, 2)]
    ]
    + [({"stage": f"stage_{n}"}, int(n > 2), int(n > 2)) for n in (1, 2, 3, 4)]
    + [({"ecog": f"ecog_{n}"}, int(n > 1), int(n > 1)) for n in range(5)]
    + [({"extranodal_sites": "two_or_more"}, 1, 0), ({"major_extranodal_site": "present"}, 0, 1)],
    ids=str,
)
def test_points_of_ipi_and_nccn_ipi_at_every_cut_off(changed: dict[str, Any], ipi: int, nccn_ipi: int) -> None:
    none = {**COMPLETE["ipi"], "age": 40, "ldh_ratio": 1}
    results = calculators.evaluate("ipi", {**none, **changed})["results"]
    assert (results["ipi"]["value"]["min"], results["nccn_ipi"]["value"]["min"]) == (str(ipi), str(nccn_ipi))
    assert results["r_ipi"]["value"] == results["ipi"]["value"]


# Every row of the one formula that is made of tables.


def test_every_row_of_the_golden_table_of_ipi() -> None:
    """The rules are written here apart from the calculator: where both agree, neither slipped."""
    with (GOLDEN / "ipi.csv").open(encoding="utf-8", newline="") as file:
        golden = list(csv.DictReader(file))
    assert len(golden) == calculators.definition("ipi")["rows"] == 4 * 3 * 2 * 2 * 2 * 2
    for row in golden:
        young = row["age"] in ("up_to_40", "from_41_to_60")
        three = (row["ldh_ratio"] != "up_to_1") + (row["stage"] == "stage_3_4") + (row["ecog"] == "ecog_2_4")
        five = three + (not young) + (row["extranodal_sites"] == "two_or_more")
        nccn = ["up_to_40", "from_41_to_60", "from_61_to_75", "above_75"].index(row["age"])
        nccn += ["up_to_1", "above_1_to_3", "above_3"].index(row["ldh_ratio"])
        nccn += (
            (row["stage"] == "stage_3_4") + (row["ecog"] == "ecog_2_4") + (row["major_extranodal_site"] == "present")
        )
        groups = ["low", "low_intermediate", "high_intermediate", "high"]
        assert (row["ipi"], row["ipi_outcome"]) == (str(five), groups[max(0, min(five, 4) - 1)])
        assert (row["aa_ipi"], row["aa_ipi_outcome"]) == ((str(three), groups[three]) if young else ("", ""))
        assert (row["r_ipi"], row["r_ipi_outcome"]) == (
            str(five),
            "very_good" if not five else "good" if five < 3 else "poor",
        )
        assert (row["nccn_ipi"], row["nccn_ipi_outcome"]) == (str(nccn), groups[min(nccn, 7) // 2])
