"""The notes of a page: what each term and figure in its text is, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass

from api.library import Library
from api.pages.figure_notes import FigureNote, FigureNotes
from api.pages.mentions import Mention, Mentions
from api.pages.term_notes import TermNote, TermNotes
from api.pages.view import View
from summaries import Article


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a mention: of a term or of a figure."""

    mention: Mention
    term: TermNote | None = None
    figure: FigureNote | None = None


def notes_of(
    library: Library, view: View, article: Article, mentions: Mentions, currency: str
) -> tuple[Note, ...]:
    """Return the notes of all that `mentions` took down in `article`, its amounts in `currency` as well."""
    mentioned = tuple(mentions)
    terms = TermNotes(library, view, (m.id for m in mentioned if m.kind == "term"))
    figures = FigureNotes(library, view, article, currency)
    return tuple(
        Note(m, term=terms.note(m.id)) if m.kind == "term" else Note(m, figure=figures.note(m.id))
        for m in mentioned
    )
