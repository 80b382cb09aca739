"""A row of a table as a draft, by what its columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.headings import SIDES, Column, Role
from glossary.interchange.reading.spoken import language_of, spoken
from glossary.interchange.tbx_terms import part_of_speech_named, status_named, term_type_named
from glossary.model import Status

_FALSE = frozenset({"0", "false", "no", "n", "falsch", "faux", "否"})
_MEMOQ = "entry_"
_BETWEEN_MEMOQ_TERMS = "|"

Statuses = Callable[[str], Status | None]


@dataclass(frozen=True, slots=True)
class _Attribute:
    """A column about terms: the columns of the terms that it is about, all of them where it stands by itself."""

    index: int
    column: Column
    terms: tuple[int, ...]
    alone: bool


class RowReader:
    """Makes drafts of the rows of one table."""

    def __init__(
        self, columns: Sequence[Column], builder: ConceptBuilder, statuses: Statuses = status_named
    ) -> None:
        self._left_out = builder.left_out
        self._statuses = statuses
        self._terms = {n: column.lang for n, column in enumerate(columns) if column.role is Role.TERM}
        self._languages = {column.lang: n for n, column in enumerate(columns) if column.role is Role.LANGUAGE}
        self._entry = [(n, column) for n, column in enumerate(columns) if column.role in _ENTRY_ROLES]
        attributes = list(_attributes(columns, self._terms))
        self._notes = [a for a in attributes if a.column.role is Role.NOTE]
        self._attributes = [a for a in attributes if a.column.role is not Role.NOTE]
        # How a tool is to match a term is its own business.
        self._unknown = [
            (n, column) for n, column in enumerate(columns) if column.role in (Role.UNKNOWN, Role.MATCHING)
        ]
        self._splits = any(column.heading.lower().startswith(_MEMOQ) for column in columns)

    def draft(self, line: int, cells: Sequence[str]) -> Draft:
        """Return the draft of a row."""
        draft = Draft(line)
        drafted = {n: self._drafted(line, cells, n) for n in self._terms}
        draft.terms = [term for terms in drafted.values() for term in terms]
        for n, column in self._entry:
            if cells[n].strip() and not self._of_the_entry(draft, column, cells[n].strip()):
                self._left_out.add(f"column {column.heading[:40]}")
        for attribute in self._attributes:
            if value := cells[attribute.index].strip():
                self._say(attribute, value, drafted)
        for attribute in self._notes:
            if value := cells[attribute.index].strip():
                self._note(draft, attribute, value, drafted)
        for n, column in self._unknown:
            if cells[n].strip():
                self._left_out.add(f"column {column.heading.strip()[:40] or n + 1}")
        return draft

    def _drafted(self, line: int, cells: Sequence[str], n: int) -> list[DraftTerm]:
        lang = self._terms[n]
        if (stated := self._languages.get(lang, self._languages.get(None))) is not None and (
            lang is None or lang in SIDES
        ):
            lang = cells[stated].strip() or None
        texts = cells[n].split(_BETWEEN_MEMOQ_TERMS) if self._splits else [cells[n]]
        return [
            DraftTerm(text, lang if lang not in (None, *SIDES) else language_of(text), line)
            for text in map(str.strip, texts)
            if text
        ]

    def _say(self, attribute: _Attribute, value: str, drafted: Mapping[int, list[DraftTerm]]) -> None:
        terms = [term for n in attribute.terms for term in drafted[n]]
        role = attribute.column.role
        if role in (Role.STATUS, Role.FORBIDDEN):
            status = self._status(role, value)
            if attribute.alone and status is not None and not status.usable:
                # What is not to be used is the translation.
                terms = [term for n in attribute.terms[-1:] for term in drafted[n]]
            said = role is Role.FORBIDDEN or status is not None
            for term in terms:
                term.status = status or term.status
        else:
            said = _SAY[role](terms, value, attribute.alone)
        if not said and terms:
            self._left_out.add(f"column {attribute.column.heading[:40]}, {value[:30]}")

    def _note(
        self, draft: Draft, attribute: _Attribute, value: str, drafted: Mapping[int, list[DraftTerm]]
    ) -> None:
        """A note is about the entry, or about the one term that its column names."""
        about = next((term for n in attribute.terms for term in drafted[n]), None)
        if attribute.alone or about is None:
            draft.notes.append((None, value))
        else:
            about.notes.append((None, value))

    def _of_the_entry(self, draft: Draft, column: Column, value: str) -> bool:
        if column.role is Role.ID:
            draft.id = value
        elif column.role is Role.SUBJECT_FIELD:
            if draft.subject_field is not None:
                return False
            draft.subject_field = value
        elif column.role is Role.DEFINITION:
            draft.definitions.append((self._tag(column.lang), value))
        else:
            draft.xrefs += tuple(value.split())
        return True

    def _tag(self, lang: str | None) -> str | None:
        """Return the language that a column about one is in, None where its cells tell."""
        if lang in SIDES:
            lang = next((self._terms[n] for n in _side(lang, self._terms)), None)
        return None if lang in SIDES else lang

    def _status(self, role: Role, value: str) -> Status | None:
        if role is Role.STATUS:
            return self._statuses(value)
        return None if value.lower() in _FALSE else Status.DEPRECATED


_ENTRY_ROLES = (Role.ID, Role.SUBJECT_FIELD, Role.DEFINITION, Role.XREF)


def _attributes(columns: Sequence[Column], terms: Mapping[int, str | None]) -> Iterable[_Attribute]:
    """Yield the columns about terms.

    One with a language or side is about its terms; one that comes several times (memoQ, Matecat) about the term
    before it; any other about all terms of the row.
    """
    often = Counter(column.heading.casefold() for column in columns)
    for n, column in enumerate(columns):
        if column.role not in _ABOUT_TERMS:
            continue
        if column.lang is not None:
            about = tuple(m for m, lang in terms.items() if lang == column.lang) or _side(column.lang, terms)
            yield _Attribute(n, column, about, alone=False)
        elif often[column.heading.casefold()] > 1:
            yield _Attribute(n, column, tuple(m for m in terms if m < n)[-1:], alone=False)
        else:
            yield _Attribute(n, column, tuple(terms), alone=True)


def _side(lang: str, terms: Mapping[int, str | None]) -> tuple[int, ...]:
    """Return the column of terms that is the source or the target where those are headed by language."""
    return tuple(terms)[SIDES.index(lang) :][:1] if lang in SIDES else ()


def _say_reading(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    for term in terms:
        tagged = spoken(term.lang)
        if not alone or (tagged is not None and tagged.language != "en"):
            term.reading = value
    return True


def _say_part_of_speech(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    part = part_of_speech_named(value)
    for term in terms:
        term.part_of_speech = part or term.part_of_speech
    return part is not None


def _say_term_type(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    kind = term_type_named(value)
    for term in terms[:1] if alone else terms:
        term.term_type = kind or term.term_type
    return kind is not None


def _say_region(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    for term in terms:
        term.region = value
    return True


def _say_use(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    for term in terms[-1:] if alone else terms:
        term.use = value
    return True


def _say_context(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    for term in terms[:1]:
        term.context = value
    return True


def _say_source(terms: list[DraftTerm], value: str, alone: bool) -> bool:
    for term in terms[:1] if alone else terms:
        term.source = value
    return True


_SAY: Mapping[Role, Callable[[list[DraftTerm], str, bool], bool]] = {
    Role.READING: _say_reading,
    Role.PART_OF_SPEECH: _say_part_of_speech,
    Role.TERM_TYPE: _say_term_type,
    Role.REGION: _say_region,
    Role.USE: _say_use,
    Role.CONTEXT: _say_context,
    Role.SOURCE: _say_source,
}

_ABOUT_TERMS = (*_SAY, Role.STATUS, Role.FORBIDDEN, Role.NOTE)
