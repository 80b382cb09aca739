"""How a target renders a concept: every term of it that stands there, usable or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from glossary.checking.alike import alike
from glossary.checking.chinese import Han
from glossary.checking.entry import Entry
from glossary.checking.model import Rendering
from glossary.checking.words import Words
from glossary.model import Term
from translations import resolve


class Target:
    """A text, made ready for looking in it as far as it is needed; `language` is a content language."""

    def __init__(self, text: str, tag: str) -> None:
        self.text = text
        self.tag = tag
        self.language = resolve(tag).content

    @cached_property
    def words(self) -> Words:
        """Its English words."""
        return Words(self.text)

    @cached_property
    def han(self) -> Han:
        """Its Chinese characters."""
        return Han(self.text)


def renderings(entry: Entry, target: Target) -> tuple[Rendering, ...]:
    """Return the terms of a concept in `target`, in its order; of those that overlap the one that fits best.

    The longest fits best, then the one written as it stands there. Chinese terms of the other script count where
    the target's own script has none in those characters. Distractors hide the deprecated terms that stand in them.
    """
    found = sorted(_spelled_out([*_found(entry, target)], target), key=lambda one: _fit(one, target))
    taken = bytearray(len(target.text))
    chosen: list[Rendering] = []
    for one in found:
        if taken.find(1, one.start, one.end) < 0:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            chosen.append(one)
    return tuple(sorted(_not_hidden(chosen, entry, target), key=lambda rendering: rendering.start))


def term_at(entry: Entry, text: Target) -> Term | None:
    """Return the term of a concept that `text` is, the one that fits best of several; deprecated ones count."""
    found = (one for one in _found(entry, text) if one.exact and one.start == 0 and one.end == len(text.text))
    best = min(found, key=lambda one: _fit(one, text), default=None)
    return best.term if best else entry.concept.preferred(text.language)


def _found(entry: Entry, target: Target) -> Iterator[Rendering]:
    if target.language == "en":
        for english in entry.english:
            yield from english.found_in(target.words)
        return
    for term, folded in entry.han[target.language]:
        for start, end in target.han.find(folded):
            yield Rendering(term, start, end)


def _not_hidden(found: list[Rendering], entry: Entry, target: Target) -> Iterator[Rendering]:
    wrong = any(not one.term.status.usable for one in found)
    hidden = [*_distractors(entry, target)] if wrong else []
    for one in found:
        if one.term.status.usable or not any(start <= one.start and one.end <= end for start, end in hidden):
            yield one


def _distractors(entry: Entry, target: Target) -> Iterator[tuple[int, int]]:
    if target.language == "en":
        for english in entry.english_distractors:
            yield from ((each.start, each.end) for each in english.found_in(target.words) if each.exact)
        return
    for folded in entry.han_distractors:
        yield from target.han.find(folded)


def _spelled_out(found: list[Rendering], target: Target) -> Iterator[Rendering]:
    """Leave out the longer name that is right but for the wrong spelling within it: Softbank Group Corp."""
    wrong = sorted(
        (one.start, one.end) for one in found if not one.term.status.usable and _is_written(one, target)
    )
    for one in found:
        n = bisect_left(wrong, (one.start, 0))
        within = n < len(wrong) and wrong[n][1] <= one.end
        if not (within and one.term.status.usable and not _is_written(one, target)):
            yield one


def _fit(rendering: Rendering, target: Target) -> tuple[bool, int, bool, bool, int, int]:
    """Order by: word for word, long, as it is written, usable, much like it (data centres is data centre), where."""
    written = target.text[rendering.start : rendering.end].casefold()
    return (
        not rendering.exact,
        rendering.start - rendering.end,
        not _is_written(rendering, target),
        not rendering.term.status.usable,
        -alike(written, rendering.term.term.casefold()),
        rendering.start,
    )


def _is_written(rendering: Rendering, target: Target) -> bool:
    """Whether the term stands there letter for letter; a possessive is no other writing."""
    written = target.text[rendering.start : rendering.end].replace("’", "'")
    return rendering.term.term.replace("’", "'") in (written, written.removesuffix("'s"))
