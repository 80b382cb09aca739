"""What can be wrong with two figures of one amount: their signs, and the bounds that qualify them."""

from __future__ import annotations

import re
from functools import cache

from translations.checking.amounts import Figure
from translations.quantity import Modifier

_BELOW = frozenset({Modifier.LESS_THAN, Modifier.NEARLY, Modifier.UP_TO})
_ABOVE = frozenset({Modifier.OVER, Modifier.AT_LEAST})
# 高达 and "as much as" praise the size of a number more than they bound it.
_PRAISES = re.compile(r"(?:[高多]达|[高多]達|as (?:much|many|high) as |up to )\s*\Z", re.IGNORECASE)
_REACH = 60


def opposed_bounds(source: Figure, target: Figure) -> bool:
    """Whether one is a lower bound and the other an upper one: 逾40亿, less than 4 billion."""
    if source.modifier in _ABOVE and target.modifier in _BELOW:
        return not _PRAISES.search(target.before(12))
    if source.modifier in _BELOW and target.modifier in _ABOVE:
        return not _PRAISES.search(source.before(12))
    return False


def sign_lost(source: Figure, target: Figure) -> bool:
    """Whether one is below zero and nothing on the other side says so: no sign, no loss, no fall."""
    negative, positive = _below_zero(source), _below_zero(target)
    if negative == positive:
        return False
    plain = target if negative else source
    return not _decline().search(plain.before(_REACH) + plain.mention.text + plain.after(_REACH))


def _below_zero(figure: Figure) -> bool:
    quantity = figure.mention.quantity
    end = quantity.value if quantity.value is not None else quantity.low
    return end is not None and end < 0


@cache
def _decline() -> re.Pattern[str]:
    return re.compile(
        r"fell|fall|declin|decreas|drop|down|loss|lost|lose|losing|minus|negative|below|shr[aiu]nk|contract|deficit"
        r"|cut|lower|slip|slid|slump|plung|tumbl|sank|sink|reduc|shed|outflow|red\b|weak|worse|dip|eas|retreat|less"
        r"|降|减|減|亏|虧|跌|负|負|缩|縮|赤字|逆差|零下|低|少|滑|挫|下|流出|收窄",
        re.IGNORECASE,
    )
