"""Figures and dates of a segment compared: what the target says otherwise, as issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from translations.catalogs import catalog
from translations.checking.adoption import adopt
from translations.checking.agreement import takes_off
from translations.checking.amounts import Figure, figures
from translations.checking.cents import settle_cents
from translations.checking.dates import compare_dates
from translations.checking.doubts import opposed_bounds, sign_lost
from translations.checking.excuses import Side, small
from translations.checking.issues import Report
from translations.checking.leftovers import sort_out
from translations.checking.markup import Stripped, strip_markup
from translations.checking.millions import settle_millions
from translations.checking.model import Check, Issue, Segment, Severity, Span, Verdict
from translations.checking.pairing import Pairing, pair
from translations.checking.suggestions import target_locale
from translations.checking.swaps import crossed, exchanged
from translations.checking.tolerance import LOWER
from translations.locales import ReaderLocale
from translations.reading.model import Reading
from translations.reading.reader import read


def check_segment(segment: Segment, reader: ReaderLocale, checks: Sequence[Check] | None = None) -> Verdict:
    """What every one of `checks` finds in `segment`, told to `reader`; `check_figures` alone if none are given.

    The checks see the texts without their markup; the spans of the verdict point into the texts as given.
    """
    source, target = strip_markup(segment.source), strip_markup(segment.target)
    clean = segment
    if source.plain is not segment.source or target.plain is not segment.target:
        clean = replace(segment, source=source.plain, target=target.plain, as_given=segment)
    issues = [issue for check in checks or (check_figures,) for issue in check(clean, reader)]
    if clean is not segment:
        issues = [
            replace(
                issue,
                source=_as_given(issue.source, source, segment.source),
                target=_as_given(issue.target, target, segment.target),
            )
            for issue in issues
        ]
    return Verdict(tuple(sorted(issues, key=_place)))


def _as_given(span: Span | None, stripped: Stripped, text: str) -> Span | None:
    if span is None:
        return None
    start, end = stripped.place(span.start, span.end)
    return Span(start, end, text[start:end])


def check_figures(segment: Segment, reader: ReaderLocale) -> tuple[Issue, ...]:
    """The figures and dates of `segment` that its two sides say differently."""
    return compare_readings(
        segment,
        read(segment.source, segment.source_lang),
        read(segment.target, segment.target_lang),
        reader,
    )


def compare_readings(
    segment: Segment, source: Reading, target: Reading, reader: ReaderLocale
) -> tuple[Issue, ...]:
    """`check_figures` for texts that have been read already."""
    report = Report(catalog(reader.content), target_locale(segment.target_lang))
    ours, theirs = figures(segment.source, source.figures), figures(segment.target, target.figures)
    ours, theirs = settle_millions(ours, theirs), settle_millions(theirs, ours)
    ours, theirs = settle_cents(ours, theirs), settle_cents(theirs, ours)
    here, there = Side(segment.source, source, ours), Side(segment.target, target, theirs)
    issues = (*_figures(here, there, report), *_dates(here, there, report))
    return tuple(sorted(issues, key=_place))


def _figures(here: Side, there: Side, report: Report) -> Iterator[Issue]:
    pairing = pair(here.figures, there.figures)
    adopt(pairing, here, there)
    yield from _agreeing(pairing, here, there, report)
    source, target = pairing.source, pairing.target
    for both in crossed(source, target):
        for one, other in both:
            if one in source and other in target:
                source.remove(one)
                target.remove(other)
                yield report.swapped(one, other)
    found = sort_out(source, target, here, there)
    for diagnosis, one, other in found.pairs:
        yield report.pair(diagnosis, one, other)
    for one, other in found.roughly:
        yield report.roughly(one, other)
    for figure, number, power in found.off_scale:
        yield report.off_scale(figure, number, power, here, there)
    for number, other_number, power in found.bare:
        yield report.bare(number, other_number, power, here, there)
    for figure in found.missing:
        yield report.missing(figure, _severity(figure))
    for figure in found.added:
        yield report.added(figure, _severity(figure))


def _agreeing(pairing: Pairing, here: Side, there: Side, report: Report) -> Iterator[Issue]:
    """What may be wrong although the amounts agree."""
    for both in exchanged(pairing.pairs, here, there):
        for one, other in both:
            yield report.swapped(one, other)
    for one, other in pairing.pairs:
        if takes_off(one, other) and one.amount.low == other.amount.low:
            yield report.discount(one, other)
        elif sign_lost(one, other):
            yield report.sign(one, other)
        elif opposed_bounds(one, other):
            yield report.opposed(one, other, lower=one.modifier in LOWER)


def _dates(here: Side, there: Side, report: Report) -> Iterator[Issue]:
    found = compare_dates(here, there)
    for one, other in found.contradictions:
        yield report.dates(one, other)
    for date in found.missing:
        yield report.date_missing(date)
    for date in found.added:
        yield report.date_added(date)


def _severity(figure: Figure) -> Severity:
    return Severity.WARNING if small(figure) else Severity.ERROR


def _place(issue: Issue) -> tuple[bool, int, int]:
    """In the order of the target; what the target lacks comes behind, in the order of the source."""
    if issue.target is None:
        return True, issue.source.start if issue.source else 0, 0
    return False, issue.target.start, issue.source.start if issue.source else 0
