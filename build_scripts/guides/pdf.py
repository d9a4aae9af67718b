"""What is done to a finished PDF: packing, counting."""

from io import BytesIO

import pikepdf


def compact(pdf: bytes) -> bytes:
    """Return the same document with its objects packed: tags make up most of a guide, and pack to a third."""
    with pikepdf.open(BytesIO(pdf)) as opened:
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
