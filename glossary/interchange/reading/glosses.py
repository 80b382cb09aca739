"""What a gloss of CC-CEDICT is to a translator: a term, a definition, a remark, or a note (docs/importing.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from glossary.keys.pinyin import to_tone_marks

# A longer gloss explains the word instead of rendering it.
_MOST_WORDS = 8

_NOTE = re.compile(
    r"(?:\([^()]*\) )?(?:"
    r"(?:[A-Za-z]+ )?variant of |(?:old|ancient|archaic|traditional|simplified) form of |also written |also called |also known as |same as |see (?:also )?[^a-z]"
    r"|abbr\. (?:for|of|to) |used in |(?:Taiwan|also|old|formerly|Beijing|colloquial) pr\. |pr\. \["
    r"|classifier for |short for |contrasted with |cf\.? |opposite: |onom\. )"
)
_ABBREVIATION = re.compile(r"abbr\. (?:for|of) ")
_VARIANT = re.compile(r"(?:[A-Za-z]+ )?variant of ")
_TAIWAN_READING = re.compile(r"Taiwan pr\. \[([A-Za-z0-9: ]+)\](?!,| or)")
_REFERENCE = re.compile(r"(?<=[^\s\[\]])?\[([A-Za-z0-9:, ·]+)\]")
_SENSES = re.compile(r"; (?![^(]*\))")
_REMARK = re.compile(r" ?\(([^()]*)\)")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff\\[]")
# "to" that makes no verb of what follows: to the east, to a certain extent.
_NO_VERB = frozenset(
    ["the", "a", "an", "some", "this", "that", "one", "one's", "what", "which", "no", "date", "and"]
)
# "Hutu, an ethnic group in Rwanda and Burundi"; "Yalong Bay in Sanya 三亞|三亚[San1 ya4], Hainan"
_NAME = re.compile("([A-Z][^,\\[\u3400-\u9fff]*?)(?:, | in .*[\u3400-\u9fff])")
# "Beijing, Shanghai and Guangzhou", "Ministry of Health, Labor and Welfare": no comma in them begins an explanation.
# The first of the names is no acronym, which would be explained: "UNESCO, United Nations Educational, …".
_CAPITALIZED = r"[A-Z][^\s,]*(?: [A-Z][^\s,]*)*"
_NAMES = re.compile(rf"((?![A-Z]+,)[A-Z][^,\[]*(?:, {_CAPITALIZED})+ and {_CAPITALIZED})(?:, .*)?", re.DOTALL)
_IDIOMS = ("idiom", "saying", "proverb", "set phrase")


@dataclass(slots=True)
class EnglishTerm:
    """An English equivalent, whether it is a verb's, and what was said of it in brackets."""

    text: str
    is_verb: bool
    remarks: list[str]


@dataclass(slots=True)
class Glosses:
    """All that the glosses of an entry say."""

    terms: dict[str, EnglishTerm] = field(default_factory=dict)
    definitions: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    taiwan_reading: str | None = None
    is_idiom: bool = False
    is_abbreviation: bool = False
    is_variant: bool = False
    senses: int = 0
    taiwan_senses: int = 0

    @property
    def only_taiwan(self) -> bool:
        """Whether every sense is marked as Taiwan's."""
        return 0 < self.senses == self.taiwan_senses


def read_glosses(text: str, *, is_name: bool) -> Glosses:
    """Sort the glosses of `text`, which has slashes between them; `is_name` when the headword is a proper name."""
    found = Glosses()
    for gloss in text.split("/"):
        gloss = gloss.strip()
        if gloss.startswith("CL:"):
            found.notes.append(f"measure word: {_with_readings(gloss[3:]).replace(',', ', ')}")
        elif _NOTE.match(gloss):
            _note(gloss, found)
        elif gloss:
            for sense in _SENSES.split(gloss) if ";" in gloss else (gloss,):
                _sense(sense, found, is_name)
    return found


def _note(gloss: str, found: Glosses) -> None:
    if (taiwan := _TAIWAN_READING.match(gloss)) is not None:
        found.taiwan_reading = tone_marks(taiwan[1])
    found.is_abbreviation = found.is_abbreviation or _ABBREVIATION.match(gloss) is not None
    found.is_variant = found.is_variant or _VARIANT.match(gloss) is not None
    found.notes.append(_with_readings(gloss))


def _sense(sense: str, found: Glosses, is_name: bool) -> None:
    remarks: list[str] = []
    text = _without_remarks(sense, remarks) if "(" in sense else sense
    found.senses += 1
    found.taiwan_senses += "Tw" in remarks
    found.is_idiom = found.is_idiom or any(remark.startswith(_IDIOMS) for remark in remarks)
    if text.startswith("lit. "):
        found.notes.append(_with_readings(sense))
        return
    text = text.removeprefix("fig. ")
    if text.startswith("surname ") and is_name:
        text = text.removeprefix("surname ")
        remarks.append("surname")
    name = (_NAMES.fullmatch(text) or _NAME.match(text)) if is_name else None
    if name is not None and name[1] != text:
        found.definitions.append(_with_readings(sense))
        text, remarks = name[1], []
    is_verb = text.startswith("to ") and text[3:].partition(" ")[0] not in _NO_VERB and len(text) > 3
    if is_verb:
        text = text[3:]
    if not text or text.count(" ") >= _MOST_WORDS or _HAN.search(text):
        found.definitions.append(_with_readings(sense))
    elif (same := found.terms.get(text)) is not None:
        same.remarks += remarks
    else:
        found.terms[text] = EnglishTerm(text, is_verb, remarks)


def _without_remarks(sense: str, remarks: list[str]) -> str:
    """Move what stands in brackets to `remarks`; brackets within brackets are opened from within."""
    while (match := _REMARK.search(sense)) is not None:
        if match[1] not in ("s", "es"):  # word(s)
            remarks.append(_with_readings(match[1]).strip())
        sense = sense[: match.start()] + sense[match.end() :]
    return " ".join(sense.split())


def _with_readings(text: str) -> str:
    """Write the readings in `text` as people do: 个[ge4] → 个 (gè), Taiwan pr. [ge4] → Taiwan pr. gè."""
    if "[" not in text:
        return text
    parts: list[str] = []
    end = 0
    for match in _REFERENCE.finditer(text):
        parts.append(text[end : match.start()])
        behind_word = match.start() > 0 and text[match.start() - 1] not in " ,;("
        parts.append(f" ({tone_marks(match[1])})" if behind_word else tone_marks(match[1]))
        end = match.end()
    return "".join((*parts, text[end:]))


def tone_marks(reading: str) -> str:
    """Return CC-CEDICT's reading with tone marks, without the punctuation that it repeats."""
    return " ".join(filter(None, map(_syllable, reading.split(" "))))


@lru_cache(maxsize=1 << 14)
def _syllable(part: str) -> str:
    return "" if part in (",", "·") else to_tone_marks(part)
