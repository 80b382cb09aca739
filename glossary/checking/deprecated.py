"""A variant of a term that the glossary says not to use."""

from __future__ import annotations

from collections.abc import Iterator

from babel.support import NullTranslations

from glossary.checking.messages import DEPRECATED, tell, with_note
from glossary.checking.model import Named, Rendering
from glossary.checking.pinyin import is_pinyin
from glossary.checking.scene import Scene
from glossary.checking.words import Words
from glossary.readings import count_han
from translations.checking import Issue, IssueKind, Severity

_SURE_HAN = 3


def deprecated(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield the deprecated and superseded terms of the concepts that the source names.

    Of a name always; of a common noun only where no usable term renders it, and for no other word of the source
    that may be rendered so. An error, but a warning where the variant is a single common word ("income").
    """
    told: set[tuple[int, int]] = set()
    for named in scene.named:
        name = named.entry.is_name
        for found in scene.all(named):
            place = (found.start, found.end)
            if found.term.status.usable or place in told or is_pinyin(found.term, named.entry):
                continue
            if not name and (
                any(scene.usable(other) for other in scene.homonyms(named))
                or _meant_otherwise(scene, named, found)
            ):
                continue
            told.add(place)
            yield _issue(scene, named, found, words, language)


def _issue(scene: Scene, named: Named, found: Rendering, words: NullTranslations, language: str) -> Issue:
    source, target = scene.source_span(named), scene.target_span(found.start, found.end)
    preferred = scene.preferred(named)
    use = found.term.use or (preferred.term if preferred else "")
    told = tell(words, DEPRECATED, source=source.text, target=target.text, use=use)
    sure = named.entry.is_name or _distinct(found)
    return Issue(
        IssueKind.TERM_DEPRECATED,
        Severity.ERROR if sure else Severity.WARNING,
        with_note(told, found.term, language),
        source,
        target,
        use or None,
        term_id=named.entry.id,
    )


def _distinct(found: Rendering) -> bool:
    """Whether these words are hardly there by chance."""
    if found.term.lang == "en":
        return len(Words(found.term.term).words) > 1
    return count_han(found.term.term) >= _SURE_HAN


def _meant_otherwise(scene: Scene, named: Named, found: Rendering) -> bool:
    """Whether another concept of the source is rendered by these words, as a usable term."""
    return any(
        one.start < found.end and found.start < one.end
        for other in scene.named
        if other.entry.id != named.entry.id
        for one in scene.usable(other)
    )
