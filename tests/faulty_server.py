"""A server that fails as servers do: files missing, cut, altered, of a wrong type, dropped half-way, never ending."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from threading import Event

from browsers import QuietHandler, static_server

FAULTS = ("missing", "cut", "altered", "wrong type", "dropped", "stalled")


@contextmanager
def faulty_server(root: Path, faults: Mapping[str, str], *, patience: int = 180) -> Iterator[str]:
    """Serve a directory; each path that contains a key of `faults` fails as its value says (one of `FAULTS`).

    A stalled file ends with the server. `patience` is how long the page waits for a part of the engine, in seconds,
    so that a test need not wait three minutes.
    """
    over = Event()

    class Faulty(QuietHandler):
        def do_GET(self) -> None:
            fault = next((fault for part, fault in faults.items() if part in self.path), None)
            file = Path(self.translate_path(self.path))
            if fault == "missing" or not file.is_file():
                return self.send_error(HTTPStatus.NOT_FOUND)
            assert fault is None or fault in FAULTS
            content = file.read_bytes()
            if file.name == "boot.js":
                assert b"PART_SECONDS = 180" in content
                content = content.replace(b"PART_SECONDS = 180", b"PART_SECONDS = %d" % patience)
            half = len(content) // 2
            if fault == "cut":
                content = content[:half]
            if fault == "altered":
                content = content[:half] + (b"A" if content[half : half + 1] != b"A" else b"B") + content[half + 1 :]
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Length", str(len(content)))
            if fault == "wrong type":
                self.send_header("Content-Type", "text/plain")
                self.send_header("X-Content-Type-Options", "nosniff")
            else:
                self.send_header("Content-Type", self.guess_type(str(file)))
            self.end_headers()
            if fault in ("dropped", "stalled"):
                self.wfile.write(content[:half])
                self.wfile.flush()
                if fault == "stalled":
                    over.wait()
                self.close_connection = True
                return None
            self.wfile.write(content)
            return None

    with static_server(root, Faulty) as base:
        try:
            yield base
        finally:
            over.set()
