"""Text from files made fit for the glossary: NFC, on one line, nothing in it that nobody sees."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TERM = 1024
LONGEST_TEXT = 4000

# Blanks that `str.strip` does not know: they are left at the ends of cells by what is copied from the web.
_INVISIBLE = "\ufeff\u200b\u2060"
_BREAKS = re.compile("[ \t]*[\t\n\r\x0b\x0c\x85\u2028\u2029][ \t\n\r\x0b\x0c\x85\u2028\u2029]*")
# C0, DEL, C1, line separators (DeepL refuses all of them in a term), and halves of surrogate pairs, which have no UTF-8.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


class UnfitText(ValueError):
    """A text that cannot be taken; `mend` says what to do about it, `line` where it stands, once that is known."""

    def __init__(self, text: str, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.text = text
        self.mend = mend
        self.line: int | None = None


def term_text(text: str) -> str:
    """Return `text` as a term, in NFC and trimmed, "" for a blank one; `UnfitText` for what no term may have."""
    text = text.strip()
    if text.isascii():
        if text.isprintable() and len(text) <= LONGEST_TERM:
            return text
    else:
        text = unicodedata.normalize("NFC", text.strip(_INVISIBLE).strip())
    if (control := _CONTROLS.search(text)) is not None:
        code = ord(control[0])
        raise UnfitText(text, f"this term has U+{code:04X}, {_name(code)}", "remove it")
    if len(text) * 4 > LONGEST_TERM and (length := len(text.encode())) > LONGEST_TERM:
        raise UnfitText(text, f"this term has {length:,} bytes, more than {LONGEST_TERM:,}", "shorten it")
    return text


def free_text(text: str) -> str:
    """Return a definition, note or sentence in NFC and on one line, "" for a blank one; `UnfitText` as for a term."""
    text = text.strip()
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _BREAKS.sub(" ", text.strip(_INVISIBLE).strip()))
        if (control := _CONTROLS.search(text)) is not None:
            code = ord(control[0])
            raise UnfitText(text, f"this text has U+{code:04X}, {_name(code)}", "remove it")
    if len(text) > LONGEST_TEXT:
        raise UnfitText(
            text, f"this text has {len(text):,} characters, more than {LONGEST_TEXT:,}", "shorten it"
        )
    return text


def _name(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF:
        return "half of a surrogate pair"
    if code in (0x2028, 0x2029):
        return "a line separator"
    return {0: "a NUL", 9: "a tab", 10: "a line break", 13: "a line break"}.get(code, "a control character")
