"""What an edition says in one language, fact by fact, so that two editions can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from api.editions.model import Edition, ItemKind
from api.pages.words import label_in
from glossary import Concept, Term
from summaries import Article, Chart, Figure, Section, render_sentence, write_figure, write_figure_period
from translations import N_, PartialText, resolve
from translations.writing import parse_period, write_period


class Fact(NamedTuple):
    """What a text is of: `what` is a message id, `which` tells those of one kind from each other."""

    what: str
    which: str = ""


NAME = Fact(N_("Term renamed"))
VALUE = Fact(N_("Figure corrected"))
_TERM = N_("Term {which}")
_DEFINITION = Fact(N_("Definition"))
_NOTE = Fact(N_("Note"))
_MEASURES = Fact(N_("What is measured"))
_PERIOD = Fact(N_("Period"))
_SAID_BY = Fact(N_("Who says so"))
_AS_WRITTEN = Fact(N_("As written in the article"))
_TITLE = Fact(N_("Title"))
_CAPTION = Fact(N_("Caption"))
_CHART = Fact(N_("Chart"))
_BAR = N_("Bar {which}")
_SENTENCE = N_("Sentence {which}")
_ARTICLE = Fact(N_("Article"))
_SOURCE = Fact(N_("Source"))

_Facts = Iterator[tuple[Fact, str | None]]


def facts(edition: Edition, language: str) -> dict[Fact, str]:
    """Return what `edition` says in a content `language`, what matters most first."""
    return {fact: text for fact, text in _facts(edition, language) if text}


def _facts(edition: Edition, language: str) -> _Facts:
    if edition.concept:
        yield from _of_concept(edition.concept, language)
    if edition.item.kind is ItemKind.FIGURE:
        for figure in edition.figures.values():
            yield from _of_figure(figure, edition, language)
    if edition.section:
        yield from _of_section(edition.section, edition, language)
    if edition.chart:
        yield from _of_chart(edition.chart, edition, language)
    if edition.article:
        yield from _of_article(edition.article, edition.item.kind, language)


def _of_concept(concept: Concept, language: str) -> _Facts:
    name = concept.preferred(language)
    yield NAME, name.term if name else None
    yield _DEFINITION, _text(concept.definition, language)
    yield _NOTE, _text(concept.note, language)
    for term in concept.terms_in(language):
        if term is not name:
            yield Fact(_TERM, term.term), _of_term(term, language)


def _of_term(term: Term, language: str) -> str:
    beside = (label_in(term.status, language), _text(term.note, language))
    return ", ".join(filter(None, beside))


def _of_figure(figure: Figure, edition: Edition, language: str) -> _Facts:
    locale = resolve(language).formatting
    names = edition.names.get(figure.said_by or "")
    yield VALUE, write_figure(figure, locale).text
    yield _MEASURES, figure.measures[language]
    yield _PERIOD, write_figure_period(figure, locale)
    yield _SAID_BY, PartialText.from_mapping(names).nearest(language)[1] if names else None
    yield _AS_WRITTEN, figure.as_written
    yield _NOTE, figure.note[language] if figure.note else None


def _of_section(section: Section, edition: Edition, language: str) -> _Facts:
    yield _TITLE, section.title[language]
    for sentence in section.sentences:
        rendered = render_sentence(sentence, language, edition.figures, resolve(language))
        yield Fact(_SENTENCE, sentence.id), rendered.text


def _of_chart(chart: Chart, edition: Edition, language: str) -> _Facts:
    locale = resolve(language).formatting
    yield _CHART if edition.section else _TITLE, chart.title[language]
    yield _CAPTION, chart.caption[language] if chart.caption else None
    for bar in chart.bars:
        yield Fact(_BAR, bar.label[language]), write_figure(edition.figures[bar.figure], locale).text


def _of_article(article: Article, kind: ItemKind, language: str) -> _Facts:
    if kind is not ItemKind.ARTICLE:  # whose title is told already
        yield _ARTICLE, article.title[language]
    published = write_period(parse_period(article.published), resolve(language).formatting)
    yield _SOURCE, ", ".join((article.author[language], article.publisher[language], published))


def _text(text: PartialText | None, language: str) -> str | None:
    return text.get(language) if text else None
