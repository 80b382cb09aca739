"""A search and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept as ready JSON, and why it was found (None when nothing was asked for)."""

    fragment: str
    match: Match | None


@dataclass(frozen=True, slots=True)
class HitPage:
    """Some hits, best first, and how many there are in all: at least `total` where it is not `exact`."""

    hits: tuple[Hit, ...]
    total: int
    exact: bool = True
