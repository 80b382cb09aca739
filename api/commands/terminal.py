"""Text from a file as it may stand on a terminal: harmless, of a known width, and not too long."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

_AROUND = 32
_LONGEST_WORD = 16


def harmless(text: str) -> str:
    """Return `text` on one line, with nothing in it that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)


def width(text: str) -> int:
    """Return the columns that `text` takes (UAX #11: wide and fullwidth characters take two)."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in text)


def padded(text: str, columns: int) -> str:
    """Return `text` with blanks behind it up to `columns`."""
    return text + " " * (columns - width(text))


def shortened(text: str, longest: int) -> str:
    """Return `text`, cut to `longest` characters where it has more."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def in_context(text: str, start: int, end: int, quotes: str) -> str:
    """Return the span of `text` between the two `quotes`, among its neighbours."""
    before, after = text[:start].lstrip(), text[end:].rstrip()
    if len(before) > _AROUND:
        before = "…" + _from_a_word(before[-_AROUND:])
    if len(after) > _AROUND:
        after = _from_a_word(after[:_AROUND][::-1])[::-1] + "…"
    return harmless(before + quotes[0] + text[start:end] + quotes[1] + after)


def _from_a_word(text: str) -> str:
    """Leave out what may be half a word; a Chinese clause has no blanks, and is cut anywhere."""
    blank = text.find(" ", 0, _LONGEST_WORD)
    return text[blank + 1 :]
