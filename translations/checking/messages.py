"""What is wrong, in a sentence that a translator understands, in the translator's language."""

from __future__ import annotations

from babel.support import NullTranslations

from translations.catalogs import N_
from translations.checking.amounts import Figure, scale_word, written_digits
from translations.checking.diagnosis import Diagnosis
from translations.checking.model import IssueKind
from translations.quantity import Kind


def describe(diagnosis: Diagnosis, source: Figure, target: Figure, words: NullTranslations) -> str:
    """The sentence for a pair of figures that do not agree."""
    texts = {"source": source.mention.text, "target": target.mention.text}
    if diagnosis.kind is IssueKind.SCALE and diagnosis.power:
        return scale(diagnosis.power, texts["source"], texts["target"], words)
    if diagnosis.kind is IssueKind.PERCENT_POINTS:
        pattern = _POINTS_FOR_PERCENT if source.kind is Kind.PERCENT else _PERCENT_FOR_POINTS
    elif diagnosis.kind is IssueKind.GROWTH and source.kind is Kind.MULTIPLE:
        level = f"{source.amount.low.normalize():f}"
        return _tell(words, _GROWTH, **texts, level=level)
    else:
        pattern = _BY_KIND[diagnosis.kind]
    return _tell(words, pattern, **texts)


def missing(figure: str, words: NullTranslations) -> str:
    return _tell(words, _MISSING, source=figure)


def added(figure: str, words: NullTranslations) -> str:
    return _tell(words, _ADDED, target=figure)


def swapped(source: Figure, target: Figure, words: NullTranslations) -> str:
    return _tell(words, _SWAPPED, source=source.mention.text, target=target.mention.text)


def numbers_differ(source: str, target: str, words: NullTranslations) -> str:
    return _tell(words, _BY_KIND[IssueKind.VALUE], source=source, target=target)


def opposed(lower: bool, words: NullTranslations) -> str:
    """`lower`: whether the source bounds the number from below."""
    return _tell(words, _LOWER_TO_UPPER if lower else _UPPER_TO_LOWER)


def sign(source: Figure, target: Figure, words: NullTranslations) -> str:
    return _tell(words, _SIGN, source=source.mention.text, target=target.mention.text)


def months_and_days(source: Figure, target: Figure, words: NullTranslations) -> str:
    return _tell(words, _MONTHS_AND_DAYS, source=source.mention.text, target=target.mention.text)


def dates_differ(source: str, target: str, words: NullTranslations) -> str:
    return _tell(words, _DATES, source=source, target=target)


def date_missing(source: str, words: NullTranslations) -> str:
    return _tell(words, _DATE_MISSING, source=source)


def date_added(target: str, words: NullTranslations) -> str:
    return _tell(words, _DATE_ADDED, target=target)


_COPIED_LARGER = N_(
    "The digits were copied and {source_scale} was read as {target_scale}: the target says {factor} times the amount."
)
_COPIED_SMALLER = N_(
    "The digits were copied and {source_scale} was read as {target_scale}: the target says 1/{factor} of the amount."
)
_LARGER = N_("The scale is wrong: “{target}” is {factor} times “{source}”.")
_SMALLER = N_("The scale is wrong: “{target}” is 1/{factor} of “{source}”.")
_POINTS_FOR_PERCENT = N_("“{source}” is a percentage, “{target}” a difference in percentage points.")
_PERCENT_FOR_POINTS = N_("“{source}” is a difference in percentage points, “{target}” a percentage.")
_GROWTH = N_("“{source}” means {level} times the original level; “{target}” says otherwise.")
_MISSING = N_("“{source}” is missing from the target.")
_ADDED = N_("“{target}” is not in the source.")
_SWAPPED = N_("Two figures changed places: where the source has “{source}”, the target has “{target}”.")
_LOWER_TO_UPPER = N_("The source gives a lower bound (more than, at least), the target an upper one.")
_UPPER_TO_LOWER = N_("The source gives an upper bound (less than, at most), the target a lower one.")
_SIGN = N_("Only one of “{source}” and “{target}” is below zero.")
_MONTHS_AND_DAYS = N_("“{source}” and “{target}” are only roughly the same length of time.")
_DATES = N_("The dates differ: “{source}” in the source, “{target}” in the target.")
_DATE_MISSING = N_("The date “{source}” is missing from the target.")
_DATE_ADDED = N_("The date “{target}” is not in the source.")
_BY_KIND = {
    IssueKind.VALUE: N_("The numbers differ: “{source}” in the source, “{target}” in the target."),
    IssueKind.UNIT: N_("The number is the same, the unit is not: “{source}” became “{target}”."),
    IssueKind.CURRENCY: N_("The amount is the same, the currency is not: “{source}” became “{target}”."),
    IssueKind.GROWTH: N_("“{source}” and “{target}” are different growth."),
}


def scale(power: int, source: str, target: str, words: NullTranslations) -> str:
    """The sentence for `target` being 10 to the `power` times `source`, both as they were written."""
    factor = f"{10 ** abs(power):,}"
    here, there = scale_word(source), scale_word(target)
    digits = written_digits(source)
    if here and there and here != there and digits and digits == written_digits(target):
        pattern = _COPIED_LARGER if power > 0 else _COPIED_SMALLER
        return _tell(words, pattern, source_scale=here, target_scale=there, factor=factor)
    return _tell(words, _LARGER if power > 0 else _SMALLER, source=source, target=target, factor=factor)


def _tell(words: NullTranslations, pattern: str, **values: str) -> str:
    return str(words.gettext(pattern)).format(**values)
