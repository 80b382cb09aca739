"""``GET /api/v1/terms`` answered before Flask sees it, where the request is plain (docs/decisions/caching.md).

Half of what such an answer costs is Flask's, flask-smorest's and marshmallow's own. A request is plain when every
parameter is known, given once, and good by itself; any other is Flask's, which also says what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote_plus, unquote_to_bytes

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from api.answers import part_starts
from api.caching import EXPOSED, revision_tag
from api.index_file import UnusableIndex
from api.kept_answers import Answer, Environment, is_had
from api.library import Library
from api.negotiation import accepted
from api.requests import FARTHEST_OFFSET, LONGEST_TEXT, MOST_ITEMS
from api.terms_json import term_list
from glossary import MatchMode, Status, TermFilter, TermQuery
from translations import CONTENT_LANGUAGES, MalformedTag, ReaderLocale, negotiate, resolve

_PATH = "/api/v1/terms"
_NUMBER = re.compile("[0-9]{1,10}")
_NAMES = frozenset(("q", "match", "lang", "status", "limit", "offset", "locale"))
_SAFE = "!$'()*,/:;?@"  # as Werkzeug builds addresses
_QUOTED = re.compile("(?:[A-Za-z0-9_.~-]|%[89A-F][0-9A-F])*")  # as any of them quotes it


class PlainSearches:
    """Answers plain searches; `public_url` is the setting, which is part of an answer's tag."""

    def __init__(self, public_url: str | None) -> None:
        self._public_url = public_url

    def __call__(self, environ: Environment, library: Library) -> Answer | None:
        """Return the answer, None where Flask is to give it."""
        if environ.get("PATH_INFO") != _PATH or environ.get("SCRIPT_NAME"):
            return None
        asked = _values(environ.get("QUERY_STRING", ""))
        if asked is None:
            return None
        values = {name: value.text for name, value in asked.items()}
        tag = values.get("locale")
        try:
            locale = _negotiated(environ.get("HTTP_ACCEPT_LANGUAGE", "")) if tag is None else resolve(tag)
        except MalformedTag:
            return None
        wanted = _wanted(values, locale)
        if wanted is None:
            return None
        etag = f'W/"{revision_tag(library.index.revision, environ, locale, self._public_url)}"'
        shared = [
            ("Content-Language", locale.tag),
            *([("Vary", "Accept-Language")] if tag is None else ()),
            ("Access-Control-Allow-Origin", "*"),
            ("Access-Control-Expose-Headers", EXPOSED),
            ("Cache-Control", "no-cache"),
            ("ETag", etag),
        ]
        if is_had(environ, etag):  # a tag is only given with an answer that there was
            return Answer(shared, b"", etag, is_whole=False)
        try:
            found = term_list(library.glossary, wanted)
        except UnusableIndex:
            return None
        headers = [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(found.body))),
            *_links(asked, found.total, wanted.limit, wanted.offset),
            *shared,
        ]
        return Answer(headers, found.body, etag)


class _Value(NamedTuple):
    """A parameter's value, and as it was sent where that is how addresses quote it."""

    text: str
    sent: str | None


def _values(query: str) -> dict[str, _Value] | None:
    """Return the parameters, None where one of them is not plain."""
    if not query.isascii():
        return None
    values: dict[str, _Value] = {}
    for part in query.split("&") if query else ():
        name, is_given, sent = part.partition("=")
        if name not in _NAMES or name in values or not is_given:
            return None
        value = sent
        if "%" in value or "+" in value:
            try:
                value = unquote_to_bytes(value.replace("+", " ")).decode()
            except UnicodeDecodeError:
                return None
        if "\0" in value:
            return None
        values[name] = _Value(value, sent if _QUOTED.fullmatch(sent) else None)
    return values


def _wanted(values: Mapping[str, str], locale: ReaderLocale) -> TermQuery | None:
    """Return the search, None where a value is not good by itself."""
    q, match = values.get("q", ""), values.get("match", "auto")
    lang, status = values.get("lang"), values.get("status")
    limit, offset = values.get("limit", "20"), values.get("offset", "0")
    if (
        len(q) > LONGEST_TEXT
        or match not in _MODES
        or (lang is not None and lang not in CONTENT_LANGUAGES)
        or (status is not None and status not in _STATUSES)
        or not (_NUMBER.fullmatch(limit) and 1 <= int(limit) <= MOST_ITEMS)
        or not (_NUMBER.fullmatch(offset) and int(offset) <= FARTHEST_OFFSET)
    ):
        return None
    only = TermFilter(lang, None, None, status) if lang or status else _EVERYTHING
    return TermQuery(q, _MODES[match], only, int(limit), int(offset), locale.content)


_MODES = {mode.value: mode for mode in MatchMode}
_STATUSES = frozenset(status.value for status in Status)
_EVERYTHING = TermFilter()


@lru_cache(maxsize=1024)
def _negotiated(header: str) -> ReaderLocale:
    return negotiate(accepted(parse_accept_header(header, LanguageAccept)))


def _links(values: Mapping[str, _Value], total: int, limit: int, offset: int) -> list[tuple[str, str]]:
    """Return the links to the other parts of the list, and to the pages that show it."""
    asked = {name: quote_plus(text) if sent is None else sent for name, (text, sent) in values.items()}
    links = []
    for relation, start in part_starts(total, limit, offset).items():
        query = "&".join([f"{n}={v}" for n, v in {**asked, "offset": start, "limit": limit}.items()])
        links.append(("Link", f'<{_PATH}?{query}>; rel="{relation}"'))
    kept = [
        f"{name}={quote_plus(text, safe=_SAFE) if sent is None else sent}"
        for name, (text, sent) in values.items()
        if text and name != "locale"
    ]
    query = f"?{'&'.join(kept)}" if kept else ""
    for language in CONTENT_LANGUAGES:
        target = f'</{language}/terms{query}>; rel="alternate"; type="text/html"; hreflang="{language}"'
        links.append(("Link", target))
    return links
