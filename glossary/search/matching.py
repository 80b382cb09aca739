"""Why a stored concept answers a query, and with which of its terms and characters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from glossary.keys.english import is_form_of, words
from glossary.keys.pinyin import PinyinQuery, initials, matches, pinyin_key
from glossary.keys.typing_errors import distance
from glossary.search.model import Match, MatchKind, TermFilter
from glossary.search_key import matched_form
from glossary.store.keys import PINYIN
from glossary.store.record import Record, TermLine

_WEIGHTS = {"preferred": 0, "admitted": 1, "superseded": 2, "deprecated": 3}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as its matches need it: as typed, folded, as pinyin; `near` are other keys that it may have meant."""

    typed: str
    key: str
    reader: str
    only: TermFilter
    pinyin: PinyinQuery | None = None
    near: frozenset[str] = frozenset()


def match(kind: MatchKind, asked: Asked, record: Record) -> Match | None:
    """Return how `record` answers, None where it does not: its best term by what was typed, status and length."""
    only = asked.only
    if only.field and record.field != only.field:
        return None
    if only.section and not _in_section(record, only.section):
        return None
    best = None
    form_in = _FORMS[kind]
    for line in record.lines:
        if (only.lang and line.lang != only.lang) or (only.status and line.status != only.status):
            continue
        form = form_in(asked, line)
        if form is None:
            continue
        order = (line.term != asked.typed, _WEIGHTS[line.status], len(line.key), line.lang != asked.reader)
        if best is None or order < best[0]:
            best = order, form, line
    if best is None:
        return None
    _, form, line = best
    return Match(form, kind.value, line.term, line.lang, line.status, line.use or None)


def answers(only: TermFilter, record: Record) -> bool:
    """Whether `record` passes the filter with one of its terms."""
    if (only.field and record.field != only.field) or (
        only.section and not _in_section(record, only.section)
    ):
        return False
    return any(
        (not only.lang or line.lang == only.lang) and (not only.status or line.status == only.status)
        for line in record.lines
    )


def _in_section(record: Record, section: str) -> bool:
    return any(name == section or name.rpartition("/")[2] == section for name in record.sections)


def _exact(asked: Asked, line: TermLine) -> str | None:
    return line.term if line.key == asked.key else None


def _prefix(asked: Asked, line: TermLine) -> str | None:
    if not line.key.startswith(asked.key):
        return None
    return matched_form(line.term, 0, len(asked.key)) if line.key != asked.key else line.term


def _infix(asked: Asked, line: TermLine) -> str | None:
    place = line.key.find(asked.key)
    return matched_form(line.term, place, place + len(asked.key)) if place >= 0 else None


def _inflection(asked: Asked, line: TermLine) -> str | None:
    if line.lang != "en":
        return None
    typed, written = words(asked.typed), words(line.term)
    if len(typed) != len(written) or not all(map(is_form_of, typed, written)):
        return None
    return line.term


def _pinyin(asked: Asked, line: TermLine) -> str | None:
    if asked.pinyin is None or not line.reading:
        return None
    found = matches(asked.pinyin, line.term, line.reading)
    return line.term[found.start : found.end] if found else None


def _initials(asked: Asked, line: TermLine) -> str | None:
    if not line.reading or not initials(line.reading).startswith(asked.key):
        return None
    return matched_form(line.term, 0, len(asked.key))


def _fuzzy(asked: Asked, line: TermLine) -> str | None:
    if distance(asked.key, line.key, 2) is not None or line.key in asked.near:
        return line.term
    for key in asked.near:
        place = line.key.find(key)
        if place >= 0:
            return matched_form(line.term, place, place + len(key))
    return line.term if line.reading and PINYIN + pinyin_key(line.reading) in asked.near else None


_FORMS: dict[MatchKind, Callable[[Asked, TermLine], str | None]] = {
    MatchKind.EXACT: _exact,
    MatchKind.INFLECTION: _inflection,
    MatchKind.PREFIX: _prefix,
    MatchKind.PINYIN: _pinyin,
    MatchKind.INFIX: _infix,
    MatchKind.INITIALS: _initials,
    MatchKind.FUZZY: _fuzzy,
}
