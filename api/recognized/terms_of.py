"""A text read with the glossary of an index; numpy comes with the first one."""

from __future__ import annotations

import json

from api.index import Index
from api.index_file import UnusableIndex
from glossary import Concept, Glossary, concept_from_json
from glossary.recognition.layout import DamagedPatterns
from glossary.recognition.model import Reading


def terms_of(
    index: Index, glossary: Glossary, text: str, lang: str | None = None, *, overlaps: bool = False
) -> Reading:
    """Return the terms of `text`, which is in the content language `lang`; `UnusableIndex` when they cannot be read."""
    from glossary.recognition.recognition import recognize

    def find(concept_id: str) -> Concept | None:
        fragment = glossary.concept(concept_id)
        return concept_from_json(json.loads(fragment)) if fragment else None

    try:
        return recognize(index.recognizer, find, text, lang, overlaps=overlaps)
    except DamagedPatterns as error:
        raise UnusableIndex(f"{index.patterns}: {error}; remove it and restart the service") from error
