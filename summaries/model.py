"""An article, its sections, the sentences that summarize them, its figures, and which of these are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translations import CountNoun, LocalizedText, Quantity
from translations.writing import Period


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same sentence in every content language, as markup (`summaries.markup`); its id names no language."""

    id: str
    markup: LocalizedText


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article and its summary; ``s0`` is the abstract of the whole.

    `begins` and `ends` are the first characters of the part, and of what follows it, in the source. `replaces` are ids
    of sections of the article that are no more, in whose place this one stands.
    """

    id: str
    title: LocalizedText
    sentences: tuple[Sentence, ...]
    begins: str = ""
    ends: str = ""
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What an article is (no more than it says of itself) and its summaries.

    `published` is ISO 8601, no more precise than the article supports; `language` is a BCP 47 tag.
    """

    id: str
    title: LocalizedText
    author: LocalizedText
    publisher: LocalizedText
    language: str
    published: str
    published_note: LocalizedText
    abstract: Section
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantitative statement of an article.

    `measures` says what is measured, `said_by` is the id of the concept that says so (None: the
    article itself), `equals` are figures that state the same amount in another currency,
    `nouns` name what is counted, by content language, and `replaces` are ids of figures that are no
    more, in whose place this one stands.
    """

    id: str
    article: str
    section: str
    as_written: str
    quantity: Quantity
    measures: LocalizedText
    period: Period | None = None
    said_by: str | None = None
    equals: tuple[str, ...] = ()
    note: LocalizedText | None = None
    nouns: Mapping[str, CountNoun] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure in a chart, by id, with the few words that tell it from the others there."""

    figure: str
    label: LocalizedText
    highlight: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two figures of a chart, by id; how many times the `less` goes into the `more` is said in words."""

    more: str
    less: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one kind and unit, drawn beside each other; its id is unique in its article.

    `section` is that of its first figure, `replaces` are ids of charts of the article that are no more, in whose place
    this one stands.
    """

    id: str
    article: str
    section: str
    title: LocalizedText
    bars: tuple[Bar, ...]
    caption: LocalizedText | None = None
    compare: Comparison | None = None
    replaces: tuple[str, ...] = ()
