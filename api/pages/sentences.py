"""The sentences of a summary as a page shows them: runs of text with links to the terms and figures in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask import url_for

from api.concepts import find_concept
from api.library import Library
from api.pages.view import View
from summaries import (
    Article,
    Figure,
    Rendered,
    Section,
    Sentence,
    render_sentence,
    write_figure,
    write_figure_period,
)
from summaries.markup import references
from translations import PartialText, resolve

# The address, in a view, of the page on which a sentence stands.
Place = Callable[[View], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: plain text, or (`kind` term or figure) a link with what explains it."""

    text: str
    kind: str = ""
    href: str = ""
    title: str = ""


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
    """Makes the lines of one article in one view."""

    def __init__(self, library: Library, view: View, article: Article) -> None:
        self._library = library
        self._view = view
        self._article = article
        self._reader = resolve(view.primary)
        self._figures = library.summaries.figures_by_id(article.id)
        self._definitions: dict[str, PartialText | None] = {}

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
        return {view: place(view) for view in (self._view, *self._view.neighbours())}

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
        return Run(language, tuple(self._pieces(rendered, language)))

    def _pieces(self, rendered: Rendered, language: str) -> Iterator[Piece]:
        end = 0
        for span in rendered.spans:
            if span.start > end:
                yield Piece(rendered.text[end : span.start])
            shown, end = rendered.text[span.start : span.end], span.end
            if span.kind == "figure":
                href = url_for("pages.figure", view=self._view, figure_id=span.id)
                yield Piece(shown, "figure", href, explain_figure(self._figures[span.id], language))
            else:
                href = url_for("pages.term", view=self._view, term_id=span.id)
                yield Piece(shown, "term", href, self._explain_term(span.id, language))
        if end < len(rendered.text):
            yield Piece(rendered.text[end:])

    def _explain_term(self, term_id: str, language: str) -> str:
        if term_id not in self._definitions:
            concept = find_concept(self._library.glossary, term_id)
            self._definitions[term_id] = concept.definition if concept else None
        definition = self._definitions[term_id]
        return definition.nearest(language)[1] if definition else ""


def explain_figure(figure: Figure, language: str) -> str:
    """Return what `figure` measures, when, and its exact amount, in `language`."""
    locale = resolve(language).formatting
    parts = [
        figure.measures[language],
        write_figure_period(figure, locale),
        write_figure(figure, locale).exact,
    ]
    return " · ".join(part for part in parts if part)
