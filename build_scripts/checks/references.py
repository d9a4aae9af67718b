"""References: every citation leads somewhere, and nothing is listed that no page needs."""

from typing import Any

import calculators
from build_scripts.content import Content, walk
from build_scripts.problems import Problems
from build_scripts.records.common import LANGUAGES, Citation, Words
from build_scripts.texts import Call, calls


def check(content: Content, problems: Problems) -> None:
    """Report citations of unknown references, and references that nothing cites."""
    cited = _calculators_sources(content, problems)
    for (kind, identity), record in content.records():
        origin = content.origins[kind, identity]
        for loc, model in walk(record, origin.loc):
            if isinstance(model, Citation):
                cited.add(model.ref)
                if not content.knows("references", model.ref):
                    problems.add(origin.document.problem((*loc, "ref"), f"there is no reference {model.ref}"))
            elif isinstance(model, Words) and kind != "messages":
                cited |= _cited(model)
    if content.broken:  # what could not be read may cite it
        return
    for ref, reference in content.references.items():
        # The article's own bibliography is shown whole, so its entries are used by being in it.
        if ref not in cited and reference.article_number is None:
            origin = content.origins["references", ref]
            problems.add(origin.document.problem(origin.loc, "nothing cites this reference", on_key=True))


def _cited(words: Words) -> set[str]:
    made = (call for language in LANGUAGES for call in calls(words[language]))
    return {call.target for call in made if isinstance(call, Call) and call.name == "cite"}


def _calculators_sources(content: Content, problems: Problems) -> set[str]:
    cited: set[str] = set()
    for calculator_id in calculators.calculator_ids():
        definition: dict[str, Any] = calculators.definition(calculator_id)
        for ref in definition.get("sources", []):
            cited.add(ref)
            origin = content.origins.get(("calculators", calculator_id))
            if origin and not content.knows("references", ref):
                problems.add(
                    origin.document.problem((), f"the calculator's own source {ref} is not among the references")
                )
    return cited
