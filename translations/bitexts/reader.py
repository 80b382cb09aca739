"""Any bilingual file: its format by its name and by what is in it."""

from __future__ import annotations

import codecs
from collections import Counter
from os import PathLike
from pathlib import Path

from translations.bitexts.model import Bitext, Languages, Limits, Skip, sift
from translations.bitexts.po import read_po
from translations.bitexts.tables import Columns, read_table
from translations.bitexts.tmx import read_tmx
from translations.bitexts.xliff import read_xliff
from translations.files import BadFile
from translations.files.xmlfile import open_xml

_TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})
_CATALOGS = frozenset({".po", ".pot"})
_XML = frozenset({".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf"})
_READ = "TMX, XLIFF (.xlf, .xliff, .sdlxliff, .mqxliff), PO, CSV and tab-separated text are read"
_HEAD = 4096


def read_bitext(
    path: str | PathLike[str],
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    source_column: str | int | None = None,
    target_column: str | int | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Bitext:
    """Return the units of a TMX, XLIFF, PO, CSV or tab-separated file.

    The languages (BCP 47) choose among those of the file, and are needed only where it does not say or has more
    than two. The columns of a table go by heading or by number from 1. `BadFile` when the file is not what it
    says it is, or beyond the `limits`, here or when a unit is taken; `OSError` when it cannot be opened.
    """
    path = Path(path)
    limits.check_size(path)
    skipped: Counter[Skip] = Counter()
    wanted = Languages(source_lang, target_lang)
    bitext = _read(path, wanted, Columns(source_column, target_column), skipped, limits)
    units = sift(path, bitext.units, skipped, limits)
    return Bitext(bitext.source_lang, bitext.target_lang, units, skipped)


def _read(path: Path, wanted: Languages, columns: Columns, skipped: Counter[Skip], limits: Limits) -> Bitext:
    suffix = path.suffix.lower()
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        raise BadFile(path, None, "is a zip package", f"unpack it, or export it; {_READ}")
    if suffix in _TABLES:
        return read_table(path, wanted, columns, skipped, limits)
    if suffix in _CATALOGS:
        return read_po(path, wanted, skipped, limits)
    if suffix in _XML or _looks_like_xml(head):
        return _read_xml(path, wanted, skipped)
    if b'msgid "' in head:
        return read_po(path, wanted, skipped, limits)
    raise BadFile(path, None, f"the format of a {suffix or 'nameless'} file is not known", _READ)


def _looks_like_xml(head: bytes) -> bool:
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip().startswith(b"<")


def _read_xml(path: Path, wanted: Languages, skipped: Counter[Skip]) -> Bitext:
    file = open_xml(path)
    if file.name == "tmx":
        return read_tmx(file, wanted, skipped)
    if file.name == "xliff":
        return read_xliff(file, wanted, skipped)
    raise BadFile(path, None, f"its root is <{file.name[:60]}>, neither <tmx> nor <xliff>", _READ)
