"""How a glossary file writes its tests (docs/content.md)."""

from __future__ import annotations

from typing import Any

from marshmallow import post_load, validate

from glossary.self_tests import ExpectedHit, SelfTest
from translations import CONTENT_LANGUAGES
from translations.authoring import AuthoringSchema, Text, identifier, listed, nested

_LONGEST_TEXT = 500


class _HitSchema(AuthoringSchema):
    term = Text(required=True)
    concept = identifier(required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> ExpectedHit:
        return ExpectedHit(**data)


class SelfTestSchema(AuthoringSchema):
    """A test; ``hits: []`` says that the text has no term."""

    text = Text(
        required=True,
        validate=validate.Length(
            max=_LONGEST_TEXT, error=f"this is longer than {_LONGEST_TEXT} characters; write several tests"
        ),
    )
    lang = Text(
        validate=validate.OneOf(
            CONTENT_LANGUAGES,
            error=f"this is no content language; write one of {', '.join(CONTENT_LANGUAGES)}",
        )
    )
    hits = listed(nested(_HitSchema), required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> SelfTest:
        return SelfTest(data["text"], data.get("lang"), tuple(data["hits"]))
