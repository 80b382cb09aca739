"""Whether the characters beside a number allow of a unit: most bare numbers end here."""

from __future__ import annotations

from functools import cache
from string import ascii_letters, digits

from translations.reading import classifiers, units

_MORE_BEHIND = " 分成折至到~—–-半个"


def may_have_unit(text: str, start: int, end: int) -> bool:
    """Whether the characters beside a number allow of a unit."""
    following, preceding = _neighbours()
    return text[end : end + 1] in following or (start > 0 and text[start - 1] in preceding)


@cache
def _neighbours() -> tuple[frozenset[str], frozenset[str]]:
    """What may follow a number that has a unit, a classifier, a range; what may precede one with a currency."""
    following = frozenset(ascii_letters + digits + _MORE_BEHIND)
    return following | units.beginnings() | classifiers.beginnings(), frozenset(" ") | units.endings()
