"""What was read in a text, for a person to read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from babel import Locale

from api.commands.terminal import harmless, padded, shortened, width
from translations.reading import DateMention, Mention, Reading
from translations.writing import write

_LONGEST = 40
_GAP = "  "

_Row = tuple[str, str, str, str]


def reading_table(text: str, reading: Reading, locale: Locale) -> str:
    """Return a line for each figure and date, in the order of the text: place, as written, in words, what it is."""
    rows = list(_rows(text, reading, locale))
    if not rows:
        return "no figure or date found"
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    return "\n".join(_GAP.join([*map(padded, row[:3], widths), row[3]]) for row in rows)


def _rows(text: str, reading: Reading, locale: Locale) -> Iterator[_Row]:
    breaks = [place for place, character in enumerate(text) if character == "\n"]
    mentions: list[Mention | DateMention] = [*reading.figures, *reading.dates]
    for mention in sorted(mentions, key=lambda found: found.start):
        line = bisect_right(breaks, mention.start - 1)
        column = mention.start - (breaks[line - 1] + 1 if line else 0)
        written = shortened(harmless(mention.text), _LONGEST)
        yield (f"{line + 1}:{column + 1}", written, *_told(mention, locale))


def _told(mention: Mention | DateMention, locale: Locale) -> tuple[str, str]:
    if isinstance(mention, DateMention):
        return mention.value, "date"
    others = "".join(f" or {unit}" for unit in mention.alternatives)
    details = [mention.quantity.kind.value.replace("_", " "), mention.classifier, mention.sense]
    return _in_words(mention, locale) + others, ", ".join(filter(None, details))


def _in_words(mention: Mention, locale: Locale) -> str:
    quantity = mention.quantity
    try:
        return shortened(write(quantity, locale).text, _LONGEST)
    except ValueError:  # more digits than the formatter writes, or a unit that CLDR has no words for
        numbers = [
            f"{number:f}" for number in (quantity.value, quantity.low, quantity.high) if number is not None
        ]
        words = [quantity.modifier, shortened("–".join(numbers), _LONGEST), quantity.unit]
        return " ".join(filter(None, words))
