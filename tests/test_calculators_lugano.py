"""Every PET reading gives the response that the Lugano table gives it, written here apart from the calculator."""

from itertools import product

import calculators

SCORES = [f"deauville_{n}" for n in range(1, 6)]


def expected(score: int, change: str, new_foci: str) -> str:
    if new_foci == "present":
        return "progression"
    if score <= 3:
        return "complete"
    return {"reduced": "partial", "unchanged": "no_response", "increased": "progression"}[change]


def test_each_of_the_thirty_readings() -> None:
    for score, change, new_foci in product(range(1, 6), ("reduced", "unchanged", "increased"), ("absent", "present")):
        answers = {"deauville": f"deauville_{score}", "uptake_change": change, "new_foci": new_foci}
        result = calculators.evaluate("lugano", answers)
        assert result["outcomes"] == [expected(score, change, new_foci)], answers
        remarked = [remark["id"] for remark in result["remarks"]] == ["new_foci_with_low_score"]
        assert remarked == (new_foci == "present" and score <= 3)


def test_the_rows_between_score_3_and_4_are_where_response_stops_being_complete() -> None:
    rest = {"uptake_change": "reduced", "new_foci": "absent"}
    found = [calculators.evaluate("lugano", {"deauville": score, **rest})["outcomes"] for score in SCORES]
    assert found == [["complete"]] * 3 + [["partial"]] * 2


def test_not_knowing_about_new_foci_never_hides_progression() -> None:
    for score, change in product(SCORES, ("reduced", "unchanged", "increased")):
        result = calculators.evaluate("lugano", {"deauville": score, "uptake_change": change})
        assert "progression" in result["outcomes"]
