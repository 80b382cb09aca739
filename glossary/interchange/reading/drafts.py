"""An entry as a file has it, before the rules of a concept are applied to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary.model import ConceptType, PartOfSpeech, Status, TermType

# A text with the language that the file names for it, None where it names none.
TaggedText = tuple[str | None, str]


@dataclass(slots=True)
class DraftTerm:
    """A term; `lang` as the file spells it, `status` None where the file does not say.

    `reading` is pinyin with tone numbers or marks; `reading_is_marked` when it has marks and needs no second look.
    """

    term: str
    lang: str
    line: int | None = None
    status: Status | None = None
    term_type: TermType = TermType.FULL_FORM
    part_of_speech: PartOfSpeech = PartOfSpeech.OTHER
    reading: str | None = None
    reading_is_marked: bool = False
    region: str | None = None
    use: str | None = None
    notes: list[TaggedText] = field(default_factory=list)
    context: str | None = None
    source: str | None = None


@dataclass(slots=True)
class Draft:
    """An entry; `id` as the file has it, or where `id_is_made` from its headword; `line` where it begins."""

    line: int | None = None
    id: str | None = None
    terms: list[DraftTerm] = field(default_factory=list)
    subject_field: str | None = None
    concept_type: ConceptType = ConceptType.GENERAL
    definitions: list[TaggedText] = field(default_factory=list)
    notes: list[TaggedText] = field(default_factory=list)
    distractors: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    xrefs: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    full_form_first: bool = False
    id_is_made: bool = False
