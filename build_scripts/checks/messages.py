"""Messages: both languages fill in the same values, and every message that a template names is there."""

import re
from string import Formatter

from jinja2 import nodes

from build_scripts.content import Content
from build_scripts.problems import Problem, Problems
from build_scripts.records.common import LANGUAGES
from build_scripts.render import TEMPLATES, environment

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check(content: Content, problems: Problems) -> None:
    """Report messages whose values differ between the languages, and templates that name unknown messages."""
    for message_id, words in content.messages.items():
        origin = content.origins["messages", message_id]
        named: dict[str, set[str]] = {}
        for language in LANGUAGES:
            try:
                fields = {name for _, name, _, _ in Formatter().parse(words[language]) if name is not None}
            except ValueError as error:
                problems.add(origin.document.problem((*origin.loc, language), f"braces: {error}"))
                continue
            for name in sorted(fields):
                if not _NAME.fullmatch(name):
                    problems.add(
                        origin.document.problem((*origin.loc, language), f"{{{name}}} is not the name of a value")
                    )
            named[language] = fields
        if len(named) == len(LANGUAGES) and len(set(map(frozenset, named.values()))) > 1:
            said = "; ".join(
                f"{language} has {', '.join(sorted(fields)) or 'none'}" for language, fields in named.items()
            )
            problems.add(
                origin.document.problem(origin.loc, f"the languages fill in different values: {said}", on_key=True)
            )
    _templates(content, problems)


def _templates(content: Content, problems: Problems) -> None:
    templates = environment()
    for file in sorted(TEMPLATES.rglob("*.j2")):
        for call in templates.parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if not (isinstance(call.node, nodes.Name) and call.node.name == "message" and call.args):
                continue
            name = call.args[0]
            if isinstance(name, nodes.Const) and not content.knows("messages", name.value):
                path = file.relative_to(TEMPLATES.parent.parent).as_posix()
                problems.add(Problem(path, call.lineno, 1, "", f"there is no message {name.value}"))
