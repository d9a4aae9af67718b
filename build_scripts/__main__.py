"""Command line: `python -m build_scripts check | site | serve`."""

import argparse
import sys
from pathlib import Path

from build_scripts.engine import EngineError
from build_scripts.load import load
from build_scripts.problems import ContentError
from build_scripts.serve import serve
from build_scripts.site import build_site, say

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 when the content or a later step is at fault."""
    parser = argparse.ArgumentParser(prog="python -m build_scripts", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, help_text in (
        ("check", "read the content and list what is wrong"),
        ("site", "build site/"),
        ("serve", "build on change"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
        command.add_argument(
            "--local", type=_folder, help="a hospital's own folder; local/ is read where it is there"
        )
        if name == "site":
            command.add_argument(
                "--calculators", choices=("on", "off"), default="on", help="off: tables and sheets only"
            )
        if name == "serve":
            command.add_argument("--port", type=int, default=8000)
    options = parser.parse_args(arguments)
    own = options.root / "local"
    local = options.local or (own if own.is_dir() else None)
    try:
        match options.command:
            case "check":
                _, warnings = load(options.root, local)
                for warning in warnings:
                    print(warning, file=sys.stderr)
            case "site":
                say(build_site(options.root, local, computes=options.calculators == "on"))
            case _:
                serve(options.root, local, options.port)
    except ContentError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(
            f"{count} {'error' if count == 1 else 'errors'}; nothing was built, site/ is as it was.", file=sys.stderr
        )
        return 1
    except (EngineError, RuntimeError) as error:
        print(f"{error}\nNothing was built, site/ is as it was.", file=sys.stderr)
        return 1
    return 0


def _folder(text: str) -> Path:
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {text}")
    return folder


if __name__ == "__main__":
    sys.exit(main())
