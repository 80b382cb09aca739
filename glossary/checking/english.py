"""English terms found in English text, however they are inflected, spelled and ordered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.checking.model import Rendering
from glossary.checking.words import Word, Words
from glossary.model import ConceptType, PartOfSpeech, Term

# Words that may stand between those of a term: "capital and operating expenditure", "Vision Funds 1 and 2".
_MOST_BETWEEN = 3
_MOST_BETWEEN_NAMES = 2
_LONGEST_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class EnglishTerm:
    """A term ready to be looked for.

    `name` says that the order of its words counts, and the capital of a single one; `inflected` that its forms are
    found, too. `key` is what is left of it without case, blanks and punctuation.
    """

    term: Term
    words: tuple[Word, ...]
    name: bool
    inflected: bool = True
    key: str = ""

    @classmethod
    def of(cls, term: Term, concept_type: ConceptType) -> EnglishTerm:
        """Prepare `term` of a concept of this type."""
        name = concept_type is ConceptType.INDIVIDUAL or term.part_of_speech is PartOfSpeech.PROPER_NOUN
        words = Words(term.term).words
        return cls(term, words, name, key="".join(word.folded for word in words))

    def found_in(self, text: Words) -> Iterator[Rendering]:
        """Yield where `text` has the term: word for word, or else its words near each other."""
        found = [*self._word_for_word(text), *self._joined(text)]
        yield from found
        if not found and self.term.status.usable:
            yield from self._scattered(text)

    def _word_for_word(self, text: Words) -> Iterator[Rendering]:
        length = len(self.words)
        for n in text.by_stem.get(self.words[0].stem, ()) if length else ():
            here = text.words[n : n + length]
            if len(here) == length and all(
                self._fits(*pair, text) for pair in zip(here, self.words, strict=True)
            ):
                yield Rendering(self.term, here[0].start, here[-1].end)

    def _joined(self, text: Words) -> Iterator[Rendering]:
        """Find the term where it is written with other blanks or hyphens: "elder-care", "chip maker"."""
        key = self.key
        for n in text.beginning(key):
            word = text.words[n]
            end, joined = n, word.folded
            while len(joined) < len(key) and end + 1 < len(text.words) and key.startswith(joined):
                end += 1
                joined += text.words[end].folded
            words = end - n + 1
            if words != len(self.words) and joined in (key, key + "s") and self._capital(word, self.words[0]):
                yield Rendering(self.term, word.start, text.words[end].end)

    def _scattered(self, text: Words) -> Iterator[Rendering]:
        """Find the term's words of meaning, each once, within one sentence and with few others between.

        Those of a name keep their order: "the fund's Vision" is no Vision Fund.
        """
        wanted = [word for word in self.words if not word.small]
        if len(wanted) < 2:
            return
        rarest = min(wanted, key=lambda word: len(text.by_stem.get(word.stem, ())))
        reach = len(self.words) + (_MOST_BETWEEN_NAMES if self.name else _MOST_BETWEEN)
        for n in text.by_stem.get(rarest.stem, ()):
            places = self._near(n, wanted, text, reach)
            if places and not text.breaks(min(places), max(places)):
                yield Rendering(
                    self.term, text.words[min(places)].start, text.words[max(places)].end, exact=False
                )
                return

    def _near(self, n: int, wanted: Sequence[Word], text: Words, reach: int) -> list[int] | None:
        """Return a place for each of `wanted` within `reach` words around the word `n`, None where there is not one."""
        for low in range(max(0, n - reach + 1), n + 1):
            window = range(low, min(low + reach, len(text.words)))
            places: list[int] = []
            for word in wanted:
                after = places[-1] + 1 if self.name and places else low
                fitting = (
                    m
                    for m in window
                    if m >= after and m not in places and self._fits(text.words[m], word, text)
                )
                place = next(fitting, None)
                if place is None:
                    break
                places.append(place)
            else:
                if low in places:
                    return places
        return None

    def _fits(self, here: Word, wanted: Word, text: Words) -> bool:
        same = here.is_form_of(wanted) if self.inflected else here.folded == wanted.folded
        return same and self._capital(here, wanted)

    def _capital(self, here: Word, wanted: Word) -> bool:
        """Whether the case of a word agrees with that of the term's: IT is not "it", Switch no switch."""
        written = wanted.written
        if written.isupper() and 1 < len(written) <= _LONGEST_ACRONYM:
            return here.written.removesuffix("s").rstrip("'’").isupper()
        if self.name and self._is_one_word and written[0].isupper():
            return here.written[0].isupper() or wanted.small
        return True

    @property
    def _is_one_word(self) -> bool:
        """Whether it is a common word with a capital: Switch, The Information."""
        return sum(not word.small for word in self.words) == 1
