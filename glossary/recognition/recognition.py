"""The terms of a text with the concepts that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from glossary.han_fold import han_fold_table
from glossary.model import Concept, Term
from glossary.recognition.forms import fits, is_name
from glossary.recognition.model import Meaning, Reading, Recognized
from glossary.recognition.recognizer import Hit, Recognizer, TextScan
from glossary.recognition.tokens import end_with_marks, tokens

_LOOKED_AT = 4096  # characters of a text, to tell its script

# Returns a concept by its id, None where there is none.
Find = Callable[[str], Concept | None]


def recognize(
    recognizer: Recognizer, find: Find, text: str, lang: str | None = None, *, overlaps: bool = False
) -> Reading:
    """Return the terms of `text`, the longest of those that begin first; with `overlaps` those within others, too.

    `lang` is its content language. Chinese text is full of English words and names, so that it may have terms of
    both languages; an English one has terms of English alone. Of terms that are written alike those in the text's
    own script come first. Raises `DamagedPatterns` when the patterns cannot be read.
    """
    scan = TextScan(recognizer, text)
    language = lang or _guessed(text, scan)
    meanings = _Meanings(scan, find, language, only=("en",) if lang == "en" else ("zh-Hans", "zh-Hant", "en"))
    found = scan.all(meanings.of) if overlaps else scan.longest(meanings.of)
    return Reading(text, language, tuple(_placed(scan, found)))


def _placed(scan: TextScan, found: Iterable[tuple[Hit, Meaning]]) -> Iterator[Recognized]:
    for (first, behind), meaning in found:
        start, end = scan.place(first, behind)
        start, end = _with_punctuation(scan.text, start, end, meaning.term.term)
        yield Recognized(start, end, scan.text[start:end], meaning)


def _guessed(text: str, scan: TextScan) -> str:
    """Return the language of a text that says none: Chinese if a fifth of its tokens are."""
    words = int(scan.tokens.word.sum())
    if (len(scan.tokens) - words) * 4 <= words:
        return "en"
    characters = [ord(character) for character in text[:_LOOKED_AT] if character >= "\u3400"]
    return (
        "zh-Hant" if sum(map(han_fold_table().__contains__, characters)) * 5 > len(characters) else "zh-Hans"
    )


class _Meanings:
    """What the spellings of one text mean, each found once."""

    def __init__(self, scan: TextScan, find: Find, language: str, only: tuple[str, ...]) -> None:
        self._scan = scan
        self._find = cache(find)
        self._language = language
        self._only = only
        self._found: dict[str, Meaning | None] = {}

    def of(self, start: int, end: int) -> Meaning | None:
        """Return what stands at some tokens, None when it is no term."""
        surface = self._scan.surface(start, end)
        if surface not in self._found:
            self._found[surface] = self._meaning(surface, self._scan.concept_ids(start, end))
        return self._found[surface]

    def _meaning(self, surface: str, ids: Iterable[str]) -> Meaning | None:
        concepts = [concept for concept in map(self._find, ids) if concept]
        fitting = [
            (self._rank(surface, term), term, concept)
            for concept in concepts
            for term in concept.terms
            if term.lang in self._only and fits(surface, term.term, name=is_name(term))
        ]
        if not fitting:
            return None
        fitting.sort(key=lambda found: found[0])
        _, term, concept = fitting[0]
        others = dict.fromkeys(other.id for _, _, other in fitting if other.id != concept.id)
        return Meaning(term, concept, tuple(others))

    def _rank(self, surface: str, term: Term) -> tuple[int, bool, bool, int]:
        """Order terms that a spelling may be: as it is written, in the text's own language and script, by status."""
        bare = _bare(term.term)
        written = 0 if surface == bare else 1 if surface.casefold() == bare.casefold() else 2
        other = term.lang[:2] != self._language[:2]
        return written, other, term.lang != self._language, term.status.weight


@lru_cache(maxsize=4096)
def _edges(term: str) -> tuple[str, str]:
    """Return the punctuation before the first and behind the last token of `term`."""
    found = tokens(term)
    return (term[: found[0].start], term[found[-1].end :]) if found else ("", "")


def _bare(term: str) -> str:
    before, behind = _edges(term)
    return term[len(before) : len(term) - len(behind)]


def _with_punctuation(text: str, start: int, end: int, term: str) -> tuple[int, int]:
    """Take in the marks on the last character, and what `term` itself begins and ends with: the dot of U.S."""
    end = end_with_marks(text, end)
    before, behind = _edges(term)
    if before and text.endswith(before, 0, start):
        start -= len(before)
    if behind and text.startswith(behind, end):
        end += len(behind)
    return start, end
