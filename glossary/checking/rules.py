"""The seam for rules: each looks at one segment and yields what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from babel.support import NullTranslations

from glossary.checking.scene import Scene
from translations.checking import Issue


class Rule(Protocol):
    """Yields the issues of one kind in a segment, told in the language of `words` (`language` is its tag)."""

    def __call__(self, scene: Scene, words: NullTranslations, language: str, /) -> Iterator[Issue]: ...
