"""``POST /api/v1/terms/recognize``: the terms of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from flask import Response, current_app

from api import wire
from api.bodies import (
    BodyBlueprint,
    BodySchema,
    body_choice,
    body_count,
    body_flag,
    body_offsets,
    body_text,
    check_language,
    check_length,
)
from api.library import library
from api.offsets import Offsets
from api.recognized.as_prompt import LONGEST, USUAL
from api.recognized.forms import MEDIA_TYPES, Form, parts
from api.recognized.renderings import other_language
from api.recognized.terms_of import terms_of
from api.requests import QuerySchema
from translations import resolve

blueprint = BodyBlueprint(
    "recognition", __name__, url_prefix="/api/v1/terms", description="The glossary's terms in a text"
)

_PARTS_AT_ONCE = 500
_EXAMPLES = {
    "chinese": {
        "summary": "A text in Chinese",
        "value": {"text": "软银将投资数据中心，中国GDP增长。", "lang": "zh-Hans"},
    },
    "utf16": {
        "summary": "Offsets for a browser; inflected English",
        "value": {"text": "😀 SoftBank's data centres and subsidiaries", "offsets": "utf16"},
    },
    "overlaps": {
        "summary": "Terms within terms, too",
        "value": {"text": "人工智能芯片与数据中心", "overlaps": True},
    },
}
_FILES = {
    200: {
        "content": {
            media_type: {"schema": {"type": "string"}}
            for form, media_type in MEDIA_TYPES.items()
            if form is not Form.JSON
        }
    }
}


class RecognizeRequestSchema(BodySchema):
    """A text whose terms are wanted."""

    text = body_text(
        "what to read, at most 1,000,000 characters (the setting DUIZHAO_LONGEST_TEXT)",
        "软银将投资数据中心",
        required=True,
    )
    lang = body_text(
        "BCP 47 tag of the text, Chinese or English; guessed without it. A Chinese text may have terms of both"
        " languages, an English one has those of English alone",
        "zh-Hans",
        allow_none=True,
        load_default=None,
    )
    target_lang = body_text(
        "BCP 47 tag of the language that html, xliff and prompt translate the terms into, Chinese or English;"
        " without it English for Chinese, simplified Chinese for English",
        "en",
        allow_none=True,
        load_default=None,
    )
    format = body_choice(
        "json; html: the text with its terms marked; xliff: XLIFF 2.1; prompt: a list for a language model",
        Form,
        load_default=Form.JSON.value,
    )
    overlaps = body_flag("whether terms within others are told, too; in json only")
    max_bytes = body_count("bytes of a prompt at most", USUAL, LONGEST, load_default=USUAL)
    offsets = body_offsets()


@blueprint.route("/recognize", methods=["POST"])
@blueprint.arguments(QuerySchema, location="query")
@blueprint.arguments(RecognizeRequestSchema, examples=_EXAMPLES)
@blueprint.response(200, wire.RecognitionSchema)
@blueprint.doc(responses=_FILES)
def recognize_terms(query: dict[str, Any], body: dict[str, Any]) -> Response:
    """Find every term of the glossary in a text.

    Chinese, English or both; of the terms that begin first the longest. Case, width, diacritics, hyphens, simplified
    and traditional characters do not matter, English words may be inflected. docs/recognition.md says what counts.
    Nothing is kept.
    """
    text, lang, target = body["text"], body["lang"], body["target_lang"]
    check_length("text", len(text))
    for name, tag in (("lang", lang), ("target_lang", target)):
        if tag is not None:
            check_language(name, tag)
    form = Form(body["format"])
    shelf = library()
    overlaps = body["overlaps"] and form is Form.JSON
    reading = terms_of(
        shelf.index, shelf.glossary, text, resolve(lang).content if lang else None, overlaps=overlaps
    )
    to = resolve(target).content if target else other_language(reading.lang)
    sent = parts(form, reading, to, Offsets(body["offsets"]), body["max_bytes"])
    return current_app.response_class(_joined(sent), mimetype=MEDIA_TYPES[form])


def _joined(texts: Iterator[str]) -> Iterator[bytes]:
    """Join a few hundred texts at a time, so that an answer is never whole in memory."""
    while some := list(islice(texts, _PARTS_AT_ONCE)):
        yield "".join(some).encode("utf-8", "backslashreplace")  # as `encoded` does
