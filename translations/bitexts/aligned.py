"""Two text files, one segment a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from translations.bitexts.model import Bitext, Limits, Skip, TranslationUnit, sift
from translations.files import BadFile
from translations.files.languages import tidy
from translations.files.textfile import TextFile, survey


def read_aligned(
    source_path: str | PathLike[str],
    target_path: str | PathLike[str],
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Bitext:
    """Pair the lines of two text files in UTF-8, or UTF-16 with a byte order mark.

    Blank lines at the end do not count; otherwise the numbers of lines must be equal. `BadFile` when they
    are not, when a file is in another encoding, or beyond the `limits`; `OSError` when it cannot be opened.
    """
    source, target = (_surveyed(Path(path), limits) for path in (source_path, target_path))
    count = max(source.last_text, target.last_text)
    if count > min(source.lines, target.lines):
        fault = f"has {target.lines:,} lines, and {source.path} has {source.lines:,}"
        mend = "a translation stands on the line of its source; leave a line blank for what is not translated"
        raise BadFile(target.path, None, fault, mend)
    skipped: Counter[Skip] = Counter()
    units = sift(source.path, _pairs(source, target, count, limits), skipped, limits)
    return Bitext(source_lang and tidy(source_lang), target_lang and tidy(target_lang), units, skipped)


def _surveyed(path: Path, limits: Limits) -> TextFile:
    limits.check_size(path)
    return survey(path)


def _pairs(source: TextFile, target: TextFile, count: int, limits: Limits) -> Iterator[TranslationUnit]:
    sides = zip(_segments(source, limits), _segments(target, limits), strict=False)
    for line, (source_text, target_text) in zip(range(1, count + 1), sides, strict=False):
        yield TranslationUnit(source_text, target_text, line=line, target_line=line)


def _segments(file: TextFile, limits: Limits) -> Iterator[str]:
    for line, text in enumerate(file.read(longest=limits.max_segment + 1), start=1):
        segment = text.removesuffix("\n")
        if len(segment) > limits.max_segment:
            raise limits.too_long(file.path, line)
        yield segment
