"""SQLite's statements in PostgreSQL's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"(?P<list>IN \((?:\?(?:, \?)*)?\))|\?")

# PostgreSQL's text holds neither NUL nor an unpaired surrogate; a noncharacter, which no text has, stands in their place.
STAND_IN = "\uffff"
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with numbered marks, and how many of the values go to each; None is one that is no list."""

    text: str
    takes: tuple[int | None, ...]

    def values(self, values: Sequence[object]) -> list[object]:
        """Return what goes to the marks."""
        sendable = [_sendable(value) for value in values]
        if all(count is None for count in self.takes):
            return sendable
        found, at = [], 0
        for count in self.takes:
            found.append(sendable[at] if count is None else sendable[at : at + count])
            at += 1 if count is None else count
        return found


def translated(sql: str) -> Statement:
    """Return `sql` for PostgreSQL.

    A list in parentheses becomes one array, so that lists of all lengths are one statement, which is planned once.
    """
    takes: list[int | None] = []

    def numbered(mark: re.Match[str]) -> str:
        listed = mark.group("list")
        takes.append(listed.count("?") if listed else None)
        return f"= ANY(${len(takes)})" if listed else f"${len(takes)}"

    return Statement(_MARK.sub(numbered, sql), tuple(takes))


def _sendable(value: object) -> object:
    return _NOT_TEXT.sub(STAND_IN, value) if isinstance(value, str) else value
