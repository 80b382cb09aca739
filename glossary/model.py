"""Concepts and their terms, in the words of ISO 704 and TBX."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from translations import LocalizedText, PartialText


class ConceptType(StrEnum):
    """ISO 704: a general concept has a definition, an individual one (a proper name) an identification."""

    GENERAL = "general"
    INDIVIDUAL = "individual"


class Status(StrEnum):
    """Administrative status of a term (TBX-Basic)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def usable(self) -> bool:
        """Whether a translator may use the term."""
        return self is Status.PREFERRED or self is Status.ADMITTED

    @property
    def weight(self) -> int:
        """0 for the status that is told first, 3 for the one told last."""
        return _WEIGHTS[self]


_WEIGHTS = {Status.PREFERRED: 0, Status.ADMITTED: 1, Status.SUPERSEDED: 2, Status.DEPRECATED: 3}


class TermType(StrEnum):
    """TBX-Basic's picklist."""

    FULL_FORM = "fullForm"
    SHORT_FORM = "shortForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    VARIANT = "variant"
    PHRASE = "phrase"


class PartOfSpeech(StrEnum):
    """TBX-Basic's picklist, and the proper noun it lacks."""

    NOUN = "noun"
    PROPER_NOUN = "properNoun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Term:
    """One word for a concept in one language.

    `reading` is pinyin with tone marks, a syllable for each Han character, blank-separated; None
    where the term has no Han character or is not Chinese. `use` is what to write instead of a
    deprecated or superseded term. `geographical_usage` is a region code (``TW``). `context` is a sentence that
    shows the term in use, `source` says where the term is attested (TBX-Basic).
    """

    term: str
    lang: str
    status: Status
    term_type: TermType
    part_of_speech: PartOfSpeech
    reading: str | None = None
    geographical_usage: str | None = None
    use: str | None = None
    note: PartialText | None = None
    context: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning (TBX ``conceptEntry``) with its terms by language.

    `distractors` are strings that contain a term without being it; `sections` are
    ``article/section`` ids in which the article uses the concept. `xrefs` are URIs of the same concept elsewhere
    (TBX ``externalCrossReference``), `replaces` ids that were merged into this one. `full_form_first` asks that the
    first mention in a text has the full form.
    """

    id: str
    concept_type: ConceptType
    subject_field: str
    definition: PartialText | None
    terms: tuple[Term, ...]
    note: PartialText | None = None
    distractors: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    full_form_first: bool = False

    def terms_in(self, language: str) -> tuple[Term, ...]:
        """Return the terms in `language`, in the editor's order."""
        return tuple(term for term in self.terms if term.lang == language)

    def preferred(self, language: str) -> Term | None:
        """Return the first preferred term in `language`, or the first usable one, or None."""
        usable = [term for term in self.terms_in(language) if term.status.usable]
        return min(usable, key=lambda term: term.status is not Status.PREFERRED, default=None)


@dataclass(frozen=True, slots=True)
class SubjectField:
    """A subject field and its name in every content language."""

    id: str
    title: LocalizedText
