"""A card: what an edition of an item says in one view, before it takes the form of a page, a picture, or data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import url_for

from api.drawing.charting import chart_plot, comparison, shared_period
from api.drawing.plot import Plot
from api.editions.json_form import revision_of
from api.editions.model import Edition
from api.embedding.items import Item, ItemKind, embed_path, page_path
from api.pages.figure_notes import digits
from api.pages.names import Name, both_names, names_of, other_languages
from api.pages.sentences import Line, Run, Sentences
from api.pages.view import View
from api.pages.words import Texts, Words, texts, texts_there_are
from glossary import Concept
from summaries import Article, Chart, Figure, write_figure, write_figure_period
from translations import N_, Kind, PartialText, catalog, resolve
from translations.writing import parse_period, write_period

# Between the parts of a line.
DOT = " · "
_GLOSSARY = N_("Glossary")
# How many sentences a card shows before the rest is asked for, and how many numbers stand out.
MOST_LINES = 2
_MOST_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A figure on a card: its `numbers` with the modifier, `exact` with every digit, `digits` by themselves.

    `href` is the path of its page; `period` and `said_by` are empty where there are none.
    """

    figure: Figure
    href: str
    measures: Texts
    numbers: Texts
    short: Texts
    exact: Texts
    digits: str
    as_written: Words
    period: Texts
    said_by: Texts


@dataclass(frozen=True, slots=True)
class CardChart:
    """A chart on a card; its numbers are the card's figures."""

    chart: Chart
    plot: Plot
    title: Texts
    comparison: Texts
    caption: Texts
    period: Texts


@dataclass(frozen=True, slots=True)
class CardTerm:
    """A concept on a card: its names, those of the view's languages first."""

    concept: Concept
    names: tuple[Name, ...]
    definition: Texts


@dataclass(frozen=True, slots=True)
class Card:
    """A card in one view.

    `kicker` says what the item is part of, `source` who published the article; both are empty where there is nothing to
    say. `text` is all that the card says in words, one text for each language; `lines` are the same with links, where they
    are sentences. `href` is the path of its page, `image` that of its picture. `revision` names the edition; `at` is the
    same where the addresses of the card pin it, None where they follow the item.
    """

    item: Item
    view: View
    article: Article | None
    title: Texts
    kicker: Texts
    source: Texts
    text: Texts
    lines: tuple[Line, ...]
    figures: tuple[CardFigure, ...]
    chart: CardChart | None
    term: CardTerm | None
    href: str
    revision: str
    at: str | None = None

    @property
    def lang(self) -> str:
        """The language of the card's own words."""
        return self.view.primary

    @property
    def opening(self) -> Texts:
        """The sentences that it shows first, as texts; all of what has no sentences."""
        if not self.lines:
            return self.text
        return joined(self.lines[:MOST_LINES])

    @property
    def key_figures(self) -> tuple[CardFigure, ...]:
        """The figures that stand out: the first of those that are no mere stretch of time."""
        ordered = sorted(self.figures, key=lambda shown: shown.figure.quantity.kind is Kind.DURATION)
        return tuple(ordered[:_MOST_NUMBERS])

    @property
    def image(self) -> str:
        """The path of its picture."""
        return embed_path(self.item, self.view, "png", self.at)

    @property
    def frame(self) -> str:
        """The path of its embed page."""
        return embed_path(self.item, self.view, at=self.at)


def card_of(edition: Edition, view: View, at: str | None = None) -> Card:
    """Return the card of `edition` in `view`; `at` is the revision that was asked for."""
    return _Maker(edition, view).card(at)


def plain(run: Run) -> str:
    """Return a sentence without its links."""
    return "".join(piece.text for piece in run.pieces)


def joined(lines: Iterable[Line]) -> Texts:
    """Return sentences without their links as one text for each of their languages."""
    by_language: dict[str, list[str]] = {}
    for line in lines:
        for run in line.runs:
            by_language.setdefault(run.lang, []).append(plain(run))
    # Chinese sentences follow each other without a space.
    return tuple(
        Words(tag, ("" if tag.startswith("zh") else " ").join(told)) for tag, told in by_language.items()
    )


class _Maker:
    """Makes the card of one edition in one view."""

    def __init__(self, edition: Edition, view: View) -> None:
        self._edition, self._view = edition, view

    def card(self, at: str | None) -> Card:
        edition, view = self._edition, self._view
        lines = self._lines()
        figures = tuple(self._figure(figure) for figure in edition.figures.values())
        chart = self._chart(edition.chart) if edition.chart else None
        term = self._term(edition.concept) if edition.concept else None
        return Card(
            item=edition.item,
            view=view,
            article=edition.article,
            title=self._title(figures),
            kicker=self._kicker(),
            source=self._source(),
            text=self._text(lines, figures, chart, term),
            lines=lines,
            figures=figures,
            chart=chart,
            term=term,
            href=page_path(edition.item, view),
            revision=revision_of(edition),
            at=at,
        )

    def _title(self, figures: tuple[CardFigure, ...]) -> Texts:
        edition, view = self._edition, self._view
        if edition.concept:
            return both_names(edition.concept, view)[0]
        if edition.chart and not edition.section:
            return texts(edition.chart.title, view)
        if edition.section and edition.item.kind.is_part:
            return texts(edition.section.title, view)
        if edition.section and edition.article:
            return texts(edition.article.title, view)
        return self._each(lambda n, tag: figures[0].measures[n].text)

    def _kicker(self) -> Texts:
        edition, view = self._edition, self._view
        if edition.concept:
            return self._each(lambda n, tag: str(catalog(tag).gettext(_GLOSSARY)))
        if edition.article is None or edition.item.kind is ItemKind.ARTICLE:
            return ()
        return texts(edition.article.title, view)

    def _source(self) -> Texts:
        article = self._edition.article
        if article is None:
            return ()

        def told(n: int, tag: str) -> str:
            published = write_period(parse_period(article.published), resolve(tag).formatting)
            return DOT.join((article.author[tag], article.publisher[tag], published))

        return self._each(told)

    def _lines(self) -> tuple[Line, ...]:
        edition = self._edition
        if edition.section is None or edition.article is None:
            return ()
        article_id = edition.article.id

        def place(view: View) -> str:
            return url_for("pages.article", view=view, article_id=article_id)

        sentences = Sentences(self._view, edition.article, edition.figures)
        return sentences.of_section(edition.section, place, anchored=False)

    def _text(
        self,
        lines: tuple[Line, ...],
        figures: tuple[CardFigure, ...],
        chart: CardChart | None,
        term: CardTerm | None,
    ) -> Texts:
        if term:
            return term.definition or both_names(term.concept, self._view)[1]
        if lines:
            return joined(lines)
        if chart:
            return self._each(lambda n, tag: DOT.join(self._chart_says(n, chart, figures)))
        return self._each(lambda n, tag: DOT.join(_figure_says(n, figures[0])))

    def _chart_says(self, n: int, chart: CardChart, figures: tuple[CardFigure, ...]) -> list[str]:
        bars = zip(chart.chart.bars, figures, strict=True)
        tag = self._view.languages[n]
        told = [f"{bar.label[tag]} {figure.numbers[n].text}" for bar, figure in bars]
        return [*told, *(texts[n].text for texts in (chart.comparison, chart.caption) if texts)]

    def _figure(self, figure: Figure) -> CardFigure:
        view, edition = self._view, self._edition
        written = [write_figure(figure, resolve(tag).formatting) for tag in view.languages]
        names = edition.names.get(figure.said_by or "")
        return CardFigure(
            figure=figure,
            href=url_for("pages.figure", view=view, figure_id=figure.id),
            measures=texts(figure.measures, view),
            numbers=self._each(lambda n, tag: written[n].text),
            short=self._each(lambda n, tag: written[n].short),
            exact=self._each(lambda n, tag: written[n].exact),
            digits=digits(figure.quantity),
            as_written=Words(edition.article.language if edition.article else "zh", figure.as_written),
            period=self._said(lambda tag: write_figure_period(figure, resolve(tag).formatting)),
            said_by=self._each(lambda n, tag: PartialText.from_mapping(names).nearest(tag)[1])
            if names
            else (),
        )

    def _chart(self, chart: Chart) -> CardChart:
        figures, view = self._edition.figures, self._view
        return CardChart(
            chart,
            chart_plot(chart, figures, view.languages),
            texts(chart.title, view),
            self._said(lambda tag: comparison(chart, figures, tag)),
            texts(chart.caption, view) if chart.caption else (),
            self._said(lambda tag: shared_period(chart, figures, tag)),
        )

    def _term(self, concept: Concept) -> CardTerm:
        languages = (*self._view.languages, *other_languages(self._view))
        return CardTerm(
            concept, names_of(concept, languages), texts_there_are(concept.definition, self._view)
        )

    def _each(self, say: Callable[[int, str], str]) -> Texts:
        return tuple(Words(tag, say(n, tag)) for n, tag in enumerate(self._view.languages))

    def _said(self, say: Callable[[str], str | None]) -> Texts:
        return tuple(Words(tag, text) for tag in self._view.languages if (text := say(tag)))


def _figure_says(n: int, figure: CardFigure) -> list[str]:
    beside = (texts[n].text for texts in (figure.period, figure.said_by) if texts)
    return [figure.numbers[n].text, *beside]
