"""Any glossary file: its format by what is in it, and by its name where that does not say."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from glossary.files import glossary_files
from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.headings import headings
from glossary.interchange.reading.model import Format, LeftOut, Options, Reading, Refused
from glossary.interchange.reading.seen import Seen
from glossary.model import Concept
from translations.files import BadFile, quoted
from translations.files.octets import open_octets

_HEAD = 1 << 16
_READ = "TBX, TMX, CSV, TSV, OmegaT's text, UTX, CC-CEDICT, JSON and YAML of Duizhao are read"
_CEDICT = re.compile(r"\S+ \S+ \[[^\]]*\]+ /.*/$")
_OMEGAT = re.compile(r"#.*-\*-\s*coding:")
_JSON = re.compile(r'\s*(?:\{\s*"|\[\s*[\[{\]])')
_BINARIES = {
    b"PK\x03\x04": ("is a zip package", "unpack it; save a spreadsheet as CSV"),
    b"\xd0\xcf\x11\xe0": ("is a file of old Microsoft Office", "save the spreadsheet as CSV"),
    b"%PDF": ("is a PDF", "export the glossary from the tool that made it"),
    b"SQLite format 3": ("is a database", "export the glossary from the tool that made it"),
}
_TABS = (".tsv", ".tab", ".txt", ".utf8")


def open_glossary(path: Path, options: Options, fields: SubjectFields, seen: Seen) -> Reading:
    """Return the glossary at `path`, a file, gzipped or not, or a folder of YAML, to be read as it is taken.

    `fields` and `seen` are those of an import; files that are imported together share them. `BadFile` when the file
    cannot be read at all, here or when an entry is taken; `OSError` when it cannot be opened.
    """
    left_out = LeftOut()
    builder = ConceptBuilder(path, options, left_out, fields, seen)
    if path.is_dir():
        entries = _folder(path, options, left_out, fields, seen)
        return Reading(path, Format.YAML, entries, left_out, fields)
    if path.exists() and not path.is_file():
        raise BadFile(path, None, "is not a file", "name a file or a folder")
    with open_octets(path) as stream:
        head = stream.read(_HEAD)
    found = options.format or _format(path, head)
    return Reading(path, found, _entries(path, found, head, options, builder, fields), left_out, fields)


def _folder(
    path: Path, options: Options, left_out: LeftOut, fields: SubjectFields, seen: Seen
) -> Iterator[Concept | Refused]:
    from glossary.interchange.reading.yaml_files import read_yaml

    files = glossary_files(path) or glossary_files(path / "glossary")
    if not files:
        raise BadFile(path, None, "has no .yaml file", "name the folder that the glossary files are in")
    return chain.from_iterable(
        read_yaml(file, ConceptBuilder(file, options, left_out, fields, seen), fields) for file in files
    )


def _format(path: Path, head: bytes) -> Format:
    for mark, (fault, mend) in _BINARIES.items():
        if head.startswith(mark):
            raise BadFile(path, None, fault, mend)
    text = _text(head)
    if not text.strip():
        raise BadFile(path, None, "is empty", "name a file that has terms")
    if text.lstrip().startswith("<"):
        return _xml_format(path)
    suffix = _suffix(path)
    if suffix in (".yaml", ".yml"):
        return Format.YAML
    if suffix == ".json" or _JSON.match(text):
        return Format.JSON
    return _text_format(path, suffix, text)


def _text_format(path: Path, suffix: str, text: str) -> Format:
    lines = text.splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if lines[0].startswith("#UTX"):
        return Format.UTX
    if _CEDICT.match(first) or suffix == ".u8":
        return Format.CEDICT
    if _OMEGAT.match(lines[0]):
        return Format.OMEGAT
    if suffix == ".csv":
        return Format.CSV
    if suffix in _TABS or not suffix:
        if headings(first.split("\t")) or suffix == ".tsv":
            return Format.CSV
        if "\t" in first:
            return Format.OMEGAT
    raise BadFile(
        path, None, f"the format of a {quoted(suffix) if suffix else 'nameless'} file is not known", _READ
    )


def _xml_format(path: Path) -> Format:
    from glossary.interchange.reading.tbx import ROOTS
    from translations.files.xmlfile import open_xml

    name = open_xml(path).name
    if name in ROOTS:
        return Format.TBX
    if name == "tmx":
        return Format.TMX
    mend = _READ
    if name == "mtf":
        mend = "it is MultiTerm's own XML: export it from MultiTerm as TBX"
    elif name == "xliff":
        mend = "it is a bilingual file, which duizhao check reads"
    raise BadFile(path, None, f"its root is {quoted(f'<{name}>')}, neither <tbx>, <martif> nor <tmx>", mend)


def _entries(
    path: Path, format_: Format, head: bytes, options: Options, builder: ConceptBuilder, fields: SubjectFields
) -> Iterator[Concept | Refused]:
    if format_ in (Format.TBX, Format.TMX):
        return _of_xml(path, format_, options, builder)
    if format_ is Format.YAML:
        from glossary.interchange.reading.yaml_files import read_yaml

        return read_yaml(path, builder, fields)
    return _of_text(path, format_, head, options, builder, fields)


def _of_xml(
    path: Path, format_: Format, options: Options, builder: ConceptBuilder
) -> Iterator[Concept | Refused]:
    from glossary.interchange.reading.tbx import read_tbx
    from glossary.interchange.reading.tmx import read_tmx
    from translations.files.xmlfile import open_xml

    return (read_tbx if format_ is Format.TBX else read_tmx)(open_xml(path), options, builder)


def _of_text(
    path: Path, format_: Format, head: bytes, options: Options, builder: ConceptBuilder, fields: SubjectFields
) -> Iterator[Concept | Refused]:
    from glossary.interchange.reading.cedict import read_cedict
    from glossary.interchange.reading.json_document import read_json
    from glossary.interchange.reading.omegat import open_omegat, read_omegat
    from glossary.interchange.reading.tables import read_table
    from glossary.interchange.reading.utx import read_utx
    from translations.files.textfile import survey

    if format_ is Format.OMEGAT:
        return read_omegat(open_omegat(path, head), options, builder)
    file = survey(path)
    if format_ is Format.CEDICT:
        return read_cedict(file, options, builder)
    if format_ is Format.UTX:
        return read_utx(file, options, builder)
    if format_ is Format.JSON:
        return read_json(file, options, builder, fields)
    return read_table(file, "\t" if _suffix(path) in _TABS else None, options, builder)


def _suffix(path: Path) -> str:
    """Return the ending of the name without that of gzip."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def _text(head: bytes) -> str:
    """Return how a text begins, as far as it can be told: reading it all says whether it is one."""
    encoding = "utf-16" if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    return head.decode(encoding, errors="replace")
