"""Which locale a request is answered in, and the headers that say so."""

from __future__ import annotations

from babel.support import NullTranslations
from flask import Flask, Response, g, request
from werkzeug.datastructures import Accept

from translations import MalformedTag, ReaderLocale, catalog, negotiate, resolve


def reader() -> ReaderLocale:
    """Return the reader's locale: ``?locale=``, else ``Accept-Language``, else English.

    `MalformedTag` when ``?locale=`` is no BCP 47 tag. Asking is what makes an answer depend on the
    language; a page, whose address names its language, sets `g.reader` itself.
    """
    if "reader" not in g:
        wanted = request.args.get("locale")
        g.reader = resolve(wanted) if wanted is not None else _negotiated()
    found: ReaderLocale = g.reader
    return found


def preferred_tags() -> list[str]:
    """Return the tags that the reader accepts, best first."""
    return accepted(request.accept_languages)


def accepted(languages: Accept) -> list[str]:
    """Return the tags of ``Accept-Language``, best first, without those that are refused (RFC 9110: ``q=0``)."""
    return [tag for tag, quality in languages if quality > 0]


def content_language() -> str:
    """Return the content language of the answer, even to a request whose locale is malformed."""
    try:
        return reader().content
    except MalformedTag:
        g.reader = _negotiated()
        return content_language()


def words() -> NullTranslations:
    """Return the catalog of the reader's language."""
    return catalog(content_language())


def register(app: Flask) -> None:
    """Add ``Content-Language`` to every answer, and ``Vary`` to those that were negotiated."""
    app.after_request(_add_headers)


def _negotiated() -> ReaderLocale:
    g.negotiated = True
    return negotiate(preferred_tags())


def _add_headers(response: Response) -> Response:
    if "Content-Language" not in response.headers:
        response.headers["Content-Language"] = reader().tag if "reader" in g else "en"
    if g.get("negotiated"):
        response.vary.add("Accept-Language")
    return response
