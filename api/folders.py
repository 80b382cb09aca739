"""Where content lies: one folder of the editor's, or the two of the shipped content."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

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
            fault = "no content here" if content.is_dir() else "no such folder"
            mend = "put YAML files into glossary/ and summaries/ARTICLE/ in it (docs/content.md)"
            raise ContentError([Complaint(str(content), 0, "", fault, mend)])
        return folders

    def files(self) -> list[Path]:
        """Return every content file, in reading order."""
        return [*sorted(self.glossary.glob("*.yaml")), *sorted(self.summaries.glob("*/*.yaml"))]

    def fingerprint(self) -> str:
        """Return a digest of every file's name and bytes."""
        digest = sha256()
        for path in self.files():
            digest.update(f"{path.parent.name}/{path.name}\0".encode() + sha256(path.read_bytes()).digest())
        return digest.hexdigest()
