"""What the sentences of a page mention, in the order of reading: what the page is to have notes of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A term or figure (`kind`), its number on the page, and the ids of the sentences that mention it."""

    kind: str
    id: str
    number: int
    sentences: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The id of its note on the page."""
        return f"{self.kind}-{self.id}"


class Mentions:
    """Takes down the mentions of a page while its sentences are made."""

    def __init__(self) -> None:
        self._sentences: dict[tuple[str, str], list[str]] = {}
        self._numbers: dict[tuple[str, str], int] = {}

    def take_down(self, kind: str, id_: str, sentence: str) -> Mention:
        """Return the mention of `kind` and `id_`, now also made in `sentence`."""
        sentences = self._sentences.setdefault((kind, id_), [])
        if sentence not in sentences:
            sentences.append(sentence)
        number = self._numbers.setdefault((kind, id_), len(self._numbers) + 1)
        return Mention(kind, id_, number, tuple(sentences))

    def __iter__(self) -> Iterator[Mention]:
        for (kind, id_), sentences in self._sentences.items():
            yield Mention(kind, id_, self._numbers[kind, id_], tuple(sentences))
