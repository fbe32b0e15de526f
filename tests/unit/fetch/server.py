"""A web server of the tests' own: it answers what a test lays down, and remembers what it heard."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """`answers` by path; `heard` holds the headers of every request, `sent` the bytes of bodies."""

    port: int
    scheme: str = "https"
    answers: dict[str, Answer] = field(default_factory=dict)
    heard: list[dict[str, str]] = field(default_factory=list)
    sent: int = 0

    def at(self, path: str, host: str = "localhost") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def file(self, path: str, content: bytes, etag: str = "", status: int = 200, **more: str):
        """A file that is sent again only to who does not have it. `_` in names of headers is -."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            if etag and request.headers["If-None-Match"] == etag:
                request.send_response(304)
                request.end_headers()
                return
            request.send_response(status)
            for name, value in {"Content_Length": str(len(content)), **more}.items():
                request.send_header(name.replace("_", "-"), value)
            if etag:
                request.send_header("ETag", etag)
            request.end_headers()
            request.wfile.write(content)
            self.sent += len(content)

        self.answers[path] = answer
        return self.at(path)

    def leads(self, path: str, to: str, status: int = 302) -> str:
        return self.file(path, b"", status=status, Location=to)


@contextmanager
def served(authority: trustme.CA | None) -> Iterator[Site]:
    """A site on loopback; over TLS with a certificate of this authority, or without."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.heard.append(dict(self.headers.items()))
            site.answers[self.path](self)

        def log_message(self, *_: object) -> None: ...

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None: ...  # a client that hangs up is expected

    with Server(("127.0.0.1", 0), Handler) as server:
        if authority:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert("localhost", "ogp.test", "127.0.0.1").configure_cert(context)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        site = Site(server.server_port, "https" if authority else "http")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
