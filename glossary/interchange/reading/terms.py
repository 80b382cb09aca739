"""The terms of a draft as terms of a concept: statuses, readings, regions, and what to use instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.model import LeftOut
from glossary.interchange.reading.prose import joined_texts, other_language
from glossary.interchange.reading.readings import marked
from glossary.interchange.reading.spoken import spoken
from glossary.interchange.reading.texts import UnfitText, free_text, term_text
from glossary.model import Status, Term
from translations import CONTENT_LANGUAGES

_REGION = re.compile("[A-Z]{2}")
_NOT_TO_BE_USED = (Status.DEPRECATED, Status.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Fault:
    """A value without which its entry is imported, with its place."""

    line: int | None
    value: str
    message: str
    mend: str


class TermBuilder:
    """Makes terms of the drafts of one file; what they cannot keep is counted in `left_out`."""

    def __init__(self, left_out: LeftOut) -> None:
        self._left_out = left_out

    def build(self, draft: Draft, faults: list[Fault]) -> tuple[Term, ...]:
        """Return the terms of `draft`, by content language, in the order of the file."""
        by_language = self._by_content_language(draft)
        return tuple(
            term
            for language in CONTENT_LANGUAGES
            if language in by_language
            for term in self._in_one_language(language, by_language[language], draft.line, faults)
        )

    def _by_content_language(self, draft: Draft) -> dict[str, dict[str, DraftTerm]]:
        """Return the terms as drafted by content language and text, without those that are none of ours or blank."""
        found: dict[str, dict[str, DraftTerm]] = {}
        for written in draft.terms:
            tagged = spoken(written.lang)
            if tagged is None:
                other_language(written.lang, self._left_out)
                continue
            try:
                text = term_text(written.term)
            except UnfitText as error:
                error.line = written.line
                raise
            if text and found.setdefault(tagged.of(text), {}).setdefault(text, written) is not written:
                self._left_out.add("term that its entry has already")
        return found

    def _in_one_language(
        self, language: str, written: dict[str, DraftTerm], line: int | None, faults: list[Fault]
    ) -> Iterator[Term]:
        """Yield the terms of one language; without a preferred one the first that may be used is."""
        preferred = _preferred(written)
        for text, draft in written.items():
            status = Status.PREFERRED if text == preferred else draft.status or Status.ADMITTED
            try:
                term = self._term(text, language, status, draft, line, faults)
                if draft.use or status in _NOT_TO_BE_USED:
                    use = self._replacement(term, draft, written, preferred, line, faults)
                    term = replace(term, use=use)
            except UnfitText as error:
                error.line = draft.line
                raise
            yield term

    def _term(
        self,
        text: str,
        language: str,
        status: Status,
        written: DraftTerm,
        line: int | None,
        faults: list[Fault],
    ) -> Term:
        """Return a term without what to use instead."""
        line = written.line or line
        reading = written.reading
        if reading is not None and not written.reading_is_marked:
            reading = self._reading(text, language, reading, line, faults)
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
            joined_texts(written.notes, self._left_out) if written.notes else None,
            free_text(written.context) or None if written.context else None,
            free_text(written.source) or None if written.source else None,
        )

    def _replacement(
        self,
        term: Term,
        draft: DraftTerm,
        written: dict[str, DraftTerm],
        preferred: str | None,
        line: int | None,
        faults: list[Fault],
    ) -> str | None:
        """Return what to use instead of `term`: what the file says where that may be used, else the preferred one."""
        if term.status.usable:
            self._left_out.add("replacement of a term that may be used")
            return None
        if draft.use:
            use = term_text(draft.use)
            other = written.get(use)
            if other is not None and other.status not in _NOT_TO_BE_USED:
                return use
            message = "this replacement is no usable term of the entry; the preferred one is taken"
            faults.append(Fault(draft.line or line, use, message, "name one that is"))
        return preferred

    def _reading(
        self, term: str, language: str, reading: str, line: int | None, faults: list[Fault]
    ) -> str | None:
        if language == "en":
            self._left_out.add("reading of an English term")
            return None
        found, fault = marked(term, free_text(reading))
        if fault is not None:
            mend = "write a pinyin syllable for each Han character, with blanks between"
            faults.append(Fault(line, reading, f"this reading is left out: {fault}", mend))
        return found

    def _region(self, region: str | None) -> str | None:
        if not region:
            return None
        code = region.strip().upper()
        if _REGION.fullmatch(code):
            return code
        tagged = spoken(region)
        if tagged is None or tagged.region is None:
            self._left_out.add(f"geographical usage {region[:40]}")
            return None
        return tagged.region


def _preferred(written: dict[str, DraftTerm]) -> str | None:
    """Return the first preferred term of a language, or else the first that may be used."""
    usable = None
    for text, draft in written.items():
        if draft.status is Status.PREFERRED:
            return text
        if usable is None and draft.status not in _NOT_TO_BE_USED:
            usable = text
    return usable
