"""A text cut into lines, and these into terms and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.recognition.model import Meaning, Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line; `meaning` where it is a term."""

    text: str
    meaning: Meaning | None = None


def paragraphs(reading: Reading) -> Iterator[list[Piece]]:
    """Yield each line without its end; one that ends within a term goes on. Terms must not overlap."""
    line: list[Piece] = []
    end = 0
    for found in (*reading.terms, None):
        between = reading.text[end : found.start if found else None]
        first, *more = between.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        _append(line, first)
        for text in more:
            yield line
            line = []
            _append(line, text)
        if found:
            line.append(Piece(found.text, found.meaning))
            end = found.end
    yield line


def _append(line: list[Piece], text: str) -> None:
    if text:
        line.append(Piece(text))
