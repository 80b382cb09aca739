"""Which terms of two languages a flat file puts side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.writing.characters import cell_fault
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.selection import best_first
from glossary.model import Concept, Status, Term

# Why a term cannot stand in the format, None when it can.
Rule = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A source term with what it is in the target language, best first."""

    concept: Concept
    source: Term
    targets: tuple[Term, ...]


def usable_terms(concept: Concept, language: TaggedLanguage) -> list[Term]:
    """Return the terms that may be used, best first: of the language's region, preferred, in the editor's order."""
    terms = [term for term in concept.terms_in(language.content) if term.status.usable]
    return sorted(terms, key=lambda term: _rank(term, language))


def rows(content: Content, rule: Rule) -> Iterator[Row]:
    """Yield every usable source term with every usable target term; those that `rule` faults are told and left out."""
    for concept in content.concepts:
        targets = [t for t in usable_terms(concept, content.target) if _fits(concept, t, rule, content)]
        for source in usable_terms(concept, content.source):
            if _fits(concept, source, rule, content):
                yield Row(
                    concept, source, tuple(sorted(targets, key=lambda t: _rank_for(t, source, content)))
                )


def pairs(content: Content, rule: Rule) -> Iterator[tuple[Row, Term]]:
    """Yield every usable source term with its best target; one that has no target is told and left out."""
    for row in rows(content, rule):
        if row.targets:
            yield row, row.targets[0]
        else:
            content.omissions.add(row.concept.id, row.source.term, _no_target(content))


def headwords(concept: Concept, content: Content, rule: Rule) -> Iterator[tuple[Term, list[Term]]]:
    """Yield every source term of `concept`, of any status, with the usable target terms that fit on a line.

    One that `rule` faults, and one that has no target, is told and left out.
    """
    targets = [t for t in usable_terms(concept, content.target) if cell_fault(t.term) is None]
    for source in best_first(concept.terms_in(content.source.content)):
        fault = rule(source.term) or (None if targets else _no_target(content))
        if fault:
            content.omissions.add(concept.id, source.term, fault)
        else:
            yield source, targets


def _no_target(content: Content) -> str:
    return f"has no usable term in {content.target.tag}"


def _fits(concept: Concept, term: Term, rule: Rule, content: Content) -> bool:
    reason = rule(term.term)
    if reason:
        content.omissions.add(concept.id, term.term, reason)
    return reason is None


def _rank(term: Term, language: TaggedLanguage) -> tuple[int, bool]:
    """en-GB takes "data centre" before "data center (US)"; en takes what the editor prefers."""
    if language.region is None:
        foreign = 0
    elif term.geographical_usage is None:
        foreign = 1
    else:
        foreign = 0 if term.geographical_usage == language.region else 2
    return foreign, term.status is not Status.PREFERRED


def _rank_for(target: Term, source: Term, content: Content) -> tuple[int, bool, bool]:
    """A short form is best put in a short form: 软银 is SoftBank, 软银集团 SoftBank Group Corp."""
    return *_rank(target, content.target), target.term_type is not source.term_type
