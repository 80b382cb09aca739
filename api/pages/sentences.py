"""The sentences of a summary as a page shows them: runs of text with links to the terms and figures in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from api.pages.mentions import Mentions
from api.pages.offers import offered_views
from api.pages.view import View
from summaries import (
    Article,
    Figure,
    Rendered,
    Section,
    Sentence,
    Span,
    render_sentence,
)
from summaries.markup import references
from translations import resolve

# The address, in a view, of the page on which a sentence stands.
Place = Callable[[View], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: plain text, or (`kind` term or figure) a link to what explains it.

    `number` is that of the note which the page has of it, 0 where the explanation is on a page of its own.
    """

    text: str
    kind: str = ""
    href: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence in one language."""

    lang: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A link to the same sentence in another view."""

    view: View
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in the languages of the view; `anchored` where this page is the one that it is linked at.

    `number` is its place in the summary, the whole id where sentences of several stand together.
    """

    id: str
    number: str
    href: str
    anchored: bool
    runs: tuple[Run, ...]
    elsewhere: tuple[Elsewhere, ...]


class Sentences:
    """Makes the lines of one article in one view, with its `figures` by id; `mentions` takes down what the page is to have notes of."""

    def __init__(
        self,
        view: View,
        article: Article,
        figures: Mapping[str, Figure],
        mentions: Mentions | None = None,
    ) -> None:
        self._view = view
        self._article = article
        self._mentions = mentions
        self._reader = resolve(view.primary)
        self._figures = figures

    def of_section(self, section: Section, place: Place, *, anchored: bool = True) -> tuple[Line, ...]:
        """Return the lines of `section`, linked at `place`."""
        addresses = self._addresses(place)
        return tuple(self._line(sentence, addresses, anchored=anchored) for sentence in section.sentences)

    def about(self, kind: str, id_: str) -> tuple[Line, ...]:
        """Return the lines that refer to a term or figure, linked at the article's page."""

        def place(view: View) -> str:
            return url_for("pages.article", view=view, article_id=self._article.id)

        sections = (self._article.abstract, *self._article.sections)
        found = (s for section in sections for s in section.sentences if self._refers(s, kind, id_))
        addresses = self._addresses(place)
        return tuple(self._line(sentence, addresses, anchored=False, numbered=False) for sentence in found)

    def _addresses(self, place: Place) -> dict[View, str]:
        """Where the sentences stand, here and in the views one step away; the same for each of them."""
        others = (view for view in self._view.neighbours() if view in offered_views())
        return {view: place(view) for view in (self._view, *others)}

    def _refers(self, sentence: Sentence, kind: str, id_: str) -> bool:
        texts = (sentence.markup[language] for language in self._view.languages)
        return any(reference.id == id_ for text in texts for reference in references(text, kind))

    def _line(
        self, sentence: Sentence, addresses: Mapping[View, str], *, anchored: bool, numbered: bool = True
    ) -> Line:
        here, *others = addresses.items()
        return Line(
            id=sentence.id,
            number=sentence.id.rpartition(".")[2] if numbered else sentence.id,
            href=("" if anchored else here[1]) + f"#{sentence.id}",
            anchored=anchored,
            runs=tuple(self._run(sentence, language) for language in self._view.languages),
            elsewhere=tuple(Elsewhere(view, f"{address}#{sentence.id}") for view, address in others),
        )

    def _run(self, sentence: Sentence, language: str) -> Run:
        rendered = render_sentence(sentence, language, self._figures, self._reader)
        return Run(language, tuple(self._pieces(sentence, rendered)))

    def _pieces(self, sentence: Sentence, rendered: Rendered) -> Iterator[Piece]:
        end = 0
        for span in rendered.spans:
            if span.start > end:
                yield Piece(rendered.text[end : span.start])
            shown, end = rendered.text[span.start : span.end], span.end
            yield self._explained(shown, span, sentence)
        if end < len(rendered.text):
            yield Piece(rendered.text[end:])

    def _explained(self, shown: str, span: Span, sentence: Sentence) -> Piece:
        if self._mentions is not None:
            mention = self._mentions.take_down(span.kind, span.id, sentence.id)
            return Piece(shown, span.kind, f"#{mention.anchor}", mention.number)
        if span.kind == "figure":
            return Piece(shown, "figure", url_for("pages.figure", view=self._view, figure_id=span.id))
        return Piece(shown, "term", url_for("pages.term", view=self._view, term_id=span.id))
