"""Ids that one record names and another must have."""

from build_scripts.content import Content
from build_scripts.problems import Problems


def check(content: Content, problems: Problems) -> None:
    """Report indications of unknown products."""
    for record_id, record in content.indications.items():
        if record.product not in content.products:
            origin = content.origins["indications", record_id]
            loc = (*origin.loc, "product")
            problems.add(origin.document.problem(loc, f"there is no {record.product} in content/products"))
