"""What an import tells: each refusal as it happens, and at the end what became of the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import IO, Any

from api.commands.terminal import harmless
from api.json_text import legible
from glossary.interchange.reading import Reading, Refused
from glossary.store.changes import ChangeCounts

# As many are shown; a report file has them all.
_MOST_SHOWN = 20
_MOST_IN_JSON = 1_000


@dataclass(slots=True)
class _File:
    """How far a file has come."""

    reading: Reading
    taken: int = 0
    refused: int = 0
    in_part: int = 0


class Report:
    """Counts what is taken and refused; `tell` hears of the first refusals, `file` is written all of them.

    `changes` are known when the import is done, None when nothing was imported.
    """

    def __init__(self, tell: Callable[[str], object], file: IO[str] | None = None) -> None:
        self.changes: ChangeCounts | None = None
        self._files: list[_File] = []
        self._first: list[dict[str, Any]] = []
        self._tell = tell
        self._file = file

    @property
    def taken(self) -> int:
        """The entries that were taken."""
        return sum(file.taken for file in self._files)

    @property
    def refused(self) -> int:
        """The entries that were not."""
        return sum(file.refused for file in self._files)

    @property
    def complaints(self) -> int:
        """The entries that were not taken, and the values left out of some that were."""
        return self.refused + sum(file.in_part for file in self._files)

    def begin(self, reading: Reading) -> None:
        """What follows is of `reading`."""
        self._files.append(_File(reading))

    def take(self) -> None:
        """Count an entry."""
        self._files[-1].taken += 1

    def refuse(self, refused: Refused) -> None:
        """Count and tell what is refused."""
        if refused.whole:
            self._files[-1].refused += 1
        else:
            self._files[-1].in_part += 1
        line = harmless(str(refused.complaint))
        if self._file:
            self._file.write(f"{line}\n")
        if self.complaints <= _MOST_SHOWN:
            self._tell(line)
        if self.complaints <= _MOST_IN_JSON:
            self._first.append({**asdict(refused.complaint), "imported_without_it": not refused.whole})

    def rest(self) -> Iterator[str]:
        """Yield how many refusals were not told."""
        if self.complaints > _MOST_SHOWN:
            more = self.complaints - _MOST_SHOWN
            yield f"… and {more:,} more" + ("" if self._file else "; --report FILE writes all of them")

    def lines(self, *, dry_run: bool) -> Iterator[str]:
        """Yield what is told at the end."""
        for file in self._files:
            yield f"{file.reading.path}: {file.reading.format}, {_told_of(file)}"
            for what, count in file.reading.left_out.counts.most_common():
                yield f"  not kept: {harmless(what)} ({count:,})"
        if self.changes is None:
            yield "nothing was imported"
            return
        kinds = ("added", "changed", "withdrawn", "unchanged")
        counts = ", ".join(f"{getattr(self.changes, kind):,} {kind}" for kind in kinds)
        yield f"{'would be' if dry_run else 'concepts'}: {counts}"

    def as_json(self, *, dry_run: bool) -> str:
        """Return all of it; of the refusals, the first thousand."""
        files = [
            {
                "file": str(file.reading.path),
                "format": file.reading.format.value,
                "taken": file.taken,
                "refused": file.refused,
                "taken_in_part": file.in_part,
                "not_kept": dict(file.reading.left_out.counts.most_common()),
            }
            for file in self._files
        ]
        changes = asdict(self.changes) if self.changes else None
        answer = {"dry_run": dry_run, "changes": changes, "files": files, "complaints": self._first}
        return legible(answer)


def _told_of(file: _File) -> str:
    told = f"{file.taken:,} concept{'' if file.taken == 1 else 's'}"
    if file.refused:
        told += f", {file.refused:,} refused"
    if file.in_part:
        told += f", {file.in_part:,} values left out"
    return told
