"""What is known of the PDFs that were built: what the site's page lists."""

from dataclasses import dataclass

from build_scripts.records.common import Language


@dataclass(frozen=True)
class GuideFile:
    """One PDF: its name in the folder of guides, its pages and its bytes. `sheet` is the one to print and cut."""

    name: str
    pages: int
    size: int
    sheet: "GuideFile | None" = None


type GuideFiles = dict[tuple[str, Language], GuideFile]
"""By guide and language."""
