"""Text that is to fit: as large as there is room for, cut where it does not fit at the smallest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.drawing.lines import broken
from api.fonts.widths import width as width_in

# In our fonts the one character stands in the middle of a line, as Chinese wants it.
_ELLIPSIS = {"en": "..."}
_CHINESE_ELLIPSIS = "…"
# How much narrower lines are broken so that the punctuation that `broken` lets stand out fits too, in em.
_HANGING = (0, 1, 2)
# By how much the lines of a text are narrowed, in em, as long as they do not become more.
_STEP = 0.5
# Text of more lines than that is read, not looked at.
_HEADING = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in one of the languages that we have fonts for."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a picture a text may take: `lines` at most, in one of `sizes` (px), the largest first."""

    lines: int
    sizes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size, in px."""

    lang: str
    lines: tuple[str, ...]
    size: int

    @property
    def width(self) -> float:
        """The width of its longest line, in px."""
        return max((width_in(line, self.lang) for line in self.lines), default=0) * self.size


def fitted(phrase: Phrase, width: float, *rooms: Room) -> Block:
    """Return `phrase`, at most `width` px wide, in the first of `rooms` that is large enough, as large as it can be there.

    Where none is, the end of it is left out in the last.
    """
    text = _drawable(phrase.text)
    for room in rooms:
        for size in room.sizes:
            lines = _lines(text, width / size, phrase.lang)
            if len(lines) <= room.lines:
                return Block(phrase.lang, _balanced(text, lines, phrase.lang), size)
    return Block(phrase.lang, _cut(lines, room.lines, width / size, phrase.lang), size)


def _drawable(text: str) -> str:
    """Return `text` with single blanks, and without what no font draws and XML may not have: controls, half characters."""
    return " ".join("".join(one for one in part if one.isprintable()) for part in text.split())


def _lines(text: str, ems: float, lang: str) -> tuple[str, ...]:
    """Return `text` in lines none of which is wider than `ems`."""

    def measure(line: str) -> float:
        return width_in(line, lang)

    for hanging in _HANGING:
        lines = broken(text, max(ems - hanging, 1), measure)
        if all(measure(line) <= ems for line in lines):
            return lines
    return tuple(part for line in lines for part in _split(line, ems, lang))


def _split(line: str, ems: float, lang: str) -> Iterator[str]:
    """Yield `line` in parts of at most `ems`, wherever that breaks it: an address, a word longer than a line."""
    part = ""
    for character in line:
        if part and width_in(part + character, lang) > ems:
            yield part.rstrip()
            part = ""
        part += character
    yield part


def _balanced(text: str, lines: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Return as many lines as `lines`, about as wide as each other, so that no word stands alone in the last."""
    if not 1 < len(lines) <= _HEADING:
        return lines
    best = lines
    ems = max(width_in(line, lang) for line in lines) - _STEP
    while ems > 1 and len(narrower := _lines(text, ems, lang)) <= len(lines):
        best, ems = narrower, ems - _STEP
    return best


def _cut(lines: tuple[str, ...], most: int, ems: float, lang: str) -> tuple[str, ...]:
    """Return the first `most` of `lines`, the last one ended by an ellipsis, not within a word where it has several."""
    ellipsis = _ELLIPSIS.get(lang, _CHINESE_ELLIPSIS)
    whole = last = lines[most - 1]
    while last and width_in(last + ellipsis, lang) > ems:
        last = last[:-1]
    if len(last) < len(whole) and whole[len(last)] != " " and " " in last:
        last = last.rpartition(" ")[0]
    return (*lines[: most - 1], last.rstrip(" ，、。；：,.;:·") + ellipsis)
