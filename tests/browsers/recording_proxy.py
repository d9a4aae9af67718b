"""A local proxy that writes down every request of WebKitGTK, which keeps no log of its own."""

import http.client
import socket
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

# An https request reaches the proxy already encrypted; that it was made is known, where to is not.
HIDDEN = "https://hidden.invalid/"
TLS_HANDSHAKE = b"\x16"
HOP_BY_HOP = {"connection", "proxy-connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade"}


class RecordingProxy:
    """Passes requests to this machine on, refuses all others, and records both; what failed once more."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.failed: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"127.0.0.1:{self.server.server_port}"

    def forget(self) -> None:
        """Begin with no request."""
        self.requests.clear()
        self.failed.clear()

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """The request handler, bound to this proxy's lists."""
        requests, failed = self.requests, self.failed

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle(self) -> None:
                with suppress(ConnectionError):  # a browser that ends leaves its connections as they are
                    first = self.connection.recv(1, socket.MSG_PEEK)
                    if first == TLS_HANDSHAKE:
                        requests.append(HIDDEN)
                    else:
                        super().handle()

            def log_message(self, *_: Any) -> None:
                pass

            def pass_on(self) -> None:
                requests.append(self.path)
                target = urlsplit(self.path)
                if target.hostname not in ("127.0.0.1", "localhost"):
                    failed.append(self.path)
                    self.send_error(502)
                    return
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                upstream = http.client.HTTPConnection(target.hostname, target.port or 80)
                try:
                    path = target.path + ("?" + target.query if target.query else "")
                    kept = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
                    upstream.request(self.command, path, body, kept)
                    self.answer(upstream.getresponse())
                except (OSError, http.client.HTTPException):
                    self.send_error(502)
                finally:
                    upstream.close()

            def answer(self, response: http.client.HTTPResponse) -> None:
                content = response.read()
                if response.status >= 400:
                    failed.append(self.path)
                self.send_response_only(response.status, response.reason)
                for name, value in response.getheaders():
                    if name.lower() not in HOP_BY_HOP | {"content-length"}:
                        self.send_header(name, value)
                if self.command != "HEAD" and response.status not in (204, 304):
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_PUT = do_CONNECT = pass_on

        return Handler
