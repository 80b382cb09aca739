"""Where content lies: one folder of the editor's, or the two of the shipped content."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from glossary.files import glossary_files
from summaries.files import article_files
from translations.complaints import Complaint, ContentError


@dataclass(frozen=True, slots=True)
class ContentFolders:
    """The two folders that hold content."""

    glossary: Path
    summaries: Path

    @classmethod
    def at(cls, content: Path | None) -> ContentFolders:
        """Return the folders of a content folder, of the shipped content when it is None; `ContentError` if none."""
        if content is None:
            return cls(Path(str(files("glossary") / "data")), Path(str(files("summaries") / "data")))
        folders = cls(content / "glossary", content / "summaries")
        if not folders.files():
            mend = "put YAML files into glossary/ and summaries/ARTICLE/ in it (docs/content.md)"
            raise ContentError([Complaint(str(content), 0, "", _why_nothing_is_in(content), mend)])
        return folders

    def files(self) -> list[Path]:
        """Return every content file, in reading order; those of an article are named even where they are not."""
        return [*glossary_files(self.glossary), *article_files(self.summaries)]

    def fingerprint(self) -> str:
        """Return a digest of every file's name and bytes; what cannot be read is left for reading to complain of."""
        digest = sha256()
        for path in self.files():
            digest.update(os.fsencode(f"{path.parent.name}/{path.name}") + b"\0")
            if path.is_file() and os.access(path, os.R_OK):
                digest.update(sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def _why_nothing_is_in(folder: Path) -> str:
    try:
        os.listdir(folder)
    except FileNotFoundError:
        return "no such folder"
    except OSError as error:
        return str(error.strerror)
    return "no content here"
