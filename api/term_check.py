"""The check of terms put together: the glossary's rules, over the terms that the index knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from api.concepts import find_concept
from api.index import Index, open_index
from api.recognized.terms_of import terms_of
from api.settings import Settings
from glossary import Glossary
from translations.checking import IssueKind

if TYPE_CHECKING:
    from glossary.checking import TermCheck

# Makes the check of one text, with the rules of some kinds.
MakeTermCheck = Callable[[tuple[IssueKind, ...]], "TermCheck"]

_MOST_ENTRIES = 4096  # concepts of one text that are kept ready


def term_check(index: Index, glossary: Glossary) -> MakeTermCheck:
    """Return what makes checks with the terms of `index`; the recognizer and its numpy come with the first check."""

    def make(kinds: tuple[IssueKind, ...]) -> TermCheck:
        from glossary.checking import Entry, TermCheck, recognizer

        @lru_cache(maxsize=_MOST_ENTRIES)
        def entry(concept_id: str) -> Entry | None:
            concept = find_concept(glossary, concept_id)
            return Entry(concept) if concept else None

        return TermCheck(recognizer(partial(terms_of, index, glossary)), entry, kinds)

    return make


def opened_term_check(settings: Settings) -> MakeTermCheck:
    """Return `term_check` over the index that `settings` name, which is made or opened with the first check."""

    def make(kinds: tuple[IssueKind, ...]) -> TermCheck:
        index = open_index(settings)
        return term_check(index, Glossary(index.query))(kinds)

    return make
