"""ETag, 304 and CORS, for every answer in one place."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

_READS = ("GET", "HEAD", "OPTIONS")


class _Response(Response):
    """A response whose 304 says its language; Werkzeug takes that for a header of the body and leaves it out."""

    def get_wsgi_headers(self, environ: Any) -> Headers:
        headers = super().get_wsgi_headers(environ)
        if "Content-Language" in self.headers:
            headers["Content-Language"] = self.headers["Content-Language"]
        return headers


def register(app: Flask) -> None:
    """Add the headers after each request."""
    app.response_class = _Response
    app.after_request(_share)
    app.after_request(_validate)


def _validate(response: Response) -> Response:
    """Tag an answer and answer 304 to who has it; weak, so that a proxy that compresses may keep the tag."""
    if request.method in ("GET", "HEAD") and response.status_code == 200 and not response.is_streamed:
        response.add_etag(weak=True)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
    return response


def _share(response: Response) -> Response:
    """Let pages of any origin read (https://fetch.spec.whatwg.org/#http-cors-protocol)."""
    if request.method in _READS and request.path.startswith("/api/"):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "Content-Language, ETag, Link"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
            response.headers["Access-Control-Allow-Headers"] = "Accept-Language, If-None-Match"
            response.headers["Access-Control-Max-Age"] = "86400"
    return response
