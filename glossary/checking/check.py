"""Terms of a segment compared: what the target renders otherwise than the glossary says, as issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from glossary.checking.consistency import full_form, inconsistent
from glossary.checking.deprecated import deprecated
from glossary.checking.missing import missing
from glossary.checking.model import Entries, Mention, Named, Recognizer
from glossary.checking.pinyin import pinyin
from glossary.checking.region import region
from glossary.checking.renderings import Target, term_at
from glossary.checking.rules import Rule
from glossary.checking.scene import Scene
from glossary.checking.script import script
from glossary.checking.story import Story
from translations import ReaderLocale, resolve
from translations.catalogs import catalog
from translations.checking import Issue, IssueKind, Segment
from translations.reading.reader import read

RULES = MappingProxyType(
    {
        IssueKind.TERM_MISSING: missing,
        IssueKind.TERM_DEPRECATED: deprecated,
        IssueKind.TERM_PINYIN: pinyin,
        IssueKind.TERM_INCONSISTENT: inconsistent,
        IssueKind.TERM_FULL_FORM: full_form,
        IssueKind.TERM_REGION: region,
        IssueKind.SCRIPT: script,
    }
)


class TermCheck:
    """The check of terms on the segments of one text, in their order: what one says, later ones remember."""

    def __init__(
        self, recognize: Recognizer, entries: Entries, kinds: Iterable[IssueKind] = tuple(RULES)
    ) -> None:
        self._recognize = recognize
        self._entries = entries
        self._rules: tuple[Rule, ...] = tuple(RULES[kind] for kind in RULES if kind in set(kinds))
        self._mentions: dict[str, Sequence[Mention]] = {}
        self._story = Story()

    def prepare(self, sources: Iterable[str], lang: str) -> None:
        """Recognize the terms of the next sources (without markup) in one go; those before are forgotten."""
        texts = list(dict.fromkeys(sources))
        self._mentions = dict(zip(texts, self._recognize(texts, lang), strict=True))

    def __call__(self, segment: Segment, reader: ReaderLocale) -> tuple[Issue, ...]:
        """Return the issues of the next segment, told to `reader`."""
        named = tuple(self._named(segment))
        found: list[Issue] = []
        if named or resolve(segment.target_lang).content != "en":  # which has no other script
            scene = Scene(segment, named, self._story)
            words = catalog(reader.content)
            found = [issue for rule in self._rules for issue in rule(scene, words, reader.content)]
            self._remember(scene)
        self._story.segment += 1
        return tuple(_beside_figures(found, segment)) if found else ()

    def _named(self, segment: Segment) -> Iterator[Named]:
        """Yield the concepts that the source names, each where it does so first."""
        seen: set[str] = set()
        for mention in self._mentions_of(segment.source, segment.source_lang):
            entry = None if mention.concept_id in seen else self._entries(mention.concept_id)
            if entry is None:
                continue
            term = term_at(entry, Target(segment.source[mention.start : mention.end], segment.source_lang))
            if term is not None:
                seen.add(entry.id)
                yield Named(entry, term, mention.start, mention.end)

    def _mentions_of(self, source: str, lang: str) -> Sequence[Mention]:
        known = self._mentions.get(source)
        return known if known is not None else self._recognize([source], lang)[0]

    def _remember(self, scene: Scene) -> None:
        for named in scene.named:
            if scene.usable(named):
                self._story.rendered(named.entry.id)


def _beside_figures(issues: list[Issue], segment: Segment) -> Iterator[Issue]:
    """Leave out what is part of a figure or date on either side: the 亿 and 美元 of 90亿美元 are compared as an amount."""
    wanting = [issue for issue in issues if issue.kind is not IssueKind.SCRIPT]
    sides = (
        _read(segment.source, segment.source_lang) if wanting else [],
        _read(segment.target, segment.target_lang) if wanting else [],
    )
    for issue in issues:
        if issue.kind is IssueKind.SCRIPT or not any(
            span is not None and any(start < span.end and span.start < end for start, end in read_here)
            for span, read_here in zip((issue.source, issue.target), sides, strict=True)
        ):
            yield issue


def _read(text: str, lang: str) -> list[tuple[int, int]]:
    reading = read(text, lang)
    return [
        *((figure.start, figure.end) for figure in reading.figures),
        *((date.start, date.end) for date in reading.dates),
    ]
