"""What must hold on every row of every score: the golden tables, and three properties, checked exhaustively."""

import csv
from itertools import combinations, product
from typing import Any

import pytest
from golden_tables import GOLDEN, golden_tables

import calculators
from calculators.car_hematotox import CAR_HEMATOTOX
from calculators.crs import CRS
from calculators.evaluation import evaluate_score
from calculators.icans import ICANS
from calculators.ice import ICE
from calculators.lugano import LUGANO
from calculators.model import Item, Score

SCORES = [CRS, ICE, ICANS, CAR_HEMATOTOX, LUGANO]
ROWS = {"crs": 48, "ice": 160, "icans": 360, "car_hematotox": 72, "lugano": 12}
by_id = pytest.mark.parametrize("score", SCORES, ids=lambda score: score.id)


def representatives(item: Item) -> list[str]:
    """List one level for each number of points, from best to worst."""
    return list({level.points: level.id for level in item.levels}.values())


def complete_inputs(score: Score) -> list[dict[str, str]]:
    """List every complete input, levels that give the same points counted once."""
    ids = [item.id for item in score.items]
    levels = product(*map(representatives, score.items))
    return [dict(zip(ids, chosen, strict=True)) for chosen in levels]


def outcome(score: Score, answers: dict[str, Any]) -> str:
    result = evaluate_score(score, answers)
    assert result["settled"], answers
    return str(result["outcomes"][0])


def test_the_committed_tables_are_what_the_calculators_say() -> None:
    assert golden_tables(write=False) == [], "run: python -m tests.golden_tables --write, and read the difference"


@by_id
def test_every_row_of_the_golden_table(score: Score) -> None:
    with (GOLDEN / f"{score.id}.csv").open(encoding="utf-8", newline="") as file:
        golden = list(csv.DictReader(file))
    rows = list(calculators.rows(score.id))
    assert len(golden) == len(rows) == ROWS[score.id] == calculators.definition(score.id)["rows"]
    for printed, row in zip(golden, rows, strict=True):
        result = calculators.evaluate(score.id, row["answers"])
        assert printed == {**row["columns"], "score": str(row["score"]), "outcome": row["outcome"]}
        assert result["outcomes"] == [printed["outcome"]]
        assert result["score"] == {"min": int(printed["score"]), "max": int(printed["score"])}


@by_id
def test_worsening_an_answer_never_betters_the_outcome(score: Score) -> None:
    order = [o.id for o in score.outcomes]
    found = {tuple(answers.values()): order.index(outcome(score, answers)) for answers in complete_inputs(score)}
    sign = -1 if score.high_is_good else 1
    for chosen, rank in found.items():
        for place, item in enumerate(score.items):
            levels = representatives(item)
            at = levels.index(chosen[place])
            if at + 1 < len(levels):
                worsened = (*chosen[:place], levels[at + 1], *chosen[place + 1 :])
                assert (found[worsened] - rank) * sign >= 0, (chosen, worsened)


def partial_answers(score: Score) -> list[dict[str, str]]:
    """List every input in which each item has one level or is not known; of ICE, up to two are not known."""
    ids = [item.id for item in score.items]
    most = 2 if score is ICE else len(ids)
    found = []
    for count in range(most + 1):
        for unknown in combinations(ids, count):
            known = [item for item in score.items if item.id not in unknown]
            for chosen in product(*map(representatives, known)):
                found.append({item.id: level for item, level in zip(known, chosen, strict=True)})
    return found


@by_id
def test_the_answer_is_the_union_over_the_complete_inputs_and_learning_never_adds(score: Score) -> None:
    """The union, computed level by level, is what the calculator says; so learning one item can only take away."""
    known: dict[tuple[tuple[str, str], ...], set[str]] = {}
    for answers in sorted(partial_answers(score), key=len, reverse=True):
        missing = next((item for item in score.items if item.id not in answers), None)
        key = tuple(sorted(answers.items()))
        result = set(evaluate_score(score, answers)["outcomes"])
        if missing is not None:
            learned = [known[tuple(sorted({**answers, missing.id: x}.items()))] for x in representatives(missing)]
            assert result == set().union(*learned), answers
        for item in score.items:
            if item.id not in answers:
                for level in representatives(item):
                    assert known[tuple(sorted({**answers, item.id: level}.items()))] <= result
        known[key] = result


@by_id
def test_levels_with_the_same_points_give_the_same_outcome(score: Score) -> None:
    for answers in complete_inputs(score)[:: 7 if score is ICANS else 1]:
        expected = outcome(score, answers)
        for item in score.items:
            same = {level.points: level.id for level in item.levels}
            for level in item.levels:
                if same[level.points] == answers[item.id]:
                    assert outcome(score, {**answers, item.id: level.id}) == expected


@by_id
def test_knowing_what_settles_it_settles_it(score: Score) -> None:
    """Answer the items named under ``settled_by``, at their best and at their worst: one outcome must remain."""
    for answers in partial_answers(score):
        result = evaluate_score(score, answers)
        assert result["settled"] == (len(result["outcomes"]) == 1) == (result["settled_by"] == [])
        for end in (0, -1):
            learned = {item_id: representatives(score.item(item_id))[end] for item_id in result["settled_by"]}
            assert evaluate_score(score, {**answers, **learned})["settled"], answers


def test_unarousable_is_grade_4_in_every_row_of_icans() -> None:
    for row in calculators.rows("icans"):
        answers = {**row["answers"], "ice": "unable_unarousable"}
        assert calculators.evaluate("icans", answers)["outcomes"] == ["grade_4"]


def test_the_eight_tasks_and_their_total_give_the_same_icans_grade() -> None:
    for row in calculators.rows("ice"):
        rest = {"consciousness": "normal", "seizure": "none", "motor": "none", "oedema": "none"}
        by_tasks = calculators.evaluate("icans", {**row["answers"], **rest})
        by_total = calculators.evaluate("icans", {"ice": row["outcome"], **rest})
        assert by_tasks["outcomes"] == by_total["outcomes"]


@pytest.mark.parametrize("capd", range(33))
def test_capd_in_children_under_12(capd: int) -> None:
    rest = {"consciousness": "normal", "seizure": "none", "motor": "none", "oedema": "none"}
    expected = "no_icans" if capd == 0 else "grade_1" if capd <= 8 else "grade_3"
    assert calculators.evaluate("icans", {"capd": capd, **rest})["outcomes"] == [expected]
