"""The reader on the article, with the project's own figures as the key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from api.content import read_content
from api.folders import ContentFolders
from summaries import Figure
from summaries.source import cut
from translations.quantity import Kind, Quantity
from translations.reading import Mention, read

ARTICLE = Path("article.txt")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure's words in the article, modifier included, and what it says."""

    start: int
    end: int
    text: str
    quantity: Quantity


def stated(text: str) -> list[Stated]:
    """Every figure of the shipped content where it stands in `text`, the article."""
    found: list[Stated] = []
    for files in read_content(ContentFolders.at(None)).article_files:
        sections = cut(files.article, text).sections
        position = 0
        for figure in files.figures:
            start = text.index(sections[figure.section])
            end = start + len(sections[figure.section])
            position = _next(text, figure.as_written, max(position, start), start, end)
            found += _statements(figure, position)
    return found


def _next(text: str, words: str, position: int, start: int, end: int) -> int:
    """Where `words` stand next in the section from `start` to `end`, else where they stand first in it."""
    there = text.find(words, position, end)
    return there if there >= 0 else text.index(words, start, end)


def _statements(figure: Figure, start: int) -> Iterator[Stated]:
    """A rate is two amounts: 100 JPY for about 4.5 CNY."""
    end, quantity = start + len(figure.as_written), figure.quantity
    if quantity.kind is Kind.RATE:
        assert quantity.per is not None
        yield Stated(start, end, figure.as_written, quantity.per)
        quantity = replace(quantity, kind=Kind.MONEY, per=None)
    yield Stated(start, end, figure.as_written, quantity)


def article_text(shared: Path) -> str | None:
    """The article; None, and a line that says so, when it is not there."""
    if (shared / ARTICLE).exists():
        return (shared / ARTICLE).read_text(encoding="utf-8")
    print(f"the article left out: no {shared / ARTICLE} (give --shared)")
    return None


def report(text: str, verbose: bool) -> bool:
    """Print how the article is read: every quantity, value, unit and modifier, and nothing else."""
    key, given = stated(text), list(read(text, "zh-CN").figures)
    right: list[Stated] = []
    for one in key:
        match = next((m for m in given if _inside(m, one) and m.quantity == one.quantity), None)
        if match is not None:
            given.remove(match)
            right.append(one)
    print(
        f"\nthe article: {len(right)} of {len(key)} figures right in value, unit and modifier, {len(given)} besides"
    )
    if verbose:
        for one in key:
            if one not in right:
                print(f"  - wanted {one.text!r} {one.quantity}")
        for mention in given:
            print(f"  + given  {mention.text!r} at {mention.start} {mention.quantity}")
    return len(right) == len(key) and not given


def _inside(mention: Mention, one: Stated) -> bool:
    return one.start <= mention.start and mention.end <= one.end
