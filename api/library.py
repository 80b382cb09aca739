"""The two libraries over one index, as a request finds them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from flask import current_app, request

from api.editions.kept import KeptEditions
from api.index import Index, Store
from api.index_file import UnusableIndex
from glossary import Glossary
from glossary.search.history import History
from summaries import Summaries

LIBRARY = "duizhao.library"  # in a request's WSGI environment, once it is settled

_KEY = "duizhao"


@dataclass(frozen=True, slots=True)
class Library:
    """What the views call."""

    index: Index
    glossary: Glossary
    history: History
    summaries: Summaries
    editions: KeptEditions

    @classmethod
    def over(cls, index: Index) -> Library:
        """Return the libraries over `index`, for a process that serves."""
        index.map_into_memory()
        query = index.query
        return cls(index, Glossary(query), History(query), Summaries(query), KeptEditions(query))


class Shelf:
    """Where a process has its library; it goes over to a new index as soon as there is one."""

    def __init__(self, store: Store, index: Index) -> None:
        self._store = store
        self._library = Library.over(index)

    def library(self) -> Library:
        """Return the library over the newest index that can be read."""
        self._library.index.mind_cut()
        if self._library.index.was_replaced():
            # Half copied by hand, or another's: the one that is open still answers.
            with suppress(UnusableIndex):
                self._library = Library.over(self._store.open())
        return self._library


def library() -> Library:
    """Return the library of the application that answers this request, the same until it is answered."""
    environ = request.environ
    if LIBRARY not in environ:
        shelf: Shelf = current_app.extensions[_KEY]
        environ[LIBRARY] = shelf.library()
    found: Library = environ[LIBRARY]
    return found


def install(extensions: dict[str, object], shelf: Shelf) -> None:
    """Put `shelf` where `library` looks."""
    extensions[_KEY] = shelf
