"""Command line: `python -m build_scripts check | site | serve | guide | release | verify`."""

import argparse
import sys
from pathlib import Path

from build_scripts.engine import EngineError
from build_scripts.guides.chosen import build_chosen
from build_scripts.guides.typeset import GuideError
from build_scripts.load import load
from build_scripts.problems import ContentError
from build_scripts.release.archive import write_release
from build_scripts.release.verify import UnreachableError, verify
from build_scripts.serve import serve
from build_scripts.site import build_site, edition_epoch, say

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0; 1 when content, a later step or a copy is at fault; 2 when there is no copy."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in (
        ("check", "read the content and list what is wrong"),
        ("site", "build site/"),
        ("serve", "build on change"),
        ("guide", "build a guide of chosen chapters"),
        ("release", "build site/ and pack it for hospitals into dist/"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
        command.add_argument(
            "--local", type=_folder, help="a hospital's own folder; local/ is read where it is there"
        )
        if name in ("site", "release"):
            command.add_argument(
                "--calculators", choices=("on", "off"), default="on", help="off: tables and sheets only"
            )
        if name == "site":
            command.add_argument("--preview", action="store_true", help="leave out the guides")
        elif name == "serve":
            command.add_argument("--port", type=int, default=8000)
        elif name == "guide":
            command.add_argument("pages", nargs="+", help="pages, calculators and studies, by their ids, in order")
    command = commands.add_parser("verify", help="compare a copy of the site with its own list of files")
    command.add_argument("place", help="the copy's folder, or its address, such as https://intranet.example/car-t/")
    options = parser.parse_args(arguments)
    if options.command == "verify":
        return _verify(options.place)
    own = options.root / "local"
    local = options.local or (own if own.is_dir() else None)
    computes = getattr(options, "calculators", "on") == "on"
    try:
        match options.command:
            case "check":
                _, warnings = load(options.root, local)
                for warning in warnings:
                    print(warning, file=sys.stderr)
            case "site":
                say(build_site(options.root, local, preview=options.preview, computes=computes))
            case "release":
                for file in build_release(options.root, local, computes=computes):
                    print(file)
            case "guide":
                build_chosen(options.root, local, options.pages)
            case _:
                serve(options.root, local, options.port)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(
            f"{count} {'error' if count == 1 else 'errors'}; nothing was built, site/ is as it was.", file=sys.stderr
        )
        return 1
    except (EngineError, GuideError, RuntimeError) as error:
        print(f"{error}\nNothing was built, site/ is as it was.", file=sys.stderr)
        return 1
    return 0


def _folder(text: str) -> Path:
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return folder


def build_release(root: Path, local: Path | None, *, computes: bool = True) -> list[Path]:
    """Build the site and pack it; return the files in dist/. Raises RuntimeError for an edition without a record."""
    say(build_site(root, local, computes=computes))
    content, _ = load(root, local, computes=computes)
    if (edition := content.site.edition) not in content.editions:
        raise RuntimeError(f"Edition {edition} is not recorded yet: python -m build_scripts.editions --record")
    return write_release(root / "site", content, edition_epoch(content), root / "build", root / "dist")


def _verify(place: str) -> int:
    """Print what is wrong with a copy of the site. Returns 0, 1 when something is, 2 without a copy."""
    try:
        faults = verify(place)
    except UnreachableError as error:
        print(error, file=sys.stderr)
        return 2
    for fault in faults:
        print(fault)
    verdict = f"{len(faults)} {'file differs' if len(faults) == 1 else 'files differ'}" if faults else "as released"
    print(f"{place}: {verdict}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
