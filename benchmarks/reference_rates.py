"""What reference rates cost: the days that an article needs, beside the whole history."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

DAYS = (date(2025, 12, 31), date(2025, 9, 30), date(2022, 12, 31), date(2000, 4, 25))


def resident() -> float:
    """MB of this process in memory (proc(5))."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def wanted() -> object:
    from api.reference_rates import ReferenceRates

    rates = ReferenceRates()
    for day in DAYS:
        began = time.perf_counter()
        found = rates.on(day)
        print(
            f"  {day}: {(time.perf_counter() - began) * 1e3:5.1f} ms, {len(found.per_euro) if found else 0} rates"
        )
    return rates


def everything() -> object:
    from currency_converter import CurrencyConverter

    return CurrencyConverter(decimal=True)


def measure(make: Callable[[], object]) -> None:
    import currency_converter  # noqa: F401 - both need it
    import flask  # noqa: F401 - is there in any case

    before, began = resident(), time.perf_counter()
    kept = make()
    print(f"{make.__name__}: {time.perf_counter() - began:.3f} s, {resident() - before:.1f} MB")
    del kept


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure({"wanted": wanted, "everything": everything}[sys.argv[1]])
    else:
        for name in ("wanted", "everything"):  # each in a process of its own
            subprocess.run([sys.executable, __file__, name], check=True)
