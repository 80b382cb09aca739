"""What is wrong with a file that was given to us, in one line."""

from __future__ import annotations

from pathlib import Path

from translations.complaints import Complaint

_LONGEST_QUOTE = 60


class BadFile(ValueError):
    """A file cannot be read; the text is one line: file, line, what is wrong, the mend."""

    def __init__(self, path: Path, line: int | None, fault: str, mend: str) -> None:
        self.complaint = Complaint(str(path), line or 0, "", fault, mend)
        super().__init__(str(self.complaint))


def quoted(text: str) -> str:
    """Return `text` from a file as it may stand in a message: on one line, and not too long."""
    return repr(text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…")
