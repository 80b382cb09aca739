"""``POST /api/v1/figures/extract``: the figures and dates of a text."""

from __future__ import annotations

from typing import Any

from flask import Response

from api import wire
from api.answers import json_answer
from api.bodies import BodyBlueprint, BodySchema, body_offsets, body_text, check_language, check_length
from api.offsets import Offsets
from api.reading_json import reading_json
from api.requests import QuerySchema
from translations.reading import read

blueprint = BodyBlueprint(
    "extraction", __name__, url_prefix="/api/v1/figures", description="Figures and dates read in a text"
)

_EXAMPLES = {
    "chinese": {
        "summary": "A text in Chinese",
        "value": {"text": "软银将投资约5.3万亿日元，较2022财年增长两倍。", "lang": "zh-Hans"},
    },
    "utf16": {
        "summary": "Offsets for a browser",
        "value": {"text": "😀 SoftBank plans to invest up to $9 billion by October 12.", "offsets": "utf16"},
    },
}


class ExtractRequestSchema(BodySchema):
    """A text to read."""

    text = body_text(
        "what to read, at most 1,000,000 characters (the setting DUIZHAO_LONGEST_TEXT)",
        "约5.3万亿日元",
        required=True,
    )
    lang = body_text(
        "BCP 47 tag of the text, Chinese or English; it says what 元, $ and 兆 mean where the text does not",
        "zh-Hant-HK",
        allow_none=True,
        load_default=None,
    )
    offsets = body_offsets()


@blueprint.route("/extract", methods=["POST"])
@blueprint.arguments(QuerySchema, location="query")
@blueprint.arguments(ExtractRequestSchema, examples=_EXAMPLES)
@blueprint.response(200, wire.ExtractionSchema)
def extract_figures(query: dict[str, Any], body: dict[str, Any]) -> Response:
    """Read the figures and dates of a text.

    Chinese, English or both; docs/reading.md says what counts as a figure, what its span is, and which value
    it gets. Nothing is kept.
    """
    text, lang = body["text"], body["lang"]
    check_length("text", len(text))
    if lang is not None:
        check_language("lang", lang)
    return json_answer(reading_json(text, read(text, lang), Offsets(body["offsets"])))
