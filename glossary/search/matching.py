"""Why a stored concept answers a query, and with which of its terms and characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from glossary.keys.english import is_form_of, words
from glossary.keys.pinyin import PinyinQuery, initials, matches, parse_query, pinyin_key
from glossary.keys.pinyin_keys import syllables_of
from glossary.keys.pinyin_match import SPELLED_OTHERWISE
from glossary.keys.typing_errors import distance
from glossary.model import Status
from glossary.search.model import Found, Hit, MatchKind, TermFilter
from glossary.search_key import matched_form
from glossary.store.keys import PINYIN
from glossary.store.record import Line, Record, escaped, unescaped


class Asked(NamedTuple):
    """A query as its matches need it: as typed, folded, as pinyin; `near` are other keys that it may have meant.

    `key_bytes` and `typed_bytes` are as records have texts. `letters` is the query where it is nothing but letters of
    pinyin, without tones or anything between syllables.
    """

    typed: str
    key: str
    reader: str
    only: TermFilter
    pinyin: PinyinQuery | None = None
    near: frozenset[str] = frozenset()
    key_bytes: bytes = b""
    typed_bytes: bytes = b""
    letters: str = ""
    is_limited: bool = False

    @classmethod
    def of(cls, typed: str, key: str, reader: str, only: TermFilter, *, by_sound: bool) -> Asked:
        """Return the query `typed`, whose folded form is `key`; read as pinyin where it is to be found `by_sound`."""
        pinyin = parse_query(typed) if by_sound and not _HAN_ONLY.fullmatch(typed) else None
        return cls(
            typed,
            key,
            reader,
            only,
            pinyin,
            key_bytes=key.encode("utf-8", "surrogatepass"),
            typed_bytes=escaped(typed).encode("utf-8", "surrogatepass"),
            letters=pinyin.text if pinyin and pinyin.keys == (typed,) and _PLAIN.fullmatch(typed) else "",
            is_limited=bool(only),
        )


_PLAIN = re.compile("[a-z]+")
_SHORT_HAN = 3
_HAN_ONLY = re.compile("[\u4e00-\u9fff]+")


def match(kind: MatchKind, asked: Asked, record: Record) -> Hit | None:
    """Return how `record` answers, None where it does not."""
    found = _find(kind, asked, record)
    return Hit(record, kind, found) if found else None


def rather_by_sound(kind: MatchKind, asked: Asked, record: Record, hit: Hit) -> Hit:
    """Return how `record` answers by pinyin, where else a term that nobody should use would be the answer.

    Who types ruany is on the way to 软银, and not to “Ruanyin”; who types that, whole and without tones, is told so.
    """
    by_letters = kind is MatchKind.PREFIX or (kind is MatchKind.EXACT and _has_tones(asked))
    if asked.pinyin is None or not by_letters or hit.is_usable:
        return hit
    return match(MatchKind.PINYIN, asked, record) or hit


def _has_tones(asked: Asked) -> bool:
    return asked.pinyin is not None and asked.pinyin.has_tones


def sure_match(kind: MatchKind, asked: Asked) -> Callable[[Record], Hit]:
    """Return what makes a hit of a record that is known to answer; why it does is found when it is asked for."""

    def find(record: Record) -> Found:
        line = record.shape.lines[0]
        return _find(kind, asked, record) or (line, record.texts[line.term])

    return lambda record: Hit(record, kind, None, find)


def _find(kind: MatchKind, asked: Asked, record: Record) -> Found | None:
    """Return the best term of `record` that answers: by what was typed, status and length."""
    if not asked.is_limited:
        found = _at_once(kind, asked, record)
        if found is not None:
            return found
    several = _WAYS[kind](asked, record)
    if asked.is_limited:
        several = [each for each in several if _passes(asked.only, record, each[0])]
    return min(several, key=_Order(asked, record), default=None)


def _at_once(kind: MatchKind, asked: Asked, record: Record) -> Found | None:
    """Return the term that answers where that is plain: terms of one key alone do, by their key or by their letters."""
    compare = _COMPARE.get(kind)
    if compare is None:
        return _BY_SOUND[kind](asked, record) if kind in _BY_SOUND else None
    texts, key = record.texts, asked.key_bytes
    groups = [group for group in record.shape.keyed if compare(texts[group[0]], key)]
    if len(groups) != 1:
        return None
    at, lines, named = groups[0]
    line = lines[0]
    if len(lines) > 1:
        line = named.get(asked.reader) or line
        if texts[at] == key:  # else no term can be what was typed
            line = next((each for each in lines if texts[each.term] == asked.typed_bytes), line)
    return line, key if at == line.term else _form(asked, record, line)


_COMPARE: dict[MatchKind, Callable[[bytes, bytes], bool]] = {
    MatchKind.EXACT: bytes.__eq__,
    MatchKind.PREFIX: bytes.startswith,
    MatchKind.INFIX: bytes.__contains__,
}


def _letters_at_once(asked: Asked, record: Record) -> Found | None:
    """Return the Chinese term whose syllables begin with the letters of the query, each of which reads one character."""
    read = record.shape.read
    if len(read) != 1 or not asked.letters:
        return None
    line = read[0].named.get(asked.reader) or read[0].lines[0]
    term = record.texts[line.term].decode()
    syllables = syllables_of(term, record.texts[line.reading].decode())
    if syllables is None or not SPELLED_OTHERWISE.isdisjoint(syllables):
        return None
    if not "".join(syllables).startswith(asked.letters):
        return None
    left, count = len(asked.letters), 0
    while left > 0:
        left -= len(syllables[count])
        count += 1
    return line, term[:count].encode()


def _initials_at_once(asked: Asked, record: Record) -> Found | None:
    read = record.shape.read
    if len(read) != 1:
        return None
    line = read[0].named.get(asked.reader) or read[0].lines[0]
    term = record.texts[line.term].decode()
    syllables = syllables_of(term, record.texts[line.reading].decode())
    if syllables is None or not "".join([key[0] for key in syllables]).startswith(asked.key):
        return None
    return line, term[: len(asked.key)].encode()


_BY_SOUND: dict[MatchKind, Callable[[Asked, Record], Found | None]] = {
    MatchKind.PINYIN: _letters_at_once,
    MatchKind.INITIALS: _initials_at_once,
}


def answers(only: TermFilter, record: Record) -> bool:
    """Whether `record` passes the filter with one of its terms."""
    return any(_passes(only, record, line) for line in record.shape.lines)


def is_written(typed: str, record: Record) -> bool:
    """Whether a usable term of `record` is what was typed, but for capitals."""
    wanted = typed.lower()
    return any(
        Status(line.status).usable and unescaped(record.texts[line.term]).lower() == wanted
        for line in record.shape.lines
    )


class _Order:
    """Orders the terms of a record, the best first."""

    def __init__(self, asked: Asked, record: Record) -> None:
        self._asked = asked
        self._texts = record.texts

    def __call__(self, found: Found) -> tuple[bool, int, int, bool]:
        line, texts, asked = found[0], self._texts, self._asked
        length = len(texts[line.key].decode())
        return texts[line.term] != asked.typed_bytes, line.weight, length, line.lang != asked.reader


def _passes(only: TermFilter, record: Record, line: Line) -> bool:
    return not (
        (only.lang and line.lang != only.lang)
        or (only.status and line.status != only.status)
        or (only.field and record.field != only.field)
        or (only.section and not _in_section(record, only.section))
    )


def _in_section(record: Record, section: str) -> bool:
    return any(name == section or name.rpartition("/")[2] == section for name in record.sections)


def _by_key(kind: MatchKind) -> Callable[[Asked, Record], list[Found]]:
    compare = _COMPARE[kind]

    def found(asked: Asked, record: Record) -> list[Found]:
        texts, key = record.texts, asked.key_bytes
        return [
            (line, key if line.key == line.term else _form(asked, record, line))
            for line in record.shape.lines
            if compare(texts[line.key], key)
        ]

    return found


def _form(asked: Asked, record: Record, line: Line) -> bytes:
    """Return what of a term, whose folded form is another, the query is first found in."""
    term, key = record.texts[line.term], record.texts[line.key]
    if key == asked.key_bytes:
        return term
    text, folded, size = unescaped(term), key.decode(), len(asked.key)
    start = folded.find(asked.key)
    if text.isalpha() and len(text) == len(folded):  # letter by letter
        return text[start : start + size].encode()
    begin = text[:size]
    if not start and begin.isascii() and begin.isalnum():
        return begin.encode()
    return _escaped(matched_form(text, start, start + size))


def _escaped(form: str) -> bytes:
    return escaped(form).encode()


def _inflection(asked: Asked, record: Record) -> list[Found]:
    typed = words(asked.typed)
    return [
        (line, record.texts[line.term])
        for line in record.shape.lines
        if line.lang == "en" and _is_inflected(typed, words(unescaped(record.texts[line.term])))
    ]


def _is_inflected(typed: list[str], written: list[str]) -> bool:
    return len(typed) == len(written) and all(map(is_form_of, typed, written))


def _pinyin(asked: Asked, record: Record) -> list[Found]:
    if asked.pinyin is None:
        return []
    found = []
    for line in record.shape.lines:
        if line.reading:
            form = _sounding(asked.pinyin, record, line)
            if form is not None:
                found.append((line, form))
    return found


def _sounding(query: PinyinQuery, record: Record, line: Line) -> bytes | None:
    term, reading = unescaped(record.texts[line.term]), unescaped(record.texts[line.reading])
    place = matches(query, term, reading)
    return _escaped(term[place.start : place.end]) if place else None


def _initials(asked: Asked, record: Record) -> list[Found]:
    found = []
    for line in record.shape.lines:
        if line.reading and initials(unescaped(record.texts[line.reading])).startswith(asked.key):
            term = unescaped(record.texts[line.term])
            found.append((line, _escaped(matched_form(term, 0, len(asked.key)))))
    return found


def _fuzzy(asked: Asked, record: Record) -> list[Found]:
    return [
        (line, form) for line in record.shape.lines if (form := _mistaken(asked, record, line)) is not None
    ]


def most_errors(key: str) -> int:
    """Return how many errors leave a word what it was: in two or three Chinese characters one; 央行 is no 产业."""
    return 1 if len(key) <= _SHORT_HAN and _HAN_ONLY.fullmatch(key) else 2


def _mistaken(asked: Asked, record: Record, line: Line) -> bytes | None:
    texts = record.texts
    key = texts[line.key].decode()
    if distance(asked.key, key, most_errors(asked.key)) is not None or key in asked.near:
        return texts[line.term]
    for near in asked.near:
        place = key.find(near)
        if place >= 0:
            return _escaped(matched_form(unescaped(texts[line.term]), place, place + len(near)))
    sounds = line.reading and PINYIN + pinyin_key(unescaped(texts[line.reading])) in asked.near
    return texts[line.term] if sounds else None


_WAYS: dict[MatchKind, Callable[[Asked, Record], list[Found]]] = {
    MatchKind.EXACT: _by_key(MatchKind.EXACT),
    MatchKind.INFLECTION: _inflection,
    MatchKind.PREFIX: _by_key(MatchKind.PREFIX),
    MatchKind.PINYIN: _pinyin,
    MatchKind.INFIX: _by_key(MatchKind.INFIX),
    MatchKind.INITIALS: _initials,
    MatchKind.FUZZY: _fuzzy,
}
