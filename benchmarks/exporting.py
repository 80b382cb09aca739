"""Every export of many concepts: how fast, how large, and how much memory, each in a process of its own.

    python benchmarks/exporting.py [--count 1000000] [--cedict FILE.gz] [PROFILE ...]

The first line is the concepts alone, gone through and not written: what remains of a profile's time is the writer's.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import glossaries
import million

from api.content import read_content
from api.folders import ContentFolders
from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.interchange.language_tags import plain
from glossary.interchange.writing import PROFILES, Content, Header, Omissions, selected, write
from translations import PartialText

_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/")
_NOTHING = "concepts alone"


def concepts(count: int, cedict: Path) -> Iterator[Concept]:
    """Yield a concept for each entry; of so few the shipped ones."""
    if count <= glossaries.SHIPPED:
        yield from read_content(ContentFolders.at(None)).glossary.concepts
        return
    for number, line in enumerate(million.lines(count, cedict), 1):
        traditional, simplified, reading, glosses = _ENTRY.fullmatch(line).groups()  # type: ignore[union-attr]
        english = glosses.split("/")
        terms = (
            _term(simplified, "zh-Hans", reading),
            _term(traditional, "zh-Hant", reading),
            *(
                _term(gloss, "en", None, Status.ADMITTED if n else Status.PREFERRED)
                for n, gloss in enumerate(english[:3])
            ),
        )
        yield Concept(f"c{number}", ConceptType.GENERAL, "words", PartialText(en=glosses), terms)


def _term(text: str, language: str, reading: str | None, status: Status = Status.PREFERRED) -> Term:
    return Term(text, language, status, TermType.FULL_FORM, PartOfSpeech.NOUN, reading)


def measure(name: str, count: int, cedict: Path) -> str:
    """Return a line on one profile."""
    started, size, omissions = time.perf_counter(), 0, Omissions()
    if name == _NOTHING:
        for _ in concepts(count, cedict):
            pass
    else:
        profile = PROFILES[name]
        languages = (plain("zh-Hans"), plain("en"))
        found = concepts(count, cedict)
        kept = found if profile.flat else selected(found, {"zh-Hans", "en"}, lambda _: None)
        content = Content(kept, (), languages, Header("Glossary", "Duizhao", "0"), omissions)
        for part in write(profile, content):
            size += len(part)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{name:<14} {seconds:8.1f} s {count / seconds:10,.0f} concepts/s {size / 1e6:8.1f} MB"
        f" {peak:7.0f} MB peak {omissions.total:9,} left out"
    )


def main() -> None:
    """Measure each profile in a process of its own, so that none has the memory of another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", nargs="*")
    parser.add_argument("--count", type=int, default=million.MILLION)
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        print(measure(given.profile[0], given.count, given.cedict), flush=True)
        return
    for name in given.profile or [_NOTHING, *PROFILES]:
        options = ["--count", str(given.count), "--cedict", str(given.cedict), "--alone", name]
        subprocess.run([sys.executable, __file__, *options], check=True)


if __name__ == "__main__":
    main()
