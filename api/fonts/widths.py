"""How wide text is in our fonts, from the table that is made with them (README.md): a picture cannot break its own lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

TABLE = Path(__file__).parent / "widths.txt"
_FULL = 1.0


def width(text: str, language: str) -> float:
    """Return how wide `text` is in the font for `language`, in em; what that font lacks counts as a Han character."""
    advances = _advances()[language]
    return sum(advances.get(character, _FULL) for character in text)


@cache
def _advances() -> Mapping[str, Mapping[str, float]]:
    """The advance of what is not as wide as a Han character, by language; in em."""
    found: dict[str, dict[str, float]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        language, thousandths, characters = line.split(" ", 2)
        found.setdefault(language, {}).update(dict.fromkeys(characters, int(thousandths) / 1000))
    return MappingProxyType(found)
