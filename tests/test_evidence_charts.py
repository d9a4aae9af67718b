"""Charts say what the records say: each number as printed, each mark in its place, words for those who see none."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.charts.intervals import LEFT, Axis, Group, Row, intervals
from build_scripts.charts.palette import PRINT, WEB
from build_scripts.content import Content
from build_scripts.evidence_view.chart_data import KINDS, axis_of
from build_scripts.evidence_view.view import EvidenceView
from build_scripts.page_view import PageView
from build_scripts.records.common import LANGUAGES, Language

SVG = "{http://www.w3.org/2000/svg}"
PERCENT = Axis(0, 100, ((0, "0%"), (100, "100%")))
RATIO = Axis(0.25, 4, ((1, "1"),), logarithmic=True)


def drawing(*rows: Row, axis: Axis = PERCENT) -> Element:
    return fromstring(intervals("c", "Title", "Description", axis, Group("OS", rows), WEB))


def row(value: str, **more: object) -> Row:
    return Row(label="ZUMA-7, axi-cel", note="n = 180", shown=value, value=Decimal(value), **more)  # type: ignore[arg-type]


def test_a_mark_stands_where_its_value_is() -> None:
    root = drawing(row("0"), row("50"), row("100"))
    left, middle, right = (float(mark.get("cx", "")) for mark in root.iter(f"{SVG}circle"))
    assert middle - left == pytest.approx(right - middle)
    half, one, two = (
        float(mark.get("cx", "")) for mark in drawing(row("0.5"), row("1"), row("2"), axis=RATIO).iter(f"{SVG}circle")
    )
    assert one - half == pytest.approx(two - one), "a ratio and its inverse stand equally far from 1"


def test_an_interval_reaches_from_its_lower_to_its_upper_limit() -> None:
    root = drawing(row("50", low=Decimal(25), high=Decimal(75)))
    thick = next(line for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "3")
    width = float(thick.get("x2", "")) - float(thick.get("x1", ""))
    track = next(line for line in root.iter(f"{SVG}line") if line.get("y1") == thick.get("y1") and line is not thick)
    assert width * 2 == pytest.approx(float(track.get("x2", "")) - float(track.get("x1", "")))


def test_an_upper_limit_not_reached_ends_in_an_arrowhead() -> None:
    assert not list(drawing(row("50", low=Decimal(25), high=Decimal(75))).iter(f"{SVG}path"))
    assert list(drawing(row("50", low=Decimal(25), open_high=True)).iter(f"{SVG}path"))


def test_a_control_arm_is_told_by_its_shape() -> None:
    root = drawing(row("50"), row("40", control=True))
    assert len(list(root.iter(f"{SVG}circle"))) == 1
    assert any(rect.get("stroke-width") == "2" for rect in root.iter(f"{SVG}rect"))


def test_words_of_a_chart_are_escaped_and_named() -> None:
    root = drawing(Row(label="<b>&", note="", shown="1", value=Decimal(1)))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "c-title c-desc"
    assert [root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")] == ["Title", "Description"]
    assert "<b>&" in [text.text for text in root.iter(f"{SVG}text")]


def test_a_chart_for_paper_names_no_style_sheet() -> None:
    text = intervals("c", "T", "D", PERCENT, Group("OS", (row("50", badge="Penn"),)), PRINT)
    assert "var(" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_study_s_charts_show_its_records_and_no_other_number(content: Content, language: Language) -> None:
    evidence = EvidenceView(PageView(content, language, "trials/x.md"))
    drawn = 0
    for trial_id, trial in content.trials.items():
        for kind, endpoints in KINDS.items():
            chart = evidence.chart(kind, trial_id)
            if chart is None:
                assert not [f for f in trial.figures.values() if f.endpoint in endpoints and f.value is not None]
                continue
            drawn += 1
            root = fromstring(f"<div>{''.join(chart.drawings)}</div>")
            marks = [float(circle.get("cx", "")) for circle in root.iter(f"{SVG}circle")]
            squares = [rect for rect in root.iter(f"{SVG}rect") if rect.get("stroke-width") == "2"]
            marks += [float(square.get("x", "")) + 5 for square in squares]
            axis = axis_of(evidence, kind, chart.shown)
            ends = [end for one in chart.shown for end in (one.figure.value, one.figure.ci_low, one.figure.ci_high)]
            assert all(axis.low <= end <= axis.high for end in ends if end is not None), f"{chart.id} is cut"
            places = [
                axis.x(one.figure.value, WEB.width - LEFT) for one in chart.shown if one.figure.value is not None
            ]
            assert sorted(marks) == pytest.approx(sorted(places), abs=0.01), chart.id
            bold = [text.text or "" for text in root.iter(f"{SVG}text") if text.get("text-anchor") == "end"]
            for one in chart.shown:
                assert any(words.startswith(evidence.value(one)) for words in bold), one.key
            if kind == "toxicity":
                words = [text.text for text in root.iter(f"{SVG}text")]
                for one in chart.shown:
                    assert evidence.view.message(f"scale.{one.figure.scale}") in words
    assert drawn > 40


def test_no_words_of_a_chart_leave_it(content: Content) -> None:
    evidence = EvidenceView(PageView(content, "it", "trials/x.md"))
    for trial_id in content.trials:
        for kind in KINDS:
            if chart := evidence.chart(kind, trial_id):
                for text in (text for drawing in chart.drawings for text in fromstring(drawing).iter(f"{SVG}text")):
                    # The widest letters of the type are about 0.62 of its size.
                    width = len(text.text or "") * 0.5 * float(text.get("font-size", "0"))
                    assert width <= 350, text.text
