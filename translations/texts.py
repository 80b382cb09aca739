"""One text in every content language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translations.locales import CONTENT_LANGUAGES


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """The same text in zh-Hans, zh-Hant and English."""

    zh_hans: str
    zh_hant: str
    en: str

    @classmethod
    def from_mapping(cls, texts: Mapping[str, str]) -> LocalizedText:
        """Build one from a mapping of language tags, as authoring files and the wire have it."""
        return cls(*(texts[language] for language in CONTENT_LANGUAGES))

    def __getitem__(self, language: str) -> str:
        return dict(self.items())[language]

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield (language tag, text) in the order of `CONTENT_LANGUAGES`."""
        return zip(CONTENT_LANGUAGES, (self.zh_hans, self.zh_hant, self.en), strict=True)
