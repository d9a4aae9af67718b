"""HScore gives the published points and probabilities; its rows are too many to print, so its cut-offs stand here."""

from itertools import product
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_calculators_cases import CASES

import calculators
from calculators.evaluation import possible_scores
from calculators.hscore import HSCORE
from calculators.model import Item, Points, Quantity, Score

HEALTHY: dict[str, Any] = {
    "immunosuppression": "absent",
    "temperature": 37,
    "organomegaly": "none",
    "cytopenias": "up_to_one",
    "ferritin": 300,
    "triglycerides": "1.0",
    "fibrinogen": "3.5",
    "ast": 20,
    "haemophagocytosis": "absent",
}
MEASURED = [item for item in HSCORE.items if isinstance(item, Quantity)]
PER_CENT = ["<1", "1", "3", "5", "9", "16", "25", "40", "54", "70", "80", "88", "93", "96", "98", "99", ">99"]
PROBABILITIES = dict(zip(range(90, 251, 10), PER_CENT, strict=True))
"""The published table: score to per cent."""


def points(**changed: Any) -> int:
    result = calculators.evaluate("hscore", {**HEALTHY, **changed})
    assert not result["problems"], result["problems"]
    assert result["score"]["min"] == result["score"]["max"]
    return int(result["score"]["min"])


@pytest.mark.parametrize(
    ("item", "answer", "expected"),
    [
        *[("temperature", t, p) for t, p in [("38.39", 0), ("38.4", 33), ("39.4", 33), ("39.41", 49)]],
        *[("ferritin", f, p) for f, p in [("1999.9", 0), ("2000", 35), ("6000", 35), ("6000.1", 50)]],
        *[("triglycerides", t, p) for t, p in [("1.49", 0), ("1.5", 44), ("4", 44), ("4.01", 64)]],
        *[("fibrinogen", f, p) for f, p in [("2.51", 0), ("2.5", 30)]],
        *[("ast", a, p) for a, p in [("29.9", 0), ("30", 19)]],
        *[("immunosuppression", "present", 18), ("haemophagocytosis", "present", 35)],
        *[("organomegaly", "liver_or_spleen", 23), ("organomegaly", "liver_and_spleen", 38)],
        *[("cytopenias", "two", 24), ("cytopenias", "three", 34)],
    ],
)
def test_points_on_both_sides_of_every_cut_off(item: str, answer: str, expected: int) -> None:
    assert points(**{item: answer}) == expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (("9.3", "5.1", "111"), 0),
        (("9.2", "5.1", "111"), 0),
        (("9.2", "5", "111"), 24),
        (("9.3", "5", "110"), 24),
        (("9.2", "5", "110"), 34),
    ],
)
def test_lineages_counted_from_the_three_values(counts: tuple[str, str, str], expected: int) -> None:
    given = dict(zip(("haemoglobin", "white_cells", "platelets"), counts, strict=True))
    assert points(cytopenias=None, **given) == expected


def test_a_count_that_is_missing_leaves_both_numbers_of_lineages_open() -> None:
    result = calculators.evaluate("hscore", {**HEALTHY, "cytopenias": None, "haemoglobin": 8, "white_cells": 2})
    assert result["read"]["cytopenias"] == ["two", "three"]
    assert result["score"] == {"min": 24, "max": 34}


def test_every_score_from_0_to_337_falls_between_its_two_published_probabilities() -> None:
    for score in range(338):
        outcome = HSCORE.outcome(score)
        begin = 0 if outcome == "below_90" else int(outcome.removeprefix("from_"))
        assert begin <= score
        if score < 90:
            assert outcome == "below_90"
        elif score >= 250:
            assert outcome == "from_250"
        else:
            assert begin // 10 == score // 10
            assert (begin == 169) == (score == 169), "the cut-off stands alone"


def test_the_words_carry_the_published_probabilities() -> None:
    text = (CASES.parents[1] / "content" / "calculators" / "hscore.yaml").read_text("utf-8")
    outcomes = yaml.safe_load(text)["outcomes"]
    for score, per_cent in PROBABILITIES.items():
        name = outcomes[f"from_{score}"]["name"]
        assert all(per_cent in name[language] for language in ("it", "en")), score
        if score < 250:
            assert f"{per_cent}% a {score} punti" in outcomes[f"from_{score}"]["meaning"]["it"]
            assert f"{per_cent}% at {score} points" in outcomes[f"from_{score}"]["meaning"]["en"]
            assert PROBABILITIES[score + 10] in name["it"]


def test_units_never_change_the_points() -> None:
    assert points(triglycerides={"value": "133", "unit": "mg/dL"}) == points(triglycerides="1.51") == 44
    assert points(triglycerides={"value": "354", "unit": "mg/dL"}) == 44
    assert points(triglycerides={"value": "355", "unit": "mg/dL"}) == 64
    assert points(fibrinogen={"value": "250", "unit": "mg/dL"}) == 30
    assert points(fibrinogen={"value": "251", "unit": "mg/dL"}) == 0
    assert points(temperature={"value": "101.12", "unit": "°F"}) == points(temperature="38.4")
    assert points(ferritin={"value": "2000", "unit": "µg/L"}) == 35


def inputs(most_unknown: int) -> st.SearchStrategy[dict[str, str]]:
    """One level of each item, up to ``most_unknown`` of them left out."""
    levels = {item.id: st.sampled_from([level.id for level in item.levels]) for item in HSCORE.items}
    complete = st.fixed_dictionaries(levels)
    left_out = st.sets(st.sampled_from(sorted(levels)), max_size=most_unknown)
    return st.builds(lambda given, gone: {k: v for k, v in given.items() if k not in gone}, complete, left_out)


def score_of(answers: dict[str, Any]) -> dict[str, Any]:
    result = calculators.evaluate("hscore", answers)
    assert not result["problems"], result["problems"]
    return result


@settings(deadline=None)
@given(inputs(most_unknown=4), st.sampled_from(HSCORE.items), st.data())
def test_worsening_an_answer_never_lowers_the_score(answers: dict[str, str], item: Item, data: st.DataObject) -> None:
    levels = [level.id for level in item.levels]
    better, worse = sorted(data.draw(st.lists(st.sampled_from(levels), min_size=2, max_size=2)), key=levels.index)
    before, after = (score_of({**answers, item.id: level}) for level in (better, worse))
    assert before["score"]["min"] <= after["score"]["min"]
    assert before["score"]["max"] <= after["score"]["max"]


@settings(deadline=None)
@given(inputs(most_unknown=9), st.sampled_from(HSCORE.items), st.data())
def test_learning_an_answer_never_widens_the_result(answers: dict[str, str], item: Item, data: st.DataObject) -> None:
    level = data.draw(st.sampled_from([level.id for level in item.levels]))
    before = score_of({k: v for k, v in answers.items() if k != item.id})
    after = score_of({**answers, item.id: level})
    assert set(after["outcomes"]) <= set(before["outcomes"])
    assert before["score"]["min"] <= after["score"]["min"] <= after["score"]["max"] <= before["score"]["max"]


@settings(deadline=None)
@given(inputs(most_unknown=0), st.sampled_from(MEASURED), st.data())
def test_changing_the_unit_never_changes_the_score(
    answers: dict[str, str], item: Quantity, data: st.DataObject
) -> None:
    value = data.draw(st.decimals(*item.plausible, places=1))
    scores = []
    for unit in item.units:
        typed = format(value * unit.per / unit.times + unit.zero, "f")
        scores.append(score_of({**answers, item.id: {"value": typed, "unit": unit.id}})["score"])
    assert scores == scores[:1] * len(scores)


def test_totals_counted_set_by_set_are_those_of_every_combination() -> None:
    def adds(given: Points) -> int:
        return sum(given.values())

    apart = Score("apart", "", (), (), adds, ())
    sets = {"a": frozenset({0, 3, 4}), "b": frozenset({0, 7}), "c": frozenset({2})}
    assert possible_scores(HSCORE, sets) == possible_scores(apart, sets) == {sum(c) for c in product(*sets.values())}


def test_a_table_too_long_to_be_read_is_not_written_out() -> None:
    assert calculators.definition("hscore")["rows"] == 0
    assert list(calculators.rows("hscore")) == []
    assert HSCORE.outcomes[-1].high == sum(item.levels[-1].points for item in HSCORE.items)
