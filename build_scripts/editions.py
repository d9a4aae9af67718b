"""Record the present edition when it is handed out: `python -m build_scripts.editions --record`.

content/editions.yaml then holds the digests of its tables, by which the build sees whether a later edition grades
otherwise.
"""

import argparse
import sys
from pathlib import Path

from build_scripts.checks.editions import tables
from build_scripts.load import load
from build_scripts.problems import ContentError

ROOT = Path(__file__).resolve().parent.parent


def record(root: Path) -> str:
    """Add the present edition to `root`/content/editions.yaml and return its number.

    Raises ContentError when the content is not sound, ValueError when the edition is recorded already.
    """
    content, _ = load(root)
    edition = content.site.edition
    if edition in content.editions:
        raise ValueError(f"edition {edition} is recorded already: give the next one its number in content/site.yaml")
    lines = [f'"{edition}":', f"  date: {content.site.edition_date}", "  tables:"]
    lines += [f'    {identity}: "{digest}"' for identity, digest in sorted(tables().items())]
    with (root / "content" / "editions.yaml").open("a", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
    return edition


def main() -> int:
    """Record the present edition; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", required=True)
    parser.parse_args()
    try:
        print(f"Edition {record(ROOT)} is recorded.")
    except (ContentError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
