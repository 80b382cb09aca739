"""What a term may be translated with."""

from __future__ import annotations

from glossary import Concept, Status, Term
from glossary.recognition.model import Meaning
from translations import CONTENT_LANGUAGES, DEFAULT_LANGUAGE


def usable_terms(concept: Concept, language: str, like: Term | None = None) -> list[Term]:
    """Return the usable terms of `concept` in `language`, the preferred ones first, of these such as `like`.

    An acronym is best translated with an acronym, a short form with a short form.
    """
    usable = [term for term in concept.terms_in(language) if term.status.usable]
    kind = like.term_type if like else None
    return sorted(usable, key=lambda term: (term.status is not Status.PREFERRED, term.term_type is not kind))


def translations(meaning: Meaning) -> dict[str, list[Term]]:
    """Return the usable terms in the content languages other than that of the term, by language."""
    others = (language for language in CONTENT_LANGUAGES if language != meaning.term.lang)
    return {language: usable_terms(meaning.concept, language, meaning.term) for language in others}


def other_language(lang: str) -> str:
    """Return the language that a text in `lang` is translated into when nothing else is said."""
    return DEFAULT_LANGUAGE if lang != DEFAULT_LANGUAGE else CONTENT_LANGUAGES[0]
