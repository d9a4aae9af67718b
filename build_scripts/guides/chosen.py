"""A guide of chosen chapters, for a ward's own use."""

from pathlib import Path

from build_scripts.content import Content
from build_scripts.guides.build import build_guides
from build_scripts.guides.typeset import GuideError
from build_scripts.load import load
from build_scripts.processes import language_processes
from build_scripts.records.common import Words
from build_scripts.records.guide import Chapter, Guide
from build_scripts.site import edition_epoch


def build_chosen(root: Path, local: Path | None, wanted: list[str]) -> None:
    """Write `dist`/chosen-it.pdf and -en.pdf, with their sheets, and say where they are.

    A page and a calculator of the same id (`crs`) both come in, the page first. GuideError where nothing has an id.
    """
    content, _ = load(root, local)
    chapters = [chapter for identity in wanted for chapter in _chapters(content, identity)]
    name = Words(it="Scelta di capitoli", en="Chosen chapters")
    guide = Guide(title=name, summary=content.site.description, form="pocket", chapters=chapters)
    folder = root / "dist"
    with language_processes() as processes:
        made = build_guides(processes, content, root, folder, edition_epoch(content), [("chosen", guide)])
    for file in made.values():
        print(f"{folder / file.name}: {file.pages} pages")


def _chapters(content: Content, identity: str) -> list[Chapter]:
    found: list[Chapter] = []
    if identity in content.pages:
        found.append(Chapter(page=identity))
    if (calculator := identity.replace("-", "_")) in content.calculators:
        found.append(Chapter(calculator=calculator, show=["table", "management"]))
    if identity in content.trials:
        found.append(Chapter(trial=identity))
    if not found:
        raise GuideError(f"no page, calculator or study is called {identity}")
    return found
