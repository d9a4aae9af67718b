"""Ids that one record names and another must have."""

from build_scripts.content import Content
from build_scripts.problems import Problems


def check(content: Content, problems: Problems) -> None:
    """Report indications of unknown products, and errata that name unknown pages."""
    for record_id, record in content.indications.items():
        if not content.knows("products", record.product):
            origin = content.origins["indications", record_id]
            loc = (*origin.loc, "product")
            problems.add(origin.document.problem(loc, f"there is no {record.product} in content/products"))
    for erratum_id, erratum in content.errata.items():
        origin = content.origins["errata", erratum_id]
        for number, page_id in enumerate(erratum.pages):
            if not content.knows("pages", page_id):
                loc = (*origin.loc, "pages", number)
                problems.add(origin.document.problem(loc, f"there is no {page_id} in content/pages"))
