"""Which languages are read."""

from __future__ import annotations

from translations import DEFAULT_LANGUAGE, resolve


def is_read(tag: str) -> bool:
    """Whether `tag` is of Chinese or English; `MalformedTag` when it is no BCP 47 tag."""
    found = resolve(tag)
    return found.known and (found.content != DEFAULT_LANGUAGE or found.formatting.language == "en")
