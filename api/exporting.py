"""The glossary as a file for a tool: what the command line and HTTP have in common."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version

from api.concepts import every_concept, find_concept
from api.index_file import Origin
from glossary import Concept, Glossary
from glossary.interchange.language_tags import TaggedLanguage, plain, tagged_language
from glossary.interchange.writing import PROFILES, Content, Header, Omissions, Profile, selected, write
from translations import CONTENT_LANGUAGES

_TITLE = "Duizhao glossary"
_PROGRAM = "Duizhao"
# How many related concepts are remembered while a file is written.
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Export:
    """A profile in languages, as a tool asks for it: the source and the target, or every language.

    `base` is where the service is (``https://example.org``), for ids that are addresses.
    """

    profile: Profile
    languages: tuple[TaggedLanguage, ...]
    base: str = ""

    @property
    def file_name(self) -> str:
        """The name under which a browser keeps it."""
        pair = "_".join(language.tag for language in self.languages)
        return f"duizhao-{self.profile.id}_{pair}.{self.profile.extension}"

    def fingerprint(self, origin: Origin) -> str:
        """Return what names the file's bytes, made from what they depend on, without making them.

        Services over the same content folder agree on it; what was imported is one index's own.
        """
        content = origin.revision if origin.imported else origin.fingerprint
        depends_on = [content, self.profile.id, str(self.profile.version), _version(), self.base]
        depends_on += [language.tag for language in self.languages]
        if self.profile.packed:
            depends_on.append(zlib.ZLIB_RUNTIME_VERSION)
        return sha256("\0".join(depends_on).encode()).hexdigest()[:32]

    def written(self, glossary: Glossary, omissions: Omissions) -> Iterator[bytes]:
        """Yield the file, some 64 KiB at a time."""
        content = Content(
            concepts=self._concepts(glossary),
            subject_fields=glossary.subject_fields(),
            languages=tuple(map(self.profile.spelled, self.languages)),
            header=Header(_TITLE, _PROGRAM, _version(), self.base),
            omissions=omissions,
        )
        return write(self.profile, content)

    def _concepts(self, glossary: Glossary) -> Iterator[Concept]:
        if self.profile.flat:
            return every_concept(glossary)
        find = lru_cache(_REMEMBERED)(partial(find_concept, glossary))
        return selected(every_concept(glossary), {language.content for language in self.languages}, find)


def concept_as_tbx(glossary: Glossary, concept: Concept) -> bytes:
    """Return `concept` by itself as TBX-Basic v3, in every content language, without references to what is not in the file."""
    content = Content(
        concepts=[replace(concept, related=())],
        subject_fields=glossary.subject_fields(),
        languages=every_language(),
        header=Header(_TITLE, _PROGRAM, _version()),
    )
    return b"".join(write(PROFILES["tbx"], content))


@lru_cache(1)  # it is read from a file
def _version() -> str:
    return version("duizhao")


def every_language() -> tuple[TaggedLanguage, ...]:
    """Return the content languages by their own tags."""
    return tuple(map(plain, CONTENT_LANGUAGES))


def language_pair(text: str) -> tuple[TaggedLanguage, TaggedLanguage] | None:
    """Return the two languages of ``zh_CN_en``, whose tags may have underscores themselves; None when there are not two."""
    parts = text.split("_")
    if len(parts) > 8:  # a tag has four parts at most that we know
        return None
    splits = (("_".join(parts[:n]), "_".join(parts[n:])) for n in range(1, len(parts)))
    found = ((tagged_language(source), tagged_language(target)) for source, target in splits)
    pairs = [(source, target) for source, target in found if source and target]
    return pairs[0] if len(pairs) == 1 and pairs[0][0].content != pairs[0][1].content else None


def profiles() -> list[Profile]:
    """Return every profile, those that lose least first."""
    return list(PROFILES.values())
