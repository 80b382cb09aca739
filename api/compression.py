"""Pages, styles and scripts in gzip for who takes it (RFC 9110, section 12.5.3; docs/decisions/caching.md)."""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Response
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

GZIP = "gzip"
# What browsers and feed readers load. Other JSON is for programs: it is answered faster than it could be compressed.
_COMPRESSIBLE = frozenset(
    (
        "text/html",
        "text/css",
        "text/javascript",
        "image/svg+xml",
        "application/atom+xml",
        "application/feed+json",
    )
)
_SHORTEST = 256  # of a script of 700 bytes 400 remain
_LEVEL = 9  # once for each answer that is kept


@lru_cache(maxsize=64)  # browsers send one of a dozen
def encoding_for(accepted: str | None) -> str | None:
    """Return the encoding that ``Accept-Encoding`` has us choose; None: as it is."""
    if not accepted:
        return None
    return GZIP if parse_accept_header(accepted, Accept)[GZIP] else None


def compress(response: Response, accepted: str | None) -> None:
    """Compress what is whole and worth it; the weak tag stays, which stands for the page however it is sent."""
    if (
        response.mimetype not in _COMPRESSIBLE
        or "Content-Encoding" in response.headers
        or not response.headers.get("ETag", "").startswith("W/")
    ):
        return
    body = response.get_data()
    if len(body) < _SHORTEST:
        return
    response.vary.add("Accept-Encoding")
    if encoding_for(accepted):
        response.set_data(gzip.compress(body, _LEVEL, mtime=0))
        response.headers["Content-Encoding"] = GZIP
