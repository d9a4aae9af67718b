"""Diagrams show what their records say: every box, every arrow to its target, no arrow through a box."""

from itertools import combinations, pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.charts.palette import PRINT
from build_scripts.content import Content
from build_scripts.diagrams.arrows import Point
from build_scripts.diagrams.flow import arrange, flow
from build_scripts.diagrams.layout import ranks
from build_scripts.diagrams.lettering import width, wrap
from build_scripts.diagrams.view import DiagramView, Drawing
from build_scripts.page_view import PageView
from build_scripts.records.common import LANGUAGES, Language
from build_scripts.records.diagram import Diagram

SVG = "{http://www.w3.org/2000/svg}"
LAYOUTS = pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])


@pytest.fixture(params=LANGUAGES)
def view(request: pytest.FixtureRequest, content: Content) -> PageView:
    language: Language = request.param
    return PageView(content, language, "page.md")


def diagram(edges: str, **columns: int) -> Diagram:
    """A diagram of arrows such as "a-b b-c b-a"; a box from which two arrows leave is a decision."""
    pairs = [edge.split("-") for edge in edges.split()]
    starts = [start for start, _ in pairs]
    nodes = {
        node: {
            "words": {"it": f"Passo {node}", "en": f"Step {node}"},
            "kind": ("end", "action", "decision")[min(2, starts.count(node))],
            "column": columns.get(node, 0),
            "citations": [{"ref": "lee-2019"}],
            "evidence": "primary",
        }
        for node in dict.fromkeys(node for pair in pairs for node in pair)
    }
    answers = [{"start": a, "end": b, "label": {"it": f"verso {b}", "en": f"to {b}"}} for a, b in pairs]
    title = {"it": "Prova", "en": "Trial"}
    return Diagram.model_validate({"title": title, "description": title, "nodes": nodes, "edges": answers})


def words_of(drawing: str) -> list[str]:
    return [text.text or "" for text in fromstring(drawing).iter(f"{SVG}text")]


@LAYOUTS
def test_every_arrow_leads_from_its_box_to_its_target_and_through_no_box(view: PageView, narrow: bool) -> None:
    assert view.content.diagrams
    for record in view.content.diagrams.values():
        layout, arrows = arrange(record, view, narrow=narrow)
        for edge, corners in zip(record.edges, arrows, strict=True):
            for (x, y), node in ((corners[0], edge.start), (corners[-1], edge.end)):
                box = layout.boxes[node]
                on_a_side = x in (box.left, box.right) and box.top < y < box.bottom
                assert on_a_side or (y in (box.top, box.bottom) and box.left < x < box.right), f"{edge}: {node}"
            for (x0, y0), (x1, y1) in pairwise(corners):
                assert x0 == x1 or y0 == y1, f"{edge} runs aslant"
                assert min(x0, x1) >= 0 and max(x0, x1) <= layout.width, f"{edge} leaves the drawing"
                for box in layout.boxes.values():
                    beside = max(x0, x1) <= box.left or box.right <= min(x0, x1)
                    assert beside or max(y0, y1) <= box.top or box.bottom <= min(y0, y1), (
                        f"{edge} runs through {box.id}"
                    )


@LAYOUTS
def test_arrows_run_on_one_line_only_when_they_meet_in_one_box(view: PageView, narrow: bool) -> None:
    crossing = diagram("a-b a-c b-e c-d d-f e-f", c=1, e=2)
    for record in (*view.content.diagrams.values(), crossing):
        _, arrows = arrange(record, view, narrow=narrow)
        for (one, first), (other, second) in combinations(zip(record.edges, arrows, strict=True), 2):
            if one.end != other.end:
                for here, there in ((s, t) for s in pairwise(first) for t in pairwise(second)):
                    assert not on_one_line(*here, *there), f"{one} and {other}"


def on_one_line(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the straight lines from a to b and from c to d have more than a point in common."""
    for along, across in ((0, 1), (1, 0)):
        if a[across] == b[across] == c[across] == d[across]:
            ends = min(max(a[along], b[along]), max(c[along], d[along]))
            return ends > max(min(a[along], b[along]), min(c[along], d[along]))
    return False


def test_answers_stand_on_the_side_to_which_they_lead(view: PageView) -> None:
    for record in view.content.diagrams.values():
        layout, _ = arrange(record, view, narrow=False)
        for box in layout.boxes.values():
            onward = [a for a in box.answers.values() if layout.row_of[a.target] > layout.row_of[box.id]]
            columns = [layout.column_of[answer.target] for answer in sorted(onward, key=lambda answer: answer.x)]
            assert columns == sorted(columns), box.id


@LAYOUTS
def test_boxes_stand_apart_within_the_drawing(view: PageView, narrow: bool) -> None:
    for record in view.content.diagrams.values():
        layout, _ = arrange(record, view, narrow=narrow)
        assert list(layout.boxes) == list(record.nodes)
        for box in layout.boxes.values():
            assert box.left >= 0 and box.right <= layout.width
        for one, other in combinations(layout.boxes.values(), 2):
            apart = one.right < other.left or other.right < one.left
            assert apart or one.bottom < other.top or other.bottom < one.top, f"{one.id} and {other.id}"


@LAYOUTS
def test_a_drawing_holds_all_words_of_its_record_and_the_number_of_each_step(view: PageView, narrow: bool) -> None:
    for record in view.content.diagrams.values():
        said = " ".join(words_of(flow("d", record, view, PRINT, narrow=narrow)))
        for number, node in enumerate(record.nodes.values(), start=1):
            assert f"{number}. {view.plain(node.words)}" in said
        for edge in record.edges:
            assert edge.label is None or view.plain(edge.label) in said


@LAYOUTS
def test_a_drawing_is_named_described_and_in_its_language(view: PageView, narrow: bool) -> None:
    drawings = DiagramView(view)
    for drawn in (drawings.flow("restaging"), drawings.journey()):
        root = fromstring(drawn.narrow if narrow else drawn.wide)
        assert (root.get("role"), root.get("lang")) == ("img", view.language)
        assert root.findtext(f"{SVG}title") == drawn.title
        assert len(root.findtext(f"{SVG}desc") or "") > 40
        named = [root.find(f"{SVG}title"), root.find(f"{SVG}desc")]
        names = root.get("aria-labelledby", "")
        assert names == " ".join(part.get("id", "") for part in named if part is not None)
        assert names not in (drawn.wide if narrow else drawn.narrow), "an id stands twice"


def test_the_shape_tells_the_kind_without_colour(content: Content) -> None:
    record = content.diagrams["restaging"]
    root = fromstring(flow("d", record, PageView(content, "it", "page.md"), PRINT, narrow=False))
    boxes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "box"]
    seen = {
        (node.kind, shape.tag.removeprefix(SVG), shape.get("stroke-dasharray"), len(box.findall(f"{SVG}rect")))
        for node, box in zip(record.nodes.values(), boxes, strict=True)
        for shape in box
        if shape.get("class") == "shape"
    }
    assert seen == {
        ("action", "rect", None, 1),
        ("decision", "path", None, 0),
        ("state", "rect", "5 3", 1),
        ("end", "rect", None, 2),
    }


def test_an_arrow_back_takes_no_part_in_the_order_of_rows() -> None:
    assert ranks(diagram("a-b b-c c-b c-d")) == {"a": 0, "b": 1, "c": 2, "d": 3}
    # `d` stands under the longest way to it.
    assert ranks(diagram("a-b a-d b-c c-d")) == {"a": 0, "b": 1, "d": 3, "c": 2}


def test_two_boxes_in_one_place_are_refused(view: PageView) -> None:
    with pytest.raises(ValueError, match="b and c stand in one place"):
        arrange(diagram("a-b a-c"), view, narrow=False)
    arrange(diagram("a-b a-c", c=1), view, narrow=False)


def test_an_arrow_with_a_box_in_every_way_is_refused(view: PageView) -> None:
    # The way back from f to b leaves at the left, where c stands in the same row.
    with pytest.raises(ValueError, match="stands in the way from f to b"):
        arrange(diagram("a-b b-c b-f c-d f-b", f=1), view, narrow=False)


def test_words_are_broken_within_their_room_and_never_inside() -> None:
    lines = wrap("progressione o nessuna risposta", 12, 90)
    assert " ".join(lines) == "progressione o nessuna risposta"
    assert all(width(line, 12) <= 90 for line in lines)
    with pytest.raises(ValueError, match="chemioimmunoterapia"):
        wrap("chemioimmunoterapia di prima linea", 13, 60)


def test_the_journey_marks_who_takes_part_in_each_step(view: PageView) -> None:
    assert view.content.journey is not None
    steps = view.content.journey.steps
    drawn = DiagramView(view).journey()
    rows = rows_of(drawn)
    assert len(rows) == len(steps)
    columns = sorted({float(mark.get("cx", "")) for row in rows for mark in marks(row)})
    roles = ("referral", "hub", "hub_pharmacy", "manufacturer", "patient", "caregiver", "registry")
    assert len(columns) == len(roles)
    for step, row in zip(steps, rows, strict=True):
        assert {roles[columns.index(float(mark.get("cx", "")))] for mark in marks(row)} == set(step.who), step.id
    narrow = " ".join(words_of(drawn.narrow))
    for step in steps:
        assert view.plain(step.title) in narrow and view.plain(step.when) in narrow
        assert "· " + ", ".join(view.message(f"role.{role}") for role in step.who) in narrow


def rows_of(drawn: Drawing) -> list[Element]:
    return [group for group in fromstring(drawn.wide).iter(f"{SVG}g") if group.get("class") == "box"]


def marks(row: Element) -> list[Element]:
    return [circle for circle in row.iter(f"{SVG}circle") if circle.get("class") == "mark"]
