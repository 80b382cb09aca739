"""A term of the source that the target does not render."""

from __future__ import annotations

from collections.abc import Iterator

from babel.support import NullTranslations

from glossary.checking.messages import MISSING, tell
from glossary.checking.model import Named
from glossary.checking.pinyin import pinyin_in
from glossary.checking.references import refers_to
from glossary.checking.scene import Scene
from glossary.checking.weight import is_sure
from translations.checking import Issue, IssueKind, Severity


def missing(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield a term whose concept has no term in the target, deprecated ones included.

    A warning where the word surely names the concept and nothing refers back to it; else a note.
    """
    told: set[tuple[int, int]] = set()
    for named in scene.named:
        place = (named.start, named.end)
        wanted = scene.preferred(named)
        if wanted is None or place in told or _has_any(scene, named):
            continue
        told.add(place)
        source = scene.source_span(named)
        sure = is_sure(named.concept, named.term) and not refers_to(scene, named)
        yield Issue(
            IssueKind.TERM_MISSING,
            Severity.WARNING if sure else Severity.NOTE,
            tell(words, MISSING, source=source.text, use=wanted.term),
            source=source,
            suggestion=wanted.term,
            term_id=named.entry.id,
        )


def _has_any(scene: Scene, named: Named) -> bool:
    """Whether the target has a term of the concept, or of another that the same word of the source may name."""
    return any(scene.all(other) or any(pinyin_in(scene, other)) for other in scene.homonyms(named))
