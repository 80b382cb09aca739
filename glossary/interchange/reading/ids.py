"""Ids of imported concepts: the file's own where they can be, otherwise the same ones each time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

_LONGEST = 100
_LONGEST_SLUG = 40
# Of XML's NCName what also stands in an address as it is.
_NAME = re.compile(rf"[A-Za-z][A-Za-z0-9._-]{{0,{_LONGEST - 1}}}")
_PLAIN = re.compile(rf"[A-Za-z0-9._-]{{1,{_LONGEST - 20}}}")
_ODD = re.compile("[^A-Za-z0-9]+")


def concept_id(given: str, prefix: str) -> str:
    """Return the id `given` by a file if it is one, otherwise one made from it: 17 → ``c-17``."""
    if _NAME.fullmatch(given):
        return given
    if _PLAIN.fullmatch(given):
        return f"{prefix}-{given}"
    return f"{slug(given) or prefix}-{digest(given)}"


def derived_id(terms: Iterable[str], readable: str, prefix: str) -> str:
    """Return an id for an entry that has none, made from its `terms`: the same terms, the same id."""
    return f"{slug(readable) or prefix}-{digest(chr(0).join(terms))}"


def slug(text: str) -> str:
    """Return the letters and digits of `text` that may stand in an id, hyphenated: "Data center" → ``data-center``."""
    joined = _ODD.sub("-", text[: 2 * _LONGEST_SLUG].lower()).strip("-")[:_LONGEST_SLUG].rstrip("-")
    return joined.lstrip("0123456789-")


def digest(text: str) -> str:
    """Return 48 bits of a hash of `text`, enough to tell apart the entries that share a slug."""
    return blake2b(text.encode(errors="surrogatepass"), digest_size=6).hexdigest()
