"""How surely a word of the source stands for its concept, so that its translation must have the concept's term."""

from __future__ import annotations

from functools import cache

from babel import Locale

from glossary.checking.words import Words
from glossary.model import Concept, ConceptType, PartOfSpeech, Term, TermType
from glossary.readings import count_han
from translations import CONTENT_LANGUAGES, resolve

# 收入, 应用 and 项目 are terms here and common words there; with three characters that is rare (benchmarks/checking_terms.py).
_SURE_HAN = 3
_SURE_WORDS = 2
_NOUNS = (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN)


def is_sure(concept: Concept, term: Term) -> bool:
    """Whether `term`, in a source, names `concept` and nothing else, and is no matter of style.

    Names of persons, bodies and products do; not those of countries, which texts turn into adjectives and capitals
    (日本企业, Japanese; 美国, Washington). Common nouns do when they are long enough, or an acronym. Verbs,
    adjectives and phrases are rendered in too many ways.
    """
    if concept.concept_type is ConceptType.INDIVIDUAL:
        return term.term not in _countries()
    if term.part_of_speech not in _NOUNS or term.term_type is TermType.PHRASE:
        return False
    if term.lang == "en":
        return len(Words(term.term).words) >= _SURE_WORDS or _is_acronym(term.term)
    return count_han(term.term) >= _SURE_HAN or any(
        _is_acronym(word.written) for word in Words(term.term).words
    )


def _is_acronym(term: str) -> bool:
    return term.isupper() and len(term) > 1


@cache
def _countries() -> frozenset[str]:
    """The names of countries and of what CLDR counts with them, in the content languages."""
    locales = [resolve(tag).formatting for tag in CONTENT_LANGUAGES]
    return frozenset(name for locale in locales for name in _names(locale))


def _names(locale: Locale) -> list[str]:
    return [str(name) for name in locale.territories.values()]
