"""Bilingual files as the command line is given them: two aligned texts, or one file that has both sides."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.commands.options import Refusal
from api.languages import is_read
from api.segment_checks import SegmentChecks
from translations import MalformedTag, ReaderLocale
from translations.bitexts import Bitext, Limits, TranslationUnit, read_aligned, read_bitext
from translations.checking import Segment, Verdict
from translations.files import BadFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says of the files, None where it leaves it to them, and how much is read."""

    source_lang: str | None
    target_lang: str | None
    source_column: str | int | None
    target_column: str | int | None
    limits: Limits


@dataclass(frozen=True, slots=True)
class Checked:
    """A unit of the files and what was found in it."""

    unit: TranslationUnit
    segment: Segment
    verdict: Verdict

    @property
    def line(self) -> int | None:
        """The line of the target, where a translator mends it, or else of the unit."""
        return self.unit.target_line or self.unit.line


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The files of one check; `source` and `target` are the same where one file has both sides."""

    source: Path
    target: Path
    bitext: Bitext
    checks: SegmentChecks

    @property
    def aligned(self) -> bool:
        """Whether these are two texts, whose segments are lines."""
        return self.source != self.target

    def checked(self, reader: ReaderLocale) -> Iterator[Checked]:
        """Yield every translated unit, checked and told to `reader`; `Refusal` where a file turns out bad."""
        source_lang = _language("source", self.bitext.source_lang, self.source)
        target_lang = _language("target", self.bitext.target_lang, self.target)
        units: deque[TranslationUnit] = deque()  # that are taken, but not yet checked

        def segments() -> Iterator[Segment]:
            for unit in self.bitext.units:
                units.append(unit)
                yield Segment(unit.source, unit.target, source_lang, target_lang)

        try:
            for segment, verdict in self.checks.verdicts(segments(), reader):
                yield Checked(units.popleft(), segment, verdict)
        except BadFile as error:
            raise Refusal(str(error)) from error


_BILINGUAL = frozenset((".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".po"))


def open_bilingual(source: Path, target: Path | None, wanted: Wanted, checks: SegmentChecks) -> Bilingual:
    """Open `source` and `target`, two aligned texts, or `source` alone; `Refusal` when it cannot be read."""
    try:
        if target is not None:
            if source.suffix.lower() in _BILINGUAL:
                raise Refusal(f"{source}: is a bilingual file; give it without {target}")
            aligned = read_aligned(
                source,
                target,
                source_lang=wanted.source_lang,
                target_lang=wanted.target_lang,
                limits=wanted.limits,
            )
            return Bilingual(source, target, aligned, checks)
        bitext = read_bitext(
            source,
            source_lang=wanted.source_lang,
            target_lang=wanted.target_lang,
            source_column=wanted.source_column,
            target_column=wanted.target_column,
            limits=wanted.limits,
        )
        return Bilingual(source, source, bitext, checks)
    except BadFile as error:
        raise Refusal(str(error)) from error


def _language(side: str, tag: str | None, path: Path) -> str:
    if tag is None:
        raise Refusal(
            f"{path}: does not say which language the {side} is in; add --{side}-lang, as zh-Hans or en"
        )
    try:
        if is_read(tag):
            return tag
    except MalformedTag:
        pass
    raise Refusal(
        f"{path}: the {side} is in {tag[:40]!r}; only Chinese and English are read: add --{side}-lang if it is one of them"
    )
