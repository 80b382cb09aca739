"""What somebody types who looks for a Chinese term by its sound: letters, tones, breaks, Han characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from glossary.keys.han import HAN
from glossary.keys.pinyin_keys import fold_han
from glossary.keys.tones import TONE_OF_MARK

# Longer than any reading; what is longer is no query by sound.
_LONGEST = 200
# Digits that may be tones or digits of the term: beyond three of them, all are one or all are the other.
_MOST_OPEN_DIGITS = 3
# Typed for an apostrophe, and NFKC would take it apart; the script g and a of printed pinyin.
_TYPED = str.maketrans({"´": "'", "`": "'", "ɡ": "g", "ɑ": "a"})
_PIECES = re.compile(
    rf"(?P<letters>[a-z0-9]+)|(?P<han>{HAN.pattern}+)|(?P<mark>[{''.join(TONE_OF_MARK)}])"
    r"|(?P<silent>[\s!-#%-*,-/:;?@\[-\]_{}])|(?P<other>.)",
    re.DOTALL,
)
_LATIN = re.compile(r"[a-z]")
_PLAIN_U = re.compile(r"(?<=[jqxy])v")
_OPEN_DIGIT = re.compile(r"(?<=[a-z])[0-5]")

_ER = re.compile(r"(?<=[aeioungv])er(?![aeioun])")
_ERHUA = re.compile(r"(?<=[aeioungv])(?<!e)r(?![aeiou])")


@dataclass(frozen=True, slots=True)
class PinyinQuery:
    """A query by sound.

    `text` is its letters (small, ü as v), digits and Han characters (folded) joined. `marks` are the tones
    that marks give, by their place in `text`. `breaks` are places in `text` where something stood between: no
    syllable runs over them. `keys` are the joined toneless keys to look for, the likeliest first; more than one
    where a digit may be a tone or belong to the term (``ji1jin11hao4``), ü was typed u, or 儿 may be er or r.
    Han characters stand in them as they are.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    breaks: frozenset[int]
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The likeliest joined toneless key."""
        return self.keys[0]

    @property
    def has_tones(self) -> bool:
        """Whether the query gives a tone anywhere, by mark or number."""
        return bool(self.marks or _open_digits(self.text, self.breaks))

    @property
    def has_han(self) -> bool:
        """Whether Han characters are mixed in (``ruan银``)."""
        return HAN.search(self.text) is not None

    @property
    def han(self) -> str:
        """The Han characters, folded, in their order: what a term must have."""
        return "".join(HAN.findall(self.text))


def parse_query(text: str) -> PinyinQuery | None:
    """Read `text` as pinyin: tones as marks, numbers or left out, joined or spaced, ü, v or u:, Han mixed in.

    None when it cannot be: no Latin letter, letters or marks that pinyin lacks, symbols, over 200 characters.
    """
    if len(text) > _LONGEST:
        return None
    decomposed = _decomposed(text)
    draft = _read(decomposed) if _LATIN.search(decomposed) else None
    if draft is None:
        return None
    letters, marks, breaks = draft
    return PinyinQuery(letters, marks, breaks, tuple(dict.fromkeys(_keys(letters, breaks))))


def _decomposed(text: str) -> str:
    """Width and case folded, marks apart from their letters, ü as v, ê as e."""
    if text.isascii():
        folded = text.lower().replace("u:", "v")
    else:
        folded = unicodedata.normalize("NFKC", text.translate(_TYPED)).casefold().replace("u:", "ü")
        folded = unicodedata.normalize("NFD", folded).replace("u\u0308", "v").replace("e\u0302", "e")
    return _PLAIN_U.sub("u", folded).replace("`", "'") if "v" in folded else folded.replace("`", "'")


def _read(decomposed: str) -> tuple[str, tuple[tuple[int, int], ...], frozenset[int]] | None:
    """The letters joined, the marks and the breaks among them, or None at what no pinyin has."""
    letters, size = [], 0
    marks: dict[int, int] = {}
    breaks: set[int] = set()
    for piece in _PIECES.finditer(decomposed):
        found = piece[0]
        match piece.lastgroup:
            case "letters":
                letters.append(found)
                size += len(found)
            case "han":
                letters.append(fold_han(found))
                size += len(found)
            case "mark":
                if not size or size in breaks or size - 1 in marks or letters[-1][-1] not in "aeiouvmn":
                    return None
                marks[size - 1] = TONE_OF_MARK[found]
            case "silent":
                breaks.add(size)
            case _:
                category = unicodedata.category(found)
                if category[0] in "ZP":
                    breaks.add(size)
                elif category != "Cf":
                    return None
    return "".join(letters), tuple(marks.items()), frozenset(breaks - {0})


def _open_digits(text: str, breaks: frozenset[int]) -> list[int]:
    """Places of digits that may be tones: 0 to 5 right behind a letter."""
    return [found.start() for found in _OPEN_DIGIT.finditer(text) if found.start() not in breaks]


def _keys(text: str, breaks: frozenset[int]) -> Iterator[str]:
    digits = _open_digits(text, breaks)
    sizes = range(len(digits) + 1) if len(digits) <= _MOST_OPEN_DIGITS else (0, len(digits))
    for size in sizes:
        for kept in combinations(digits, size):
            gone = set(digits).difference(kept)
            key = "".join([c for at, c in enumerate(text) if at not in gone])
            yield key
            yield from _other_spellings(key)


def _other_spellings(key: str) -> Iterator[str]:
    if "ue" in key:  # no syllable is lue or nue: ü was meant
        yield key.replace("lue", "lve").replace("nue", "nve")
    if "r" in key:  # of 儿
        yield _ER.sub("r", key)
        yield _ERHUA.sub("er", key)
