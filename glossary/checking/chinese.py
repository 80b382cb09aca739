"""Chinese terms found in Chinese text: characters in a row, whatever their script, width and case."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from glossary.han_fold import han_fold_table
from glossary.model import Term

# Between parts of names and around Latin letters they come and go: AI 芯片, 托马斯·爱迪生.
_MOST_PLACES = 200  # of one term; a text that has more of them is none
_SILENT = frozenset("·・‧•-‐‑–")


class Han:
    """One Chinese text, folded, with the way back to its code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        kept = [(n, fold(c)) for n, c in enumerate(text) if not (c.isspace() or c in _SILENT)]
        self.folded = "".join(folded for _, folded in kept)
        self._places = [n for n, folded in kept for _ in folded]

    def find(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every occurrence of what is folded already, but for those behind very many."""
        at = self.folded.find(folded) if folded else -1
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            end = at + len(folded)
            if not (self._joins(at) or self._joins(end)):
                yield self._places[at], self._places[end - 1] + 1
            at = self.folded.find(folded, at + 1)

    def _joins(self, at: int) -> bool:
        """Whether Latin letters or digits stand next to each other around `at`: the AI in SAID is no AI."""
        if not 0 < at < len(self.folded):
            return False
        left, right = self.folded[at - 1], self.folded[at]
        adjacent = self._places[at - 1] + 1 >= self._places[at]
        return adjacent and ((_latin(left) and _latin(right)) or (left.isdigit() and right.isdigit()))


def folded_term(term: Term) -> str:
    """Return what `Han.find` looks for."""
    return Han(term.term).folded


@lru_cache(maxsize=8192)
def fold(character: str) -> str:
    """Return `character` without case, width and script."""
    return unicodedata.normalize("NFKC", character).casefold().translate(han_fold_table())


def _latin(character: str) -> bool:
    return character.isalpha() and character < "\u2e80"
