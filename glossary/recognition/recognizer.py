"""The terms in a running text: leftmost, and of those the longest that is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray

from glossary.recognition.entries import Entries
from glossary.recognition.hashing import START, advance
from glossary.recognition.leftmost import leftmost
from glossary.recognition.patterns import NO_CONCEPT, Patterns
from glossary.recognition.scan import Hits, scan
from glossary.recognition.tokenizer import TokenArray, Words, tokenize

Hit = tuple[int, int]
T = TypeVar("T")

_NONE, _TERM, _UNKNOWN = 0, 1, 2
_MOST_SURFACES = 1 << 15  # spellings that are remembered


class Recognizer:
    """The patterns of a glossary, ready to be looked for.

    It is private to a thread, and remembers words and spellings that it met.
    """

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self.words = Words()
        self._entries = Entries(patterns)
        self._fitting: dict[str, tuple[int, ...]] = {}
        self.known_terms: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path) -> Recognizer:
        """Open the file that `write_patterns` wrote; `DamagedPatterns` when it cannot be used, `OSError` when not read."""
        return cls(Patterns.open(path))

    @classmethod
    def mapped(cls, file: BinaryIO) -> Recognizer:
        """Use a file that is open; it may be deleted by now."""
        return cls(Patterns.mapped(file))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every term of `text`, in order, none in another."""
        return TextScan(self, text).spans()

    def fitting(self, surface: str, hash_: int) -> tuple[int, ...]:
        """Return the numbers of the concepts of which `surface`, whose tokens come to `hash_`, is a term."""
        if len(self._fitting) >= _MOST_SURFACES:
            self._fitting.clear()
            self.known_terms.clear()
        fitting = self._fitting[surface] = self._entries.fitting(surface, hash_)
        is_term = any(number != NO_CONCEPT for number in fitting)
        self.known_terms[surface] = _TERM if is_term else _NONE
        return fitting

    def known(self, surface: str) -> tuple[int, ...] | None:
        """Return what `fitting` said of `surface`, None where it was not asked or has been forgotten."""
        return self._fitting.get(surface)

    def concept_id(self, number: int) -> str:
        """Return the id of a concept by its number in the file."""
        return self._entries.concept_id(number)


class TextScan:
    """A text, its tokens, and where patterns may stand in it; a hit is its first token and the one behind its last."""

    def __init__(self, recognizer: Recognizer, text: str) -> None:
        patterns = recognizer.patterns
        self.text = text
        self.tokens = tokenize(text, patterns.alphabet, patterns.several, recognizer.words)
        self._recognizer = recognizer
        self._terms, distractors = scan(patterns, self.tokens)
        self._sure = _sure_before(self.tokens)
        self._sheltered = self._shelters(distractors)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield where the terms that begin first stand, the longest of each start, without what they mean."""
        hits, sure = self._judged()
        starts = hits.starts

        def judge(hit: int) -> int | None:
            candidates = self._ends(int(starts[hit]), int(hits.lengths[hit]))
            return next((end for end in candidates if self.is_term(int(starts[hit]), end)), None)

        first, behind = leftmost(starts, starts + hits.longest, sure, judge)
        return zip(self.tokens.start[first].tolist(), self.tokens.end[behind - 1].tolist(), strict=True)

    def _judged(self) -> tuple[Hits, NDArray[np.bool_]]:
        """Return the hits without those that are known to be none, and which of them are known to be terms."""
        starts, lengths, longest = self._terms.starts, self._terms.lengths.copy(), self._terms.longest.copy()
        ends = starts + longest
        longest[ends <= self._sheltered[starts]] = 0
        verdicts = np.where(ends <= self._sure[starts], _TERM, _UNKNOWN).astype(np.uint8)
        asked = np.flatnonzero((verdicts != _TERM) & (longest > 0))
        while len(asked):
            verdicts[asked] = self._known(starts[asked], starts[asked] + longest[asked])
            asked = asked[verdicts[asked] == _NONE]  # the next shorter one may be known
            lengths[asked] ^= np.uint64(1) << (longest[asked] - np.uint8(1)).astype(np.uint64)
            longest[asked] = _bit_lengths(lengths[asked])
            longest[asked[starts[asked] + longest[asked] <= self._sheltered[starts[asked]]]] = 0
            asked = asked[longest[asked] > 0]
        if longest.all():
            return Hits(starts, lengths, longest), verdicts == _TERM
        left = np.flatnonzero(longest)
        return Hits(starts[left], lengths[left], longest[left]), verdicts[left] == _TERM

    def _known(self, starts: NDArray[np.intp], ends: NDArray[np.intp]) -> list[int]:
        """Return what is known already of what stands there."""
        text, known = self.text, self._recognizer.known_terms
        spans = zip(self.tokens.start[starts].tolist(), self.tokens.end[ends - 1].tolist(), strict=True)
        return [known.get(text[start:end], _UNKNOWN) for start, end in spans]

    def longest(self, meaning: Callable[[int, int], T | None]) -> Iterator[tuple[Hit, T]]:
        """Yield the hits that begin first and have a meaning, the longest of each start."""
        free = 0
        for start, lengths in self._each():
            if start >= free:
                found = next(self._meant(start, lengths, meaning), None)
                if found is not None:
                    free = found[0][1]
                    yield found

    def all(self, meaning: Callable[[int, int], T | None]) -> Iterator[tuple[Hit, T]]:
        """Yield every hit that has a meaning, also those within others; by start, the longer first."""
        for start, lengths in self._each():
            yield from self._meant(start, lengths, meaning)

    def _each(self) -> Iterator[tuple[int, int]]:
        return zip(self._terms.starts.tolist(), self._terms.lengths.tolist(), strict=True)

    def _meant(
        self, start: int, lengths: int, meaning: Callable[[int, int], T | None]
    ) -> Iterator[tuple[Hit, T]]:
        for end in self._ends(start, lengths):
            found = meaning(start, end)
            if found is not None:
                yield (start, end), found

    def _ends(self, start: int, lengths: int) -> Iterator[int]:
        """Yield where hits at `start` end, the longest first, without those within a longer distractor."""
        while lengths:
            end = start + lengths.bit_length()
            if end <= self._sheltered[start]:
                return
            yield end
            lengths ^= 1 << (end - start - 1)

    def _shelters(self, distractors: Hits) -> NDArray[np.intp]:
        """Return, for each token, the last end of a hit that begins there and lies within a longer distractor."""
        least = np.zeros(len(self.tokens) + 1, np.intp)
        for start, lengths in zip(distractors.starts.tolist(), distractors.lengths.tolist(), strict=True):
            for length in _bits(lengths):
                end = start + length
                if end <= self._sure[start] or NO_CONCEPT in self.fitting(start, end):
                    least[start] = max(least[start], end - 1)
                    least[start + 1] = max(least[start + 1], end)
                    break
        return np.maximum.accumulate(least)

    def is_term(self, start: int, end: int) -> bool:
        """Whether what the hash takes for a term is one."""
        return end <= self._sure[start] or any(n != NO_CONCEPT for n in self.fitting(start, end))

    def fitting(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the concepts that have what stands there as a term."""
        surface = self.surface(start, end)
        known = self._recognizer.known(surface)
        return self._recognizer.fitting(surface, self._hash(start, end)) if known is None else known

    def concept_ids(self, start: int, end: int) -> Iterator[str]:
        """Yield the ids of the concepts that have what stands there as a term."""
        fitting = self.fitting(start, end)
        return (self._recognizer.concept_id(number) for number in fitting if number != NO_CONCEPT)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a hit begins and ends in the text."""
        return int(self.tokens.start[start]), int(self.tokens.end[end - 1])

    def surface(self, start: int, end: int) -> str:
        """Return what stands there in the text."""
        return self.text[self.tokens.start[start] : self.tokens.end[end - 1]]

    def _hash(self, start: int, end: int) -> int:
        value = START
        for n in range(start, end):
            value = advance(value, (int(self.tokens.factor[n]), int(self.tokens.summand[n])))
        return value


def _sure_before(tokens: TokenArray) -> NDArray[np.intp]:
    """Return, for each token, up to which token a hit that begins there is nothing but Han characters that touch."""
    count = len(tokens)
    ends = np.where(tokens.plain, count, np.arange(1, count + 1))
    ends = np.minimum.accumulate(ends[::-1])[::-1]
    return np.where(tokens.word, 0, ends)


def _bit_lengths(numbers: NDArray[np.uint64]) -> NDArray[np.uint8]:
    lengths = (numbers > 0).astype(np.uint8)
    for bits in (32, 16, 8, 4, 2, 1):
        more = numbers >= np.uint64(1 << bits)
        lengths[more] += np.uint8(bits)
        numbers = np.where(more, numbers >> np.uint64(bits), numbers)
    return lengths


def _bits(lengths: int) -> Iterator[int]:
    while lengths:
        yield lengths.bit_length()
        lengths ^= 1 << (lengths.bit_length() - 1)
