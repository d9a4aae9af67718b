"""Editions are numbered by their effect on results: a row that grades otherwise than before makes a major one."""

import hashlib

import calculators
from build_scripts.content import Content
from build_scripts.problems import Problems
from build_scripts.records.edition import order


def tables() -> dict[str, str]:
    """Return the SHA-256 of every calculator's table, as CSV; calculators that are no table are left out."""
    return {
        identity: hashlib.sha256(calculators.table_csv(identity).encode()).hexdigest()
        for identity in calculators.calculator_ids()
        if calculators.definition(identity).get("rows")
    }


def check(content: Content, problems: Problems) -> None:
    """Report an edition that comes before the last one handed out, or grades otherwise under its first number."""
    if not content.editions:
        return
    document = content.origins["site", "site"].document
    current, last = content.site.edition, max(content.editions, key=order)
    if order(current) < order(last):
        problems.add(document.problem(("edition",), f"edition {last} was handed out already"))
    now = tables()
    changed = sorted(name for name, digest in content.editions[last].tables.items() if now.get(name) != digest)
    if changed and order(current)[0] <= order(last)[0]:
        message = (
            f"the same answers may give another result than in edition {last} ({', '.join(changed)}): "
            f"this must be edition {order(last)[0] + 1}.0"
        )
        problems.add(document.problem(("edition",), message))
