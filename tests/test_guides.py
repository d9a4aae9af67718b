"""How guides are made: from the same records as the pages, the same bytes each time, and sheets that fold right."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from content_tree import ROOT, project
from pdf_reading import bare, pages_and_feet

from build_scripts.content import Content
from build_scripts.guides.build import build_guides
from build_scripts.guides.chosen import build_chosen
from build_scripts.guides.document import document
from build_scripts.guides.sheets import sheets
from build_scripts.guides.tree import Place, read
from build_scripts.guides.typeset import GuideError
from build_scripts.processes import language_processes

DRAW = """
import json
from pathlib import Path
from build_scripts.guides.document import document
from build_scripts.load import load
from build_scripts.records.guide import Chapter
from build_scripts.render import render

content, _ = load(Path("."))
chapters = [Chapter(calculator="car_hematotox"), Chapter(page="crs", parts=["now", "why", "evidence"])]
guide = content.guides["card-ice"].model_copy(update={"chapters": chapters})
Path("guide.json").write_text(json.dumps(document(content, "en", guide), ensure_ascii=False))
render(content, Path("docs"))
"""


def test_a_changed_threshold_and_a_changed_word_change_guide_and_site_alike(tmp_path: Path) -> None:
    root = project(tmp_path)
    score, page = root / "calculators" / "car_hematotox.py", root / "content" / "pages" / "crs.yaml"
    assert score.read_text().count("650") and page.read_text().count("urine culture, chest X-ray") == 1
    # Another threshold asks for another edition.
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text().replace('edition: "1.0"', 'edition: "2.0"'))
    score.write_text(score.read_text().replace("650", "651"))
    page.write_text(page.read_text().replace("urine culture, chest X-ray", "urine culture, thoracic film"))
    subprocess.run([sys.executable, "-c", DRAW], cwd=root, check=True)
    guide = (root / "guide.json").read_text()
    for new, old, made in (
        ("651", "650", "calculators/car-hematotox.md"),
        ("thoracic film", "urine culture, chest X-ray", "crs.md"),
    ):
        assert new in guide
        assert new in (root / "docs" / "en" / made).read_text()
        assert old not in guide
    assert "651" in (root / "docs" / "en" / "calculators" / "car-hematotox.md").read_text()


def test_the_same_records_give_the_same_bytes(content: Content, tmp_path: Path) -> None:
    guides = [("card-crs", content.guides["card-crs"])]
    made = [tmp_path / name for name in ("one", "two")]
    with language_processes() as processes:
        for folder in made:
            build_guides(processes, content, ROOT, folder, 1_700_000_000, guides)
    for file in ("card-crs-it.pdf", "card-crs-it-a4.pdf", "card-crs-en.pdf"):
        assert (made[0] / file).read_bytes() == (made[1] / file).read_bytes()


def test_words_are_divided_in_narrow_columns_that_need_more_than_a_line() -> None:
    said = "condizioni dell'autorizzazione europea "
    drawn = f"<table><tr><th>mean</th><td>{said * 2}</td><td>{said * 9}</td></tr></table>"
    made = [node for node in read(drawn, Place("crs.md", 90)) if not isinstance(node, str)]
    cells = [cell for node in made for row in node["rows"] for cell in row]
    assert [cell["divides"] for cell in cells] == [False, True, False]
    assert ["joint" in json.dumps(cell["body"]) for cell in cells] == [False, True, False]


def numbered(count: int) -> bytes:
    """A6 pages that bear nothing but their number, as the width of a line."""
    out = BytesIO()
    with pikepdf.new() as made:
        for number in range(1, count + 1):
            page = made.add_blank_page(page_size=(297.64, 419.53))
            page.Contents = made.make_stream(f"{number} w 0 0 m 9 9 l S".encode())
        made.save(out)
    return out.getvalue()


def placed(sheet: bytes) -> list[list[str]]:
    """Of every side the pages at its top left, top right, bottom left, bottom right."""
    sides = []
    with pikepdf.open(BytesIO(sheet)) as opened:
        for page in opened.pages:
            found = {}
            for instruction in pikepdf.parse_content_stream(page):
                operands, operator = instruction.operands, instruction.operator
                if str(operator) == "cm":
                    corner = (-round(float(operands[5])), round(float(operands[4])))
                if str(operator) == "Do":
                    form = page.Resources.XObject[str(operands[0])]
                    found[corner] = form.read_bytes().decode().split()[0]
            corners = [(-421, 0), (-421, 298), (-1, 0), (-1, 298)]
            sides.append([found.get(corner, "") for corner in corners])
    return sides


def test_a_booklet_reads_in_order_once_cut_and_folded() -> None:
    assert placed(sheets(numbered(8), booklet=True)) == [["8", "1", "6", "3"], ["2", "7", "4", "5"]]
    first, back, *_, last = placed(sheets(numbered(31), booklet=True))
    assert (first, back) == (["", "1", "30", "3"], ["2", "31", "4", "29"])
    assert last == ["14", "19", "16", "17"]


def test_a_card_has_its_back_behind_it() -> None:
    assert placed(sheets(numbered(2), booklet=False)) == [["1"] * 4, ["2"] * 4]
    assert placed(sheets(numbered(1), booklet=False)) == [["1"] * 4, [""] * 4]


def test_a_ward_chooses_its_chapters(tmp_path: Path, content: Content) -> None:
    root = tmp_path / "project"
    root.mkdir()
    for name in ("content", "tests", "node_modules"):
        (root / name).symlink_to(ROOT / name)
    build_chosen(root, ROOT / "docs" / "contributing" / "example-hospital", ["crs", "ice"])
    text = "".join(page for page, _ in pages_and_feet(root / "dist" / "chosen-en.pdf"))
    assert bare(content.calculators["ice"].title["en"]) in text
    # What a hospital adds stands in its guides as on its pages.
    assert "ExampleHospital" in text
    with pytest.raises(GuideError, match="no page, calculator or study is called crss"):
        build_chosen(root, None, ["crss"])


def test_a_code_to_scan_stands_only_where_there_is_an_address(content: Content) -> None:
    card = content.guides["card-crs"]
    assert document(content, "en", card)["qr"] is None
    hosted = content.site.model_copy(update={"base_address": "https://example.org/car-t/"})
    content_of_host = Content(**{**vars(content), "site": hosted})
    code = document(content_of_host, "en", card)["qr"]
    assert code["address"] == "https://example.org/car-t/en/index.html"
    assert "https://example.org/car-t/en/" in json.dumps(document(content_of_host, "en", content.guides["pocket"]))
