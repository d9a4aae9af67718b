"""The small language of texts: Markdown with calls such as `{{ cite("lee-2019") }}`, and nothing else of Jinja."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes

ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=True)

ARGUMENTS: dict[str, tuple[str, ...]] = {
    "cite": ("ref", "place"),
    "page": ("id", "text"),
    "calculator": ("id", "text"),
    "trial": ("id", "text"),
    "term": ("id", "text"),
    "figure": ("id",),
    "value": ("id",),
}
"""What a text may call; the first argument is needed and is an id."""


@dataclass(frozen=True)
class Call:
    """One call in a text: `target` is the id it names."""

    name: str
    target: str


class TextError(ValueError):
    """A text says something that cannot be rendered; `at` is the part of the text to look for."""

    def __init__(self, message: str, at: str = "") -> None:
        super().__init__(message)
        self.at = at


def calls(text: str) -> list[Call | TextError]:
    """Every call that `text` makes, and every thing in it that is no such call."""
    if "{" not in text:
        return []
    try:
        tree = ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        return [TextError(error.message or "not a text that can be read")]
    return [_read(node) for node in _expressions(tree)]


def _expressions(tree: nodes.Template) -> Iterator[nodes.Node]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from (node for node in statement.nodes if not isinstance(node, nodes.TemplateData))
        else:
            yield statement


def _read(node: nodes.Node) -> Call | TextError:
    if isinstance(node, nodes.Name):
        return TextError(f"{node.name} is not defined; a text may call {', '.join(ARGUMENTS)}", node.name)
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return TextError(f"a text holds calls only, one of {', '.join(ARGUMENTS)}")
    name = node.node.name
    if name not in ARGUMENTS:
        return TextError(f"{name} is not defined; a text may call {', '.join(ARGUMENTS)}", name)
    given = [*node.args, *(keyword.value for keyword in node.kwargs)]
    values = [value.value for value in given if isinstance(value, nodes.Const) and isinstance(value.value, str)]
    names = {keyword.key for keyword in node.kwargs}
    allowed = ARGUMENTS[name]
    if len(values) < len(given) or node.dyn_args or node.dyn_kwargs or not node.args:
        return TextError(f'{name} is called with words in quotes, as {name}("…")', f"{name}(")
    if len(given) > len(allowed) or not names <= set(allowed[len(node.args) :]):
        return TextError(f"{name} takes {', '.join(allowed)}", f"{name}(")
    return Call(name, values[0])
