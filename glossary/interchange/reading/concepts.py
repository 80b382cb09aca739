"""Concepts from drafts: the rules of a concept, as far as an import can ask for them, and what is missing filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from glossary.interchange.reading.drafts import Draft, DraftTerm, TaggedText
from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.ids import concept_id, derived_id
from glossary.interchange.reading.model import LeftOut, Options, Refused
from glossary.interchange.reading.readings import marked
from glossary.interchange.reading.seen import Seen
from glossary.interchange.reading.spoken import language_of, spoken
from glossary.interchange.reading.texts import UnfitText, free_text, term_text
from glossary.model import Concept, Status, Term
from translations import CONTENT_LANGUAGES, PartialText
from translations.complaints import Complaint
from translations.files.languages import tidy

_REGION = re.compile("[A-Z]{2}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST_VALUE = 60
_BETWEEN_NOTES = "; "
_NOT_TO_BE_USED = (Status.DEPRECATED, Status.SUPERSEDED)


class ConceptBuilder:
    """Makes concepts of the drafts of one file; what it cannot keep it tells, or counts in `left_out`."""

    def __init__(
        self, path: Path, options: Options, left_out: LeftOut, fields: SubjectFields, seen: Seen
    ) -> None:
        self.left_out = left_out
        self._file = str(path)
        self._prefix = options.prefix
        self._fields = fields
        self._seen = seen

    def build(self, draft: Draft) -> Iterator[Concept | Refused]:
        """Yield the concept of `draft` after what it had to leave, or why there is none."""
        parts: list[Refused] = []
        try:
            terms = self._terms(draft, parts)
            if not terms:
                yield self.refused(
                    draft.line, draft.id or "", "there is no term in Chinese or English", "add one"
                )
                return
            concept = self._concept(draft, terms)
        except _UnfitValue as error:
            yield self.refused(error.line or draft.line, error.value, str(error.reason), error.reason.mend)
            return
        before = self._seen.add(concept.id, self._file, draft.line)
        if before is not None:
            yield self._taken(draft, concept.id, before)
            return
        yield from parts
        yield concept

    def refused(
        self, line: int | None, value: str, message: str, mend: str, *, whole: bool = True
    ) -> Refused:
        """Return the complaint about `value` at `line` of the file."""
        shown = value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
        return Refused(Complaint(self._file, line or 0, shown, message, mend), whole)

    def _taken(self, draft: Draft, id_: str, before: str) -> Refused:
        if draft.id is None or draft.id_is_made:
            term = next((term.term for term in draft.terms if term.term), "")
            return self.refused(
                draft.line, term, f"the same terms are an entry already, at {before}", "remove one of them"
            )
        return self.refused(
            draft.line, draft.id, f"this id is taken, at {before}", "choose another, or merge the two"
        )

    def _concept(self, draft: Draft, terms: tuple[Term, ...]) -> Concept:
        return Concept(
            id=concept_id(draft.id, self._prefix) if draft.id else self._derived_id(terms),
            concept_type=draft.concept_type,
            subject_field=self._subject_field(draft),
            definition=self._first_texts(draft.definitions, draft),
            terms=terms,
            note=self._joined_texts(draft.notes, draft.line),
            distractors=tuple(_term(text, draft.line) for text in draft.distractors),
            related=tuple(dict.fromkeys(concept_id(id_, self._prefix) for id_ in draft.related)),
            sections=draft.sections,
            xrefs=tuple(self._addresses(draft)),
            replaces=tuple(dict.fromkeys(concept_id(id_, self._prefix) for id_ in draft.replaces)),
            full_form_first=draft.full_form_first,
        )

    def _derived_id(self, terms: tuple[Term, ...]) -> str:
        first = {term.lang: term.term for term in reversed(terms)}
        return derived_id(
            (f"{lang} {first[lang]}" for lang in sorted(first)), first.get("en", ""), self._prefix
        )

    def _subject_field(self, draft: Draft) -> str:
        name = _free(draft.subject_field, draft.line) if draft.subject_field else ""
        found = self._fields.id_of(name or None)
        if found is None:
            self.left_out.add("subject field beyond the first 1,000")
            found = self._fields.id_of(None)
        return found or ""

    def _addresses(self, draft: Draft) -> Iterator[str]:
        for address in dict.fromkeys(draft.xrefs):
            if _ADDRESS.fullmatch(address):
                yield address
            else:
                self.left_out.add("cross-reference that is no http address")

    def _terms(self, draft: Draft, parts: list[Refused]) -> tuple[Term, ...]:
        """Return the terms of `draft`, by content language, in the order of the file."""
        by_language = self._by_content_language(draft)
        return tuple(
            term
            for language in CONTENT_LANGUAGES
            if language in by_language
            for term in self._in_one_language(language, by_language[language], draft.line, parts)
        )

    def _by_content_language(self, draft: Draft) -> dict[str, dict[str, DraftTerm]]:
        """Return the terms as drafted by content language and text, without those that are none of ours or blank."""
        found: dict[str, dict[str, DraftTerm]] = {}
        for written in draft.terms:
            tagged = spoken(written.lang)
            if tagged is None:
                self.left_out.add(f"language {tidy(written.lang)[:40]}")
                continue
            text = _term(written.term, written.line or draft.line)
            if text and found.setdefault(tagged.of(text), {}).setdefault(text, written) is not written:
                self.left_out.add("term that its entry has already")
        return found

    def _in_one_language(
        self, language: str, written: dict[str, DraftTerm], line: int | None, parts: list[Refused]
    ) -> Iterator[Term]:
        """Yield the terms of one language; without a preferred one the first that may be used is."""
        preferred = _preferred(written)
        for text, draft in written.items():
            status = Status.PREFERRED if text == preferred else draft.status or Status.ADMITTED
            term = self._term(text, language, status, draft, line, parts)
            if draft.use or status in _NOT_TO_BE_USED:
                term = replace(term, use=self._replacement(term, draft, written, preferred, line, parts))
            yield term

    def _term(
        self,
        text: str,
        language: str,
        status: Status,
        written: DraftTerm,
        line: int | None,
        parts: list[Refused],
    ) -> Term:
        """Return a term without what to use instead."""
        line = written.line or line
        reading = written.reading
        if reading is not None and not written.reading_is_marked:
            reading = self._reading(text, language, reading, line, parts)
        tagged = spoken(written.lang)
        return Term(
            text,
            language,
            status,
            written.term_type,
            written.part_of_speech,
            reading,
            self._region(written.region) or (tagged.region if tagged else None),
            None,
            self._joined_texts(written.notes, line) if written.notes else None,
            _free(written.context, line) or None if written.context else None,
            _free(written.source, line) or None if written.source else None,
        )

    def _replacement(
        self,
        term: Term,
        draft: DraftTerm,
        written: dict[str, DraftTerm],
        preferred: str | None,
        line: int | None,
        parts: list[Refused],
    ) -> str | None:
        """Return what to use instead of `term`: what the file says where that may be used, else the preferred one."""
        if term.status.usable:
            self.left_out.add("replacement of a term that may be used")
            return None
        if draft.use:
            use = _term(draft.use, draft.line or line)
            other = written.get(use)
            if other is not None and other.status not in _NOT_TO_BE_USED:
                return use
            message = "this replacement is no usable term of the entry; the preferred one is taken"
            parts.append(self.refused(draft.line or line, use, message, "name one that is", whole=False))
        return preferred

    def _reading(
        self, term: str, language: str, reading: str, line: int | None, parts: list[Refused]
    ) -> str | None:
        if language == "en":
            self.left_out.add("reading of an English term")
            return None
        found, fault = marked(term, _free(reading, line))
        if fault is not None:
            mend = "write a pinyin syllable for each Han character, with blanks between"
            parts.append(self.refused(line, reading, f"this reading is left out: {fault}", mend, whole=False))
        return found

    def _region(self, region: str | None) -> str | None:
        if not region:
            return None
        code = region.strip().upper()
        if _REGION.fullmatch(code):
            return code
        tagged = spoken(region)
        if tagged is None or tagged.region is None:
            self.left_out.add(f"geographical usage {region[:40]}")
            return None
        return tagged.region

    def _first_texts(self, texts: Iterable[TaggedText], draft: Draft) -> PartialText | None:
        found: dict[str, str] = {}
        for language, text in self._by_language(texts, draft.line):
            if found.setdefault(language, text) != text:
                self.left_out.add("definition beyond the first in its language")
        return PartialText.from_mapping(found) if found else None

    def _joined_texts(self, texts: Iterable[TaggedText], line: int | None) -> PartialText | None:
        found: dict[str, list[str]] = {}
        for language, text in self._by_language(texts, line):
            if text not in found.setdefault(language, []):
                found[language].append(text)
        return (
            PartialText.from_mapping(
                {tag: _free(_BETWEEN_NOTES.join(all_), line) for tag, all_ in found.items()}
            )
            if found
            else None
        )

    def _by_language(self, texts: Iterable[TaggedText], line: int | None) -> Iterator[tuple[str, str]]:
        for tag, written in texts:
            tagged = spoken(tag) if tag else None
            if tag and tagged is None:
                self.left_out.add(f"language {tidy(tag)[:40]}")
            elif text := _free(written, line):
                yield tagged.of(text) if tagged else language_of(text), text


def _preferred(written: dict[str, DraftTerm]) -> str | None:
    """Return the first preferred term of a language, or else the first that may be used."""
    usable = None
    for text, draft in written.items():
        if draft.status is Status.PREFERRED:
            return text
        if usable is None and draft.status not in _NOT_TO_BE_USED:
            usable = text
    return usable


class _UnfitValue(ValueError):
    """A text that cannot be taken, with its place."""

    def __init__(self, line: int | None, value: str, reason: UnfitText) -> None:
        super().__init__(str(reason))
        self.line = line
        self.value = value
        self.reason = reason


def _term(text: str, line: int | None) -> str:
    try:
        return term_text(text)
    except UnfitText as error:
        raise _UnfitValue(line, text, error) from None


def _free(text: str, line: int | None) -> str:
    try:
        return free_text(text)
    except UnfitText as error:
        raise _UnfitValue(line, text, error) from None
