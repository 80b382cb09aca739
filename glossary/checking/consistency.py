"""One word of the source rendered by two terms, and a name that is not introduced in full."""

from __future__ import annotations

from collections.abc import Iterator

from babel.support import NullTranslations

from glossary.checking.messages import FULL_FORM, INCONSISTENT, tell
from glossary.checking.scene import Scene
from glossary.checking.weight import is_sure
from glossary.model import Term, TermType
from translations.checking import Issue, IssueKind, Severity

_IN_FULL = (TermType.FULL_FORM, TermType.VARIANT, TermType.PHRASE)


def inconsistent(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield a term that an earlier segment rendered otherwise, from the same word of the source.

    A full form and a short one are no rivals, nor are two that one segment has side by side.
    """
    for named in scene.named:
        found = [one for one in scene.usable(named) if one.exact]
        used = {one.term.term: one for one in found}
        if len(used) != 1 or len(scene.homonyms(named)) > 1:
            continue
        (one,) = used.values()
        source = scene.source_span(named)
        first = scene.story.first(named.entry.id, source.text, one.term)
        if first == one.term or scene.of_elsewhere(one.term):
            continue
        target = scene.target_span(one.start, one.end)
        yield Issue(
            IssueKind.TERM_INCONSISTENT,
            Severity.WARNING if is_sure(named.concept, named.term) else Severity.NOTE,
            tell(words, INCONSISTENT, source=source.text, first=first.term, target=target.text),
            source,
            target,
            first.term,
            term_id=named.entry.id,
        )


def full_form(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield a concept that asks for its full form first, and is first mentioned by another; warnings."""
    for named in scene.named:
        found = scene.usable(named)
        if not named.concept.full_form_first or not found or scene.story.knows(named.entry.id):
            continue
        full = _full_form(scene, named.concept.terms_in(scene.target.language))
        if full is None or any(one.term.term_type in _IN_FULL for one in found):
            continue
        source, target = scene.source_span(named), scene.target_span(found[0].start, found[0].end)
        yield Issue(
            IssueKind.TERM_FULL_FORM,
            Severity.WARNING,
            tell(words, FULL_FORM, source=source.text, use=full.term),
            source,
            target,
            full.term,
            term_id=named.entry.id,
        )


def _full_form(scene: Scene, terms: tuple[Term, ...]) -> Term | None:
    full = [term for term in terms if term.status.usable and term.term_type is TermType.FULL_FORM]
    return min(
        full, key=lambda term: (scene.of_elsewhere(term), term.status.value != "preferred"), default=None
    )
