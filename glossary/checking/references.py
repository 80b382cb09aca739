"""How a target may mean a concept without naming it, as texts do with what was named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from glossary.checking.alike import alike
from glossary.checking.english import EnglishTerm
from glossary.checking.entry import Entry
from glossary.checking.model import Named
from glossary.checking.scene import Scene
from glossary.checking.words import ROOT, Word, Words
from glossary.readings import count_han

_LONGEST_ENDING = 5
_KIND = 2
_LONG_NAME = 6
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "sir", "chairman", "president", "founder"))
_COUNTS = frozenset(
    ("one", "two", "three", "four", "five", "several", "many", "few", "some", "any", "all", "both")
)
_OWNERS = frozenset(("its", "their", "his", "her", "our", "your"))
_POINTERS = frozenset(("the", "this", "that", "these", "those", "such", "each", "every", "most", "more"))
_DETERMINERS = _COUNTS | _OWNERS | _POINTERS
# May stand between a determiner and its noun without making another thing of it.
_COMMON = _COUNTS | frozenset(("new", "old", "same", "other", "big", "large", "first", "second"))


def refers_to(scene: Scene, named: Named) -> bool:
    """Whether the target may mean the concept without naming it, as texts do with what was named before."""
    recalled = scene.story.recalls(named.entry.id)
    if recalled and _has_reference(scene):
        return True
    if scene.target.language != "en":
        return named.entry.is_name and _without_its_kind(scene, named.entry)
    usable = (english for english in named.entry.english if english.term.status.usable)
    text = scene.target.words
    return any(_shortened(english, text, recalled) or _around(english, text) for english in usable)


def _has_reference(scene: Scene) -> bool:
    return _references(scene.target.language).search(scene.target.text) is not None


def _without_its_kind(scene: Scene, entry: Entry) -> bool:
    """Whether a long Chinese name stands there without its last two characters: 集团, 公司, 报告."""
    names = (folded for term, folded in entry.han[scene.target.language] if term.status.usable)
    return any(any(scene.target.han.find(name[:-_KIND])) for name in names if count_han(name) >= _LONG_NAME)


def _shortened(term: EnglishTerm, text: Words, recalled: bool) -> bool:
    """Whether only its last words stand there: of what is known ("these centers"), or of a person ("Son").

    Of a name that is not `recalled` one such word with a determiner says nothing: "the fund".
    """
    tails = (term.words[-length:] for length in range(1, len(term.words)))
    return any(
        (_is_known(n, text) and (recalled or not term.name or len(tail) > 1))
        or (term.name and len(tail) == 1 and _stands_alone(n, text))
        for tail in tails
        for n in _places(tail, text)
    )


def _places(tail: tuple[Word, ...], text: Words) -> Iterator[int]:
    for n in text.by_stem.get(tail[0].stem, ()):
        here = text.words[n : n + len(tail)]
        if len(here) == len(tail) and all(
            one.is_form_of(other) for one, other in zip(here, tail, strict=True)
        ):
            yield n


def _is_known(n: int, text: Words) -> bool:
    """Whether a determiner or a possessive stands before the word `n`."""
    before = text.words[max(0, n - 2) : n]
    if len(before) == 2 and before[1].folded in _COMMON:
        before = before[:1]
    return bool(before) and (before[-1].folded in _DETERMINERS or _is_possessive(before[-1], text))


def _is_possessive(word: Word, text: Words) -> bool:
    return word.written.endswith(("'s", "’s")) or text.text[word.end : word.end + 1] in ("'", "’")


def _stands_alone(n: int, text: Words) -> bool:
    """Whether the word `n` has a capital, and is no part of a longer name."""
    if not text.words[n].written[0].isupper():
        return False
    before, after = text.words[n - 1 : n] if n else (), text.words[n + 1 : n + 2]
    return not any(
        word.written[0].isupper()
        and word.folded not in _TITLES
        and not word.small
        and not text.breaks(n - 1, n)
        for word in before
    ) and not any(word.written[0].isupper() for word in after)


def _around(term: EnglishTerm, text: Words) -> bool:
    """Whether all words of a term stand in the text, though far apart; of a single word a relative: accurate."""
    wanted = [word for word in term.words if not word.small]
    if len(wanted) == 1:
        return not term.name and _has_relative(wanted[0].folded, text)
    return not term.name and all(
        any(text.words[n].is_form_of(word) for n in text.by_stem.get(word.stem, ())) for word in wanted
    )


def _has_relative(word: str, text: Words) -> bool:
    """Whether a word begins as `word` does for all but its ending: accuracy and accurate, investor and investing."""
    return len(word) >= ROOT and any(
        max(len(word), len(other)) - alike(word, other) <= _LONGEST_ENDING
        for other in text.begun(word[:ROOT])
    )


@cache
def _references(language: str) -> re.Pattern[str]:
    if language != "en":
        return re.compile(r"[该該此其它他她]|[本兩两]家|公司|集[团團]|[双雙]方|前者|[后後]者|[这這]家")
    pronouns = "it|its|itself|they|their|theirs|them|he|his|him|she|her|hers|who|whose|which|both|some|one|ones|each|others"
    heads = (
        "company|companies|group|firm|firms|fund|funds|bank|conglomerate|giant|business|operator|maker|chipmaker"
        "|designer|developer|investor|subsidiary|parent|unit|start-?up|university|institute|ministry|agency|city"
        "|country|nation|island|prefecture|founder|chairman|chief executive|billionaire|tycoon|report|survey|index"
        "|paper|study|robot|product"
    )
    return re.compile(
        rf"\b(?:{pronouns}|(?:the|this|that|these|those)(?: [\w-]+){{0,2}} (?:{heads}))\b", re.IGNORECASE
    )
