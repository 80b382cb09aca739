"""The two libraries over one index, as a request finds them."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from api.index import Index
from glossary import Glossary
from summaries import Summaries

_KEY = "duizhao"


@dataclass(frozen=True, slots=True)
class Library:
    """What the views call."""

    index: Index
    glossary: Glossary
    summaries: Summaries

    @classmethod
    def over(cls, index: Index) -> Library:
        """Return the libraries over `index`."""
        return cls(index, Glossary(index.query), Summaries(index.query))


def library() -> Library:
    """Return the library of the application that answers this request."""
    found: Library = current_app.extensions[_KEY]
    return found


def install(extensions: dict[str, object], shelf: Library) -> None:
    """Put `shelf` where `library` looks."""
    extensions[_KEY] = shelf
