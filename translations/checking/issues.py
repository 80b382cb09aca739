"""Issues put together: spans, the sentence, the suggestion."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.support import NullTranslations

from translations.checking import messages
from translations.checking.amounts import Figure
from translations.checking.diagnosis import Diagnosis
from translations.checking.excuses import Side
from translations.checking.model import Issue, IssueKind, Severity, Span
from translations.checking.suggestions import suggest, suggest_amount, suggest_date, suggest_number
from translations.reading.model import DateMention, Mention
from translations.reading.numbers import Found

_HUNDRED = Decimal(100)
_NO_YEAR = ("XXXX", "FYXXXX")


@dataclass(frozen=True, slots=True)
class Report:
    """Makes issues with the reader's `words` and suggestions in the target's `locale`."""

    words: NullTranslations
    locale: Locale

    def pair(self, diagnosis: Diagnosis, source: Figure, target: Figure) -> Issue:
        """Two figures that stand for each other and do not agree."""
        return Issue(
            diagnosis.kind,
            diagnosis.severity,
            messages.describe(diagnosis, source, target, self.words),
            span(source.mention),
            span(target.mention),
            suggest(source, target, self.locale),
            diagnosis.power,
        )

    def swapped(self, source: Figure, target: Figure) -> Issue:
        told = messages.swapped(source, target, self.words)
        return self._pair(IssueKind.SWAPPED, Severity.ERROR, told, source, target)

    def roughly(self, source: Figure, target: Figure) -> Issue:
        """Thirty days for a month."""
        told = messages.months_and_days(source, target, self.words)
        return self._pair(IssueKind.UNIT, Severity.WARNING, told, source, target)

    def discount(self, source: Figure, target: Figure) -> Issue:
        """九折 as "90% off"."""
        told = messages.numbers_differ(source.mention.text, target.mention.text, self.words)
        suggestion = suggest_amount(_HUNDRED - source.amount.low, target, self.locale)
        return Issue(
            IssueKind.VALUE, Severity.ERROR, told, span(source.mention), span(target.mention), suggestion
        )

    def sign(self, source: Figure, target: Figure) -> Issue:
        told = messages.sign(source, target, self.words)
        return self._pair(IssueKind.VALUE, Severity.ERROR, told, source, target)

    def opposed(self, source: Figure, target: Figure, *, lower: bool) -> Issue:
        """Bounds that contradict each other; `lower`: the source's bounds from below."""
        told = messages.opposed(lower, self.words)
        return Issue(IssueKind.VALUE, Severity.WARNING, told, span(source.mention), span(target.mention))

    def off_scale(self, figure: Figure, number: Found, power: int, here: Side, there: Side) -> Issue:
        """A figure of one side, and a bare number on the other that was meant for it."""
        ours = figure.text is here.text
        bare = _slice(there if ours else here, number)
        source, target = (span(figure.mention), bare) if ours else (bare, span(figure.mention))
        if ours:
            suggestion = suggest_number(figure.mention.quantity.value, self.locale)
        else:
            power, suggestion = -power, suggest_amount(number.number.value, figure, self.locale)
        return self._off(power, source, target, suggestion)

    def bare(self, number: Found, other: Found, power: int, here: Side, there: Side) -> Issue:
        """Two numbers without units; `power` 0 says that their digits differ."""
        source, target = _slice(here, number), _slice(there, other)
        return self._off(power, source, target, suggest_number(number.number.value, self.locale))

    def _off(self, power: int, source: Span, target: Span, suggestion: str | None) -> Issue:
        if power == 0:
            told = messages.numbers_differ(source.text, target.text, self.words)
            return Issue(IssueKind.VALUE, Severity.ERROR, told, source, target, suggestion)
        told = messages.scale(power, source.text, target.text, self.words)
        return Issue(IssueKind.SCALE, Severity.ERROR, told, source, target, suggestion, power)

    def missing(self, source: Figure, severity: Severity) -> Issue:
        told = messages.missing(source.mention.text, self.words)
        suggestion = suggest(source, None, self.locale)
        return Issue(IssueKind.MISSING, severity, told, source=span(source.mention), suggestion=suggestion)

    def added(self, target: Figure, severity: Severity) -> Issue:
        told = messages.added(target.mention.text, self.words)
        return Issue(IssueKind.ADDED, severity, told, target=span(target.mention))

    def dates(self, source: DateMention, target: DateMention) -> Issue:
        told = messages.dates_differ(source.text, target.text, self.words)
        suggestion = suggest_date(source, target, self.locale)
        return Issue(IssueKind.DATE, Severity.ERROR, told, span(source), span(target), suggestion)

    def date_missing(self, source: DateMention) -> Issue:
        told = messages.date_missing(source.text, self.words)
        return Issue(IssueKind.MISSING, _weight(source), told, source=span(source))

    def date_added(self, target: DateMention) -> Issue:
        told = messages.date_added(target.text, self.words)
        return Issue(IssueKind.ADDED, _weight(target), told, target=span(target))

    def _pair(self, kind: IssueKind, severity: Severity, told: str, source: Figure, target: Figure) -> Issue:
        suggestion = suggest(source, target, self.locale)
        return Issue(kind, severity, told, span(source.mention), span(target.mention), suggestion)


def _weight(date: DateMention) -> Severity:
    """A year that only one side has is a fact; a month or a quarter may be plain from the context."""
    return Severity.WARNING if date.value.startswith(_NO_YEAR) else Severity.ERROR


def _slice(side: Side, number: Found) -> Span:
    return Span(number.start, number.end, side.text[number.start : number.end])


def span(mention: Mention | DateMention) -> Span:
    """Where a mention stands."""
    return Span(mention.start, mention.end, mention.text)
