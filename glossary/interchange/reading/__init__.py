"""Glossaries of other tools, read into concepts: streaming, in bounded memory, every refusal with its place."""

from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.files import open_glossary
from glossary.interchange.reading.model import Format, LeftOut, Options, Reading, Refused
from glossary.interchange.reading.seen import Seen

__all__ = ["Format", "LeftOut", "Options", "Reading", "Refused", "Seen", "SubjectFields", "open_glossary"]
