"""A concept ready to be looked for in many texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from glossary.checking.chinese import Han, folded_term
from glossary.checking.english import EnglishTerm
from glossary.keys.pinyin import pinyin_key
from glossary.model import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.readings import count_han

# Shorter ones are words of other languages, too: 阿里 is Ali.
_SHORTEST_PINYIN = 5
_MOST_SYLLABLES = 8
# A family name stands first or last; longer names are those of bodies.
_LONGEST_PERSON = 4


class Entry:
    """A concept, and what its terms come to where texts are compared; made once, used for every segment."""

    def __init__(self, concept: Concept) -> None:
        self.concept = concept
        self.id = concept.id
        self.is_name = concept.concept_type is ConceptType.INDIVIDUAL

    @cached_property
    def english(self) -> tuple[EnglishTerm, ...]:
        """The English terms."""
        return tuple(EnglishTerm.of(term, self.concept.concept_type) for term in self.concept.terms_in("en"))

    @cached_property
    def english_distractors(self) -> tuple[EnglishTerm, ...]:
        """What hides an English term that stands in it; letter for letter, since other forms may be meant."""
        return tuple(
            replace(EnglishTerm.of(self._distractor(text, "en"), self.concept.concept_type), inflected=False)
            for text in self.concept.distractors
            if not count_han(text)
        )

    @cached_property
    def han_distractors(self) -> tuple[str, ...]:
        """What hides a Chinese term that stands in it, folded."""
        return tuple(Han(text).folded for text in self.concept.distractors)

    @cached_property
    def han(self) -> dict[str, tuple[tuple[Term, str], ...]]:
        """The Chinese terms with what they are folded to, by the language of a text.

        Those of the other script come last, and only those that the text's own script lacks and that may be used.
        """
        return {language: tuple(self._han_in(language)) for language in ("zh-Hans", "zh-Hant")}

    @cached_property
    def pinyin(self) -> dict[str, int]:
        """The pinyin of a name, with family and given name in any order, and its syllables.

        None of a name that goes by its pinyin (Baidu), and none of general concepts, whose pinyin nobody writes.
        """
        keys: dict[str, int] = {}
        known = [term.key for term in self.english if term.term.status.usable]
        for term in self.concept.terms if self.is_name else ():
            syllables = [pinyin_key(syllable) for syllable in (term.reading or "").split()]
            if 2 <= len(syllables) <= _MOST_SYLLABLES:
                for key in _orders(syllables):
                    if len(key) >= _SHORTEST_PINYIN and not any(key in name for name in known):
                        keys[key] = len(syllables)
        return keys

    def _han_in(self, language: str) -> Iterator[tuple[Term, str]]:
        own = [(term, folded_term(term)) for term in self.concept.terms_in(language)]
        yield from own
        keys = {key for _, key in own}
        for term in self.concept.terms:
            if term.lang not in ("en", language) and term.status.usable and folded_term(term) not in keys:
                yield term, folded_term(term)

    @staticmethod
    def _distractor(text: str, lang: str) -> Term:
        return Term(text, lang, Status.PREFERRED, TermType.PHRASE, PartOfSpeech.OTHER)


def _orders(syllables: list[str]) -> Iterator[str]:
    """Yield the syllables joined, beginning with each of them; ü is also written u and yu."""
    for n in range(len(syllables) if len(syllables) <= _LONGEST_PERSON else 1):
        key = "".join((*syllables[n:], *syllables[:n]))
        yield from {key, key.replace("v", "u"), key.replace("v", "yu")}
