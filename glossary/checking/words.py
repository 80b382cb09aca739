"""English text as words that can be compared, each with its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from glossary.keys.english import is_form_of, stem, words

ROOT = 5  # letters; shorter beginnings say nothing of a word's family
_BEGINNING = 3  # letters
_MOST_PLACES = 200  # of one word; a text that has more of them is none

# Left out and put in at will: "center for data" is a data center.
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word as `written` from code point `start` to `end`, its `folded` form and the `stem` of that."""

    start: int
    end: int
    written: str
    folded: str
    stem: str

    @property
    def small(self) -> bool:
        """Whether it carries no meaning of its own."""
        return self.folded in _SMALL

    def is_form_of(self, other: Word) -> bool:
        """Whether this is `other`, inflected or in another region's spelling."""
        if self.folded == other.folded:
            return True
        return self.stem == other.stem and is_form_of(self.folded, other.folded)


class Words:
    """The words of one English text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tuple(_words(text))

    @cached_property
    def by_stem(self) -> Mapping[str, list[int]]:
        """The places of the words of each stem, in their order; of a word that never ends, the first ones."""
        return _listed(word.stem for word in self.words)

    def beginning(self, key: str) -> list[int]:
        """Return the places of words that may begin what is `key` without its blanks."""
        return self._by_beginning.get(key[:_BEGINNING], [])

    @cached_property
    def _by_beginning(self) -> Mapping[str, list[int]]:
        folded = [word.folded for word in self.words]
        return _listed("".join(folded[n : n + _BEGINNING])[:_BEGINNING] for n in range(len(folded)))

    def begun(self, root: str) -> set[str]:
        """Return the words, folded, that begin with the `ROOT` letters of `root`."""
        return self._by_root.get(root, set())

    @cached_property
    def _by_root(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            found[word.folded[:ROOT]].add(word.folded)
        return found

    def breaks(self, first: int, last: int) -> bool:
        """Whether a sentence ends between the words `first` and `last`."""
        between = (self.text[self.words[n].end : self.words[n + 1].start] for n in range(first, last))
        return any(_end_of_sentence().search(gap) for gap in between)


def _listed(names: Iterable[str]) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        if len(places[name]) < _MOST_PLACES:
            places[name].append(n)
    return places


def _words(text: str) -> Iterator[Word]:
    for match in _pattern().finditer(text):
        folded = "".join(words(match[0]))
        if folded:
            yield Word(match.start(), match.end(), match[0], folded, stem(folded))


@cache
def _pattern() -> re.Pattern[str]:
    # Initials (U.S.) are one word; letters and digits of any script but the East Asian ones, which have no words.
    letter = r"(?:(?![\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff])[^\W_])"
    return re.compile(rf"(?:[A-Za-z]\.){{2,}}|{letter}++(?:['’]{letter}++)*+|&")


@cache
def _end_of_sentence() -> re.Pattern[str]:
    return re.compile(r"[!?;:。！？；：\n]|\.\s")
