"""Rows of one entry that follow each other, made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft
from glossary.interchange.reading.model import Refused
from glossary.model import Concept

MOST_TERMS = 1_000


def built(drafts: Iterable[Draft | Refused], builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield the concepts of `drafts`: those with one id that follow each other are one; what is refused passes."""
    waiting: Draft | None = None
    for draft in drafts:
        if isinstance(draft, Refused):
            yield draft
        elif waiting is not None and draft.id is not None and waiting.id == draft.id:
            if len(waiting.terms) <= MOST_TERMS:
                _join(waiting, draft)
        else:
            if waiting is not None:
                yield from _built(waiting, builder)
            waiting = draft
    if waiting is not None:
        yield from _built(waiting, builder)


def _built(draft: Draft, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    if len(draft.terms) <= MOST_TERMS:
        return builder.build(draft)
    message = f"this entry has more than {MOST_TERMS:,} terms"
    return iter([builder.refused(draft.line, draft.id or "", message, "split it")])


def _join(draft: Draft, other: Draft) -> None:
    """Add to `draft` what a further row says."""
    here = {(term.lang, term.term) for term in draft.terms}
    draft.terms += [term for term in other.terms if (term.lang, term.term) not in here]
    draft.definitions += [text for text in other.definitions if text not in draft.definitions]
    draft.notes += [text for text in other.notes if text not in draft.notes]
    draft.xrefs += tuple(address for address in other.xrefs if address not in draft.xrefs)
    draft.subject_field = draft.subject_field or other.subject_field
