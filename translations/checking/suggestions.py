"""What the target could say instead, written by the formatter in the target's language and manner."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale, dates

from translations.checking.agreement import grows_by
from translations.checking.amounts import Figure
from translations.checking.tolerance import digits
from translations.locales import DEFAULT_LANGUAGE, MalformedTag, resolve
from translations.quantity import Kind, Quantity
from translations.reading.model import DateMention, Sense
from translations.reading.moments import Moment, parse_moment
from translations.writing import Width, parse_period, write, write_period, writer

_NUMBER = re.compile(
    r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
    r"(?P<scale>[\s-]?(?:trillion|billion|million|thousand|hundred|trn|tn|bn|mn|[kmbtKMBT](?![a-z]))|\s?[十百千万萬亿億兆]+)?"
)
_WORDS_BY_MULTIPLE = (
    ("d", {2: "doubled", 3: "tripled", 4: "quadrupled", 5: "quintupled"}),
    ("ing", {2: "doubling", 3: "tripling", 4: "quadrupling", 5: "quintupling"}),
)
_SHORTENED = {"m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12, "trn": 12, "t": 12, "k": 3}
_ORDINALS = ("first", "second", "third", "fourth")
_HAN = dict(zip(map(Decimal, range(1, 10)), "一两三四五六七八九", strict=True))
_DOUBLINGS = {Decimal(2) ** count: Decimal(count) for count in range(1, 4)}
_MULTIPLE_ENDING = re.compile("倍[多余餘]?\\Z")
_HUNDRED = Decimal(100)
_MEASURED = frozenset({Kind.MEASURE, Kind.POWER})
_TOO_LONG = Decimal(100_000)
_LARGEST_MANTISSA = Decimal(1000)


def suggest(source: Figure, target: Figure | None, locale: Locale) -> str | None:
    """The source's quantity as `target` should have it; None where the formatter has no words for it."""
    quantity = _own_units(source.mention.quantity, target)
    with suppress(ValueError):  # a unit that only the reader knows, a number too large to write
        if target is None:
            return _by_itself(quantity, locale)
        if quantity.kind is Kind.COUNT and target.kind is not Kind.COUNT:
            return _converted(source, target, locale)
        return (
            _in_words(quantity, target)
            or _in_its_unit(source, target, locale)
            or _growth(quantity, target, locale)
            or _mirrored(quantity, target, locale)
            or _written(quantity, target, locale)
        )
    return None


def _by_itself(quantity: Quantity, locale: Locale) -> str:
    """What the target lacks; a multiple in words that hold wherever the translator puts them."""
    if locale.language == "zh" and quantity.kind is Kind.MULTIPLE and quantity.value and quantity.value > 1:
        return _doublings(quantity.value, locale) or _level(quantity.value, locale)
    return write(quantity, locale).text


def suggest_number(value: Decimal | None, locale: Locale) -> str | None:
    """A number by itself."""
    with suppress(ValueError):
        return writer(locale, Kind.COUNT, "count", Width.LONG)(value) if value is not None else None
    return None


def suggest_amount(value: Decimal | None, target: Figure, locale: Locale) -> str | None:
    """What `target` counts or measures, with another value."""
    with suppress(ValueError):
        return _mirrored(replace(target.mention.quantity, value=value), target, locale)
    return None


def suggest_date(source: DateMention, target: DateMention, locale: Locale) -> str | None:
    """The source's date in the target's language; None where there is no pattern for it."""
    year = parse_moment(target.value).year
    value = source.value
    if value.startswith("XXXX") and year is not None:
        value = value.replace("XXXX", str(year))
    with suppress(ValueError):
        moment = parse_moment(value)
        return (
            _quarter_or_decade(moment, target, locale)
            or _without_year(moment, locale)
            or write_period(parse_period(value), locale)
        )
    return None


def _quarter_or_decade(moment: Moment, target: DateMention, locale: Locale) -> str | None:
    """The third quarter of 2024, the 1990s, 20世纪90年代: what prose has other words for than CLDR."""
    if moment.end is not None or moment.fiscal:
        return None
    english = locale.language == "en"
    if moment.decade is not None:
        century, decade = moment.decade // 10 + 1, moment.decade % 10
        period = {"Hant": f"{century}世紀{decade}0年代"}.get(
            locale.script or "", f"{century}世纪{decade}0年代"
        )
        return f"{moment.decade}0s" if english else period
    if moment.quarter is None or not english or "quarter" not in target.text.lower():
        return None
    year = f" of {moment.year}" if moment.year else ""
    return f"{_ORDINALS[moment.quarter - 1]} quarter{year}"


def _own_units(quantity: Quantity, target: Figure | None) -> Quantity:
    """The number as it was said, without the modifier, which stands outside the span that is replaced."""
    return quantity if target is None else replace(quantity, modifier=None)


def _in_words(quantity: Quantity, target: Figure) -> str | None:
    """Doubled, tripled: the verb of the same form."""
    written = target.mention.text.lower()
    if quantity.kind is not Kind.MULTIPLE or quantity.value is None:
        return None
    for ending, verbs in _WORDS_BY_MULTIPLE:
        if written in verbs.values() and written.endswith(ending):
            return verbs.get(int(quantity.value)) if quantity.value == int(quantity.value) else None
    return None


def _growth(quantity: Quantity, target: Figure, locale: Locale) -> str | None:
    """Tripled, where the target says 增长三倍 or "up 300%": 两倍, 200%."""
    if quantity.kind is Kind.PERCENT and quantity.value is not None and target.mention.sense is Sense.GROWTH:
        quantity = replace(quantity, kind=Kind.MULTIPLE, unit="times", value=quantity.value / _HUNDRED + 1)
    if quantity.kind is not Kind.MULTIPLE or quantity.value is None or quantity.value <= 1:
        return None
    grown = quantity.value - 1
    if target.kind is Kind.PERCENT and grows_by(target):
        percent = Decimal(f"{(grown * _HUNDRED).normalize():f}")
        return write(Quantity(Kind.PERCENT, "percent", percent), locale).long
    if target.kind is not Kind.MULTIPLE:
        return None
    if "番" in target.mention.text:
        return _doublings(quantity.value, locale) or _level(quantity.value, locale)
    ending = _MULTIPLE_ENDING.search(target.mention.text)
    if target.mention.sense is not Sense.GROWTH or ending is None:
        return None
    in_digits = _NUMBER.search(target.mention.text) is not None
    return _times(grown, locale, in_digits=in_digits) + ending[0]


def _doublings(level: Decimal, locale: Locale) -> str | None:
    """翻一番, 翻两番 where `level` is that many doublings."""
    count = _DOUBLINGS.get(level)
    return None if count is None else f"翻{_times(count, locale, in_digits=False)}番"


def _level(level: Decimal, locale: Locale) -> str:
    """A level that no 增长 before it can turn into a growth."""
    former = "原來的" if locale.script == "Hant" else "原来的"
    return f"增至{former}{_times(level, locale, in_digits=False)}倍"


def _times(number: Decimal, locale: Locale, *, in_digits: bool) -> str:
    han = None if in_digits else _HAN.get(number)
    if han is None:
        return str(writer(locale, Kind.RATIO, "ratio", Width.EXACT)(number))
    return "兩" if han == "两" and locale.script == "Hant" else han


def _in_its_unit(source: Figure, target: Figure, locale: Locale) -> str | None:
    """30亿度 where the target has GWh: 3,000 GWh rather than 3,000,000,000 kWh."""
    quantity, mine = source.mention.quantity, target.mention.quantity
    if quantity.kind not in _MEASURED or quantity.unit == mine.unit or quantity.value is None:
        return None
    return _converted(source, target, locale) if quantity.value >= _TOO_LONG else None


def _converted(source: Figure, target: Figure, locale: Locale) -> str | None:
    """3万亩 where the target has hectares: 2,000 hectares, in as many digits as the source has, two at least."""
    if source.amount.dimension != target.amount.dimension or not source.amount.single:
        return None
    exact = source.amount.low / target.amount.factor
    places = max(digits(source.amount.low / source.amount.factor), 2) - 1 - exact.adjusted()
    rounded = exact.quantize(Decimal(1).scaleb(-places))
    return _mirrored(replace(target.mention.quantity, value=rounded), target, locale)


def _mirrored(quantity: Quantity, target: Figure, locale: Locale) -> str | None:
    """The target's own wording with another number in it: US$8.3bn → US$830bn, 335家 → 353家."""
    mine = target.mention.quantity
    if (
        quantity.value is None
        or mine.value is None
        or (quantity.kind, quantity.unit) != (mine.kind, mine.unit)
    ):
        return None
    if quantity.ratio or mine.ratio or (quantity.value < 0) != (mine.value < 0):
        return None
    found = list(_NUMBER.finditer(target.mention.text))
    if len(found) != 1:
        return None
    match = found[0]
    number = _number(abs(quantity.value), match, locale, compact=quantity.kind in (Kind.MONEY, Kind.COUNT))
    if number is None:
        return None
    return target.mention.text[: match.start()] + number + target.mention.text[match.end() :]


def _number(value: Decimal, match: re.Match[str], locale: Locale, *, compact: bool) -> str | None:
    scale = match["scale"] or ""
    if not compact and not scale:
        return writer(locale, Kind.RATIO, "ratio", Width.EXACT)(value)
    if scale in ("", "k", "K") and locale.language == "en":
        return writer(locale, Kind.COUNT, "count", Width.EXACT)(value)
    short = _SHORTENED.get(scale.strip(" -").lower())
    if short is None:
        number = writer(locale, Kind.COUNT, "count", Width.LONG)(value)
        return number.replace(" ", "-") if scale.startswith("-") else number
    for letters, power in sorted(_SHORTENED.items(), key=lambda pair: abs(pair[1] - short)):
        mantissa = value.scaleb(-power)
        if 1 <= mantissa < _LARGEST_MANTISSA and len(letters) == len(scale.strip(" -")):
            plain = writer(locale, Kind.RATIO, "ratio", Width.EXACT)(mantissa)
            return plain + (letters.upper() if scale.strip(" -").isupper() else letters)
    return None


def _written(quantity: Quantity, target: Figure, locale: Locale) -> str:
    """The formatter's words; with a sign of the currency where the target has one."""
    forms = write(quantity, locale)
    if (
        quantity.kind is Kind.MONEY
        and locale.language == "en"
        and not re.match(r"[0-9]", target.mention.text)
    ):
        return _signed(quantity, forms.short, target, locale) or forms.short
    if quantity.kind is Kind.MONEY:  # CLDR's Chinese yuan is a plain yuan in prose
        plain = "yuan" in target.text and "Chinese yuan" not in target.text
        return forms.long.replace("Chinese yuan", "yuan") if plain else forms.long
    short = re.search(r"[0-9]\s?(?:[A-Za-z]{1,3}|[A-Za-z]+/[a-z]+)\Z", target.mention.text)
    return forms.short if short else forms.long


def _signed(quantity: Quantity, short: str, target: Figure, locale: Locale) -> str | None:
    """HK$36 billion, HK$36bn: the sign of the short form, the scale as the target words it."""
    sign = re.match(r"[^0-9]+", short)
    if sign is None or quantity.value is None or quantity.value < 0:
        return None
    found = list(_NUMBER.finditer(target.mention.text))
    number = _number(quantity.value, found[0], locale, compact=True) if len(found) == 1 else None
    return sign[0] + (number or writer(locale, Kind.COUNT, "count", Width.LONG)(quantity.value))


def _without_year(moment: Moment, locale: Locale) -> str | None:
    if moment.year is not None or moment.end is not None or moment.fiscal:
        return None
    if moment.quarter is not None:
        return str(locale.quarters["format"]["wide"][moment.quarter])
    if moment.month is None:
        return None
    if moment.day is None:
        return str(locale.months["stand-alone"]["wide"][moment.month])
    return str(dates.format_skeleton("MMMMd", date(2000, moment.month, moment.day), locale=locale))


@lru_cache(maxsize=256)
def target_locale(tag: str) -> Locale:
    """The locale that writes numbers in a text tagged `tag`; English for a malformed tag."""
    try:
        return resolve(tag).formatting
    except MalformedTag:
        return resolve(DEFAULT_LANGUAGE).formatting
