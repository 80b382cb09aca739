"""What others add to an address when it is shared or followed, and what says nothing to us."""

from __future__ import annotations

from urllib.parse import unquote_plus

# Facebook, Google, Microsoft and X of a click; Instagram and WeChat of who shared it; Mailchimp of the letter and its reader.
_NAMES = frozenset(
    ("fbclid", "gclid", "msclkid", "twclid", "igsh", "igshid", "from", "isappinstalled", "mc_cid", "mc_eid")
)
# Of a campaign, in whatever counts visits.
_PREFIX = "utm_"


def without_additions(query: str) -> str:
    """Return a query string without them, the rest as it is."""
    return "&".join(part for part in query.split("&") if not _is_added(unquote_plus(part.partition("=")[0])))


def _is_added(name: str) -> bool:
    return name in _NAMES or name.startswith(_PREFIX)
