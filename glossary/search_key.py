"""How a query and a term are made comparable: width, case, script, diacritics and punctuation folded."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from glossary.han_fold import han_fold_table

# Written between Latin words or inside names, and left out at will: "data-center", "data center",
# "Moody's", "AT＆T" (UAX #44 general categories: space, control, punctuation, mark).
_SILENT = ("Z", "C", "P", "M")

_PLAIN_HAN = re.compile(r"[\u4e00-\u9fff]+")


def search_key(text: str) -> str:
    """Fold `text` for comparison: ``Ｄata-Centers`` → ``datacenters``, 數據中心 → 数据中心.

    NFKC, case folding, Latin diacritics, Han variants (`han_fold`), blanks and punctuation go. A text of nothing
    but punctuation (``%``) keeps it.
    """
    if text.isascii():
        return text.casefold().translate(_ascii_folds()) or "".join(text.casefold().split())
    if _PLAIN_HAN.fullmatch(text):
        return text.translate(han_fold_table())
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", "and").translate(han_fold_table())
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if unicodedata.category(c)[0] not in _SILENT
    )
    return unicodedata.normalize("NFC", letters) or "".join(folded.split())


def matched_form(term: str, start: int, end: int) -> str:
    """Return the characters of `term` that make up ``search_key(term)[start:end]`` (数据 of 数据中心)."""
    at = 0
    first = last = None
    for place, character in enumerate(term):
        length = _key_length(character)
        if first is None and at + length > start:
            first = place
        at += length
        if first is not None and at >= end:
            last = place + 1
            break
    if first is None or last is None:
        return term
    while last < len(term) and not _key_length(term[last]) and unicodedata.combining(term[last]):
        last += 1
    return term[first:last]


@lru_cache(maxsize=8192)
def _key_length(character: str) -> int:
    if unicodedata.category(character)[0] in _SILENT and character not in "&＆﹠":
        return 0
    return len(search_key(character))


@cache
def _ascii_folds() -> dict[int, str | None]:
    silent = {c: None for c in range(0x80) if unicodedata.category(chr(c))[0] in _SILENT}
    return {**silent, ord("&"): "and"}
