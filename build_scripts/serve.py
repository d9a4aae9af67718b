"""For authors: site/ on http://127.0.0.1:8000, built again once for each change."""

import logging
import subprocess
import sys
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from build_scripts.stamp import INPUTS


def serve(root: Path, local: Path | None, port: int) -> None:
    """Serve `root`/site until interrupted; after a failed build the last good site stays."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # A process of its own, so that changed calculators and build scripts are read anew; -B, because compiled files
    # written beside them would be seen as the next change.
    command = [sys.executable, "-B", "-m", "build_scripts", "site", "--preview", "--root", str(root)]
    if local:
        command += ["--local", str(local)]

    def build() -> None:
        # Not checked: a failed build has said why, and the server would answer no request after an exception.
        subprocess.run(command, check=False)

    build()
    server = LiveReloadServer(build, host="127.0.0.1", port=port, root=str(root / "site"))
    for path in (*(root / name for name in INPUTS), *([local] if local else [])):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()
