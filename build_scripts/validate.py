"""From a file to a typed record: every fault becomes a problem with its place."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from build_scripts.problems import Loc, Problem, Problems
from build_scripts.yaml_reader import Document, read_yaml


def read_document(file: Path, path: str, problems: Problems) -> Document | None:
    """Read one YAML file, named `path` in messages; None, with a problem added, when it is missing or unsound."""
    if not file.is_file():
        problems.add(Problem(path, 1, 1, "", "this file is missing"))
        return None
    return read_yaml(file, path, problems)


def validate[T: BaseModel](
    model: type[T], data: object, document: Document, loc: Loc, problems: Problems, besides: str = ""
) -> T | None:
    """Return `data` as a record, or None with its problems added; `besides` is added for an unknown key."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False, include_input=False):
            at = (*loc, *(part for part in detail["loc"] if part != "[key]"))
            unknown = detail["type"] == "extra_forbidden"
            message = _say(detail["type"], detail["msg"])
            said = f"{message}: {besides}" if unknown and besides else message
            problems.add(document.problem(at, said, on_key=unknown))
        return None


def _say(kind: str, message: str) -> str:
    return {"missing": "is missing", "extra_forbidden": "no such key here"}.get(
        kind, message.removeprefix("Value error, ")
    )
