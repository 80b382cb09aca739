"""Another site: pages of the test's own at an origin that is not the service's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Headers = Mapping[str, str]


@contextmanager
def hosting(pages: Mapping[str, str | bytes], headers: Headers | None = None) -> Iterator[str]:
    """Serve `pages` by path until the block is left, each with `headers`; yield the origin.

    What is added to `pages` meanwhile is served, too. A path's ending says what it is, HTML where it has none.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = pages.get(self.path.partition("?")[0])
            body = found.encode() if isinstance(found, str) else found
            self.send_response(404 if body is None else 200)
            kind = "text/javascript" if self.path.endswith(".js") else "text/html"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
