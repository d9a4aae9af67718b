"""What is done to a PDF that Typst has set: inner links, packing, counting."""

from io import BytesIO
from typing import Any, TypedDict

import pikepdf

SCHEME = "guide:"
"""With what Typst begins the address of an inner link (typst/nodes.typ)."""


class Target(TypedDict):
    """Where an inner link leads: the page from 1, and points from its top left corner."""

    name: str
    page: int
    x: float
    y: float


def finish(pdf: bytes, targets: list[Target], page: str) -> bytes:
    """Return the document with its inner links leading to their targets, which are named after their `page`, and with
    its objects packed: tags make up most of a guide, and pack to a third. KeyError where a link has no target.
    """
    by_address = {SCHEME + target["name"]: target for target in targets}
    with pikepdf.open(BytesIO(pdf)) as opened:
        pages = [page.obj for page in opened.pages]
        heights = [float(held.MediaBox[3]) for held in pages]
        for one in pages:
            for link in one.get("/Annots", []):
                action: Any = link.get("/A", {})
                address = str(action.get("/URI", ""))
                if not address.startswith(SCHEME):
                    continue
                target = by_address[address]
                number = target["page"] - 1
                left, top = round(target["x"], 2), round(heights[number] - target["y"], 2)
                del link["/A"]
                link["/Dest"] = pikepdf.Array([pages[number], pikepdf.Name.XYZ, left, top, 0])
                link["/Contents"] = pikepdf.String(f"{page} {target['page']}")
        return save(opened)


def save(document: pikepdf.Pdf) -> bytes:
    """Return the bytes of a document, the same each time."""
    out = BytesIO()
    document.save(
        out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True, deterministic_id=True
    )
    return out.getvalue()


def page_count(pdf: bytes) -> int:
    """Return the number of pages."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)
