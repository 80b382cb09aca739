"""What a writer is given: the content, the languages of the file, and where to tell what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from glossary.interchange.language_tags import TaggedLanguage
from glossary.model import Concept, SubjectField


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself. It holds no time and no revision, so that the same content has the same bytes.

    `program` and `version` name what wrote it. `base` is the address before the path
    of a concept (``https://example.org``); without it a reader resolves the path against where the file is from.
    """

    title: str
    program: str
    version: str
    base: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """A term (or what else `text` is) that a format cannot carry, and why."""

    concept_id: str
    text: str
    reason: str


class Omissions:
    """Counts what was left out, and tells each to `tell` as it happens."""

    def __init__(self, tell: Callable[[Omission], object] | None = None) -> None:
        self.total = 0
        self._tell = tell

    def add(self, concept_id: str, text: str, reason: str) -> None:
        """Note that `text` of a concept is left out."""
        self.total += 1
        if self._tell:
            self._tell(Omission(concept_id, text, reason))


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a file.

    `concepts` is gone through once. `languages` are the languages of the file in order, as the reader's tool
    spells them; a flat file has two, the source and the target.
    """

    concepts: Iterable[Concept]
    subject_fields: Sequence[SubjectField]
    languages: tuple[TaggedLanguage, ...]
    header: Header
    omissions: Omissions = field(default_factory=Omissions)

    @property
    def source(self) -> TaggedLanguage:
        """The first language."""
        return self.languages[0]

    @property
    def target(self) -> TaggedLanguage:
        """The second language."""
        return self.languages[1]


Writer = Callable[[Content], Iterator[str | bytes]]

_NO_TAGS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Profile:
    """A form for a tool.

    `flat` forms are lists of pairs in two languages: no deprecated term, one script. `purpose` is a message id.
    `version` is raised with every change of the bytes that `write` makes. `tags` are the tool's own spellings by
    content language, which stand for a tag without a region; for every tag where `strict_tags`. `packed` says whether its
    bytes depend on the machine's zlib.
    """

    id: str
    extension: str
    media_type: str
    purpose: str
    write: Writer
    flat: bool = True
    version: int = 1
    tags: Mapping[str, str] = field(default_factory=lambda: _NO_TAGS)
    strict_tags: bool = False
    packed: bool = False

    def spelled(self, language: TaggedLanguage) -> TaggedLanguage:
        """Return `language` as the tool spells it."""
        if language.content in self.tags and (self.strict_tags or language.region is None):
            return replace(language, tag=self.tags[language.content])
        return language
