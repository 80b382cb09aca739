"""Bilingual files as translators have them: read into pairs of segments, in bounded memory, whoever wrote them."""

from translations.bitexts.aligned import read_aligned
from translations.bitexts.model import Bitext, Limits, Skip, TranslationUnit
from translations.bitexts.reader import read_bitext

__all__ = ["Bitext", "Limits", "Skip", "TranslationUnit", "read_aligned", "read_bitext"]
