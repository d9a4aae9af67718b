"""Records to Markdown: docs/it and docs/en, written only where a byte changed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from build_scripts import addresses
from build_scripts.calculator_view.calculator import CalculatorView
from build_scripts.content import Content
from build_scripts.page_view import PageView, short_reference
from build_scripts.problems import ContentError, Problem, Problems
from build_scripts.records.common import LANGUAGES, Language

TEMPLATES = Path(__file__).parent / "templates"


def render(content: Content, docs: Path) -> list[Path]:
    """Write every page of both languages under `docs`/it and `docs`/en.

    Returns the files that changed. Files that no record makes any more are removed. Raises ContentError, with every page
    that cannot be drawn, before anything is written.
    """
    pages: dict[Path, str] = {}
    problems = Problems()
    templates = environment()
    for language in LANGUAGES:
        for key, source in sources(content):
            try:
                pages[docs / language / source] = _draw(templates, content, language, key, source)
            except (jinja2.TemplateError, LookupError, ValueError) as error:
                problems.add(_problem(content, key, language, error))
    if problems.errors:
        raise ContentError(problems.errors)
    return write(pages, [docs / language for language in LANGUAGES])


def environment() -> jinja2.Environment:
    """Return the templates' environment: undefined names are refused, plain strings are escaped."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def sources(content: Content) -> list[tuple[tuple[str, str], str]]:
    """Return (kind, id) and Markdown file, relative to the language's folder, of every page of a language."""
    return [(("pages", page_id), addresses.page_source(page_id)) for page_id in content.pages] + [
        (("calculators", calculator_id), addresses.calculator_source(calculator_id)) for calculator_id in content.calculators
    ]


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
    templates: jinja2.Environment, content: Content, language: Language, key: tuple[str, str], source: str
) -> str:
    kind, identity = key
    view = PageView(content, language, source)
    facts: dict[str, Any] = {
        "view": view,
        "content": content,
        "language": language,
        "id": identity,
        "message": view.message,
        "text": view.text,
        "html": view.html,
        "inline": view.inline,
        "plain": view.plain,
        "short_reference": short_reference,
    }
    if kind == "pages":
        page = content.pages[identity]
        body = templates.get_template("page.md.j2").render(facts, page=page)
        front = _front_matter(view, page.title[language], page.summary[language])
    else:
        words = content.calculators[identity]
        body = templates.get_template("calculator/page.md.j2").render(
            facts,
            words=words,
            page=words,
            calc=(calc := CalculatorView(view, identity, words)),
            definition=calc.definition,
            cases=content.cases.get(identity, []),
            management=content.toxicities.get(words.toxicity or ""),
        )
        front = _front_matter(view, words.title[language], words.summary[language], calculator=True)
    return front + "\n".join(_without_runs_of_blank_lines(body)) + "\n"


def _front_matter(view: PageView, title: str, description: str, *, calculator: bool = False) -> str:
    # Every page has its twin at the same place in the other language's folder.
    address = addresses.link(view.source, view.source)
    up = "../" * (view.source.count("/") + 1)
    folder = view.source.rpartition("/")[0]
    twins = {language: f"{up}{language}/{folder + '/' if folder else ''}{address}" for language in LANGUAGES}
    # JSON is YAML in which every string is quoted.
    facts: dict[str, Any] = {"title": title, "description": description, "alternate": twins}
    if calculator:
        facts["calculator"] = True
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def _without_runs_of_blank_lines(text: str) -> Iterator[str]:
    previous = ""
    for line in text.strip().splitlines():
        line = line.rstrip()
        if line or previous:
            yield line
        previous = line


def _problem(content: Content, key: tuple[str, str], language: Language, error: Exception) -> Problem:
    origin = content.origins[key]
    if isinstance(error, KeyError):
        error = LookupError(f"no such id: {error.args[0]}")
    return origin.document.problem(origin.loc, f"cannot be drawn in {language!r}: {error}")
