"""What the segments of one text have said so far of each concept."""

from __future__ import annotations

from dataclasses import dataclass, field

from glossary.model import Term, TermType
from glossary.search_key import search_key

# What a name is in short.
SHORT = (TermType.SHORT_FORM, TermType.ACRONYM, TermType.ABBREVIATION)

# Behind so many segments "the company" may be another one.
_MEMORY = 5


@dataclass(slots=True)
class Story:
    """Renderings of one text, segment by segment; it grows with the concepts that are named, not with the text."""

    segment: int = 0
    _last: dict[str, int] = field(default_factory=dict)
    _used: dict[tuple[str, str], list[Term]] = field(default_factory=dict)

    def knows(self, concept_id: str) -> bool:
        """Whether any segment before this one rendered the concept."""
        return concept_id in self._last

    def recalls(self, concept_id: str) -> bool:
        """Whether one of the segments just before this one rendered the concept."""
        return self.segment - self._last.get(concept_id, -_MEMORY - 1) <= _MEMORY

    def rendered(self, concept_id: str) -> None:
        """Remember that this segment rendered the concept."""
        self._last[concept_id] = self.segment

    def first(self, concept_id: str, word: str, used: Term) -> Term:
        """Return the first term by which the `word` of the source was rendered where `used` could have stood."""
        before = self._used.setdefault((concept_id, word), [])
        rival = next((term for term in before if _are_rivals(term, used)), None)
        if rival is None:
            before.append(used)
        return rival or used


def _are_rivals(one: Term, other: Term) -> bool:
    """Whether there is no reason to change: a name is said in full, in short and by its letters in one text."""
    return _length(one) == _length(other) or search_key(one.term) == search_key(other.term)


def _length(term: Term) -> TermType | None:
    return term.term_type if term.term_type in SHORT else None
