"""The number writer against ICU (as Node's Intl prints it) and against Babel's speed.

    python benchmarks/formatting.py            both
    python benchmarks/formatting.py --equal    the comparison alone; fails on an unexplained difference
    python benchmarks/formatting.py --speed    the timing alone

Node with full ICU must be on the path for the comparison (Node 20.20: ICU 78, CLDR 48).
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from babel import Locale, numbers
from formatting_icu import LOCALES, compare

from translations.quantity import Kind, Modifier, Quantity
from translations.writing import Width, write, writer


def _drawn(count: int) -> list[Decimal]:
    draw = random.Random(1)
    return [Decimal(draw.randrange(10, 99999)).scaleb(draw.randrange(3, 10)) for _ in range(count)]


def _seconds(call: Callable[[Decimal], Any], values: list[Decimal]) -> float:
    start = time.perf_counter()
    for value in values:
        call(value)
    return (time.perf_counter() - start) / len(values)


def speed() -> None:
    """Formats a second on values that differ each time, interleaved with Babel's in the same run."""
    values = _drawn(20_000)
    print(f"{'a second':12}{'long':>10}{'short':>10}{'exact':>10}{'Babel':>10}{'× Babel':>9}{'write()':>11}")
    for tag in LOCALES:
        locale = Locale.parse(tag, sep="-")
        calls = {width: writer(locale, Kind.MONEY, "USD", width) for width in Width}

        def babel(value: Decimal, locale: Locale = locale) -> str:
            return numbers.format_compact_currency(value, "USD", locale=locale, fraction_digits=2)

        def whole(value: Decimal, locale: Locale = locale) -> object:
            return write(Quantity(Kind.MONEY, "USD", value, modifier=Modifier.ABOUT), locale)

        best: dict[str, float] = {}
        for _ in range(5):
            rounds = {**{width.value: _seconds(call, values) for width, call in calls.items()}}
            rounds |= {"babel": _seconds(babel, values[:2000]), "write": _seconds(whole, values[:5000])}
            best = {name: min(taken, best.get(name, taken)) for name, taken in rounds.items()}
        rate = {name: 1 / taken for name, taken in best.items()}
        print(
            f"{tag:12}{rate['long']:10,.0f}{rate['short']:10,.0f}{rate['exact']:10,.0f}{rate['babel']:10,.0f}"
            f"{rate['short'] / rate['babel']:9.1f}{rate['write']:11,.0f}"
        )


if __name__ == "__main__":
    wanted = set(sys.argv[1:]) or {"--equal", "--speed"}
    if not shutil.which("node"):
        print("no node on the path: the comparison with ICU is left out")
        wanted -= {"--equal"}
    missed = compare() if "--equal" in wanted else 0
    if "--speed" in wanted:
        speed()
    sys.exit(1 if missed else 0)
