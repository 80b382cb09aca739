"""What every authoring file shares: YAML with lines, texts in each language, complaints.

Only the two `authoring` modules import this; it alone needs PyYAML and marshmallow below the edge.
"""

from translations.authoring.document import Document, Place, read_document
from translations.authoring.schema import (
    AuthoringSchema,
    Choice,
    Text,
    by_language,
    identifier,
    listed,
    load,
    localized,
    nested,
)
from translations.complaints import Complaint, ContentError

__all__ = [
    "AuthoringSchema",
    "Choice",
    "Complaint",
    "ContentError",
    "Document",
    "Place",
    "Text",
    "by_language",
    "identifier",
    "listed",
    "load",
    "localized",
    "nested",
    "read_document",
]
