"""Concepts from drafts: the rules of a concept, as far as an import can ask for them, and what is missing filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from glossary.interchange.reading.drafts import Draft
from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.ids import concept_id, derived_id
from glossary.interchange.reading.model import LeftOut, Options, Refused
from glossary.interchange.reading.prose import first_texts, joined_texts
from glossary.interchange.reading.seen import Seen
from glossary.interchange.reading.terms import Fault, TermBuilder
from glossary.interchange.reading.texts import UnfitText, free_text, term_text
from glossary.model import Concept, Term
from translations.complaints import Complaint

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LONGEST_VALUE = 60


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
        self._terms = TermBuilder(left_out)

    def build(self, draft: Draft) -> Iterator[Concept | Refused]:
        """Yield the concept of `draft` after what it had to leave, or why there is none."""
        faults: list[Fault] = []
        try:
            terms = self._terms.build(draft, faults)
            if not terms:
                yield self.refused(
                    draft.line, draft.id or "", "there is no term in Chinese or English", "add one"
                )
                return
            concept = self._concept(draft, terms)
        except UnfitText as error:
            yield self.refused(error.line or draft.line, error.text, str(error), error.mend)
            return
        before = self._seen.add(concept.id, self._file, draft.line)
        if before is not None:
            yield self._taken(draft, concept.id, before)
            return
        for fault in faults:
            yield self.refused(fault.line, fault.value, fault.message, fault.mend, whole=False)
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
            definition=first_texts(draft.definitions, self.left_out),
            terms=terms,
            note=joined_texts(draft.notes, self.left_out),
            distractors=tuple(term_text(text) for text in draft.distractors),
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
        name = free_text(draft.subject_field) if draft.subject_field else ""
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
