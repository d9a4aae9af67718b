"""Pages: each stands in the menu once, and what it names is there."""

from collections.abc import Callable
from typing import get_args

from build_scripts.content import Content, walk
from build_scripts.evidence_view.chart_data import KINDS
from build_scripts.problems import Loc, Problems
from build_scripts.records.endpoint import Group
from build_scripts.records.page import View
from build_scripts.render import TEMPLATES

ARGUMENTS: dict[str, str] = {
    "toxicity": "toxicities",
    "calculator": "calculators",
    "trial": "trials",
    "product": "products",
}
"""Arguments of views that are ids, and the kind of record they name."""

LISTS: dict[str, Callable[[Content, str], bool]] = {
    "trials": lambda content, identity: content.knows("trials", identity),
    "groups": lambda content, identity: identity in get_args(Group),
    "kind": lambda content, identity: identity in KINDS,
}
"""Arguments of views that are ids parted by spaces, and whether there is such an id."""


def check(content: Content, problems: Problems) -> None:
    """Report what is missing from the menu or stands in it twice, and ids that lead nowhere."""
    _navigation(content, problems)
    for page_id, page in content.pages.items():
        document = content.origins["pages", page_id].document

        def missing(loc: Loc, kind: str, identity: str) -> None:
            if not content.knows(kind, identity):
                problems.add(document.problem(loc, f"there is no {identity} in content/{kind}"))  # noqa: B023 - called at once

        for number, calculator_id in enumerate(page.calculators):
            missing(("calculators", number), "calculators", calculator_id)
        for number, related in enumerate(page.related):
            missing(("related", number), "pages", related)
        for loc, model in walk(page):
            if isinstance(model, View):
                if not (TEMPLATES / "views" / f"{model.name}.md.j2").is_file():
                    problems.add(document.problem((*loc, "name"), f"there is no view {model.name}"))
                for name, value in model.args.items():
                    if name in ARGUMENTS:
                        missing((*loc, "args", name), ARGUMENTS[name], value)
                for name, known in LISTS.items():
                    for identity in model.args.get(name, "").split():
                        if not known(content, identity):
                            problems.add(document.problem((*loc, "args", name), f"there is no {identity}"))
                for grade in _unknown_grades(content, model):
                    problems.add(
                        document.problem((*loc, "args", "grades"), f"the toxicity has no advice for {grade}")
                    )


def _unknown_grades(content: Content, view: View) -> list[str]:
    toxicity = content.toxicities.get(view.args.get("toxicity", ""))
    known = {grade.outcome for grade in toxicity.management} if toxicity else set()
    return [grade for grade in view.args.get("grades", "").split() if toxicity and grade not in known]


def _navigation(content: Content, problems: Problems) -> None:
    document = content.origins["navigation", "navigation"].document
    for kind in ("pages", "calculators", "trials"):
        seen: set[str] = set()
        for number, section in enumerate(content.navigation.sections):
            for place, identity in enumerate(getattr(section, kind)):
                loc = ("sections", number, kind, place)
                if not content.knows(kind, identity):
                    problems.add(document.problem(loc, f"there is no {identity} in content/{kind}"))
                if identity in seen:
                    problems.add(document.problem(loc, f"{identity} stands in the menu already"))
                seen.add(identity)
        for identity in getattr(content, kind):
            if identity not in seen:
                origin = content.origins[kind, identity]
                problems.add(origin.document.problem(origin.loc, "is missing from content/navigation.yaml"))
    if not content.knows("pages", "home"):
        problems.add(document.problem((), "there is no page home, the first page of each language"))
