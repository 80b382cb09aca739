"""Whether two figures say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from translations.checking.amounts import Amount, Figure
from translations.checking.tolerance import LOWER, UPPER, digits, directed, same
from translations.quantity import Kind, Modifier

_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
# 48% is nearly half; a fraction has no digits that would say how far it rounds.
_FRACTION_ROUGH = Decimal(2)
_FRACTION_BOUND = Decimal(7)
_DOZEN = Decimal(12)
_TEENS = re.compile(r"\b(?:low|mid|high)[- ]teens\b", re.IGNORECASE)
_APPROXIMATE_NUMERAL = re.compile("[多余餘几幾來来]|[Dd]ozen|-odd")
_POINT = re.compile(r"[- ](?:of (?:a|one) )?(?:percentage[- ])?point\b|厘|个百分点|個百分點")
_POINTS_OF_A_RATE = ("点", "點")
_NOUN_WITHIN = 30
_EACH = re.compile(r"(?:cents|p|pence) (?:on|in|to) the (?:dollar|pound|euro)\b")
_OFF_BEHIND = re.compile(r" (?:off|discount|cheaper)\b")
_LEVELS_OF_A_BOUND = Decimal(10)


def agree(source: Figure, target: Figure) -> bool:
    """Whether `target` says what `source` says, in whatever unit, rounded as translators round."""
    if source.kind is target.kind is Kind.MONEY and source.mention.text == target.mention.text:
        return True  # $5 billion left as it is, whichever dollar the languages take it for
    for one in source.amounts:
        for other in target.amounts:
            if one.dimension != other.dimension:
                continue
            # What 吨 or ¥ may also mean is taken at its word, and not converted.
            if one.factor != other.factor and (one is not source.amount or other is not target.amount):
                continue
            if _agree(source, target, one, other):
                return True
    return _across(source, target)


def _agree(source: Figure, target: Figure, one: Amount, other: Amount) -> bool:
    factors = (one.factor, other.factor)
    if one.low == other.low and one.high == other.high:
        return True
    if one.single and other.single:
        if source.ratio or target.ratio:
            return _fraction(source, target, one, other)
        return (
            same(source, target, one.low, other.low, factors)
            or _approximate_numeral(source, target, one, other)
            or _difference_of_temperatures(source, target, one)
        )
    if source.vague or target.vague:
        return _vaguely(source, target, one, other)
    if one.single or other.single:
        return False
    return same(source, target, one.low, other.low, factors) and same(
        source, target, one.high, other.high, factors
    )


def _fraction(source: Figure, target: Figure, one: Amount, other: Amount) -> bool:
    """三分之一 is 33%, 33.3% or 33.33%; 48% is nearly half."""
    if source.ratio and target.ratio:
        return one.low == other.low
    ratio, share, rounded = (source, other, one) if source.ratio else (target, one, other)
    apart = abs(share.low - rounded.low)
    if apart <= share.quantum * _HALF:
        return True
    if ratio.modifier is Modifier.ABOUT:
        return apart <= _FRACTION_ROUGH
    if ratio.modifier in LOWER | UPPER:
        return apart <= _FRACTION_BOUND and directed(share.low, rounded.low, ratio.modifier)
    return False


def _vaguely(source: Figure, target: Figure, one: Amount, other: Amount) -> bool:
    """数百亿 and hundreds of billions overlap; 上百家 reaches into the hundreds; mid-teens are 中双位数."""
    if source.vague and target.vague:
        teens = _TEENS.search(source.mention.text) or _TEENS.search(target.mention.text)
        return bool(teens and one.low >= _TEN <= other.low) or (
            one.low <= other.high and other.low <= one.high
        )
    vague, exact, modifier = (one, other, target.modifier) if source.vague else (other, one, source.modifier)
    if vague.low <= exact.low and exact.high <= vague.high:
        return True
    return modifier in LOWER and exact.low <= vague.low <= exact.low * _LEVELS_OF_A_BOUND


def _approximate_numeral(source: Figure, target: Figure, one: Amount, other: Amount) -> bool:
    """十多家 and a dozen or so: within the next step of the rougher numeral."""
    for rough, exact, figure, its in ((one, other, source, target), (other, one, target, source)):
        if figure.modifier is not Modifier.OVER or not _APPROXIMATE_NUMERAL.search(figure.mention.text):
            continue
        hedged = exact.low == _DOZEN or _APPROXIMATE_NUMERAL.search(its.mention.text)
        step = rough.factor.scaleb((rough.low / rough.factor).adjusted())
        if hedged and rough.low <= exact.low < rough.low + (
            step if digits(rough.low) == 1 else rough.quantum
        ):
            return True
    return False


def _difference_of_temperatures(source: Figure, target: Figure, one: Amount) -> bool:
    """2 °C warmer is 3.6 °F warmer: a difference has no zero point."""
    if one.dimension != "temperature" or source.mention.quantity.unit == target.mention.quantity.unit:
        return False
    first, second = source.mention.quantity.value, target.mention.quantity.value
    if first is None or second is None:
        return False
    scaled = abs(second * target.amount.factor - first * source.amount.factor)
    return scaled <= max(target.amount.quantum, source.amount.quantum) * _HALF


def _across(source: Figure, target: Figure) -> bool:
    """Shares and multiples: doubled is up 100% or to 200%; 八五折 is 15% off."""
    one, other = source.amount, target.amount
    if (source.kind is Kind.COUNT) != (target.kind is Kind.COUNT):
        return _counted(source, target) if source.kind is Kind.COUNT else _counted(target, source)
    if not one.single or not other.single:
        return False
    if (source.kind is Kind.MONEY) != (target.kind is Kind.MONEY):
        return _of_each(source, target) if source.kind is Kind.MONEY else _of_each(target, source)
    if {one.dimension, other.dimension} == {"share", "points"}:
        return _part_of_a_point(*(source, target) if other.dimension == "points" else (target, source))
    if one.dimension == "share" and other.dimension == "share":
        return _discount(source, target) or _discount(target, source)
    if one.dimension == "multiple" and other.dimension == "share":
        return _multiple(source, target)
    if one.dimension == "share" and other.dimension == "multiple":
        return _multiple(target, source)
    return False


def _multiple(multiple: Figure, share: Figure) -> bool:
    times, percent = multiple.amount, share.amount
    quantum = (
        max(times.quantum * _HUNDRED, percent.quantum)
        if multiple.modifier or share.modifier
        else percent.quantum
    )
    return any(abs(level - percent.low) <= quantum * _HALF for level in _shares(multiple, share))


def _shares(multiple: Figure, share: Figure) -> Iterator[Decimal]:
    times = multiple.amount.low * _HUNDRED
    if times < _HUNDRED:  # halved: to 50%, and by 50%
        yield times
        yield _HUNDRED - times
        return
    growing, reaching = growth_words()
    if not reaching.search(share.before(20)):
        yield times - _HUNDRED
    if not growing.search(share.before(20)):
        yield times


def grows_by(share: Figure) -> bool:
    """Whether something grew by `share`, as far as the words before it tell."""
    growing, reaching = growth_words()
    before = share.before(20)
    return growing.search(before) is not None or reaching.search(before) is None


def _part_of_a_point(ratio: Figure, points: Figure) -> bool:
    """A quarter point, 四分之一厘: a fraction of a percentage point is no share."""
    if ratio.ratio is None or _POINT.match(ratio.after(_NOUN_WITHIN)) is None:
        return False
    return ratio.amount.low == points.amount.low * _HUNDRED


def _counted(count: Figure, measured: Figure) -> bool:
    """Six straight weeks, 2.1 points: a count of what stands a few words on, and is a unit in the other text."""
    if (
        count.mention.quantity.value is None
        or count.mention.quantity.value != measured.mention.quantity.value
    ):
        return False
    if count.amount.low <= _TEN and _in_words(count) and _in_words(measured):
        return True  # 三桶油, three oil companies
    behind = count.after(_NOUN_WITHIN)
    if measured.kind is Kind.PERCENTAGE_POINTS:
        if measured.mention.quantity.unit == "basis_point":  # 400点 of an exchange rate
            return count.mention.classifier in _POINTS_OF_A_RATE
        return re.match(r"[- ]points?\b", behind) is not None
    unit = re.escape(measured.mention.quantity.unit)
    return measured.kind is Kind.DURATION and re.search(rf"\b{unit}s?\b", behind) is not None


def _in_words(figure: Figure) -> bool:
    return not any(map(str.isdecimal, figure.mention.text))


def _of_each(money: Figure, share: Figure) -> bool:
    """31 cents on the dollar: 31%."""
    if share.amount.dimension != "share" or money.amount.low >= 1 or _EACH.search(money.text) is None:
        return False
    return money.amount.low * _HUNDRED == share.amount.low


def takes_off(chinese: Figure, english: Figure) -> bool:
    """Whether 九折 became "90% off", which is a tenth of the price instead of nine."""
    if "折" not in chinese.mention.text or english.kind is not Kind.PERCENT or "折" in english.mention.text:
        return False
    return chinese.amount.low * 2 != _HUNDRED and _OFF_BEHIND.match(english.after(_NOUN_WITHIN)) is not None


def _discount(chinese: Figure, english: Figure) -> bool:
    """八五折 reads as 85 percent of the price, "15% off" as the part that is taken off."""
    if "折" not in chinese.mention.text or english.kind is not Kind.PERCENT or "折" in english.mention.text:
        return False
    off = _off().search(english.before(20) + " " + english.after(20))
    return off is not None and chinese.amount.low + english.amount.low == _HUNDRED


@cache
def growth_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a share that something grew by, and before one that it grew to."""
    hedge = r"(?:了|约|近|逾|超过|超|达|about |nearly |over |more than |almost |some |around |roughly )?"
    growing = (
        r"增长|增加|上涨|上升|提高|提升|攀升|大涨|飙升|激增|增幅|涨幅|涨|增|"
        r"\b(?:rose|up|grew|grown|risen|increased?|jumped|surged|climbed|gained|soared|expanded|growth of|by)(?: by)? "
    )
    reaching = r"[至到为]|相当于|是|\b(?:to|at|is|was|were|are|reached|reaching|hit|equal to) "
    return re.compile(rf"(?:{growing}){hedge}\Z", re.I), re.compile(rf"(?:{reaching}){hedge}\Z", re.I)


@cache
def _off() -> re.Pattern[str]:
    return re.compile(
        r"\boff\b|discount|reduc|sav(?:e|ing)|cheaper|\bcut\b|优惠|折扣|降价|优惠|便宜|減|减", re.I
    )
