"""What every reader takes and gives, whatever the format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from glossary.model import Concept, SubjectField
from translations.complaints import Complaint
from translations.files.octets import Watch

OTHER_FIELD = "imported"


class Format(StrEnum):
    """The formats that are read."""

    TBX = "tbx"
    CSV = "csv"
    TMX = "tmx"
    OMEGAT = "omegat"
    UTX = "utx"
    CEDICT = "cedict"
    JSON = "json"
    YAML = "yaml"


@dataclass(frozen=True, slots=True)
class Refused:
    """What is not imported, with its place and the reason; `whole` when nothing of its entry is."""

    complaint: Complaint
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller says where a file does not.

    `subject_field` is for entries that name none (an id), `known_fields` are those that there are, by which
    "Technology" or 科技 is `technology`. The languages (BCP 47) are those of a file that does not name its own;
    in one that does, two languages choose among them. `columns` say what the columns of a table are, in their
    order, in the words of its headings. `prefix` is put before ids that are no names in themselves (``1``).
    `watch` is told of the bytes as they are read.
    """

    subject_field: str | None = None
    known_fields: tuple[SubjectField, ...] = ()
    source_lang: str | None = None
    target_lang: str | None = None
    columns: tuple[str, ...] = ()
    format: Format | None = None
    prefix: str = "c"
    watch: Watch | None = None


@dataclass(slots=True)
class LeftOut:
    """What was understood and has no place in a concept, counted by what it is: ``language de``."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, count: int = 1) -> None:
        """Count something that is left out; a file of a million different things has no million counts."""
        self.counts[what if what in self.counts or len(self.counts) < _MOST_KINDS else _REST] += count


_MOST_KINDS = 200
_REST = "what else is not known"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file being read: its format, and what is in it, as it is taken, once.

    Taking an entry raises `BadFile` where the file as such is bad. `left_out` and `subject_fields` are complete when
    all is taken.
    """

    path: Path
    format: Format
    entries: Iterator[Concept | Refused]
    left_out: LeftOut
    subject_fields: Iterable[SubjectField]
