"""What is wrong with a term, in a sentence that a translator understands, in the translator's language."""

from __future__ import annotations

from babel.support import NullTranslations

from glossary.model import Term
from translations import N_

MISSING = N_("“{source}” is a term; the target lacks “{use}”.")
DEPRECATED = N_("“{target}” is not to be used for “{source}”; use “{use}”.")
PINYIN = N_("“{target}” is the pinyin of {source}, not the name by which it is known in English: “{use}”.")
INCONSISTENT = N_("“{source}” was “{first}” before; here it is “{target}”.")
FULL_FORM = N_("At first mention “{source}” has its full form: “{use}”.")
TRADITIONAL = N_("“{target}” is traditional; the target is in simplified characters.")
SIMPLIFIED = N_("“{target}” is simplified; the target is in traditional characters.")
REGIONS = {
    "CN": N_("“{target}” is not what the mainland says for “{source}”; use “{use}”."),
    "TW": N_("“{target}” is not what Taiwan says for “{source}”; use “{use}”."),
    "HK": N_("“{target}” is not what Hong Kong says for “{source}”; use “{use}”."),
}


def tell(words: NullTranslations, pattern: str, **values: str) -> str:
    """Return the sentence in the language of `words`."""
    return str(words.gettext(pattern)).format(**values)


def with_note(told: str, term: Term, language: str) -> str:
    """Return `told` and, where the glossary says why in this language, that."""
    note = term.note.get(language) if term.note else None
    if note is None:
        return told
    return f"{told} {note}" if language == "en" else told + note
