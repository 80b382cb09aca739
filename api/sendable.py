"""Text as a database takes it."""

from __future__ import annotations

import re

# No UTF-8 has an unpaired surrogate, and PostgreSQL's text no NUL; a noncharacter, which no text has, stands in their place.
STAND_IN = "\uffff"
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


def sendable(value: object) -> object:
    """Return `value`, which finds the same rows, as any database takes it."""
    return _NOT_TEXT.sub(STAND_IN, value) if isinstance(value, str) else value
