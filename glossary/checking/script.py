"""Characters of the other script in a Chinese target."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.support import NullTranslations

from glossary.checking.messages import SIMPLIFIED, TRADITIONAL, tell
from glossary.checking.scene import Scene
from glossary.checking.script_table import only_simplified, only_traditional
from translations import resolve
from translations.checking import Issue, IssueKind, Severity

# 软件开发 has two characters that traditional text writes the same; it is one slip.
_MOST_BETWEEN = 2
# Katakana's middle dot (U+30FB) stands in Chinese names, too: it is no kana.
_KANA = r"\u3041-\u3096\u30a1-\u30fa\u30fc"


def script(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield the characters that the target's script does not have, neighbours together; errors.

    Names with kana are Japanese and keep their own characters; so does what the glossary has written so, and what
    an English source has in Chinese. Where the tag says no script (zh), it is that of most of the characters.
    """
    text = scene.segment.target
    kept = {n for start, end in (*_japanese(text), *_by_the_glossary(scene)) for n in range(start, end)}
    places = (n for n in _strange(scene) if n not in kept)
    english = resolve(scene.segment.source_lang).content == "en"
    for start, end in _together(places, text):
        span = scene.target_span(start, end)
        if english and span.text in scene.segment.source:
            continue
        pattern = TRADITIONAL if text[start] in only_traditional() else SIMPLIFIED
        told = tell(words, pattern, target=span.text)
        yield Issue(IssueKind.SCRIPT, Severity.ERROR, told, target=span, suggestion=_converted(span.text))


def _strange(scene: Scene) -> list[int]:
    """Return the places of the characters that the target's script does not have."""
    if scene.target.language == "en":
        return []
    text, tag = scene.segment.target, scene.target.tag
    if "-" in tag:
        return _places(_simplified() if scene.target.language == "zh-Hant" else _traditional(), text)
    found = sorted((_places(_simplified(), text), _places(_traditional(), text)), key=len)
    return found[0] if len(found[0]) < len(found[1]) else []


def _places(characters: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in characters.finditer(text)]


def _together(places: Iterable[int], text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what belongs together: places in one run of Han characters, almost side by side."""
    start = end = -1
    for place in places:
        if start >= 0 and place - end <= _MOST_BETWEEN and _han().fullmatch(text, end, place):
            end = place + 1
            continue
        if start >= 0:
            yield start, end
        start, end = place, place + 1
    if start >= 0:
        yield start, end


def _japanese(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names that have kana in them: 三菱ケミカル."""
    for match in _han_or_kana().finditer(text):
        if _kana().search(match[0]):
            yield match.span()


def _by_the_glossary(scene: Scene) -> Iterator[tuple[int, int]]:
    for named in scene.named:
        for one in scene.usable(named):
            here = scene.segment.target[one.start : one.end]
            if one.term.lang == scene.target.language and one.term.term == here:
                yield one.start, one.end


def _converted(text: str) -> str | None:
    """Return `text` in the other script, None where that takes more than a table: 发 is 發 or 髮."""
    simplified, traditional = only_simplified(), only_traditional()
    characters = [traditional.get(c) or simplified.get(c, c) for c in text]
    return "".join(c for c in characters if c) if all(characters) else None


@cache
def _simplified() -> re.Pattern[str]:
    return re.compile(f"[{''.join(only_simplified())}]")


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(only_traditional())}]")


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]*")


@cache
def _han_or_kana() -> re.Pattern[str]:
    return re.compile(rf"[\u3005\u3400-\u9fff{_KANA}]+")


@cache
def _kana() -> re.Pattern[str]:
    return re.compile(f"[{_KANA}]")
