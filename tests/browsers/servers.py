"""Servers that a hospital might put the site on: Python's own, nginx and Apache, all on a free local port."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from browsers.absent import absent

NGINX = """
worker_processes auto; pid {work}/pid; error_log {work}/error.log; {user}
events {{}}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  client_body_temp_path {work}; proxy_temp_path {work}; fastcgi_temp_path {work};
  uwsgi_temp_path {work}; scgi_temp_path {work};
  {site}
}}
"""
NGINX_SITE = "server {{ listen 127.0.0.1:{port}; root {root}; {extra} }}"

APACHE = """
ServerName localhost
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/error.log
Listen 127.0.0.1:{port}
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule rewrite_module {modules}/mod_rewrite.so
TypesConfig /etc/mime.types
{site}
"""
APACHE_SITE = """
DocumentRoot {root}
<Directory {root}>
  Require all granted
</Directory>
{extra}
"""


class QuietHandler(SimpleHTTPRequestHandler):
    """`python -m http.server` without a line per request."""

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def static_server(root: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a directory as `python -m http.server` does; gives its URL, ending in "/"."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def nginx(root: Path, work: Path, extra: str = "") -> Iterator[str]:
    """Serve a directory with nginx; `work` is an empty directory, `extra` goes into the server block."""
    port = free_port()
    with run_nginx(NGINX_SITE.format(root=root, port=port, extra=extra), port, work) as base:
        yield base


@contextmanager
def run_nginx(site: str, port: int, work: Path) -> Iterator[str]:
    """Run nginx with `site` inside its http block, which listens on a port of 127.0.0.1."""
    # As root, nginx would serve as an account that may not read the tree.
    user = "user root;" if os.getuid() == 0 else ""
    config = work / "nginx.conf"
    config.write_text(NGINX.format(work=work, site=site, user=user))
    with running([program("nginx"), "-c", str(config), "-g", "daemon off;"], port, work):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def apache(root: Path, work: Path, extra: str = "") -> Iterator[str]:
    """Serve a directory with Apache; `work` is an empty directory, `extra` goes to the end of the configuration."""
    with ExitStack() as stack:
        if os.getuid() == 0:
            # Apache never serves as root, and the account it takes may not read a home directory: give it a copy.
            readable = Path(stack.enter_context(TemporaryDirectory()))
            readable.chmod(0o755)
            root = Path(shutil.copytree(root, readable / "root"))
            (readable / "root").chmod(0o755)
        port = free_port()
        yield stack.enter_context(run_apache(APACHE_SITE.format(root=root, extra=extra), port, work))


@contextmanager
def run_apache(site: str, port: int, work: Path) -> Iterator[str]:
    """Run Apache with `site` at the end of its configuration; it listens on a port of 127.0.0.1."""
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    config = work / "apache.conf"
    modules = "/usr/lib/apache2/modules"
    config.write_text(APACHE.format(work=work, site=site, port=port, user=user, modules=modules))
    with running([program("apache2"), "-f", str(config), "-DFOREGROUND"], port, work):
        yield f"http://127.0.0.1:{port}/"


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def program(name: str) -> str:
    """The path of a server program, which Debian keeps out of an ordinary user's PATH."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if found is None:
        absent(name)
    return found


@contextmanager
def running(command: list[str], port: int, work: Path) -> Iterator[None]:
    """A server process from the moment it answers until leaving."""
    with (work / "output.log").open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    try:
        for _ in range(200):
            if process.poll() is not None:
                raise RuntimeError(f"{command[0]} ended: {(work / 'output.log').read_text()}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        else:
            raise TimeoutError(f"{command[0]} does not answer")
        yield
    finally:
        process.terminate()
        process.wait()
