"""What a check takes and gives: segments, issues, and the seam for further checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from translations.locales import ReaderLocale


class IssueKind(StrEnum):
    """What is wrong, with a figure or (from `TERM_MISSING` on) with words; the values are the names on the wire."""

    SCALE = "scale"
    VALUE = "value"
    UNIT = "unit"
    CURRENCY = "currency"
    PERCENT_POINTS = "percent_points"
    GROWTH = "growth"
    MISSING = "missing"
    ADDED = "added"
    SWAPPED = "swapped"
    DATE = "date"
    TERM_MISSING = "term_missing"
    TERM_DEPRECATED = "term_deprecated"
    TERM_PINYIN = "term_pinyin"
    TERM_INCONSISTENT = "term_inconsistent"
    TERM_FULL_FORM = "term_full_form"
    TERM_REGION = "term_region"
    SCRIPT = "script"

    @property
    def about_words(self) -> bool:
        """Whether this is about terms and characters, not about figures and dates."""
        return self.value.startswith("term_") or self is IssueKind.SCRIPT


class Severity(StrEnum):
    """An error makes the segment wrong; a warning is for the translator to judge, a note for who wants to see all."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, least: Severity) -> bool:
        """Whether this is as grave as `least`, or graver."""
        order = list(Severity)
        return order.index(self) <= order.index(least)


@dataclass(frozen=True, slots=True)
class Segment:
    """A text and its translation, each with its BCP 47 language tag.

    What a check sees has no markup; `as_given` is then the segment with its tags and placeholders.
    """

    source: str
    target: str
    source_lang: str
    target_lang: str
    as_given: Segment | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, in code points, and what stands there."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that the target says otherwise than the source.

    `message` is a sentence in the reader's language, `suggestion` what could stand at `target` instead (or, for
    what is missing, be added), in the target's language. `power` is by how many powers of ten the target is
    off: 1 when it says ten times the amount. `term_id` is the concept that an issue with a term is about.
    """

    kind: IssueKind
    severity: Severity
    message: str
    source: Span | None = None
    target: Span | None = None
    suggestion: str | None = None
    power: int | None = None
    term_id: str | None = None


class Check(Protocol):
    """Anything that finds issues in a segment without markup and tells them in the language of `reader`."""

    def __call__(self, segment: Segment, reader: ReaderLocale, /) -> Sequence[Issue]: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all checks found in one segment, in the order of the target, then of the source."""

    issues: tuple[Issue, ...]

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings leave a segment right."""
        return all(issue.severity is not Severity.ERROR for issue in self.issues)
