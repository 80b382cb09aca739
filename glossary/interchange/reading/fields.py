"""Subject fields as files name them: by id, by name in any language, or by a name that is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.interchange.reading.ids import digest, slug
from glossary.interchange.reading.model import OTHER_FIELD
from glossary.model import SubjectField
from translations import LocalizedText

# A column that was taken for the subject field has another value in each row.
_MOST = 1_000

_OTHER = SubjectField(OTHER_FIELD, LocalizedText("导入", "匯入", "Imported"))


class SubjectFields:
    """The subject fields of an import: those that there are, and those that its files add."""

    def __init__(self, known: Iterable[SubjectField], default: str | None) -> None:
        self._ids: dict[str, str] = {}
        self._added: dict[str, SubjectField] = {}
        for field in known:
            for name in (field.id, *(title for _, title in field.title.items())):
                self._ids.setdefault(name.casefold(), field.id)
        self._default = default

    def __iter__(self) -> Iterator[SubjectField]:
        """Yield what was added so far; complete when all files are read."""
        return iter(self._added.values())

    def id_of(self, name: str | None) -> str | None:
        """Return the id of the field called `name`, of the default for None; None when there are too many."""
        if name is None:
            return self._found(self._default) if self._default else self._other()
        return self._found(name)

    def titled(self, id_: str, title: LocalizedText) -> None:
        """Add a field whose title a file tells in full; one that there is keeps its own."""
        if id_.casefold() not in self._ids:
            self._ids[id_.casefold()] = id_
            self._added[id_] = SubjectField(id_, title)

    def _found(self, name: str) -> str | None:
        found = self._ids.get(name.casefold())
        if found is None:
            if len(self._added) >= _MOST:
                return None
            found = slug(name) or f"field-{digest(name)}"
            self.titled(found, LocalizedText(name, name, name))
            self._ids[name.casefold()] = found
        return found

    def _other(self) -> str:
        self.titled(_OTHER.id, _OTHER.title)
        return _OTHER.id
