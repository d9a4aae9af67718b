"""A6 pages on A4 sheets, to print on both sides (turned on the long edge), cut and fold.

The sheets bear no tags: they are for the printer, the guide itself is for reading.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from build_scripts.guides.pdf import save

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
A6 = (105 * MILLIMETRE, 148 * MILLIMETRE)
BOTTOM = 0.5 * MILLIMETRE
"""Half of the millimetre by which A4 is higher than two A6."""
MARK = 4 * MILLIMETRE
"""Length of a mark at the edge of the sheet, where it is cut or folded."""

type Side = list[int | None]
"""Page numbers from 0, at the top left, top right, bottom left, bottom right; None is blank."""


def sheets(pdf: bytes, *, booklet: bool) -> bytes:
    """Return the A4 sheets: of a booklet to fold and staple, or of a card, four of the same leaf to a sheet."""
    with pikepdf.open(BytesIO(pdf)) as guide, pikepdf.new() as made:
        count = len(guide.pages)
        forms = [made.copy_foreign(page.as_form_xobject()) for page in guide.pages]
        for side in _booklet(count) if booklet else _leaves(count):
            _add_page(made, side, forms)
        return save(made)


def _booklet(count: int) -> Iterator[Side]:
    """Folded leaves of four pages, two of them on each sheet, one above the other; blank pages fill the last."""
    leaves = -(-count // 4)
    leaves += leaves % 2
    last = 4 * leaves - 1

    def shown(number: int) -> int | None:
        return number if number < count else None

    for leaf in range(0, leaves, 2):
        fronts: Side = []
        backs: Side = []
        for one in (2 * leaf, 2 * (leaf + 1)):
            fronts += [shown(last - one), shown(one)]
            backs += [shown(one + 1), shown(last - one - 1)]
        yield fronts
        yield backs


def _leaves(count: int) -> Iterator[Side]:
    """Four times the same leaf, so that each cut card has its two sides."""
    for front in range(0, count, 2):
        yield [front] * 4
        yield [front + 1 if front + 1 < count else None] * 4


def _add_page(made: pikepdf.Pdf, side: Side, forms: list[pikepdf.Object]) -> None:
    page = made.add_blank_page(page_size=A4)
    drawn = [_marks()]
    resources = pikepdf.Dictionary()
    for place, number in enumerate(side):
        if number is None:
            continue
        name = f"/Page{number}"
        resources[name] = forms[number]
        x = A6[0] * (place % 2)
        y = BOTTOM + A6[1] * (1 - place // 2)
        drawn.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q")
    page.Resources = pikepdf.Dictionary(XObject=resources)
    page.Contents = made.make_stream("\n".join(drawn).encode())


def _marks() -> str:
    middle, across = A4[0] / 2, A4[1] / 2
    lines = (
        (middle, 0.0, middle, MARK), (middle, A4[1] - MARK, middle, A4[1]),
        (0.0, across, MARK, across), (A4[0] - MARK, across, A4[0], across),
    )  # fmt: skip
    return "0.3 w " + " ".join(f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S" for a, b, c, d in lines)
