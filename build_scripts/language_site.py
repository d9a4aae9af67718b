"""One language's pages: records to Markdown, and Markdown to HTML with mkdocs."""

import logging
import os
from pathlib import Path
from typing import Any

from build_scripts import addresses
from build_scripts.content import Content
from build_scripts.guides.files import GuideFiles
from build_scripts.local import Local
from build_scripts.records.common import Language
from build_scripts.render import render

CONFIGS: dict[Language, str] = {"it": "mkdocs.yml", "en": "mkdocs.en.yml"}

type Navigation = list[dict[str, list[dict[str, str]]]]


def navigation(content: Content, language: Language) -> Navigation:
    """Return mkdocs' `nav` from content/navigation.yaml: each section's pages, calculators, studies."""
    nav: Navigation = []
    for section in content.navigation.sections:
        entries = []
        for page_id in section.pages:
            page = content.pages[page_id]
            entries.append({(page.nav_title or page.title)[language]: addresses.page_source(page_id)})
        for calculator_id in section.calculators:
            title = content.calculators[calculator_id].title[language]
            entries.append({title: addresses.calculator_source(calculator_id)})
        for trial_id in section.trials:
            entries.append({content.trials[trial_id].name: addresses.trial_source(trial_id)})
        nav.append({section.title[language]: entries})
    if content.local:
        nav.insert(1, _local_section(content.local, language))
    return nav


def _local_section(local: Local, language: Language) -> dict[str, list[dict[str, str]]]:
    titles = {"index": local.hospital.name} | {page_id: page.title for page_id, page in local.pages.items()}
    entries = [{title[language]: addresses.local_source(page_id)} for page_id, title in titles.items()]
    return {local.hospital.name[language]: entries}


def build_language(
    root: Path,
    content: Content,
    guides: GuideFiles,
    language: Language,
    site_dir: Path,
    extra: dict[str, Any],
    epoch: int,
) -> list[Path]:
    """Build one language into `site_dir`, in its own process. Returns the Markdown files that changed.

    Raises ContentError when a page cannot be drawn, RuntimeError on any warning of mkdocs.
    """
    changed = render(content, root / "docs", guides, [language])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    from mkdocs.commands.build import build  # noqa: PLC0415 - mkdocs reads the environment above when it is imported
    from mkdocs.config import load_config  # noqa: PLC0415

    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(f"docs/{language}: %(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    config = load_config(str(root / CONFIGS[language]), site_dir=str(site_dir), nav=navigation(content, language))
    config.extra.update(extra)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    except SystemExit as error:
        raise RuntimeError(f"mkdocs: {error}") from error
    finally:
        config.plugins.on_shutdown()
    return changed
