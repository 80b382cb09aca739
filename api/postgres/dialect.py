"""SQLite's statements in PostgreSQL's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from api.sendable import sendable

_MARK = re.compile(r"(?P<list>IN \((?:\?(?:, \?)*)?\))|\?")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with numbered marks, and how many of the values go to each; None is one that is no list."""

    text: str
    takes: tuple[int | None, ...]

    def values(self, values: Sequence[object]) -> list[object]:
        """Return what goes to the marks."""
        sent = [sendable(value) for value in values]
        if all(count is None for count in self.takes):
            return sent
        found, at = [], 0
        for count in self.takes:
            found.append(sent[at] if count is None else sent[at : at + count])
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
