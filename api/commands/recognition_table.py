"""A text's terms, for a person to read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from api.commands.terminal import harmless, padded, shortened, width
from api.recognized.renderings import usable_terms
from glossary.recognition.model import Reading, Recognized

_LONGEST = 40
_GAP = "  "

_Row = tuple[str, str, str, str]


def recognition_table(reading: Reading, target: str) -> str:
    """Return a line for each term, in the order of the text: place, as written, what `target` calls it, its status."""
    rows = list(_rows(reading, target))
    if not rows:
        return "no term found"
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    return "\n".join(_GAP.join([*map(padded, row[:3], widths), row[3]]) for row in rows)


def _rows(reading: Reading, target: str) -> Iterator[_Row]:
    breaks = [place for place, character in enumerate(reading.text) if character == "\n"]
    for found in reading.terms:
        line = bisect_right(breaks, found.start - 1)
        column = found.start - (breaks[line - 1] + 1 if line else 0)
        written = shortened(harmless(found.text), _LONGEST)
        yield f"{line + 1}:{column + 1}", written, _rendering(found, target), _told(found)


def _rendering(found: Recognized, target: str) -> str:
    if found.meaning.term.lang == target:
        return "-"
    terms = usable_terms(found.meaning.concept, target, found.meaning.term)
    return shortened(harmless(terms[0].term), _LONGEST) if terms else "-"


def _told(found: Recognized) -> str:
    meaning = found.meaning
    use = f": use {harmless(meaning.use)}" if meaning.use else ""
    others = f"; also {', '.join(map(harmless, meaning.others))}" if meaning.others else ""
    return f"{meaning.term.status.value}{use}{others}"
