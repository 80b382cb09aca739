"""English words in terms, queries and texts: folded, their forms brought together."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain

from glossary.keys.inflection import noun_forms, verb_forms
from glossary.keys.irregular import (
    irregular_plurals,
    irregular_verbs,
    odd_verb_forms,
    unrelated,
    without_singular,
)
from glossary.keys.spelling import american, american_by_rule, spelling_pairs

# Kana, Han, Hangul, Yi and their like are no words between blanks.
_WORD = re.compile(r"[^\W_\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00016fe0-\U0003ffff]+")
_APOSTROPHES = re.compile(r"['’‘ʼ＇`´]")
# After an s the possessive of a name is heard or not, and means no other word: Sachs's, Sachs'.
_POSSESSIVE_OF_S = re.compile(r"(?<=s)['’‘ʼ＇`´]s\b", re.IGNORECASE)
# U.S., e.g., J.P.: letters with dots between are one word.
_DOTTED = re.compile(r"(?<![^\W_])((?:[^\W\d_]\.)+)(?=[^\W\d_](?![^\W_]))")

# No English word has more letters; what has is itself only, and fills no cache.
_LONGEST = 64


def words(text: str) -> list[str]:
    """Return the Latin words and numbers of `text`, folded: ``Moody’s S&P–500`` → moodys, sandp, 500.

    Case, width and diacritics are folded, apostrophes dropped, & is and; blanks, dashes, other punctuation
    and symbols part words, but for the dots of U.S. Chinese, Japanese and Korean characters are none.
    """
    folded = unicodedata.normalize("NFKC", _APOSTROPHES.sub("'", text)).casefold().replace("&", "and")
    folded = _POSSESSIVE_OF_S.sub("", folded).replace("'", "")
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))
    if "." in folded:
        folded = _DOTTED.sub(lambda found: found[0].replace(".", ""), folded)
    return _WORD.findall(folded)


def stem(word: str) -> str:
    """Return the class of a folded word: one for all its forms and spellings, maybe for other words.

    An index key; `is_form_of` decides. ``stem(stem(word)) == stem(word)``, and where ``is_form_of(a, b)``
    the two have one stem. It need not be a word: the stem of analysis is anali.
    """
    return _stem(word) if len(word) <= _LONGEST else word


def stem_key(text: str) -> str:
    """Return the stems of the words of `text`, blank-separated; empty if it has none."""
    return " ".join(map(stem, words(text)))


def is_form_of(form: str, base: str) -> bool:
    """Return whether a text with `form` may have the term word `base`: both folded.

    `form` is `base`, its plural or possessive, a form of the verb, the same in British or American spelling;
    or `base` is itself a plural, and `form` its singular.
    """
    if form == base or max(len(form), len(base)) > _LONGEST:
        return form == base
    pairs = {(form, base), (american(form), american(base))}
    return any(_is_form(one, other) for one, other in pairs)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    while (reduced := _class_of(_reduced(word))) != word:
        word = reduced
    return word


def _is_form(form: str, base: str) -> bool:
    if form == base:
        return True
    if (form, base) in unrelated() or (base, form) in unrelated():
        return False
    if form in noun_forms(base) or form in verb_forms(base):
        return True
    return base not in without_singular() and (base in noun_forms(form) or _same_singular(form, base))


def _same_singular(form: str, base: str) -> bool:
    """Indices and indexes: two plurals of one noun."""
    singular = _singulars().get(form) or _singulars().get(base)
    return singular is not None and {form, base} <= noun_forms(singular)


@cache
def _singulars() -> dict[str, str]:
    return {plural: singular for singular, plurals in irregular_plurals().items() for plural in plurals}


def _reduced(word: str) -> str:
    """Take endings off until none is left; what the rules make of a base comes down to what the base does."""
    while (shorter := _one_ending_off(american_by_rule(word))) != word:
        word = shorter
    return word


def _one_ending_off(word: str) -> str:
    if word.endswith("men") and word != "men":
        return word[:-2] + "an"
    if word.endswith("ing") and _has_vowel(word[:-3]):
        return word[:-3]
    if word.endswith("ed") and _has_vowel(word[:-2]):
        return word[:-2]
    if len(word) < 3:
        return word[:-1] + "i" if word.endswith("y") and len(word) == 2 else word
    if word.endswith(("iz", "yz")):
        return word[:-1]
    if word.endswith("e") or (word.endswith("s") and not word.endswith("ss")):
        return word[:-1]
    if word.endswith("y"):
        return word[:-1] + "i"
    if word[-1] == word[-2] and word[-1] not in "aeiouys":
        return word[:-1]
    return word


def _has_vowel(letters: str) -> bool:
    return len(letters) > 1 and any(letter in "aeiouy" for letter in letters)


def _class_of(reduced: str) -> str:
    return _classes().get(reduced, reduced)


@cache
def _classes() -> dict[str, str]:
    """Reduced irregular forms, and what stands for all that hang together: leaf, leaves, leave, left."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.get(key, key) != key:
            key = parent[key]
        return key

    tables = (irregular_plurals(), irregular_verbs(), odd_verb_forms())
    irregular = ((form, base) for table in tables for base, forms in table.items() for form in forms)
    for form, base in chain(irregular, spelling_pairs()):
        least, other = sorted((root(_reduced(base)), root(_reduced(form))))
        parent[other] = least
    return {key: root(key) for key in parent}
