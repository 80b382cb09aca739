"""CC-CEDICT (https://cc-cedict.org/wiki/format:syntax): ``Traditional Simplified [pinyin] /gloss/gloss/``, a line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.glosses import Glosses, read_glosses, tone_marks
from glossary.interchange.reading.ids import digest, slug
from glossary.interchange.reading.model import Options, Refused
from glossary.model import Concept, ConceptType, PartOfSpeech, TermType
from translations.files.textfile import TextFile

_ENTRY = re.compile(r"(\S+) (\S+) \[([^\]]*)\]+ /(.*)/\s*")
_LONGEST_LINE = 20_000
_MEND = "write Traditional Simplified [pin1 yin1] /gloss/gloss/"
_LONGEST_SLUG = 24


def read_cedict(file: TextFile, options: Options, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield a concept for each entry of `file`."""
    number = 0
    begins = True
    for piece in file.read(_LONGEST_LINE, watch=options.watch):
        if not begins:  # of a line that is too long
            begins = piece.endswith("\n")
            continue
        number += 1
        begins = piece.endswith("\n")
        if piece.startswith("#") or not piece.strip():
            continue
        entry = _ENTRY.fullmatch(piece)
        if entry is None:
            yield builder.refused(number, piece.strip(), "this is no entry of CC-CEDICT", _MEND)
        else:
            yield from builder.build(_draft(number, *entry.groups()))


def _draft(line: int, traditional: str, simplified: str, numbers: str, text: str) -> Draft:
    # CC-CEDICT writes the pinyin of proper names with capitals.
    is_name = numbers[:1].isupper()
    glosses = read_glosses(text, is_name=is_name)
    reading = tone_marks(numbers)
    part = _part_of_speech(glosses, is_name)
    kind = _term_type(glosses)
    region = "TW" if glosses.only_taiwan else None
    taiwan = glosses.taiwan_reading
    terms = [
        DraftTerm(simplified, "zh-Hans", line, None, kind, part, reading or None, True, region),
        DraftTerm(
            traditional, "zh-Hant", line, None, kind, part, _of_taiwan(taiwan, reading) or None, True, region
        ),
    ]
    for term in glosses.terms.values():
        drafted = DraftTerm(term.text, "en", line)
        drafted.part_of_speech = (
            PartOfSpeech.PROPER_NOUN if is_name else PartOfSpeech.VERB if term.is_verb else PartOfSpeech.OTHER
        )
        if term.remarks:
            drafted.notes.append(("en", ", ".join(term.remarks)))
        terms.append(drafted)
    draft = Draft(line, _id(traditional, simplified, numbers), terms, id_is_made=True)
    if is_name:
        draft.concept_type = ConceptType.INDIVIDUAL
    if glosses.definitions:
        draft.definitions.append(("en", "; ".join(glosses.definitions)))
    draft.notes += [("en", note) for note in glosses.notes]
    return draft


def _id(traditional: str, simplified: str, numbers: str) -> str:
    """The headword and its reading are an entry's identity; its glosses are edited."""
    readable = slug(numbers.replace(" ", "").replace("u:", "v"))[:_LONGEST_SLUG]
    return f"{readable or 'c'}-{digest(f'{traditional} {simplified} {numbers}')}"


def _of_taiwan(taiwan: str | None, reading: str) -> str:
    """The reading of the traditional form is Taiwan's where the entry gives it, and gives it in full."""
    if taiwan is None or taiwan.count(" ") != reading.count(" "):
        return reading
    return taiwan


def _part_of_speech(glosses: Glosses, is_name: bool) -> PartOfSpeech:
    if is_name:
        return PartOfSpeech.PROPER_NOUN
    verbs = [term.is_verb for term in glosses.terms.values()]
    return PartOfSpeech.VERB if verbs and all(verbs) else PartOfSpeech.OTHER


def _term_type(glosses: Glosses) -> TermType:
    if glosses.is_abbreviation:
        return TermType.ABBREVIATION
    if glosses.is_variant and not glosses.terms:
        return TermType.VARIANT
    return TermType.PHRASE if glosses.is_idiom else TermType.FULL_FORM
