"""One text in every content language, or in some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translations.locales import CONTENT_LANGUAGES, DEFAULT_LANGUAGE


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


@dataclass(frozen=True, slots=True)
class PartialText:
    """A text in those content languages that its author wrote it in, at least one; None in the others."""

    zh_hans: str | None = None
    zh_hant: str | None = None
    en: str | None = None

    @classmethod
    def from_mapping(cls, texts: Mapping[str, str]) -> PartialText:
        """Build one from a mapping of language tags, as authoring files and the wire have it."""
        return cls(*(texts.get(language) for language in CONTENT_LANGUAGES))

    def __getitem__(self, language: str) -> str:
        """Return the text in `language`; `KeyError` where there is none."""
        return dict(self.items())[language]

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield (language tag, text) for each language that there is, in the order of `CONTENT_LANGUAGES`."""
        for language, text in zip(CONTENT_LANGUAGES, (self.zh_hans, self.zh_hant, self.en), strict=True):
            if text is not None:
                yield language, text

    def get(self, language: str) -> str | None:
        """Return the text in `language`, None where there is none."""
        return dict(self.items()).get(language)

    def nearest(self, language: str) -> tuple[str, str]:
        """Return (language tag, text) for a reader of `language`: the other script of Chinese before English."""
        texts = dict(self.items())
        order = sorted(
            texts, key=lambda tag: (tag != language, tag[:2] != language[:2], tag != DEFAULT_LANGUAGE)
        )
        return order[0], texts[order[0]]
