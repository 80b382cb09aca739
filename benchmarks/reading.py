"""How well the reader reads: our corpora, the article, Recognizers-Text's specs; and its peers on the same.

    python benchmarks/reading.py                        the development set, the article, the specs
    python benchmarks/reading.py --set held-out -v      the set kept aside, with every difference
    python benchmarks/reading.py --peers PYTHON         beside Recognizers-Text, jionlp and quantulum3

PYTHON is that of an environment with the peers (reading_peers.py says how to make it; `make bench-peers` does it).
docs/recognizers.md explains where the specs differ from our policy. How fast it reads: reading_speed.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import reading_article
import reading_beside
import reading_recognizers

from translations.quantity import Kind, Quantity, Ratio
from translations.reading import Mention, Reading, read

# `dev` was written before the reader and `held-out` with it, and counted once, at the end; `dev_2` was written
# against it, by people who had not seen its code, and its failures were then mended. `held-out-2` was written and
# counted once after all of that.
PARTS = {
    "dev": ("dev", "dev_2"),
    "held-out": ("held_out",),
    "held-out-2": ("held_out_2",),
    "all": ("dev", "dev_2", "held_out", "held_out_2"),
}
CORPORA = Path(__file__).parent / "corpora"


@dataclass(frozen=True)
class Expected:
    """What an annotator wrote."""

    start: int
    end: int
    text: str
    key: tuple[Any, ...]
    modifier: str | None = None


@dataclass
class Score:
    """Right answers, and everything that was expected and given."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def add(self, right: int, given: int, expected: int) -> None:
        self.right += right
        self.given += given
        self.expected += expected

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        return f"precision {precision:6.1%}  recall {recall:6.1%}  ({self.right} of {self.expected}, {self.given} given)"


def cases(language: str, part: str) -> Iterator[dict[str, Any]]:
    """The sentences of a corpus."""
    for name in PARTS[part]:
        with (CORPORA / f"reading_{language}_{name}.jsonl").open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def figures_expected(case: dict[str, Any]) -> list[Expected]:
    """The figures that the annotators found, with their places."""
    found, position = [], 0
    for figure in case["figures"]:
        start = case["text"].index(figure["text"], position)
        position = start + len(figure["text"])
        found.append(Expected(start, position, figure["text"], _wanted_key(figure), figure.get("modifier")))
    return found


def dates_expected(case: dict[str, Any]) -> list[Expected]:
    """The dates that the annotators found."""
    found, position = [], 0
    for date in case.get("dates", ()):
        start = case["text"].index(date["text"], position)
        position = start + len(date["text"])
        found.append(Expected(start, position, date["text"], (date["value"],)))
    return found


def _wanted_key(figure: dict[str, Any]) -> tuple[Any, ...]:
    numbers = tuple(
        None if figure.get(n) is None else Decimal(str(figure[n])) for n in ("value", "low", "high")
    )
    return (figure["kind"], figure["unit"], *numbers, figure.get("numerator"), figure.get("denominator"))


def key(mention: Mention) -> tuple[Any, ...]:
    """What a mention says, but for its place and modifier."""
    q = mention.quantity
    ratio = (q.ratio.numerator, q.ratio.denominator) if q.ratio else (None, None)
    return (q.kind.value, q.unit, q.value, q.low, q.high, *ratio)


def compare(case: dict[str, Any], reading: Reading) -> tuple[int, int, int, int, list[str]]:
    """Right in everything; right but for the modifier or span; dates right; and the differences in words."""
    wanted = figures_expected(case)
    strict = {(e.start, e.end, e.key, e.modifier) for e in wanted}
    given = {
        (m.start, m.end, key(m), m.quantity.modifier.value if m.quantity.modifier else None)
        for m in reading.figures
    }
    right = len(strict & given)
    loose = sum(
        any(m.start < e.end and e.start < m.end and key(m) == e.key for m in reading.figures) for e in wanted
    )
    dates = {(e.start, e.end, *e.key) for e in dates_expected(case)}
    dates_given = {(d.start, d.end, d.value) for d in reading.dates}
    told = [f"  - wanted {_shown(w, case)}" for w in sorted(strict - given, key=lambda w: w[0])]
    told += [f"  + given  {_shown(g, case)}" for g in sorted(given - strict, key=lambda g: g[0])]
    told += [f"  - wanted date {case['text'][s:e]!r} {v}" for s, e, v in sorted(dates - dates_given)]
    told += [f"  + given  date {case['text'][s:e]!r} {v}" for s, e, v in sorted(dates_given - dates)]
    return right, loose, len(dates & dates_given), len(dates_given), told


def _shown(one: tuple[int, int, tuple[Any, ...], str | None], case: dict[str, Any]) -> str:
    start, end, found, modifier = one
    numbers = " ".join(str(x) for x in found[2:] if x is not None)
    return f"{case['text'][start:end]!r} {found[0]} {numbers} {found[1]} {modifier or ''}"


def corpora(part: str, verbose: bool) -> None:
    """Our own sentences."""
    for language in ("zh", "en"):
        strict, loose, dates = Score(), Score(), Score()
        sentences = 0
        for case in cases(language, part):
            sentences += 1
            reading = read(case["text"], case["lang"])
            right, alike, dated, dates_given, told = compare(case, reading)
            strict.add(right, len(reading.figures), len(case["figures"]))
            loose.add(alike, len(reading.figures), len(case["figures"]))
            dates.add(dated, dates_given, len(case.get("dates", ())))
            if told and verbose:
                print(case["id"], case["text"], *told, sep="\n")
        print(f"{language} {part}, {sentences} sentences")
        print(f"  figures, all fields     {strict}")
        print(f"  value and unit          {loose}")
        print(f"  dates                   {dates}")


def passages(part: str, shared: Path) -> list[reading_beside.Passage]:
    """Everything that the peers are asked, too."""
    found = [_passage(case, language) for language in ("zh", "en") for case in cases(language, part)]
    text = reading_article.article_text(shared)
    if text is not None:
        key = reading_article.stated(text)
        wanted = tuple(reading_beside.from_quantity(one.start, one.end, one.quantity) for one in key)
        found.append(reading_beside.Passage("article", "the article", "zh", text, wanted))
    if (shared / reading_recognizers.DATA).exists():
        specs = reading_recognizers.load(shared)
        extraction = [case for case in specs if case.kind != "number"]
        found += sorted(map(reading_beside.from_spec, extraction, range(len(extraction))), key=_by_group)
        found += sorted(reading_beside.numbers_alone(specs), key=_by_group)
    return found


def _by_group(passage: reading_beside.Passage) -> tuple[bool, str]:
    return not passage.lang.startswith("zh"), passage.group


def _passage(case: dict[str, Any], language: str) -> reading_beside.Passage:
    wanted = tuple(
        reading_beside.from_quantity(expected.start, expected.end, _quantity(figure))
        for expected, figure in zip(figures_expected(case), case["figures"], strict=True)
    )
    return reading_beside.Passage(
        case["id"], f"our sentences, {language}", case["lang"], case["text"], wanted
    )


def _quantity(figure: dict[str, Any]) -> Quantity:
    value, low, high = (
        None if figure.get(n) is None else Decimal(str(figure[n])) for n in ("value", "low", "high")
    )
    ratio = Ratio(figure["numerator"], figure["denominator"]) if "numerator" in figure else None
    return Quantity(Kind(figure["kind"]), figure["unit"], value, low, high, ratio=ratio)


def main(arguments: list[str]) -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", dest="part", default="dev", choices=list(PARTS))
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the article and the specs")
    parser.add_argument("--peers", metavar="PYTHON", help="the Python of an environment with the peers")
    parser.add_argument("--verbose", "-v", action="store_true", help="every difference")
    options = parser.parse_args(arguments)
    corpora(options.part, options.verbose)
    text = reading_article.article_text(options.shared)
    if text is not None:
        reading_article.report(text, options.verbose)
    reading_recognizers.report(options.shared, options.verbose)
    if options.peers:
        reading_beside.compare(passages(options.part, options.shared), options.peers)
    else:
        print("the peers left out: give --peers PYTHON (make bench-peers)")


if __name__ == "__main__":
    main(sys.argv[1:])
