"""ETag, 304, no-store and CORS, for every answer in one place (docs/decisions/caching.md)."""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from typing import Any

from flask import Flask, Response, current_app, request
from werkzeug.datastructures import Headers

from api import kept_answers
from api.addresses import public_url
from api.compression import compress
from api.library import library
from api.negotiation import reader
from api.requests import Blueprint
from translations import ReaderLocale

EXPOSED = "Content-Disposition, Content-Language, ETag, Link, Terms-Left-Out"

# Of an answer whose address is another when the answer is (RFC 8246).
FOREVER = "public, max-age=31536000, immutable"

# Of what other sites show: a picture or feed may be five minutes old, and is refreshed behind the reader (RFC 5861).
SHARED = "public, max-age=300, stale-while-revalidate=86400"
# A year's and those five minutes' answers, and whatever else anybody may keep.
_PUBLIC = "public,"

# What programs ask for, those in pages of other origins among them.
PROGRAMS = ("/api/", "/exports/", "/reconcile")

# What pages of other origins show: embed pages and the files beside them, charts, feeds, the script. By address and not
# by view, so that an error there, which no view answers, can be read there too.
_FOR_OTHER_SITES = re.compile(
    r"/(?:oembed(?:/.+)?|embed/.+|embed\.(?:[^/]+\.)?js"
    r"|[^/]+/articles/[^/]+/charts/[^/]+\.[a-z]+|[^/]+/(?:.+/)?(?:feed|changes)\.[a-z]+)"
)


class _Response(Response):
    """A response whose 304 says its language, which Werkzeug takes for a header of the body, and not what it is near."""

    def get_wsgi_headers(self, environ: Any) -> Headers:
        headers = super().get_wsgi_headers(environ)
        if "Content-Language" in self.headers:
            headers["Content-Language"] = self.headers["Content-Language"]
        if self.status_code == 304:
            headers.remove("Link")
        return headers


def register(app: Flask) -> None:
    """Answer 304 before any work where the tag says so; add the headers after each request."""
    app.response_class = _Response
    app.before_request(_unchanged)
    # The first is run last: what is kept has all its headers.
    app.after_request(_validate)
    app.after_request(_share)
    app.after_request(_forget)


def revision_tag(revision: str, environ: dict[str, Any], locale: ReaderLocale, public: str | None) -> str:
    """Return the tag of what a read answers: made of the address, the locale, the index and the software."""
    asked = (environ.get(name, "") for name in ("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING"))
    named = "\0".join((_software(), revision, locale.tag, str(locale.formatting), public or "", *asked))
    return blake2b(named.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()


def _unchanged() -> Response | None:
    """Answer 304 to who has what would be the answer; a tag is only ever given with an answer that there was."""
    if request.method in ("GET", "HEAD") and _is_negotiated() and request.if_none_match:
        tag = _tag()
        if tag in request.if_none_match.as_set(include_weak=True):
            response = current_app.response_class(status=304, mimetype="application/json")  # no page
            response.set_etag(tag, weak=True)
            response.headers["Cache-Control"] = "no-cache"
            return response
    return None


def _validate(response: Response) -> Response:
    """Tag an answer, compress it, keep it, and answer 304 to who has it; the tag is weak, whoever compresses."""
    if _may_be_had_again(response):
        may_be_kept = response.headers.get("Cache-Control", _PUBLIC).startswith(_PUBLIC)
        response.headers.setdefault("Cache-Control", _freshness())
        if may_be_kept and _is_negotiated():
            response.set_etag(_tag(), weak=True)
        else:
            response.add_etag(weak=True)
        compress(response, request.headers.get("Accept-Encoding"))
        if may_be_kept:
            headers = response.get_wsgi_headers(request.environ)
            kept_answers.keep(request.environ, headers, response.get_data())
        response.make_conditional(request)
    return response


def _may_be_had_again(response: Response) -> bool:
    read = request.method in ("GET", "HEAD") and response.status_code == 200 and not response.is_streamed
    return read and response.headers.get("Cache-Control") != "no-store"


def _freshness() -> str:
    """How long an answer may be kept that does not say so itself."""
    return SHARED if _is_for_other_sites() else "no-cache"


def _is_negotiated() -> bool:
    """Whether the answer depends on nothing but the address, the index, the software and the reader's locale."""
    if request.endpoint == "docs.show_docs":  # a page, which may be compressed: its 304 varies with that
        return False
    return isinstance(current_app.blueprints.get(request.blueprint or ""), Blueprint)


def _tag() -> str:
    return revision_tag(library().index.revision, request.environ, reader(), public_url())


@cache
def _software() -> str:
    """Name what writes the answers: ours, and CLDR's data."""
    return " ".join(f"{name} {version(name)}" for name in ("duizhao", "babel"))


def _forget(response: Response) -> Response:
    """Let nobody keep the answer to what was sent: it may say what a text that nobody else may see says."""
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"
    return response


def _share(response: Response) -> Response:
    """Let pages of any origin ask (https://fetch.spec.whatwg.org/#http-cors-protocol); nothing can be changed here."""
    if _is_for_other_sites():
        # Without CORS too, as an image or a frame, where the page that shows it lets in nothing that does not say so.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Timing-Allow-Origin"] = "*"
    elif not request.path.startswith(PROGRAMS):
        return response
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = EXPOSED
    if request.method == "OPTIONS":
        methods = sorted(response.allow)
        header = "Content-Type" if "POST" in methods else "If-None-Match"
        response.headers["Access-Control-Allow-Methods"] = ", ".join(methods)
        response.headers["Access-Control-Allow-Headers"] = f"Accept-Language, {header}"
        response.headers["Access-Control-Max-Age"] = "86400"
    return response


def _is_for_other_sites() -> bool:
    return _FOR_OTHER_SITES.fullmatch(request.path) is not None
