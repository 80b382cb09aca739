"""What can be embedded, and what it said at one time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from glossary import Concept
from summaries import Article, Chart, Figure, Section


class ItemKind(StrEnum):
    """What an embedded thing is; the step of its address."""

    ARTICLE = "article"
    SECTION = "section"
    FIGURE = "figure"
    CHART = "chart"
    TERM = "term"

    @property
    def is_part(self) -> bool:
        """Whether its id begins with that of its article: ``softbank-ai/s2``."""
        return self in (ItemKind.SECTION, ItemKind.CHART)


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be embedded; the id of a section or chart is ``article/part``."""

    kind: ItemKind
    id: str

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids that its id is made of."""
        return tuple(self.id.split("/")) if self.kind.is_part else (self.id,)

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True, slots=True)
class Edition:
    """An item with everything that its card shows, so that it needs nothing of the index that it came from.

    `article` says what the item is from, and has no sections; that of an article's own card has its abstract. `figures`
    are those that it shows, in that order, `names` are of who states them, by id and language.
    """

    item: Item
    article: Article | None = None
    section: Section | None = None
    chart: Chart | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    concept: Concept | None = None
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
