"""What the headings of a glossary table say: zh-Hans, source_status, English_Def, 备注, Term_Info."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

from glossary.interchange.language_tags import tagged_language


class Role(StrEnum):
    """What a column holds."""

    TERM = "term"
    ID = "id"
    SUBJECT_FIELD = "subject_field"
    DEFINITION = "definition"
    NOTE = "note"
    STATUS = "status"
    FORBIDDEN = "forbidden"
    READING = "reading"
    PART_OF_SPEECH = "part_of_speech"
    TERM_TYPE = "term_type"
    REGION = "geographical_usage"
    USE = "use"
    CONTEXT = "context"
    SOURCE = "attested"
    XREF = "xref"
    LANGUAGE = "language"
    MATCHING = "matching"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, and of which language or side (``source``, ``target``) it speaks, None for the entry.

    `heading` is what it is called in the file.
    """

    role: Role
    lang: str | None
    heading: str

    @property
    def known(self) -> bool:
        """Whether the heading says anything to us."""
        return self.role is not Role.UNKNOWN


SIDES = ("source", "target")

_SIDE_WORDS = {
    "source": "source|src|source term|source text|original|原文|源文|源语言|源語言|源语|来源语言",
    "target": "target|tgt|trg|target term|target text|translation|译文|譯文|目标语言|目標語言|翻译|翻譯",
}
# The words of tools and of people, without case, with blanks for _ and - (docs/importing.md).
_ROLE_WORDS = {
    Role.ID: "id|concept|concept id|entry id|term id|cid|entry|key|编号|編號|概念|no.|nr",
    Role.SUBJECT_FIELD: "subject field|subject|domain|field|category|topic|entry subject|concept domain"
    "|领域|領域|学科|學科|分类|分類",
    Role.DEFINITION: "definition|def|description|explanation|concept definition|定义|定義|释义|釋義|解释|解釋|说明|說明",
    Role.NOTE: "note|notes|comment|comments|remark|remarks|entry note|concept note|usage note|备注|備註|注释|註釋|註解|注",
    Role.STATUS: "status|term status|administrative status|usage status|状态|狀態",
    Role.FORBIDDEN: "forbidden|is forbidden|禁用|禁用词",
    Role.READING: "reading|pinyin|拼音|读音|讀音",
    Role.PART_OF_SPEECH: "part of speech|pos|word class|词性|詞性",
    Role.TERM_TYPE: "term type|type|术语类型|術語類型",
    Role.REGION: "geographical usage|region|地区|地區",
    Role.USE: "use|use instead|replacement|替换为|替換為|改用",
    Role.CONTEXT: "context|example|examples|example of use|usage example|term example|例句|上下文",
    Role.SOURCE: "attested|reference|source of term|出处|出處|来源|來源",
    Role.XREF: "xref|xrefs|url|link|concept url|链接|連結",
    Role.LANGUAGE: "language|lang|语言|語言",
    Role.MATCHING: "term info|case sensitive|case|exact match",
    Role.TERM: "term|terms|word|术语|術語|词条|詞條|词|詞",
}
_LANGUAGE_NAMES = {
    "zh-Hans": "simplified chinese|chinese simplified|chinese (simplified)|简体中文|简中|简体|中文（简体）|中文(简体)|简体字",
    "zh-Hant": "traditional chinese|chinese traditional|chinese (traditional)|繁體中文|繁体中文|繁中|繁體|繁体"
    "|中文（繁體）|中文(繁體)|繁體字",
    "zh": "chinese|中文|汉语|漢語|中",
    "en": "english|英文|英语|英語|英",
}
# memoQ writes Chinese_PRC, Chinese_Hong_Kong_S.A.R., English_United_States.
_REGION_NAMES = {"prc": "CN", "hong kong s.a.r.": "HK", "hong kong sar": "HK", "usa": "US", "uk": "GB"}
_LONGEST = 80
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}|[0-9]{3})){0,3}")


def read_heading(cell: str) -> Column:
    """Return what the heading `cell` says; its role is unknown where it says nothing to us."""
    words = _plain(cell)
    if not words or len(words) > _LONGEST:
        return Column(Role.UNKNOWN, None, cell)
    whole = _one(words, cell)
    if whole is not None:
        return replace(whole, heading=cell)
    for role, lang in _split(words, cell):
        return Column(role, lang, cell)
    return Column(Role.UNKNOWN, None, cell)


def headings(cells: list[str]) -> list[Column] | None:
    """Return the columns of a first row, None when it is no row of headings.

    One is: a term's column, and most of the others known.
    """
    columns = [read_heading(cell) for cell in cells]
    known = sum(column.known for column in columns)
    terms = [column for column in columns if column.role is Role.TERM]
    if not terms or (len(cells) > 1 and known < 2) or known * 2 < len(cells):
        return None
    if len(cells) == 4 and not columns[0].known and not columns[1].known:
        return None  # DeepL's download: a pair, and its languages
    if any(column.lang is None or column.lang in SIDES or tagged_language(column.lang) for column in terms):
        return columns
    return None


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"[_:/-]", " ", cell.strip().strip("\ufeff")).casefold().split())


def _one(words: str, cell: str) -> Column | None:
    """Return a heading that is a role, a side or a language, and nothing else."""
    if (role := _roles().get(words)) is not None:
        return Column(role, None, cell)
    if (side := _sides().get(words)) is not None:
        return Column(Role.TERM, side, cell)
    lang = _language(cell.strip())
    return Column(Role.TERM, lang, cell) if lang else None


def _split(words: str, cell: str) -> Iterator[tuple[Role, str]]:
    """Yield a role with the side or language before or behind it: source_status, English_Def, definition_en."""
    parts = words.split(" ")
    raw = re.split(r"[_:/\s]+", cell.strip())
    raw = raw if len(raw) > 1 else re.split(r"[-_:/\s]+", cell.strip())
    for n in range(1, len(parts)):
        front, back = " ".join(parts[:n]), " ".join(parts[n:])
        for lang_words, role_words in ((front, back), (back, front)):
            role = _roles().get(role_words)
            if role is not None and (side := _sides().get(lang_words)):
                yield role, side
    for n in range(1, len(raw)):
        for lang_part, role_part in ((raw[:n], raw[n:]), (raw[n:], raw[:n])):
            role = _roles().get(_plain(" ".join(role_part)))
            lang = _language("_".join(lang_part))
            if role is not None and lang:
                yield role, lang


def _language(text: str) -> str | None:
    """Return the tag of a language named by code or by name, in our languages or another that CLDR knows."""
    name = _plain(text)
    if (lang := _languages().get(name)) is not None:
        return lang
    if _CODE.fullmatch(text):
        found = tagged_language(text)
        return text if found or _is_language(text) else None
    for language in ("chinese", "english"):
        if name.startswith(language + " "):
            region = _regions().get(name.removeprefix(language + " ").strip("()"))
            return f"{_languages()[language]}-{region}" if region else None
    return None


def _is_language(code: str) -> bool:
    """A code that CLDR knows: small, or with a region; "ID" and "No" are words."""
    if code[:2].isupper() and len(code) <= 3 and not code.isupper():
        return False
    try:
        Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def _roles() -> Mapping[str, Role]:
    return MappingProxyType({word: role for role, words in _ROLE_WORDS.items() for word in words.split("|")})


@cache
def _sides() -> Mapping[str, str]:
    return MappingProxyType({word: side for side, words in _SIDE_WORDS.items() for word in words.split("|")})


@cache
def _languages() -> Mapping[str, str]:
    """Names of languages, ours in three languages and all of CLDR's in English."""
    names = {name.casefold(): code for code, name in Locale.parse("en").languages.items() if code.isalpha()}
    names |= {word: lang for lang, words in _LANGUAGE_NAMES.items() for word in words.split("|")}
    return MappingProxyType(names)


@cache
def _regions() -> Mapping[str, str]:
    names = {name.casefold(): code for code, name in Locale.parse("en").territories.items() if code.isalpha()}
    return MappingProxyType(names | _REGION_NAMES)
