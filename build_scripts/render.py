"""Records to Markdown: docs/it and docs/en, written only where a byte changed."""

import json
import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import jinja2

from build_scripts import addresses
from build_scripts.calculator_view.calculator import CalculatorView
from build_scripts.content import Content
from build_scripts.diagrams.view import DiagramView
from build_scripts.evidence_view.view import EvidenceView
from build_scripts.guides.files import GuideFiles
from build_scripts.local_view import LocalView
from build_scripts.page_view import PageView
from build_scripts.problems import ContentError, Problem, Problems
from build_scripts.records.common import LANGUAGES, Language

type Key = tuple[str, str]
"""The kind and id of a record that has a page: `("pages", "crs")`."""
type CitedBy = dict[str, list[Key]]
"""For each reference the pages drawn so far that cite it."""

TEMPLATES = Path(__file__).parent / "templates"


def render(
    content: Content, docs: Path, guides: GuideFiles | None = None, languages: Iterable[Language] = LANGUAGES
) -> list[Path]:
    """Write every page of `languages` under `docs`/it and `docs`/en. `guides` are the PDFs that they may list.

    Returns the files that changed. Files that no record makes any more are removed. Raises ContentError, with every
    page that cannot be drawn, before anything is written.
    """
    folders = {language: docs / language for language in languages}
    pages: dict[Path, str] = {}
    problems = Problems()
    templates = environment()
    for language, folder in folders.items():
        cited_by: CitedBy = {}
        facts = {"cited_by": cited_by, "guides": guides or {}}
        for key, source in sources(content):
            try:
                pages[folder / source] = _draw(templates, content, language, key, source, facts)
            except (jinja2.TemplateError, LookupError, ValueError) as error:
                problems.add(_problem(content, key, language, error))
    if problems.errors:
        raise ContentError(problems.errors)
    return write(pages, [*folders.values()])


def environment(*folders: Path) -> jinja2.Environment:
    """Return the templates' environment: undefined names are refused, plain strings are escaped.

    A template in one of `folders` stands for the site's own of the same name.
    """
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([*folders, TEMPLATES]),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def sources(content: Content) -> list[tuple[Key, str]]:
    """Return (kind, id) and Markdown file, relative to the language's folder, of every page of a language.

    In the order of the menu; the references come last, since they name the pages that cite them.
    """
    keys: list[Key] = []
    for section in content.navigation.sections:
        keys += [("pages", page_id) for page_id in section.pages]
        keys += [("calculators", calculator_id) for calculator_id in section.calculators]
        keys += [("trials", trial_id) for trial_id in section.trials]
    if content.local:
        keys += [("local", page_id) for page_id in ("index", *content.local.pages)]
    keys.sort(key=lambda key: key == ("pages", "references"))
    return [(key, addresses.source_of(*key)) for key in keys]


def write(pages: dict[Path, str], folders: list[Path]) -> list[Path]:
    """Write what changed, and remove from `folders` every file that is not among `pages`. Returns what changed."""
    changed = []
    for path, text in pages.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    for folder in folders:
        for path in sorted(folder.rglob("*.md")):
            if path not in pages:
                path.unlink()
                changed.append(path)
    return changed


def _draw(
    templates: jinja2.Environment, content: Content, language: Language, key: Key, source: str, shared: dict[str, Any]
) -> str:
    kind, identity = key
    view = PageView(content, language, source)
    facts = {**facts_for(view), **shared, "id": identity}
    if kind == "pages":
        page = content.pages[identity]
        body = templates.get_template("page.md.j2").render(facts, page=page)
        front = _front_matter(
            view,
            page.title[language],
            page.summary[language],
            service=page.kind == "service",
            explorer=any(block.view and block.view.name == "explorer" for block in (*page.now, *page.evidence)),
        )
    elif kind == "trials":
        trial = content.trials[identity]
        body = templates.get_template("trial/page.md.j2").render(facts, page=trial, trial=trial)
        front = _front_matter(view, trial.name, trial.design[language])
    elif kind == "local":
        assert content.local is not None
        own = content.local.pages.get(identity)
        body = templates.get_template("local/page.md.j2" if own else "local/index.md.j2").render(facts, page=own)
        title = own.title if own else content.local.hospital.name
        front = _front_matter(view, title[language], own.summary[language] if own else title[language])
    else:
        words = content.calculators[identity]
        body = templates.get_template("calculator/page.md.j2").render(facts, **calculator_facts(view, identity))
        front = _front_matter(view, words.title[language], words.summary[language], calculator=content.computes)
    for ref in view.cited if kind != "local" else ():
        shared["cited_by"].setdefault(ref, []).append(key)
    return front + _words_apart("\n".join(_without_runs_of_blank_lines(body))) + "\n"


def facts_for(view: PageView) -> dict[str, Any]:
    """Return what every template is given."""
    content = view.content
    return {
        "view": view,
        "content": content,
        "language": view.language,
        "message": view.message,
        "text": view.text,
        "html": view.html,
        "inline": view.inline,
        "plain": view.plain,
        "evidence": EvidenceView(view),
        "local": LocalView(view),
        "diagrams": DiagramView(view),
        "scoring": lambda calculator_id: CalculatorView(view, calculator_id, content.calculators[calculator_id]),
    }


def calculator_facts(view: PageView, identity: str) -> dict[str, Any]:
    """Return what the templates of a calculator are given besides."""
    words = view.content.calculators[identity]
    calc = CalculatorView(view, identity, words)
    return {
        "words": words,
        "page": words,
        "calc": calc,
        "definition": calc.definition,
        "cases": view.content.cases.get(identity, []),
        "management": view.content.toxicities.get(words.toxicity or ""),
        "sheets": [
            (code, sheet) for code, sheet in view.content.patient_sheets.items() if sheet.calculator == identity
        ],
    }


def _front_matter(
    view: PageView,
    title: str,
    description: str,
    *,
    calculator: bool = False,
    service: bool = False,
    explorer: bool = False,
) -> str:
    # Every page has its twin at the same place in the other language's folder.
    address = addresses.link(view.source, view.source)
    up = "../" * (view.source.count("/") + 1)
    folder = view.source.rpartition("/")[0]
    twins = {language: f"{up}{language}/{folder + '/' if folder else ''}{address}" for language in LANGUAGES}
    # JSON is YAML in which every string is quoted.
    facts: dict[str, Any] = {"title": title, "description": description, "alternate": twins}
    if calculator:
        facts["calculator"] = True
    if explorer:
        facts["explorer"] = True
    if service:  # lists and instructions come after what is clinical, in search
        facts["search"] = {"boost": 0.5}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _words_apart(html: str) -> str:
    # The search index drops the tags: without a space the last word of a cell and the first of the next are one word.
    return re.sub(r"(</(?:td|th|li|dt|dd|p|caption|option|label|text)>|<br>)(?=\S)", r"\1 ", html)


def _without_runs_of_blank_lines(text: str) -> Iterator[str]:
    previous = ""
    for line in text.strip().splitlines():
        if line.strip() or previous:
            yield line.rstrip()
        previous = line.strip()


def _problem(content: Content, key: Key, language: Language, error: Exception) -> Problem:
    said = f"no such id: {error.args[0]}" if isinstance(error, KeyError) else str(error)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    if frames:
        template = Path(frames[-1].filename).relative_to(TEMPLATES.parent.parent)
        said += f" ({template.as_posix()}:{frames[-1].lineno})"
    said = f"cannot be drawn in {language!r}: {said}"
    if key[0] == "local" and content.local:
        return Problem(content.local.path(key[1]), 1, 1, "", said)
    origin = content.origins[key]
    return origin.document.problem(origin.loc, said)
