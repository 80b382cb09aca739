"""Concepts brought into the index: one swap, and a service that is running goes over to it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from api.building import Incoming, build_index
from api.folders import ContentFolders
from api.index import fingerprint_of, store_at
from api.settings import Settings
from glossary import Concept, SubjectField
from glossary.store.changes import ChangeCounts


class ImportMode(StrEnum):
    """Whether concepts join the glossary, each in the place of the one that has its id, or are all of it."""

    MERGE = "merge"
    REPLACE = "replace"


def import_concepts(
    settings: Settings,
    concepts: Iterable[Concept],
    mode: ImportMode = ImportMode.MERGE,
    *,
    subject_fields: Iterable[SubjectField] = (),
    dry_run: bool = False,
) -> ChangeCounts:
    """Bring `concepts`, read as they are taken, into the index; return what became of the glossary by it.

    `subject_fields` tell how the fields are called that `concepts` name, and are gone through when those have been taken; a field
    that nobody tells of is called by its id.

    What was imported stays when the content folder changes. Until the new index is whole the old one is served, and
    nothing is changed where `concepts` raises, the process is killed, or the disk is full or the database away
    (`UnusableIndex`).
    """
    folders = ContentFolders.at(settings.content)
    incoming = Incoming(concepts, subject_fields, replaces_all=mode is ImportMode.REPLACE)
    store = store_at(settings.index)
    with store.turn() as turn:
        return build_index(store, turn, folders, fingerprint_of(folders), incoming, keep=not dry_run)
