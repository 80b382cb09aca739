"""A million concepts to measure with, as a CC-CEDICT file: the real one, then each of its entries with suffixes of business Chinese.

    python benchmarks/million.py FILE [--count 1000000] [--cedict FILE.gz]

FILE is written as it is made, gzipped where its name ends in .gz. The real entries come first, so that a smaller count is
a part of a larger one; every line is another entry (Traditional, Simplified and reading).
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

CEDICT = Path("../shared/data/cedict.txt.gz")
MILLION = 1_000_000

_ENTRY = re.compile(r"(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<reading>[^\]]*)\] /(?P<glosses>.*)/")


@dataclass(frozen=True, slots=True)
class Suffix:
    """What is put behind a headword, its reading, and behind an English gloss."""

    traditional: str
    simplified: str
    reading: str
    english: str


SUFFIXES = (
    Suffix("化", "化", "hua4", "transformation"),
    Suffix("性", "性", "xing4", "quality"),
    Suffix("率", "率", "lu:4", "rate"),
    Suffix("制度", "制度", "zhi4 du4", "system"),
    Suffix("市場", "市场", "shi4 chang3", "market"),
    Suffix("管理", "管理", "guan3 li3", "management"),
    Suffix("指數", "指数", "zhi3 shu4", "index"),
    Suffix("政策", "政策", "zheng4 ce4", "policy"),
    Suffix("理論", "理论", "li3 lun4", "theory"),
)


def lines(count: int = MILLION, cedict: Path = CEDICT) -> Iterator[str]:
    """Yield `count` entries of CC-CEDICT's form, without line ends; `ValueError` when there are not as many."""
    made = 0
    for line in islice(_all(cedict), count):
        made += 1
        yield line
    if made < count:
        raise ValueError(f"{cedict} makes {made:,} entries, and {count:,} are asked for")


def write(path: Path, count: int = MILLION, cedict: Path = CEDICT) -> None:
    """Write `count` entries to `path`."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8", newline="\n") as stream:
        stream.writelines(f"{line}\n" for line in lines(count, cedict))


def _all(cedict: Path) -> Iterator[str]:
    real = set()
    for entry in _entries(cedict):
        real.add(_head(entry[0]))
        yield entry[0]
    for suffix in SUFFIXES:
        made = (_suffixed(entry, suffix) for entry in _entries(cedict))
        yield from (line for line in made if _head(line) not in real)  # 一体化 is a word already


def _head(line: str) -> str:
    return line.partition("/")[0]


def _entries(cedict: Path) -> Iterator[re.Match[str]]:
    with gzip.open(cedict, "rt", encoding="utf-8") as stream:
        yield from filter(None, map(_ENTRY.match, stream))


def _suffixed(entry: re.Match[str], suffix: Suffix) -> str:
    traditional, simplified, reading, glosses = entry.groups()
    first = glosses.partition("/")[0]
    return (
        f"{traditional}{suffix.traditional} {simplified}{suffix.simplified}"
        f" [{reading} {suffix.reading}] /{first} {suffix.english}/"
    )


def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=MILLION)
    parser.add_argument("--cedict", type=Path, default=CEDICT)
    options = parser.parse_args()
    try:
        write(options.file, options.count, options.cedict)
    except (OSError, ValueError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    _main()
