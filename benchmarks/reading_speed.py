"""How fast the reader reads, what it costs to start, and that its time grows with the length, whatever the text.

    python benchmarks/reading_speed.py                       speed, import, memory, hostile texts
    python benchmarks/reading_speed.py --peers PYTHON        beside Recognizers-Text, too (reading_peers.py)

Times are CPU times, best of some runs; a busy machine hurts least that way. Recognizers-Text reads the same texts in
the same run with the models that our kinds need: currency, dimension, percent and number.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import reading_beside
from reading import cases
from reading_article import article_text

from translations.reading import Reading, read

ROOT = Path(__file__).parent.parent
GOAL_RATE = 1_000_000
GOAL_IMPORT = 40
GOAL_RATIO = 50
_LONG = 1_000_000
# As much of a long text as Recognizers-Text gets through in reasonable time.
_SHORT = 20_000
_STARTS = 5
_MODELS = ("currency", "dimension", "percent", "number")

HOSTILE = {
    "digits": "7",
    "万亿": "万亿",
    "1万": "1万",
    "one hundred": "one hundred ",
    "about": "约",
    "1,": "1,",
    "第": "第",
    "1-": "1-",
    "至": "至",
    "$": "$",
    "百分之": "百分之",
    "and": "and ",
    "1 and blank": "1 ",
    "x": "x",
    "1%": "1%",
    "1倍": "1倍",
    "1/": "1/",
    "3 percent of": "3 percent of ",
    "from 1 to": "from 1 to ",
    "约GDP的": "约GDP的",
    "2024年": "2024年",
    "blanks": " ",
    "brackets": "(1",
    "a name and a number": "Meta 5 dogs ",
    "低于美国的5%": "低于美国的5%，",
    "surrogates": "\ud800",
    "mixed": "约1万-$一hundred of 第３至/％",
}
_SIZES = (50_000, 100_000, 200_000)
# Four times the length may take this many times as long; a quadratic reader takes sixteen.
_GROWTH = 6.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its language."""

    name: str
    lang: str
    text: str


def texts(shared: Path) -> list[Text]:
    """The article, where it is there, and our sentences joined to a long text in each language."""
    article = article_text(shared)
    found = [Text("the article", "zh", article)] if article else []
    for lang, joint in (("zh", ""), ("en", " ")):
        sentences = joint.join(case["text"] for case in cases(lang, "dev"))
        found.append(Text(f"long text, {lang}", lang, (sentences * (_LONG // len(sentences) + 1))[:_LONG]))
    return found


def best(text: Text, runs: int) -> tuple[float, Reading]:
    """The least CPU time of `runs`, and what was read."""
    least, reading = float("inf"), Reading((), ())
    for _ in range(runs):
        start = time.process_time()
        reading = read(text.text, text.lang)
        least = min(least, time.process_time() - start)
    return least, reading


def speed(found: list[Text]) -> bool:
    """Print characters a second; whether the article and the long texts meet the goal."""
    print(
        f"{'':20}{'characters':>12}{'a second':>14}{'figures':>9}{'µs each':>9}   goal {GOAL_RATE:,} a second"
    )
    met = True
    for one in found:
        taken, reading = best(one, 30 if len(one.text) < _SHORT else 3)
        rate, hits = len(one.text) / taken, len(reading.figures)
        met &= rate >= GOAL_RATE
        print(f"{one.name:20}{len(one.text):12,}{rate:14,.0f}{hits:9,}{taken / max(hits, 1) * 1e6:9.1f}")
    return met


_START = """
import re, time
from pathlib import Path

def peak():
    told = re.search("VmHWM:[^0-9]*([0-9]+)", Path("/proc/self/status").read_text())
    return int(told[1]) / 1024

bare = peak()
start = time.process_time()
import translations
package = time.process_time()
import translations.reading
imported = time.process_time()
translations.reading.read("约三亿元, about $3 billion")
first = time.process_time()
print(package - start, imported - start, first - imported, bare, peak())
"""


def start() -> bool:
    """Print what import, first call and memory cost; whether import meets the goal. Linux only."""
    if not Path("/proc/self/status").exists():
        print("\nimport, first call and memory left out: no /proc")
        return True
    # An installed package has its bytecode.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    told: list[list[float]] = []
    for _ in range(_STARTS):
        run = subprocess.run(
            [sys.executable, "-c", _START], env=environment, check=True, capture_output=True, text=True
        )
        told.append([float(number) for number in run.stdout.split()])
    package, imported, first, bare, used = (min(column) for column in zip(*told, strict=True))
    print(
        f"\nimport {imported * 1000:.1f} ms, of which the package translations {package * 1000:.1f} ms"
        f" (goal {GOAL_IMPORT} ms, best of {_STARTS})\n"
        f"first call {first * 1000:.0f} ms (tables are built), memory {used - bare:.1f} MB above {bare:.1f} MB"
    )
    return bool(imported * 1000 <= GOAL_IMPORT)


def growth() -> bool:
    """Print how the time of hostile texts grows; whether it grows with their length."""
    print(
        f"\n{'hostile text':16}"
        + "".join(f"{size:>12,}" for size in _SIZES)
        + f"{'growth':>16}   ns a character"
    )
    linear = True
    for name, piece in HOSTILE.items():
        taken = _times(piece)
        if taken[-1] / taken[0] > _GROWTH:  # a busy machine, or so
            taken = [min(pair) for pair in zip(taken, _times(piece), strict=True)]
        steps = "".join(f"{after / before:8.2f}" for before, after in pairwise(taken))
        superlinear = taken[-1] / taken[0] > _GROWTH
        linear &= not superlinear
        told = "".join(f"{seconds * 1000:9.1f} ms" for seconds in taken)
        each = taken[-1] / _SIZES[-1] * 1e9
        print(f"{name:16}{told}{steps}{each:12,.0f}{'   SUPERLINEAR' if superlinear else ''}")
    return linear


def _times(piece: str) -> list[float]:
    whole = [(piece * (size // len(piece) + 1))[:size] for size in _SIZES]
    return [best(Text(piece, "zh", text), 2)[0] for text in whole]


def beside(found: list[Text], python: str) -> bool:
    """Print the same texts read by Recognizers-Text; whether the reader is fast enough beside it."""
    asked = [Text(one.name, one.lang, one.text[:_SHORT]) for one in found]
    job = [{"id": one.name, "lang": one.lang, "text": one.text} for one in asked]
    answer = reading_beside.ask(python, "recognizers", job, repeat=3)
    if answer is None:
        return True
    print(
        f"\n{'beside Recognizers':20}{'characters':>12}{'ours':>12}{'theirs':>12}{'ratio':>9}   goal {GOAL_RATIO}"
    )
    met = True
    for one in asked:
        ours, _ = best(one, 10)
        theirs = sum(answer["seconds"][one.name][model] for model in _MODELS)
        met = met and bool(theirs / ours >= GOAL_RATIO)
        print(
            f"{one.name:20}{len(one.text):12,}{ours * 1000:9.1f} ms{theirs * 1000:9.1f} ms{theirs / ours:9.0f}"
        )
    print(
        f"theirs: import {answer['import'] * 1000:.0f} ms, first call {answer['first'] * 1000:.0f} ms, {answer['memory']:.0f} MB"
    )
    return met


def main(arguments: list[str]) -> None:
    """Print all of it; and which goals were missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where the article is")
    parser.add_argument("--peers", metavar="PYTHON", help="the Python of an environment with the peers")
    options = parser.parse_args(arguments)
    found = texts(options.shared)
    goals = {"characters a second": speed(found), "import": start(), "linear time": growth()}
    if options.peers:
        goals["beside Recognizers"] = beside(found, options.peers)
    else:
        print("Recognizers-Text left out: give --peers PYTHON (make bench-peers)")
    missed = [goal for goal, met in goals.items() if not met]
    print(f"missed: {', '.join(missed)}" if missed else "every goal met")


if __name__ == "__main__":
    main(sys.argv[1:])
