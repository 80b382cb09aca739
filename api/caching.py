"""ETag, 304, no-store and CORS, for every answer in one place."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import Headers

_EXPOSED = "Content-Disposition, Content-Language, ETag, Link, Terms-Left-Out"

# What programs ask for, those in pages of other origins among them.
PROGRAMS = ("/api/", "/exports/", "/reconcile")


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
    app.after_request(_forget)


def _validate(response: Response) -> Response:
    """Tag an answer and answer 304 to who has it; weak, so that a proxy that compresses may keep the tag."""
    if request.method in ("GET", "HEAD") and response.status_code == 200 and not response.is_streamed:
        response.add_etag(weak=True)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache"
        response.make_conditional(request)
    return response


def _forget(response: Response) -> Response:
    """Let nobody keep the answer to what was sent: it may say what a text that nobody else may see says."""
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"
    return response


def _share(response: Response) -> Response:
    """Let pages of any origin ask (https://fetch.spec.whatwg.org/#http-cors-protocol); nothing can be changed here."""
    if request.path.startswith(PROGRAMS):
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = _EXPOSED
        if request.method == "OPTIONS":
            methods = sorted(response.allow)
            header = "Content-Type" if "POST" in methods else "If-None-Match"
            response.headers["Access-Control-Allow-Methods"] = ", ".join(methods)
            response.headers["Access-Control-Allow-Headers"] = f"Accept-Language, {header}"
            response.headers["Access-Control-Max-Age"] = "86400"
    return response
