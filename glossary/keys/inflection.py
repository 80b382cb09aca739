"""The forms of an English word: plurals and possessives; as a verb its past, participles and third person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from glossary.keys.irregular import irregular_plurals, irregular_verbs, odd_verb_forms

_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiouy"
# Consonant (or qu), one vowel, one consonant that can be doubled: plan, equip, travel.
_CLOSED = re.compile(r"(?:.*[^aeiou]|.*qu|)[aeiouy](?<!qu)[bdfgklmnprtvz]", re.DOTALL)
# A y between vowels is none, the u of qu neither: lay-er, e-quip.
_VOWEL_GROUP = re.compile(r"(?:(?<!q)[aeiou]|y(?![aeiou])|(?<![aeiou])y)+")
# *man has *men, but for these.
_NO_MEN = ("human", "german", "roman", "norman", "shaman", "talisman", "ottoman", "caiman")


@lru_cache(maxsize=1 << 12)
def noun_forms(base: str) -> frozenset[str]:
    """Return `base` itself, its plurals and possessives, as `words` folds them (companies, companys)."""
    return frozenset(_noun_forms(base))


@lru_cache(maxsize=1 << 12)
def verb_forms(base: str) -> frozenset[str]:
    """Return what `base` becomes if it is a verb: invests, invested, investing. Empty if it cannot be one."""
    return frozenset(_verb_forms(base))


def _noun_forms(base: str) -> Iterator[str]:
    yield base
    yield from irregular_plurals().get(base, ())
    if base.endswith("man") and not base.endswith(_NO_MEN) and len(base) > 3:
        yield base[:-2] + "en"
    yield from _with_s(base)


def _with_s(base: str) -> Iterator[str]:
    if len(base) < 2:
        return
    if base.endswith(_HISSING):
        yield base + "es"
    if base.endswith("y") and base[-2] not in "aeo" and (base[-2] != "u" or base.endswith("quy")):
        yield base[:-1] + "ies"
    if not base.endswith("s"):
        yield base + "s"


def _verb_forms(base: str) -> Iterator[str]:
    if not _can_be_verb(base):
        return
    yield from _with_s(base)
    yield from odd_verb_forms().get(base, ())
    irregular = irregular_verbs().get(base)
    yield from _regular_past(base) if irregular is None else irregular
    yield from _with_ing(base)


def _can_be_verb(base: str) -> bool:
    if base in irregular_verbs():
        return True
    body = base.removesuffix("e")
    return len(base) > 2 and base.isalpha() and any(letter in _VOWELS for letter in body)


def _regular_past(base: str) -> Iterator[str]:
    if base.endswith("e"):
        yield base + "d"
    elif base.endswith("y") and base[-2] not in "aeou":
        yield base[:-1] + "ied"
    else:
        yield from (stem + "ed" for stem in _before_vowel(base))


def _with_ing(base: str) -> Iterator[str]:
    if base.endswith("ie"):
        yield base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        yield base[:-1] + "ing"
    else:
        yield from (stem + "ing" for stem in _before_vowel(base))


def _before_vowel(base: str) -> Iterator[str]:
    """The base, its last consonant doubled where it must be (planned) or may be (travelled, traveled)."""
    closed = _CLOSED.fullmatch(base) is not None
    if closed:
        yield base + base[-1]
    if not closed or len(_VOWEL_GROUP.findall(base)) > 1:
        yield base
