"""`make bench`: measure, print the tables, write every sample to build/bench.json."""

import argparse
import json
import os
import platform
import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from browsers import ENGINES

from bench import REPORT, builds, first_result, pages
from bench.contenders import write_contenders
from bench.figures import Figures
from bench.table import tables

PARTS = ("first-result", "pages", "builds")


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="rounds of each measurement (5)")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    figures = Figures()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_contenders(folder)
        if "first-result" in options.parts:
            figures.update(first_result.measure(folder, options.engines, options.runs))
        if "pages" in options.parts:
            figures.update(pages.measure(folder, options.engines, options.runs))
    if "builds" in options.parts:
        figures.update(builds.measure(options.runs))
    print(tables(figures, options.engines))
    report = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "node": shutil.which("node"),
        "runs": options.runs,
        "figures": figures.as_json(),
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
