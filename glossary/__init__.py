"""The terms: concepts, how they are read from files, stored and found. No web in here."""

from glossary.json_form import concept_from_fragment, concept_from_json, concept_to_json
from glossary.model import Concept, ConceptType, PartOfSpeech, Status, SubjectField, Term, TermType
from glossary.search.glossary import Glossary
from glossary.search.model import Hit, HitPage, Match, MatchKind, MatchMode, TermFilter, TermQuery
from glossary.search_key import search_key

__all__ = [
    "Concept",
    "ConceptType",
    "Glossary",
    "Hit",
    "HitPage",
    "Match",
    "MatchKind",
    "MatchMode",
    "PartOfSpeech",
    "Status",
    "SubjectField",
    "Term",
    "TermFilter",
    "TermQuery",
    "TermType",
    "concept_from_fragment",
    "concept_from_json",
    "concept_to_json",
    "search_key",
]
