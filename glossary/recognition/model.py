"""What was recognized in a text."""

from __future__ import annotations

from dataclasses import dataclass

from glossary.model import Concept, Term


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling names: a `term` of a `concept`, and the ids of `others` that have it as a term, too."""

    term: Term
    concept: Concept
    others: tuple[str, ...] = ()

    @property
    def use(self) -> str | None:
        """What to write instead of a term that is not to be used."""
        if self.term.status.usable or self.term.use:
            return self.term.use
        better = self.concept.preferred(self.term.lang)
        return better.term if better else None


@dataclass(frozen=True, slots=True)
class Recognized:
    """A term of a text: where it stands, in code points, and what it names."""

    start: int
    end: int
    text: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's terms, in its order, and the content language that it was taken to be in."""

    text: str
    lang: str
    terms: tuple[Recognized, ...]
