"""Lymphodepletion: the doses are those of the product records, and each label of fludarabine keeps its own limits."""

import re
from typing import Any

import pytest
import yaml
from test_calculators_cases import CASES

import calculators
from calculators.lymphodepletion import MG_PER_M2

PRODUCTS = CASES.parents[1] / "content" / "products"


def results(**answers: Any) -> dict[str, Any]:
    result = calculators.evaluate("lymphodepletion", answers)
    assert not result["problems"], result["problems"]
    return dict(result["results"])


@pytest.mark.parametrize("product", MG_PER_M2)
def test_doses_are_those_of_the_product_record(product: str) -> None:
    record = yaml.safe_load((PRODUCTS / f"{product.replace('_', '-')}.yaml").read_text("utf-8"))
    said = record["lymphodepletion"]["value"]["en"].lower()
    for place, drug in enumerate(("fludarabine", "cyclophosphamide")):
        (printed,) = re.findall(rf"{drug} (\d+) mg/m²", said)
        assert MG_PER_M2[product][place] == int(printed)
        assert "for 3 days" in said or "on days −5, −4 and −3" in said


@pytest.mark.parametrize("product", MG_PER_M2)
def test_the_page_says_the_doses_it_computes_with(product: str) -> None:
    words = yaml.safe_load((PRODUCTS.parent / "calculators" / "lymphodepletion.yaml").read_text("utf-8"))
    for place, drug in enumerate(("fludarabine", "cyclophosphamide")):
        for language in ("it", "en"):
            formula = words["results"][drug]["formula"][language]
            # The figure after a product's name, past the names that share it.
            after = formula[formula.index(product.replace("_", "-")) :]
            assert re.findall(r"(\d+) mg/m²", after)[0] == str(MG_PER_M2[product][place])


@pytest.mark.parametrize(
    ("clearance", "italian", "american"),
    [
        ("80", "full", "full"),
        ("79.9", "full", "twenty"),
        ("70.1", "full", "twenty"),
        ("70", "up_to_half", "twenty"),
        ("50", "up_to_half", "twenty"),
        ("49.9", "up_to_half", "fifteen"),
        ("30", "up_to_half", "fifteen"),
        ("29.9", "contraindicated", "not_given"),
    ],
)
def test_both_sides_of_every_limit(clearance: str, italian: str, american: str) -> None:
    found = results(product="axi_cel", body_surface="1.8", clearance=clearance)
    assert (found["label_it"]["outcomes"], found["label_us"]["outcomes"]) == ([italian], [american])


def test_the_kidney_never_changes_the_doses_shown() -> None:
    shown = [
        {drug: results(product="axi_cel", body_surface="1.8", clearance=c)[drug] for drug in ("fludarabine",)}
        for c in (20, 45, 60, 75, 120, None)
    ]
    assert all(one == shown[0] for one in shown)
