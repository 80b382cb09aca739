"""Every form that the glossary is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from glossary.interchange.writing.engines import (
    write_amazon,
    write_azure,
    write_deepl,
    write_google,
    write_google_terms,
)
from glossary.interchange.writing.json_document import write_json
from glossary.interchange.writing.model import Content, Profile
from glossary.interchange.writing.omegat import write_omegat
from glossary.interchange.writing.skos import write_skos
from glossary.interchange.writing.stardict import write_stardict
from glossary.interchange.writing.tables import write_csv, write_spreadsheet, write_tsv
from glossary.interchange.writing.tbx import write_martif, write_tbx_basic
from glossary.interchange.writing.term_bases import write_matecat, write_memoq, write_utx
from glossary.interchange.writing.tmx import write_tmx
from glossary.interchange.writing.yomitan import write_yomitan
from translations import N_

_CSV = "text/csv"
_TSV = "text/tab-separated-values"
_ZIP = "application/zip"
# Spellings of the engines that know no other.
_GOOGLE = MappingProxyType({"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"})
_AMAZON = MappingProxyType({"zh-Hans": "zh", "zh-Hant": "zh-TW", "en": "en"})

_MATECAT = MappingProxyType({"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-US"})

_ALL = (
    Profile(
        "tbx",
        "tbx",
        "application/x-tbx",
        N_("TBX-Basic v3 (ISO 30042:2019): Trados, memoQ, Phrase, termbases"),
        write_tbx_basic,
        flat=False,
    ),
    Profile(
        "tbx2",
        "tbx",
        "application/x-tbx",
        N_("TBX v2 (martif): Weblate, older tools"),
        write_martif,
        flat=False,
    ),
    Profile(
        "json",
        "json",
        "application/json",
        N_("JSON with every field; what an import takes back"),
        write_json,
        flat=False,
    ),
    Profile(
        "jsonld",
        "jsonld",
        "application/ld+json",
        N_("SKOS and SKOS-XL as JSON-LD: linked data"),
        write_skos,
        flat=False,
    ),
    Profile(
        "tmx",
        "tmx",
        "application/x-tmx",
        N_("TMX 1.4b: tools that take translation memories only"),
        write_tmx,
    ),
    Profile(
        "omegat",
        "txt",
        "text/plain",
        N_("OmegaT glossary; a team project can subscribe to it"),
        write_omegat,
    ),
    Profile(
        "spreadsheet",
        "csv",
        _CSV,
        N_("Excel, LibreOffice, Google Sheets; formulas are made harmless"),
        write_spreadsheet,
    ),
    Profile("csv", "csv", _CSV, N_("CSV for programs; nothing is altered"), write_csv),
    Profile("tsv", "tsv", _TSV, N_("TSV for programs; nothing is quoted"), write_tsv),
    Profile("deepl", "tsv", _TSV, N_("DeepL glossary"), write_deepl),
    Profile(
        "google",
        "csv",
        _CSV,
        N_("Google Cloud Translation: glossary of one direction"),
        write_google,
        tags=_GOOGLE,
        strict_tags=True,
    ),
    Profile(
        "google-terms",
        "csv",
        _CSV,
        N_("Google Cloud Translation: equivalent term set"),
        write_google_terms,
        tags=_GOOGLE,
        strict_tags=True,
    ),
    Profile("azure", "tsv", _TSV, N_("Azure Document Translation glossary"), write_azure),
    Profile(
        "amazon",
        "csv",
        _CSV,
        N_("Amazon Translate custom terminology"),
        write_amazon,
        tags=_AMAZON,
        strict_tags=True,
    ),
    Profile("memoq", "csv", _CSV, N_("memoQ term base"), write_memoq),
    Profile("matecat", "csv", _CSV, N_("Matecat glossary"), write_matecat, tags=_MATECAT),
    Profile(
        "utx",
        "utx",
        "text/plain",
        N_("UTX 1.11 (AAMT): machine translation in Japan"),
        write_utx,
    ),
    Profile(
        "yomitan",
        "zip",
        _ZIP,
        N_("Yomitan: look terms up in the browser by hovering"),
        write_yomitan,
        packed=True,
    ),
    Profile(
        "stardict",
        "zip",
        _ZIP,
        N_("StarDict: GoldenDict and other dictionary programs"),
        write_stardict,
        packed=True,
    ),
)

PROFILES: Mapping[str, Profile] = MappingProxyType({profile.id: profile for profile in _ALL})

_CHUNK = 64 * 1024


def write(profile: Profile, content: Content) -> Iterator[bytes]:
    """Yield the bytes of `content` in the form of `profile`, some 64 KiB at a time."""
    waiting: list[bytes] = []
    size = 0
    for part in profile.write(content):
        # JSON has an escape for an unpaired surrogate; nothing else lets one through.
        octets = part if isinstance(part, bytes) else part.encode("utf-8", "backslashreplace")
        waiting.append(octets)
        size += len(octets)
        if size >= _CHUNK:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)
