"""Which characters are Han characters."""

from __future__ import annotations

import re

# UAX #24 script Han, as far as business Chinese goes: URO, extensions A and B, compatibility, 〇.
HAN = re.compile(r"[〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def is_han(character: str) -> bool:
    """Return whether `character` is a Han character."""
    return HAN.match(character) is not None
