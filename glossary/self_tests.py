"""The tests that a glossary carries: texts, and the terms that are to be found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.model import Concept
from translations.authoring import Complaint, Document, Place


@dataclass(frozen=True, slots=True)
class ExpectedHit:
    """A term as the text writes it, and the id of a concept that it names there."""

    term: str
    concept: str


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A text and its terms in their order, none within another; `lang` is its content language where it says it."""

    text: str
    lang: str | None
    hits: tuple[ExpectedHit, ...]


@dataclass(frozen=True, slots=True)
class AuthoredTest:
    """A test and where it stands."""

    test: SelfTest
    document: Document
    place: Place

    def complaint(self, inner: Place, message: str, mend: str) -> Complaint:
        """Complain about the value at `inner` within this test."""
        return self.document.complaint((*self.place, *inner), message, mend)


@dataclass(frozen=True, slots=True)
class FoundHit:
    """A term that was found, and the ids of the concepts that it may name."""

    term: str
    concepts: tuple[str, ...]

    def is_expected(self, hit: ExpectedHit) -> bool:
        """Whether `hit` is this one."""
        return self.term == hit.term and hit.concept in self.concepts


# Returns the terms of a text in a content language, None where it is to be guessed.
Find = Callable[[str, str | None], Sequence[FoundHit]]


def unknown_concepts(tests: Iterable[AuthoredTest], concepts: Iterable[Concept]) -> Iterator[Complaint]:
    """Yield a complaint for each hit whose concept there is not."""
    known = {concept.id for concept in concepts}
    for authored in tests:
        for n, hit in enumerate(authored.test.hits):
            if hit.concept not in known:
                mend = "name one that exists, or remove it"
                yield authored.complaint(("hits", n, "concept"), "no concept has this id", mend)


def failures(tests: Iterable[AuthoredTest], find: Find) -> Iterator[Complaint]:
    """Yield a complaint for each test whose text has other terms than it says."""
    for authored in tests:
        test = authored.test
        found = find(test.text, test.lang)
        if len(found) == len(test.hits) and all(
            one.is_expected(other) for one, other in zip(found, test.hits, strict=True)
        ):
            continue
        told = ", ".join(f"{hit.term} ({' or '.join(hit.concepts)})" for hit in found)
        wanted = ", ".join(f"{hit.term} ({hit.concept})" for hit in test.hits)
        message = f"expected {wanted or 'no term'}; found {told or 'none'}"
        mend = "add what hides a term to its concept's distractors, or correct hits"
        yield authored.complaint(("text",), message, mend)
