"""What the check of terms works on: places where texts name concepts, and the two seams to what finds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from glossary.model import Concept, Term

if TYPE_CHECKING:
    from glossary.checking.entry import Entry


@dataclass(frozen=True, slots=True)
class Mention:
    """A text names a concept from code point `start` to `end`; homonyms are several mentions of one place."""

    start: int
    end: int
    concept_id: str


class Recognizer(Protocol):
    """Finds every term of the glossary in texts in the language of a tag: leftmost-longest, distractors left out."""

    def __call__(self, texts: Sequence[str], lang: str, /) -> Sequence[Sequence[Mention]]: ...


class Entries(Protocol):
    """Returns the concept with an id, ready to be looked for, None where there is none."""

    def __call__(self, concept_id: str, /) -> Entry | None: ...


@dataclass(frozen=True, slots=True)
class Named:
    """A concept as the source names it first: where, and by which of its terms."""

    entry: Entry
    term: Term
    start: int
    end: int

    @property
    def concept(self) -> Concept:
        """The concept itself."""
        return self.entry.concept


@dataclass(frozen=True, slots=True)
class Rendering:
    """A term of a concept in the target, in code points.

    `exact` says that it stands there word for word, as its own entry writes it: nothing between its words, none moved.
    """

    term: Term
    start: int
    end: int
    exact: bool = True
