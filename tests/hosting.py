"""The released site behind the configurations that are shipped with it, on a free local port."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from browsers.servers import free_port, program, run_apache, run_nginx, running

CONFIGURATIONS = Path(__file__).resolve().parent.parent / "docs" / "hosting"
SHIPPED_FOLDER = "/srv/vademecum-cart"
BELOW = "car-t/"

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".csv": "text/csv",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}
"""What each kind of file of the site has to be called."""

type Host = Callable[[Path, Path, str], AbstractContextManager[str]]
"""(the site's folder, an empty folder, what stands at the end of the policy) -> the site's address."""


def configuration(name: str, changes: dict[str, str]) -> str:
    """A shipped configuration with its lines marked HERE adapted; each change has to find its place."""
    text = (CONFIGURATIONS / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{name} has no {old}"
        text = text.replace(old, new)
    return text


def policy(computing: bool) -> str:
    """The policy of a page, or of a calculator's page, which computes."""
    own = (
        "worker-src 'self' blob:; script-src 'self' 'wasm-unsafe-eval'"
        if computing
        else "worker-src 'self'; script-src 'self'"
    )
    return (
        f"default-src 'none'; {own}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def policy_end(added: str) -> dict[str, str]:
    """A change: what a test adds to the policy."""
    return {"frame-ancestors 'none'": f"frame-ancestors 'none'{added}"}


@contextmanager
def nginx_host(folder: Path, work: Path, added: str = "") -> Iterator[str]:
    """As shipped: the site has the server for itself."""
    port = free_port()
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", SHIPPED_FOLDER: str(folder)}
    with run_nginx(configuration("nginx.conf", changes | policy_end(added)), port, work) as base:
        yield base


@contextmanager
def nginx_below(folder: Path, work: Path, added: str = "") -> Iterator[str]:
    """Below another address, as the configuration says."""
    port = free_port()
    before, after = configuration("nginx.conf", policy_end(added)).split("    index index.html;")
    inside = f"location /{BELOW} {{ alias {folder}/; index index.html;{after} }}"
    site = before.replace("listen 80;", f"listen 127.0.0.1:{port};").replace(SHIPPED_FOLDER, str(work)) + inside
    with run_nginx(site.replace("404 /404.html", f"404 /{BELOW}404.html"), port, work) as base:
        yield base + BELOW


@contextmanager
def apache_host(folder: Path, work: Path, added: str = "") -> Iterator[str]:
    """As shipped: below an address of a server that is there already."""
    port = free_port()
    changes = {SHIPPED_FOLDER: str(folder)} | policy_end(added)
    with run_apache(configuration("apache.conf", changes), port, work) as base:
        yield base + BELOW


@contextmanager
def caddy_host(folder: Path, work: Path, added: str = "") -> Iterator[str]:
    """As shipped; Caddy keeps its own files in the test's folder."""
    port = free_port()
    changes = {"http://cart.intranet.example": f"http://127.0.0.1:{port}", SHIPPED_FOLDER: str(folder)}
    config = work / "Caddyfile"
    config.write_text("{\n\tadmin off\n}\n" + configuration("Caddyfile", changes | policy_end(added)))
    own = [f"XDG_CONFIG_HOME={work}", f"XDG_DATA_HOME={work}"]
    command = ["env", *own, program("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]
    with running(command, port, work):
        yield f"http://127.0.0.1:{port}/"


HOSTS: dict[str, Host] = {
    "nginx": nginx_host,
    "nginx below another address": nginx_below,
    "Apache": apache_host,
    "Caddy": caddy_host,
}


def readable(folder: Path) -> Path:
    """Let any account read a folder, because a server does not run as the tests do; return it."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder
