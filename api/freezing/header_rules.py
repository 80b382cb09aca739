"""The file ``_headers``, by which Netlify and Cloudflare Pages send what a plain file server does not.

https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/. Both add up the
rules that an address meets, so no two of these set the same header to the same address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

Headers = Iterable[tuple[str, str]]

# Not X-Robots-Tag: embed pages say it themselves, and the pictures beside them may be found.
_POLICY = ("Content-Security-Policy", "Referrer-Policy", "Permissions-Policy")
_SHARED = (
    "Access-Control-Allow-Origin",
    "Cross-Origin-Resource-Policy",
    "Timing-Allow-Origin",
    "Cache-Control",
)
_ALWAYS = "/*\n  X-Content-Type-Options: nosniff\n"

# A pattern of addresses, a pattern of the files there, and what these are told.
_RULES = (
    ("/", r"index\.html", _POLICY),
    ("/:view/", r"[^/]+/index\.html", _POLICY),
    ("/:view/articles/:article/", r"[^/]+/articles/[^/]+/index\.html", _POLICY),
    ("/:view/articles/:article/sections/*", r"[^/]+/articles/[^/]+/sections/.+", _POLICY),
    ("/:view/articles/:article/figures/*", r"[^/]+/articles/[^/]+/figures/index\.html", _POLICY),
    ("/:view/figures/*", r"[^/]+/figures/[^/]+/index\.html", _POLICY),
    ("/:view/terms/*", r"[^/]+/terms/index\.html", _POLICY),
    ("/:view/index/*", r"[^/]+/index/index\.html", _POLICY),
    ("/:view/exports/*", r"[^/]+/exports/index\.html", _POLICY),
    ("/embed/*", r"embed/.+/index\.html", (*_POLICY, *_SHARED)),
    ("/:view/articles/:article/charts/*", r"[^/]+/articles/[^/]+/charts/.+\.png", _SHARED),
    ("/:view/feed.atom", r"[^/]+/feed\.atom", _SHARED),
    ("/:view/feed.json", r"[^/]+/feed\.json", _SHARED),
    ("/:view/changes.atom", r"[^/]+/changes\.atom", _SHARED),
    ("/:view/changes.json", r"[^/]+/changes\.json", _SHARED),
    ("/oembed/*", r"oembed/.+\.json", _SHARED),
    ("/embed.js", r"embed\.js", _SHARED),
    ("/embed.:digest.js", r"embed\.[0-9a-f]+\.js", _SHARED),
    ("/api/*", r"api/.+\.json", ("Access-Control-Allow-Origin",)),
    ("/exports/*", r"exports/.+", ("Access-Control-Allow-Origin",)),
    ("/static/*", r"static/.+\.css", ("Cache-Control",)),
)


def header_rules(told: Mapping[str, Headers]) -> str:
    """Return the file for a site whose files were `told` with these headers, by name of the file."""
    rules = (_rule(address, told, file, names) for address, file, names in _RULES)
    return "\n".join([_ALWAYS, *filter(None, rules)])


def _rule(address: str, told: Mapping[str, Headers], pattern: str, names: tuple[str, ...]) -> str:
    """Say of an address what the first of its files was told; nothing where there is none."""
    first = min((file for file in told if re.fullmatch(pattern, file)), default=None)
    headers = dict(told[first]) if first else {}
    lines = [f"  {name}: {headers[name]}\n" for name in names if name in headers]
    return "".join([f"{address}\n", *lines]) if lines else ""
