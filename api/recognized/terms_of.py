"""A text read with the glossary of an index; numpy comes with the first one."""

from __future__ import annotations

from functools import partial

from api.concepts import find_concept
from api.index import Index
from api.index_file import UnusableIndex
from glossary import Glossary
from glossary.recognition.layout import DamagedPatterns
from glossary.recognition.model import Reading


def terms_of(
    index: Index, glossary: Glossary, text: str, lang: str | None = None, *, overlaps: bool = False
) -> Reading:
    """Return the terms of `text`, which is in the content language `lang`; `UnusableIndex` when they cannot be read."""
    from glossary.recognition.recognition import recognize

    find = partial(find_concept, glossary)
    try:
        return recognize(index.recognizer, find, text, lang, overlaps=overlaps)
    except DamagedPatterns as error:
        raise UnusableIndex(f"{index.patterns}: {error}; remove it and restart the service") from error
