"""A search and its answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from glossary.model import Status
from glossary.store.record import Line, Record, unescaped


class MatchMode(StrEnum):
    """How a query is compared with a term; ``auto`` tries them from the surest to the loosest."""

    AUTO = "auto"
    EXACT = "exact"
    PREFIX = "prefix"
    INFIX = "infix"
    FUZZY = "fuzzy"
    PINYIN = "pinyin"
    INITIALS = "initials"


class MatchKind(StrEnum):
    """Why a term was found, the surest first."""

    EXACT = "exact"
    INFLECTION = "inflection"
    PREFIX = "prefix"
    PINYIN = "pinyin"
    INFIX = "infix"
    INITIALS = "initials"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class TermFilter:
    """What a search is limited to; `section` is ``article/section`` or the section alone."""

    lang: str | None = None
    field: str | None = None
    section: str | None = None
    status: str | None = None

    def __bool__(self) -> bool:
        return any((self.lang, self.field, self.section, self.status))


@dataclass(frozen=True, slots=True)
class TermQuery:
    """A search: `text` in any language, which part of what is found, and the language named where several match alike."""

    text: str
    mode: MatchMode = MatchMode.AUTO
    only: TermFilter = TermFilter()
    limit: int = 20
    offset: int = 0
    reader: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Match:
    """Why a concept was found: `form` is the part of `term` that matched, `use` what to write instead of it."""

    form: str
    kind: str
    term: str
    lang: str
    status: str
    use: str | None


# A term that answers, and the part of it that does, as it stands in JSON.
Found = tuple[Line, bytes]


class Hit:
    """A concept, and why it was found. What of it is told is made when it is asked for."""

    __slots__ = ("_find", "_found", "_kind", "_record")

    def __init__(
        self,
        record: Record,
        kind: MatchKind | None = None,
        found: Found | None = None,
        find: Callable[[Record], Found] | None = None,
    ) -> None:
        self._record, self._kind, self._found, self._find = record, kind, found, find

    @property
    def fragment(self) -> str:
        """The concept as ready JSON."""
        return self._record.fragment

    @property
    def match(self) -> Match | None:
        """Why it was found; None when nothing was asked for."""
        if self._kind is None:
            return None
        own, form = self._answer()
        line = self._record.line(own)
        return Match(unescaped(form), self._kind.value, line.term, line.lang, line.status, line.use or None)

    @property
    def is_usable(self) -> bool:
        """Whether the term by which it was found may be used."""
        return self._answer()[0].status not in _UNUSABLE

    def pieces(self) -> list[bytes]:
        """Return the concept as JSON with why it was found as ``matched``, in pieces to be joined."""
        texts, kind = self._record.texts, self._kind
        pieces = self._record.shape.filled_open(texts)
        if kind is None:
            pieces.append(b',"matched":null}')
            return pieces
        line, form = self._answer()
        pieces += (_FOUND, form, _AS[kind], texts[line.term], _told_of(line))
        if line.use:
            pieces += (b'"', texts[line.use], b'"}}')
        return pieces

    def _answer(self) -> Found:
        if self._found is None:
            assert self._find is not None  # noqa: S101 - a hit has the one or the other
            self._found = self._find(self._record)
        return self._found


_UNUSABLE = frozenset(status.value for status in Status if not status.usable)
_FOUND = b',"matched":{"form":"'
_AS = {kind: f'","kind":"{kind}","term":"'.encode() for kind in MatchKind}


@cache
def _told_of(line: Line) -> bytes:
    return f'","lang":"{line.lang}","status":"{line.status}","use":'.encode() + (
        b"" if line.use else b"null}}"
    )


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some hits, best first, and how many there are in all: at least `total` where it is not `exact`."""

    hits: tuple[Hit, ...]
    total: int
    exact: bool = True
