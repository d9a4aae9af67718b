"""How many readers the shipped nginx configuration holds, beside nginx with a bare file of the same size."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from browsers.servers import nginx, program
from built_site import SITE
from hosting import nginx_host, readable

from build_scripts.load import load
from build_scripts.release.archive import stage

READERS = 200
ROOT = Path(__file__).resolve().parent.parent

REPORT = """
done = function(summary, latency)
  local failed = summary.errors
  print(string.format('\\n{"requests": %d, "microseconds": %d, "bytes": %d, "median": %d, "slowest_percent": %d, ' ..
    '"errors": %d}', summary.requests, summary.duration, summary.bytes, latency:percentile(50),
    latency:percentile(99), failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
"""


@dataclass(frozen=True)
class Load:
    """What `READERS` at once got: how many answers in how many microseconds, and how long an answer took."""

    requests: int
    microseconds: int
    bytes: int
    median: int
    slowest_percent: int
    errors: int

    def __str__(self) -> str:
        each = self.requests / self.microseconds * 1e6
        waits = f"half within {self.median / 1000:.0f} ms, 99 % within {self.slowest_percent / 1000:.0f} ms"
        return f"{each:7.0f} answers/s, {self.bytes / self.microseconds:6.1f} MB/s, {waits}, {self.errors} errors"


def measure(address: str, seconds: int, work: Path) -> Load:
    """Let `READERS` ask for an address as fast as they are answered; browsers accept gzip, and so do they."""
    script = work / "report.lua"
    script.write_text(REPORT)
    command = [program("wrk"), f"-c{READERS}", "-t2", f"-d{seconds}s", "--timeout", "60s", "-s", str(script)]
    output = subprocess.run(
        [*command, "-H", "Accept-Encoding: gzip", address], check=True, capture_output=True, text=True
    ).stdout
    return Load(**json.loads(output.splitlines()[-1]))


@contextmanager
def bare_file(size: int, work: Path) -> Iterator[str]:
    """The address of a file of `size` bytes behind nginx that only knows its folder."""
    folder = work / "bare"
    folder.mkdir()
    (folder / "file").write_bytes(b"x" * size)
    with nginx(folder, work) as base:
        yield base + "file"


def main(seconds: int = 5) -> int:
    """Print the figures for a page, a calculator's page and the engine's largest part; return 1 after an error."""
    errors = 0
    with TemporaryDirectory() as folder:
        released = readable(stage(SITE, load(ROOT)[0].site, Path(folder) / "site"))
        largest = max((released / "assets" / "engine").glob("*.js"), key=lambda file: file.stat().st_size)
        engine = largest.relative_to(released).as_posix()
        print(f"{READERS} readers at once, {seconds} s each; sizes as sent, compressed")
        for number, name in enumerate(("en/crs.html", "en/calculators/crs.html", engine)):
            work = Path(folder) / str(number)
            (work / "own").mkdir(parents=True)
            size = (released / f"{name}.gz").stat().st_size
            with nginx_host(released, work / "own") as base:
                shipped = measure(base + name, seconds, work)
            with bare_file(size, work) as address:
                bare = measure(address, seconds, work)
            print(f"{name}, {size / 1000:.0f} kB\n  as shipped {shipped}\n  bare file  {bare}")
            errors += shipped.errors
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
