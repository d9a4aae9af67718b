"""From a guide's data to a tagged PDF, with Typst."""

import json
from pathlib import Path
from typing import Any

import typst

from build_scripts.guides.pdf import finish

TEMPLATES = Path(__file__).parent / "typst"
FONTS = "node_modules/source-sans/OTF"
STANDARDS: list[Any] = ["ua-1", "a-2a"]


class GuideError(Exception):
    """A guide cannot be set; the message says which and why."""


class Typesetter:
    """Sets guides with the project's own fonts alone. `epoch` is the second written into each PDF."""

    def __init__(self, root: Path, epoch: int) -> None:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(root / FONTS)])
        self._compiler = typst.Compiler(
            str(TEMPLATES / "guide.typ"), root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True
        )
        self._epoch = epoch

    def pdf(self, document: dict[str, Any]) -> bytes:
        """Return a PDF/UA-1 and PDF/A-2a, whole. GuideError where Typst fails or warns."""
        name = f"{document['title']} ({document['language']})"
        try:
            made, warnings = self._compiler.compile_with_warnings(
                format="pdf",
                sys_inputs={"guide": json.dumps(document, ensure_ascii=False)},
                pdf_standards=STANDARDS,
                timestamp=self._epoch,
            )
        except typst.TypstError as error:
            raise GuideError(f"{name}: {error.message} {' '.join(error.trace)}") from error
        if warnings or not isinstance(made, bytes):
            raise GuideError(f"{name}: " + "; ".join(warning.message for warning in warnings))
        # What was compiled last is asked: nothing is laid out again.
        targets = json.loads(self._compiler.query("<targets>", field="value", one=True))
        return finish(made, targets, document["words"]["page"])
