"""The whole road, from records to site/. What stands in site/ stays whole until the new one is complete."""

import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from build_scripts import shared_files, stamp
from build_scripts.content import Content
from build_scripts.engine import build_engine
from build_scripts.exports import write_data
from build_scripts.guides.build import build_guides
from build_scripts.guides.files import GuideFiles
from build_scripts.indication_records import indication_data
from build_scripts.language_site import build_language
from build_scripts.load import load
from build_scripts.local_view import local_banner
from build_scripts.offline import write_offline
from build_scripts.problems import ContentError, Problem
from build_scripts.processes import Processes, language_processes
from build_scripts.records.common import LANGUAGES
from build_scripts.release.manifest import write_manifest
from build_scripts.theme_search import mend_search


@dataclass(frozen=True)
class SiteReport:
    """What a build did: pages whose Markdown changed, warnings, and whether there was nothing to do."""

    changed: Sequence[Path]
    warnings: Sequence[Problem]
    up_to_date: bool


def build_site(root: Path, local: Path | None = None, *, preview: bool = False, computes: bool = True) -> SiteReport:
    """Build `root`/site from `root`/content, with what a hospital adds in its folder `local`.
    A `preview` has no guides, which take longer than the rest.

    Unless the copy `computes` results, it has neither engine nor forms.

    Raises ContentError when the content is not sound, EngineError, GuideError or RuntimeError when a later step
    fails; site/ is then as it was.
    """
    content, warnings = load(root, local, computes=computes)
    if (root / "calculators" / "indication_data.py").read_text(encoding="utf-8") != indication_data(root):
        raise RuntimeError(
            "calculators/indication_data.py is not what content/indications says; "
            "run: python -m build_scripts.indication_records --write"
        )
    epoch = edition_epoch(content)
    site, stamp_file = root / "site", root / "build" / "site.json"
    inputs = stamp.hash_inputs(root, local, f"epoch {epoch} preview {preview} computes {computes}")
    last = stamp.read(stamp_file)
    if last and last == stamp.Stamp(inputs, stamp.hash_site(site)):
        return SiteReport([], warnings, up_to_date=True)
    new = root / "build" / "site"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    shared_files.copy_assets(root, new, computes=content.computes)
    shared_files.copy_logo(content, new)
    shared_files.copy_hosting(root, new)
    # The engine's build is other programs' work, most of it: it runs beside the guides and the pages.
    with ThreadPoolExecutor(1) as beside, language_processes() as processes:
        cases = engine_cases(content)
        engine = beside.submit(build_engine, root, cases, new / "assets" / "engine") if computes else None
        guides = {} if preview else build_guides(processes, content, root, new / "guides", epoch)
        changed = _build_pages(processes, content, guides, root, new, epoch)
        if engine:
            engine.result()
    shared_files.remove_what_is_not_shipped(new)
    for language in LANGUAGES:
        mend_search(new / language)
    write_manifest(new, content.site)
    _swap(new, site)
    stamp.write(stamp_file, stamp.Stamp(inputs, stamp.hash_site(site)))
    return SiteReport(changed, warnings, up_to_date=False)


def edition_epoch(content: Content) -> int:
    """Return the second that the build writes wherever a time is needed: the edition's day, not the clock's."""
    return int(datetime.combine(content.site.edition_date, time(), UTC).timestamp())


def _build_pages(
    processes: Processes, content: Content, guides: GuideFiles, root: Path, site: Path, epoch: int
) -> list[Path]:
    """Build both languages side by side, and the files made from the content that they share."""
    extra = {
        "edition": content.site.edition,
        "edition_date": content.site.edition_date.isoformat(),
        "local": local_banner(content),
        "frame": frame_words(content),
    }
    changed: list[Path] = []
    problems: list[Problem] = []
    builds = [
        process.submit(build_language, root, content, guides, language, site / language, extra, epoch)
        for language, process in processes.items()
    ]
    shared_files.write_calculator_data(content, site)
    write_data(content, site / "data")
    shared_files.write_entry(content, site)
    write_offline(content, root, site)
    for build in builds:
        try:
            changed += build.result()
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(sorted(problems))
    return changed


def frame_words(content: Content) -> dict[str, dict[str, str]]:
    """Return the messages that stand around every page, by language and key, for the theme's templates."""
    return {
        language: {key: text[language] for key, text in content.messages.items() if key.startswith("frame.")}
        for language in LANGUAGES
    }


def engine_cases(content: Content) -> list[dict[str, Any]]:
    """Return the worked examples as JSON for the engine's self-check."""
    return [
        {
            "calculator": calculator_id,
            "id": case.id,
            "title": {language: case.title[language] for language in LANGUAGES},
            "answers": _json(case.answers),
            "expect": _json(case.expect),
        }
        for calculator_id, cases in content.cases.items()
        for case in cases
    ]


def _json(value: Any) -> Any:
    """Turn decimals into JSON numbers; one that a JSON number cannot hold digit by digit is an error."""
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    if isinstance(value, Decimal):
        if Decimal(repr(float(value))) != value:
            raise ValueError(f"write {value} in quotes: a JSON number cannot hold it")
        return float(value)
    return value


def _swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`; both stand on the same disk, so that each step is one rename."""
    old = new.with_name("site-before")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def say(report: SiteReport) -> None:
    """Tell the author what was built and how to open it."""
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    if report.up_to_date:
        print("site/ is up to date.")
    else:
        print(f"site/ is built; {len(report.changed)} pages changed.")
    print("Open site/index.html with a double-click, or: python -m http.server -d site")
