"""An amount in the reader's currency as a page shows it: with the rate, its day and its source, or why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from api.negotiation import words
from api.pages.view import View
from api.pages.words import Texts, Words, unit_label
from summaries import Article, Figure
from summaries.exchange import (
    Absence,
    ArticlePair,
    ArticleRate,
    Basis,
    Converted,
    Exchange,
    NoRate,
    RateSource,
    ReferenceRate,
)
from translations import N_, Quantity, resolve
from translations.writing import Period, Point, parse_period, write, write_period


@dataclass(frozen=True, slots=True)
class ConvertedAmount:
    """An amount in another currency.

    `numbers` are in the languages of the view, all else in the page's own: `rate` (1 USD = 7.001 CNY), which is
    empty where the article states the amount itself, its `day` written and as ISO 8601, and where it comes from.
    `told` says it in a sentence.
    """

    currency: str
    numbers: Texts
    exact: Texts
    quantity: Quantity
    rate: str
    day: str
    day_iso: str
    source: str
    told: str

    @property
    def stated(self) -> bool:
        """Whether it is the article that states the amount, not we who converted it."""
        return not self.rate


@dataclass(frozen=True, slots=True)
class NoAmount:
    """No amount in `currency`: `told` says why."""

    currency: str
    told: str


class Conversions:
    """Converts the figures of an article into `currency` for the readers of `view`."""

    def __init__(
        self, view: View, article: Article, figures: Mapping[str, Figure], rates: RateSource, currency: str
    ) -> None:
        self._view = view
        self._published = parse_period(article.published)
        self._exchange = Exchange(figures, self._published, rates)
        self._currency = currency

    def of(self, figure: Figure) -> ConvertedAmount | NoAmount | None:
        """Return the amount of `figure`; None for what is no money, or in that currency already."""
        found = self._exchange.convert(figure, self._currency)
        if isinstance(found, NoRate):
            return NoAmount(self._currency, self._absent(found))
        return self._written(found) if found else None

    def _written(self, found: Converted) -> ConvertedAmount:
        forms = [(tag, write(found.quantity, resolve(tag).formatting)) for tag in self._view.languages]
        rate, period = self._rate(found.basis)
        day = write_period(period, self._view.locale) if period else ""
        source = str(words().gettext(_SOURCES[type(found.basis)]))
        return ConvertedAmount(
            currency=self._currency,
            numbers=tuple(Words(tag, form.text) for tag, form in forms),
            exact=tuple(Words(tag, form.exact) for tag, form in forms),
            quantity=found.quantity,
            rate=rate,
            day=day,
            day_iso=str(period) if period else "",
            source=source,
            told=str(words().gettext(_TOLD[type(found.basis)])).format(rate=rate, day=day),
        )

    def _rate(self, basis: Basis) -> tuple[str, Period | None]:
        """The rate as it is written, and when it held; an article's holds when the article appeared, if it does not say."""
        match basis:
            case ArticleRate(_, rate, period):
                return write(rate, self._view.locale).short, period or self._published
            case ReferenceRate(rate, day):
                return write(rate, self._view.locale).short, _on(day)
            case _:
                return "", None

    def _absent(self, found: NoRate) -> str:
        return str(words().gettext(_ABSENT[found.why])).format(
            currency=unit_label(found.currency, self._view.locale),
            day=write_period(_on(found.day), self._view.locale),
        )


_SOURCES: dict[type, str] = {
    ArticlePair: N_("the article"),
    ArticleRate: N_("the article"),
    ReferenceRate: N_("European Central Bank"),
}
_TOLD: dict[type, str] = {
    ArticlePair: N_("as the article itself states it"),
    ArticleRate: N_("at the article’s own rate, {rate} ({day})"),
    ReferenceRate: N_("at the European Central Bank’s reference rate of {day}, {rate}"),
}
_ABSENT = {
    Absence.NEVER: N_("The European Central Bank publishes no reference rate for this currency: {currency}."),
    Absence.THAT_DAY: N_("The European Central Bank published no reference rate on {day} for: {currency}."),
    Absence.NO_DAY: N_("There is no reference rate of the European Central Bank for {day}."),
}


def _on(day: date) -> Period:
    return Period(Point(day.year, day.month, day.day))
