"""What is wrong with content, told so that an editor can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """What is wrong in a content file and how to mend it; line 0 is the file or folder as such."""

    file: str
    line: int
    value: str
    message: str
    mend: str

    def __str__(self) -> str:
        value = f" {self.value!r}:" if self.value else ""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}:{value} {self.message}; {self.mend}"


class ContentError(ValueError):
    """A content folder cannot be served; `complaints` says why, one for each fault."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = complaints
