"""Fields of a form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a field; `lang` where its text is not in the page's language."""

    value: str
    text: str
    selected: bool
    lang: str = ""


def options(choices: Iterable[tuple[str, str]], selected: str | None) -> tuple[Option, ...]:
    """Return the options for (value, text) `choices`."""
    return tuple(Option(value, text, value == selected) for value, text in choices)
