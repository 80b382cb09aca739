"""Marshmallow fields for authoring files, and their errors turned into complaints with a line and a mend."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate

from translations.authoring.document import Document, Place
from translations.complaints import Complaint, ContentError
from translations.locales import CONTENT_LANGUAGES
from translations.texts import LocalizedText

_Choice = TypeVar("_Choice", bound=StrEnum)

# A message and its mend travel through marshmallow as one string.
_MEND = "; "
_LONGEST_TEXT = 4000
_NO_MAPPING = f"this is not a mapping{_MEND}write it as key: value lines, or {{key: value, …}}"


class AuthoringSchema(Schema):
    """Refuses what it does not know, and says what it does know."""

    class Meta:
        unknown = RAISE

    error_messages = {"type": _NO_MAPPING}  # noqa: RUF012 - marshmallow's own declaration

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Add to an unknown field's error the names that would be right here."""
        known = [field.data_key or name for name, field in self.fields.items()]
        messages = error.messages if isinstance(error.messages, dict) else {}
        for name, message in messages.items():
            if message == [self.error_messages["unknown"]]:
                near = difflib.get_close_matches(str(name), known, n=1)
                mend = f"did you mean {near[0]}?" if near else f"the fields here are {', '.join(known)}"
                messages[name] = [f"this field is not known here{_MEND}{mend}"]


class Text(fields.String):
    """A line of text: NFC, no control characters, no more than 4,000 characters."""

    default_error_messages = {  # noqa: RUF012 - marshmallow's own declaration
        "required": f"this field is missing{_MEND}add it",
        "null": f"this field is empty{_MEND}write its value or remove the line",
        "invalid": f"this is no text{_MEND}write it on one line, in quotes if it has a colon or braces",
        "control": f"this has a control character or a line separator{_MEND}remove it",
        "form": f"this is not in Unicode's NFC form{_MEND}type it again, with composed letters",
        "long": f"this is longer than {_LONGEST_TEXT} characters{_MEND}shorten it",
    }

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text: str = super()._deserialize(value, attr, data, **kwargs)
        if not text.strip():
            raise self.make_error("null")
        if len(text) > _LONGEST_TEXT:
            raise self.make_error("long")
        if any(unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") for c in text):
            raise self.make_error("control")
        if not unicodedata.is_normalized("NFC", text):
            raise self.make_error("form")
        return text


def identifier(**options: Any) -> Text:
    """Return a field for an id such as ``data-center``."""
    message = f"this is no id{_MEND}use small letters, digits and hyphens, a letter first"
    return Text(validate=validate.Regexp(r"[a-z][a-z0-9-]*\Z", error=message), **options)


class Choice(Text):
    """One member of an enumeration, by its value."""

    def __init__(self, choices: type[_Choice], **options: Any) -> None:
        super().__init__(**options)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return self.choices(text)
        except ValueError:
            known = [choice.value for choice in self.choices]
            near = difflib.get_close_matches(text, known, n=1)
            mend = f"did you mean {near[0]}?" if near else f"write one of {', '.join(known)}"
            raise ValidationError(f"this is not a value of {attr}{_MEND}{mend}") from None


class _LocalizedTextSchema(AuthoringSchema):
    """The same text in each content language."""

    @post_load
    def build(self, data: dict[str, str], **kwargs: Any) -> LocalizedText:
        return LocalizedText.from_mapping(data)


def by_language(field: Any) -> type[AuthoringSchema]:
    """Return a schema with `field` (a factory) for every content language, each required."""
    return AuthoringSchema.from_dict({tag: field() for tag in CONTENT_LANGUAGES})  # type: ignore[return-value]


def localized(**options: Any) -> fields.Nested:
    """Return a field for a text in each language, loaded as `LocalizedText`."""
    schema = _LocalizedTextSchema.from_dict({tag: Text(required=True) for tag in CONTENT_LANGUAGES})
    return nested(schema, **options)


def nested(schema: Any, **options: Any) -> fields.Nested:
    """Return a nested mapping whose errors read like the others."""
    messages = {
        "required": Text.default_error_messages["required"],
        "null": Text.default_error_messages["null"],
    }
    return fields.Nested(schema, error_messages=messages, **options)


def listed(field: Any, **options: Any) -> fields.List[Any]:
    """Return a list whose errors read like the others."""
    messages = {
        "required": Text.default_error_messages["required"],
        "null": Text.default_error_messages["null"],
        "invalid": f"this is not a list{_MEND}write it as - lines, or [a, b]",
    }
    return fields.List(field, error_messages=messages, **options)


def load(document: Document, schema: Schema) -> Any:
    """Load `document` through `schema`; `ContentError` with a complaint for every fault."""
    if not isinstance(document.data, dict):
        fault = document.complaint((), "the file holds no mapping", "begin it as docs/content.md shows")
        raise ContentError([fault])
    try:
        return schema.load(document.data)
    except ValidationError as error:
        raise ContentError(sorted(_complaints(document, error.messages, ()))) from error


def _complaints(document: Document, messages: Any, place: Place) -> Iterator[Complaint]:
    if isinstance(messages, Mapping):
        for step, inner in messages.items():
            yield from _complaints(document, inner, place if step == "_schema" else (*place, step))
        return
    for text in messages:
        message, _, mend = str(text).partition(_MEND)
        name = f"{place[-1]}: " if place and isinstance(place[-1], str) else ""
        yield document.complaint(place, name + message, mend or "see docs/content.md")
