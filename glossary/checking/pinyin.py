"""Names rendered by the pinyin of their Chinese form, where their owners go by another: 丰田 is Toyota, not Fengtian."""

from __future__ import annotations

from collections.abc import Iterator

from babel.support import NullTranslations

from glossary.checking.entry import Entry
from glossary.checking.messages import PINYIN, tell
from glossary.checking.model import Named
from glossary.checking.scene import Scene
from glossary.checking.words import Words
from glossary.model import Term
from translations.checking import Issue, IssueKind, Severity, Span


def pinyin(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield each place where the target has a name of the source in pinyin; errors."""
    told: set[tuple[int, int]] = set()
    for named in scene.named:
        wanted = scene.preferred(named)
        for span in pinyin_in(scene, named):
            if wanted is None or (span.start, span.end) in told:
                continue
            told.add((span.start, span.end))
            source = scene.source_span(named)
            message = tell(words, PINYIN, source=source.text, target=span.text, use=wanted.term)
            yield Issue(
                IssueKind.TERM_PINYIN,
                Severity.ERROR,
                message,
                source,
                span,
                wanted.term,
                term_id=named.entry.id,
            )


def is_pinyin(term: Term, entry: Entry) -> bool:
    """Whether an English term is the pinyin of a Chinese one, and no name that the concept goes by."""
    return any(english.term is term and english.key in entry.pinyin for english in entry.english)


def pinyin_in(scene: Scene, named: Named) -> Iterator[Span]:
    """Yield where the target has the name in pinyin: joined, spaced or hyphenated, the family name first or last."""
    keys = named.entry.pinyin if scene.target.language == "en" else {}
    if not keys:
        return
    taken = scene.usable(named)
    for start, end in _places(keys, scene.target.words):
        if not any(one.start < end and start < one.end for one in taken):
            yield scene.target_span(start, end)


def _places(keys: dict[str, int], text: Words) -> Iterator[tuple[int, int]]:
    """Yield where at most as many words as a key has syllables make up the key."""
    most, longest = max(keys.values()), max(map(len, keys))
    for n in sorted({n for key in keys for n in text.beginning(key)}):
        joined = ""
        for last in text.words[n : n + most]:
            joined += last.folded
            if len(joined) > longest + 1:
                break
            # The possessive: Fengtian's.
            key = joined.removesuffix("s") if last.written[-2:-1] in ("'", "’") else joined
            if key in keys:
                yield text.words[n].start, last.end
                break
