"""Catalogs of gettext, read by Babel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from translations.bitexts.model import Bitext, Languages, Limits, Skip, TranslationUnit
from translations.files import BadFile
from translations.files.languages import agrees, more_specific
from translations.files.textfile import TextFile, survey

_HEADER_BYTES = 1 << 16
_CHARSET = re.compile(rb'"Content-Type:[^"\n]*charset=([\w.:-]+)', re.IGNORECASE)
_SOURCE_LANGUAGE = re.compile(rb'"X-Source-Language:\s*([A-Za-z0-9_-]+)', re.IGNORECASE)
# Arabic has most, six; each message gets room for as many as the header says.
_MOST_PLURALS = 10
_DEFAULT_SOURCE = "en"
# What Babel cannot make out of these is no reason to refuse a translation: dates, and odd names of languages.
_ODD_HEADER = re.compile(r'"(?:POT-Creation-Date:|PO-Revision-Date:|Language:[^"\\]*[^\w@. "\\-])')
_LOCATION = "#:"
# Babel takes what has no closing quotation mark, and loses its last character or all of it.
_BEGUN = re.compile(r"\s*+(?:\"|msg(?:ctxt|id|str))")
_STRING = re.compile(
    r"""\s*+(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]{1,3}\])?)\s++)?"(?:[^"\\]++|\\.)*+"\s*+\Z"""
)


def read_po(path: Path, wanted: Languages, skipped: Counter[Skip], limits: Limits) -> Bitext:
    """Return the messages of a PO file: ``msgid`` and ``msgstr``, the id is the ``msgctxt``.

    Of a message with plurals, the first form goes with ``msgid`` and the others with ``msgid_plural``; where the
    language has one form only, that goes with ``msgid_plural``. The source is in English unless the caller or
    ``X-Source-Language`` says otherwise. Fuzzy, obsolete and untranslated messages are skipped.
    """
    with path.open("rb") as stream:
        header = stream.read(_HEADER_BYTES)
    catalog = _parse(survey(path, _charset(path, header)), limits)
    if catalog.obsolete:
        skipped[Skip.OBSOLETE] = len(catalog.obsolete)
    stated = _SOURCE_LANGUAGE.search(header)
    source = wanted.source or (stated[1].decode() if stated else _DEFAULT_SOURCE)
    target = catalog.locale_identifier or None
    if wanted.target and target and not agrees(wanted.target, target):
        fault = f"its header says that it is in {target}, not in {wanted.target}"
        raise BadFile(path, None, fault, "leave the language to the file, or mend its header")
    return Bitext(
        more_specific(source, None), more_specific(wanted.target, target), _units(catalog, skipped), skipped
    )


def _charset(path: Path, header: bytes) -> str | None:
    """Return the encoding that the header names; None for UTF-8, and for the CHARSET of a template."""
    found = _CHARSET.search(header)
    name = found[1].decode() if found else "CHARSET"
    if name.upper() in ("CHARSET", "UTF-8", "UTF8"):
        return None
    try:
        b" ".decode(name)
    except (LookupError, UnicodeError):
        raise BadFile(path, None, f"its charset {name} is unknown", "save it as UTF-8, and say so") from None
    return name


@dataclass(slots=True)
class _Lines:
    """The lines of a catalog as Babel is to see them; `number` is that of the last one taken."""

    file: TextFile
    catalog: Catalog
    limits: Limits
    number: int = 0

    def __iter__(self) -> Iterator[str]:
        longest = 4 * self.limits.max_segment
        messages = 0
        for line in self.file.read(longest):
            self.number += 1
            if len(line) >= longest and not line.endswith("\n"):
                raise self.limits.too_long(self.file.path, self.number)
            if self.catalog.num_plurals > _MOST_PLURALS:
                fault = f"its header says nplurals={self.catalog.num_plurals}"
                raise BadFile(self.file.path, None, fault, "a language has six plural forms at most")
            if _BEGUN.match(line) and not _STRING.match(line):
                raise _invalid(self.file, self.number, "a string is not in quotation marks, or not closed")
            messages += line.startswith("msgid ")
            if line.startswith(_LOCATION):
                yield "#"
            elif messages == 1 and _ODD_HEADER.match(line):
                yield ""
            else:
                yield line


def _parse(file: TextFile, limits: Limits) -> Catalog:
    catalog = Catalog()
    lines = _Lines(file, catalog, limits)
    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines)
    except BadFile:
        raise
    except PoFileError as error:
        raise _invalid(file, error.lineno + 1, str(error).rpartition(" on ")[0]) from None
    # Babel meets some malformed files with whatever comes of them.
    except (ValueError, LookupError, AssertionError, AttributeError, TypeError) as error:
        raise _invalid(file, lines.number, str(error)) from None
    return catalog


def _invalid(file: TextFile, line: int | None, message: str) -> BadFile:
    fault = f"is not a PO file: {(message.strip() or 'malformed').splitlines()[0][:200]}"
    return BadFile(file.path, line, fault, "msgfmt --check names every fault of it")


def _units(catalog: Catalog, skipped: Counter[Skip]) -> Iterator[TranslationUnit]:
    for message in catalog:
        if not message.id:  # the header
            continue
        if message.fuzzy:
            skipped[Skip.FUZZY] += 1
            continue
        for source, target in _forms(message):
            yield TranslationUnit(source, target, message.context, message.lineno)


def _forms(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, str(message.string or ""))]
    singular, plural = message.id[0], message.id[-1]
    strings = list(message.string or ("",)) if not isinstance(message.string, str) else [message.string]
    if len(strings) == 1:
        return [(plural, strings[0])]
    return [(singular, strings[0]), *((plural, string) for string in strings[1:])]
