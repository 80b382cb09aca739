"""What the first row of a table says of its columns: 原文, Target, Chinese (Simplified), zh-CN."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from translations.bitexts.model import Languages
from translations.files.languages import agrees, tidy


class Role(StrEnum):
    """The part that a column plays."""

    SOURCE = "source"
    TARGET = "target"
    ID = "id"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds: the part it plays, the language, either or both."""

    role: Role | None
    lang: str | None


_ROLES = {
    Role.SOURCE: "source|src|original|msgid|原文|源文|源语言|源語言|源语|来源",
    Role.TARGET: "target|trg|tgt|translation|translated|msgstr|译文|譯文|目标语言|目標語言|目标|目標|翻译|翻譯|译",
    Role.ID: "id|key|segment id|编号|編號",
    Role.FUZZY: "fuzzy",
}
_LANGUAGES = {
    "zh-Hans": "simplified chinese|chinese (simplified)|简体中文|简中|简体|中文（简体）",
    "zh-Hant": "traditional chinese|chinese (traditional)|繁體中文|繁体中文|繁中|繁體|中文（繁體）",
    "zh": "chinese|中文|汉语|漢語|中",
    "en": "english|英文|英语|英語|英",
}
_FILLERS = "text|segment|language|string|文本|语言|語言|列"
_LONGEST_HEADING = 60


def read_heading(cell: str, wanted: Languages) -> Heading | None:
    """Return what the heading `cell` says, None when it is none; codes are known of Chinese, English and `wanted`."""
    cell = cell.strip().casefold()
    if not cell or len(cell) > _LONGEST_HEADING:
        return None
    if any(lang and _is_tag(cell) and agrees(lang, cell) for lang in (wanted.source, wanted.target)):
        return Heading(None, tidy(cell))
    if not _heading().fullmatch(cell):
        return None
    role = lang = None
    for match in _word().finditer(cell):
        meaning = _meanings().get(match[0], tidy(match[0]))
        if isinstance(meaning, Role):
            role = role or meaning
        else:
            lang = lang or meaning
    return Heading(role, lang) if role or lang else None


def _is_tag(cell: str) -> bool:
    return re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", cell) is not None


@cache
def _meanings() -> dict[str, Role | str | None]:
    """Return the words of headings; what is not among them is a code, what means nothing is None."""
    words: dict[str, Role | str | None] = dict.fromkeys(_FILLERS.split("|"))
    for meaning, names in (*_ROLES.items(), *_LANGUAGES.items()):
        words |= dict.fromkeys(names.split("|"), meaning)
    return words


@cache
def _word() -> re.Pattern[str]:
    longest_first = sorted(_meanings(), key=len, reverse=True)
    words = (
        rf"\b{re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word) for word in longest_first
    )
    code = r"\b(?:zh|en|cmn|zho|chi|eng)(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3})\b)*(?![a-z])"
    return re.compile("|".join((*words, code)))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(rf"(?:{_word().pattern}|[\s()（）:：/_-]){{1,12}}+")
