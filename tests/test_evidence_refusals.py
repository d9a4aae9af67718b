"""A figure that cannot be true, or cannot be read, is refused with its place."""

from pathlib import Path

import pytest
from content_tree import break_tree, content_tree

from build_scripts.load import load
from build_scripts.problems import ContentError

TRIAL = "content/trials/example-1.yaml"
SECOND_ORR = """  ‹orr-2:
    {endpoint: orr, arm: car-t, value: 81, SET, data_cut: primary, follow_up_months: 24.9,
     citation: {ref: example-2021}, evidence: primary}
  efs-24m:"""

REFUSED = {
    "a toxicity rate without a scale": (
        "    scale: lee-2014 # lee-2014, penn, astct-2019 …; not_stated if the source names none\n",
        "‹",
        "crs-grade3plus: a toxicity rate needs the scale it was graded on",
    ),
    "two values for one arm, endpoint, set and data cut": (
        "  efs-24m:",
        SECOND_ORR.replace("SET", "analysis_set: randomised"),
        "orr-2: says the same as orr",
    ),
    "a definition does not make two values of one key": (
        "  efs-24m:",
        SECOND_ORR.replace("SET", "analysis_set: randomised, definition: {it: centrale, en: central}"),
        "orr-2: says the same as orr",
    ),
    "a confidence interval that does not hold its value": (
        "ci_low: 33.2",
        "ci_low: 41.2",
        "efs-24m: the confidence interval 41.2 to 47.7 does not hold 40.5",
    ),
    "an interval with one end": ("    ci_high: 47.7\n", "", "efs-24m: give either `ci_high` or"),
    "data cut after they were published": (
        "date: 2021-03",
        "date: 2022-02",
        "the data were cut after they were published",
    ),
    "a percentage that its n cannot give": (
        "value: 83 ",
        "value: 83.1 ",
        "no number of patients out of 180 is 83.1%",
    ),
    "more than all": ("value: 83 ", "value: 183 ", "183 is not a percentage"),
    "a rate without its time": ("    at_months: 24 #", "    #", "a rate needs `at_months`"),
    "a ratio without what it compares with": ("    versus: standard #", "    #", "`versus` goes with a ratio"),
    "a scale on what is not graded": (
        "    endpoint: orr\n",
        "    endpoint: orr\n    scale: penn\n",
        "orr is not graded",
    ),
    "no source": ("    citation: {ref: example-2021, place: Table 2}\n", "", "orr.citation: is missing"),
    "a word for what nobody checked": (
        "    citation: {ref: example-2021, place: Table 2}\n    evidence: primary",
        "    citation: {ref: example-2021, place: Table 2}\n    evidence: unchecked",
        "orr.evidence: Input should be 'primary', 'secondary' or 'article'",
    ),
    "how no scale is known": (
        "    scale: lee-2014 #",
        "    scale_evidence: secondary\n    scale: not_stated #",
        "`scale_evidence` says how a scale is known",
    ),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_it_refuses(mistake: str, tmp_path: Path) -> None:
    old, new, said = REFUSED[mistake]
    root = content_tree(tmp_path)
    break_tree(root, [(TRIAL, old, new if "‹" in new else "‹" + new)])
    with pytest.raises(ContentError) as caught:
        load(root)
    errors = [str(problem) for problem in caught.value.problems]
    assert len(errors) == 1, errors
    assert errors[0].startswith(TRIAL + ":")
    assert said in errors[0]


@pytest.mark.parametrize("change", ["analysis_set: infused", "analysis_set: randomised, at_months: 12"])
def test_it_accepts_another_value_of_another_set_or_time(change: str, tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    value = SECOND_ORR.replace("SET", change).replace("value: 81", "value: 80")
    break_tree(root, [(TRIAL, "  efs-24m:", value)])
    load(root)


def test_every_endpoint_needs_its_name(tmp_path: Path) -> None:
    root = content_tree(tmp_path)
    file = root / "content" / "endpoints.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("os_hr:")), encoding="utf-8")
    with pytest.raises(ContentError, match="os_hr has no name"):
        load(root)
