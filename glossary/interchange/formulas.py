"""Cells that a spreadsheet would take for formulas, made harmless and back."""

from __future__ import annotations

import re

# A program that opens a table runs these as formulas; a blank before them does not help, nor do wide forms
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r]")


def harmless(text: str) -> str:
    """Return `text` with a tab before it where a spreadsheet would take it for a formula; `bare` takes it off again.

    A tab is not shown and, unlike an apostrophe, not swallowed (GlotPress pull request 2059).
    """
    return f"\t{text}" if _FORMULA.match(text) else text


def bare(text: str) -> str:
    """Return what `harmless` was given."""
    return text[1:] if text.startswith("\t") and _FORMULA.match(text[1:]) else text
