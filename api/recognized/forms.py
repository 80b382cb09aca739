"""The forms by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from api.offsets import Offsets
from api.recognized.as_html import html_parts
from api.recognized.as_json import json_parts
from api.recognized.as_prompt import USUAL, prompt
from api.recognized.as_xliff import xliff_parts
from glossary.recognition.model import Reading


class Form(StrEnum):
    """How a text's terms are sent."""

    JSON = "json"
    HTML = "html"
    XLIFF = "xliff"
    PROMPT = "prompt"


MEDIA_TYPES: Mapping[Form, str] = MappingProxyType(
    {
        Form.JSON: "application/json",
        Form.HTML: "text/html",
        Form.XLIFF: "application/xliff+xml",
        Form.PROMPT: "text/plain",
    }
)


def parts(
    form: Form,
    reading: Reading,
    target: str,
    offsets: Offsets = Offsets.CODE_POINTS,
    max_bytes: int = USUAL,
) -> Iterator[str]:
    """Yield `reading` in a form; `target` is the content language that terms are translated into."""
    match form:
        case Form.JSON:
            return json_parts(reading, offsets)
        case Form.HTML:
            return html_parts(reading, target)
        case Form.XLIFF:
            return xliff_parts(reading, target)
        case Form.PROMPT:
            return iter((prompt(reading, target, max_bytes),))
