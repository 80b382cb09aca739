"""Segments checked by the rules that someone chose: on figures, on terms, or on both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from translations import ReaderLocale
from translations.checking import Check, IssueKind, Segment, Severity, Verdict, check_figures, check_segment
from translations.checking.markup import strip_markup

if TYPE_CHECKING:
    from glossary.checking import TermCheck

FIGURES = tuple(kind for kind in IssueKind if not kind.about_words)
WORDS = tuple(kind for kind in IssueKind if kind.about_words)
# What a rule may be called: a kind of issue, or all that are about figures or about words.
RULES = MappingProxyType({"figures": FIGURES, "terms": WORDS} | {kind.value: (kind,) for kind in IssueKind})

_BATCH = 256  # segments whose terms are looked for at once


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which kinds of issue are wanted, and how grave at least."""

    kinds: frozenset[IssueKind] = frozenset(IssueKind)
    least: Severity = Severity.WARNING

    @classmethod
    def of(cls, names: Iterable[str] | None, least: str) -> Chosen:
        """Return the choice of the rules called so, of all when None; names are those of `RULES`."""
        kinds = IssueKind if names is None else (kind for name in names for kind in RULES[name])
        return cls(frozenset(kinds), Severity(least))

    @property
    def words(self) -> tuple[IssueKind, ...]:
        """The kinds about words."""
        return tuple(kind for kind in WORDS if kind in self.kinds)

    def kept(self, verdict: Verdict) -> Verdict:
        """Return `verdict` with the issues that are wanted."""
        return Verdict(
            tuple(
                issue
                for issue in verdict.issues
                if issue.kind in self.kinds and issue.severity.reaches(self.least)
            )
        )


class SegmentChecks:
    """The checks of one text, segment by segment.

    `terms` makes the check of terms; it is asked for only where kinds about words are chosen.
    """

    def __init__(self, chosen: Chosen, terms: Callable[[tuple[IssueKind, ...]], TermCheck]) -> None:
        self._chosen = chosen
        self._terms = terms(chosen.words) if chosen.words else None
        self._checks: tuple[Check, ...] = (
            *((check_figures,) if not chosen.kinds.isdisjoint(FIGURES) else ()),
            *((self._terms,) if self._terms else ()),
        )

    def verdicts(
        self, segments: Iterable[Segment], reader: ReaderLocale
    ) -> Iterator[tuple[Segment, Verdict]]:
        """Yield each segment with what was found in it, told to `reader`.

        Segments are taken some hundreds at a time; when taking the next one fails, those before are yielded first.
        """
        for batch in _batches(segments):
            self._prepare(batch)
            for segment in batch:
                verdict = check_segment(segment, reader, self._checks) if self._checks else Verdict(())
                yield segment, self._chosen.kept(verdict)

    def _prepare(self, batch: Sequence[Segment]) -> None:
        if self._terms is not None and batch:
            sources = (strip_markup(segment.source).plain for segment in batch)
            self._terms.prepare(sources, batch[0].source_lang)


def _batches(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    rest = iter(segments)
    while True:
        batch: list[Segment] = []
        try:
            for segment in rest:
                batch.append(segment)
                if len(batch) == _BATCH:
                    break
        except Exception:
            yield batch
            raise
        if not batch:
            return
        yield batch
