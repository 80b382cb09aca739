"""What a bilingual file comes down to: its units, in the words of TMX and XLIFF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from translations.files import BadFile


class Skip(StrEnum):
    """Why a unit of the file is not among the units read."""

    UNTRANSLATED = "untranslated"
    NO_SOURCE = "no_source"
    EMPTY = "empty"
    FUZZY = "fuzzy"
    LOCKED = "locked"
    OBSOLETE = "obsolete"
    OTHER_LANGUAGE = "other_language"


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A segment and its translation as written, without the file's own inline elements.

    `line` is where the unit begins in the file (in the source's file, for two aligned texts), from 1;
    `target_line` is the line in the target's file where there are two. `id` is the file's own.
    """

    source: str
    target: str
    id: str | None = None
    line: int | None = None
    target_line: int | None = None


@dataclass(frozen=True, slots=True)
class Languages:
    """Two BCP 47 tags, None where it is not known or not asked for."""

    source: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Bitext:
    """The units of a bilingual file, read as they are taken: once, in the order of the file.

    Taking a unit raises `BadFile` where the file is bad. `skipped` counts what has been passed over so far.
    The languages are None where neither the file nor the caller names them.
    """

    source_lang: str | None
    target_lang: str | None
    units: Iterator[TranslationUnit]
    skipped: Counter[Skip] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: `max_bytes` of a file, `max_units`, `max_segment` code points of a segment."""

    max_bytes: int = 256 * 1024 * 1024
    max_units: int = 1_000_000
    max_segment: int = 100_000

    def check_size(self, path: Path) -> None:
        """Raise `BadFile` when `path` is no regular file or too large, `OSError` when there is none."""
        size = path.stat().st_size
        if not path.is_file():
            raise BadFile(path, None, "is not a file", "name a file")
        if size > self.max_bytes:
            fault = f"has {size:,} bytes, more than max_bytes = {self.max_bytes:,}"
            raise BadFile(path, None, fault, "split it, or raise the limit")

    def too_long(self, path: Path, line: int | None) -> BadFile:
        """Return the complaint about a segment at `line`."""
        fault = f"a segment is longer than max_segment = {self.max_segment:,} characters"
        return BadFile(path, line, fault, "split the segment, or raise the limit")


def sift(
    path: Path, units: Iterable[TranslationUnit], skipped: Counter[Skip], limits: Limits
) -> Iterator[TranslationUnit]:
    """Yield the `units` that have both sides, count the others in `skipped`, keep to the `limits`."""
    taken = 0
    for unit in units:
        if len(unit.source) > limits.max_segment or len(unit.target) > limits.max_segment:
            raise limits.too_long(path, unit.line)
        if (reason := _reason_to_skip(unit)) is not None:
            skipped[reason] += 1
            continue
        taken += 1
        if taken > limits.max_units:
            fault = f"has more than max_units = {limits.max_units:,} translated units"
            raise BadFile(path, unit.line, fault, "split the file, or raise the limit")
        yield unit


def _reason_to_skip(unit: TranslationUnit) -> Skip | None:
    source, target = unit.source.strip(), unit.target.strip()
    if source and target:
        return None
    if source:
        return Skip.UNTRANSLATED
    return Skip.NO_SOURCE if target else Skip.EMPTY
