"""Writing the glossary in other tools' formats, streamed: `PROFILES` has the formats, `write` writes one."""

from glossary.interchange.writing.model import Content, Header, Omission, Omissions, Profile
from glossary.interchange.writing.profiles import PROFILES, write
from glossary.interchange.writing.selection import selected

__all__ = ["PROFILES", "Content", "Header", "Omission", "Omissions", "Profile", "selected", "write"]
