"""`make speed`: put the tables of the last `make bench` into the README, between their two marks."""

import json

from browsers import ENGINES
from built_site import ROOT

from bench import REPORT
from bench.figures import Figures
from bench.table import tables

BEGIN, END = "<!-- make speed writes from here -->", "<!-- to here -->"


def main() -> None:
    """Rewrite the README's section."""
    readme = ROOT / "README.md"
    report = json.loads(REPORT.read_text(encoding="utf-8"))
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    figures = Figures.from_json(report["figures"])
    measured = (
        f"Measured on {report['date'][:10]}, {report['runs']} rounds, {report['machine']}, {report['cores']} cores."
    )
    text = f"{before}{BEGIN}\n{measured}\n\n{tables(figures, ENGINES)}\n{END}{after}"
    readme.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
