"""The small language of texts: Markdown with calls such as `{{ cite("lee-2019") }}`, and nothing else of Jinja."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, TemplateSyntaxError, nodes
from markupsafe import Markup, escape

ENVIRONMENT = Environment()

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
    """One call in a text: `target` is the id it names, `arguments` are all that it gives, by name."""

    name: str
    target: str
    arguments: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


class TextError(ValueError):
    """A text says something that cannot be rendered; `at` is the part of the text to look for."""

    def __init__(self, message: str, at: str = "") -> None:
        super().__init__(message)
        self.at = at


def calls(text: str) -> list[Call | TextError]:
    """Every call that `text` makes, and every thing in it that is no such call."""
    return [part for part in _parts(text) if not isinstance(part, str)]


def fill(text: str, functions: Mapping[str, Callable[..., str]]) -> Markup:
    """Return `text` with what its calls return in their places, escaped where that is no markup.

    Raises TextError where something in it is no call.
    """
    said = []
    for part in _parts(text):
        if isinstance(part, TextError):
            raise part
        said.append(part if isinstance(part, str) else escape(functions[part.name](**part.arguments)))
    return Markup("".join(said))


# A text is read when it is checked, and again on each page that shows it.
@cache
def _parts(text: str) -> tuple[str | Call | TextError, ...]:
    if "{" not in text:
        return (text,)
    try:
        tree = ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        return (TextError(error.message or "not a text that can be read"),)
    return tuple(_read(node) for node in _nodes(tree))


def _nodes(tree: nodes.Template) -> Iterator[nodes.Node]:
    for statement in tree.body:
        if isinstance(statement, nodes.Output):
            yield from statement.nodes
        else:
            yield statement


def _read(node: nodes.Node) -> str | Call | TextError:
    if isinstance(node, nodes.TemplateData):
        return node.data
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
    said = [*allowed[: len(node.args)], *(keyword.key for keyword in node.kwargs)]
    return Call(name, values[0], dict(zip(said, values, strict=True)))
