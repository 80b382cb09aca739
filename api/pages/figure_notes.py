"""What a page says of a figure that stands in its text: the figure at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask import url_for

from api.library import Library
from api.negotiation import words
from api.pages.conversions import Conversions, ConvertedAmount, NoAmount
from api.pages.view import View
from api.pages.words import Texts, Words, texts, texts_there_are
from api.reference_rates import reference_rates
from summaries import Article, Figure, quantity_to_json, write_figure, write_figure_period
from translations import DEFAULT_LANGUAGE, Quantity, local_currency, resolve
from translations.misreadings import describe, misreadings


@dataclass(frozen=True, slots=True)
class Said:
    """Who says so."""

    name: Texts
    href: str


@dataclass(frozen=True, slots=True)
class SameAmount:
    """The same amount as the article states it in another currency."""

    numbers: Texts
    as_written: Words
    href: str


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A figure at a glance, its numbers as each language of the view writes them.

    `digits` are the number by itself, `unit` is its code.
    `converted` is None for what is no money, or in the reader's currency already; `misreadings` are sentences in
    the page's own language.
    """

    id: str
    href: str
    measures: Texts
    numbers: Texts
    exact: Texts
    digits: str
    unit: str
    as_written: Words
    period: Texts
    said_by: Said | None
    note: Texts
    equals: tuple[SameAmount, ...]
    converted: ConvertedAmount | NoAmount | None
    misreadings: tuple[str, ...]


class FigureNotes:
    """Makes the notes of an article's figures in `view`; names are read in one statement.

    Amounts are converted into `currency`, without one into that of the view's language. Numbers are written as
    the tags in `locales` have it, without them as the view's languages do.
    """

    def __init__(
        self,
        library: Library,
        view: View,
        article: Article,
        currency: str | None = None,
        locales: tuple[str, ...] = (),
    ) -> None:
        self._library = library
        self._view = view
        self._locales = locales or view.languages
        self._article = article
        self.figures = library.summaries.figures_by_id(article.id)
        self._conversions = Conversions(
            view, article, self.figures, reference_rates(), currency or local_currency(view.locale)
        )

    def note(self, figure_id: str) -> FigureNote:
        """Return the note of the figure with this id; `KeyError` where the article has none."""
        figure = self.figures[figure_id]
        view = self._view
        written = [(tag, write_figure(figure, resolve(tag).formatting)) for tag in self._locales]
        periods = [(tag, write_figure_period(figure, resolve(tag).formatting)) for tag in view.languages]
        return FigureNote(
            id=figure.id,
            href=self._href(figure),
            measures=texts(figure.measures, view),
            numbers=tuple(Words(tag, form.text) for tag, form in written),
            exact=tuple(Words(tag, form.exact) for tag, form in written),
            digits=digits(figure.quantity),
            unit=figure.quantity.unit,
            as_written=self._as_written(figure),
            period=tuple(Words(tag, period) for tag, period in periods if period),
            said_by=self._said_by(figure),
            note=texts(figure.note, view) if figure.note else (),
            equals=tuple(self._same(self.figures[id_]) for id_ in figure.equals if id_ in self.figures),
            converted=self._conversions.of(figure),
            misreadings=self._misreadings(figure),
        )

    def _same(self, figure: Figure) -> SameAmount:
        written = [(tag, write_figure(figure, resolve(tag).formatting)) for tag in self._view.languages]
        numbers = tuple(Words(tag, form.text) for tag, form in written)
        return SameAmount(numbers, self._as_written(figure), self._href(figure))

    def _said_by(self, figure: Figure) -> Said | None:
        if figure.said_by is None:
            return None
        name = texts_there_are(self._names.get(figure.said_by), self._view)
        href = url_for("pages.term", view=self._view, term_id=figure.said_by)
        return Said(name or (Words(DEFAULT_LANGUAGE, figure.said_by),), href)

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        speakers = {figure.said_by for figure in self.figures.values() if figure.said_by}
        return {id_: dict(names) for id_, names in self._library.glossary.names(speakers).items()}

    def _misreadings(self, figure: Figure) -> tuple[str, ...]:
        languages = (*self._view.languages, self._article.language)
        found = misreadings(figure.quantity, languages, figure.as_written, figure.period)
        return tuple(describe(one, words()) for one in found)

    def _as_written(self, figure: Figure) -> Words:
        return Words(self._article.language, figure.as_written)

    def _href(self, figure: Figure) -> str:
        return url_for("pages.figure", view=self._view, figure_id=figure.id)


def digits(quantity: Quantity) -> str:
    """Return the number of `quantity` by itself, both ends of a range."""
    if quantity.ratio is not None:
        return f"{quantity.ratio.numerator}/{quantity.ratio.denominator}"
    data = quantity_to_json(quantity)
    return data["value"] if "value" in data else f"{data['low']}–{data['high']}"
