"""How a query and a term are made comparable: width, case, script, diacritics and punctuation folded."""

from __future__ import annotations

import unicodedata

from glossary.han_fold import han_fold_table

# Written between Latin words or inside names, and left out at will: "data-center", "data center",
# "Moody's", "AT＆T" (UAX #44 general categories: space, control, punctuation, mark).
_SILENT = ("Z", "C", "P", "M")


def search_key(text: str) -> str:
    """Fold `text` for comparison: ``Ｄata-Centers`` → ``datacenters``, 數據中心 → 数据中心.

    NFKC, case folding, Latin diacritics, Han variants (`han_fold`), blanks and punctuation go. A text of nothing
    but punctuation (``%``) keeps it.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", "and").translate(han_fold_table())
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if unicodedata.category(c)[0] not in _SILENT
    )
    return unicodedata.normalize("NFC", letters) or "".join(folded.split())


def matched_form(term: str, key: str) -> str:
    """Return the first characters of `term` that make up `key`, as `term` has them (数据 of 数据中心)."""
    for end in range(1, len(term) + 1):
        if len(search_key(term[:end])) >= len(key):
            return term[:end]
    return term
