"""A copy of the site on a server that can be stopped, started again, and given another edition."""

import json
import shutil
import socket
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from browsers import QuietHandler
from built_site import SITE

from build_scripts.records.words import Site
from build_scripts.release.manifest import write_manifest


class HostedCopy:
    """A copy of the site in `folder`, a path below a server's root."""

    def __init__(self, root: Path, folder: str) -> None:
        self.root = root
        self.site = root / folder
        shutil.copytree(SITE, self.site)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = int(free.getsockname()[1])
        self.base = f"http://127.0.0.1:{self.port}/{quote(folder)}/"
        self.server: ThreadingHTTPServer | None = None
        self.start()

    def start(self) -> None:
        """Answer, always at the same address."""
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(QuietHandler, directory=str(self.root)))
        Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Answer nobody."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def replace(self, path: str, old: str, new: str) -> None:
        """Change the text of a file."""
        file = self.site / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def seal(self, content_site: Site, edition: str) -> None:
        """Write the list of files anew, as of another edition."""
        write_manifest(self.site, content_site.model_copy(update={"edition": edition}))

    def withdraw(self, message: dict[str, str]) -> None:
        """Mark the edition as withdrawn, as whoever hosts it does."""
        file = self.site / "version.json"
        facts = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps(facts | {"withdrawn": True, "message": message}), encoding="utf-8")
