"""``POST /api/v1/check``: whether translations say what their sources say, in the glossary's words."""

from __future__ import annotations

from typing import Any

from flask import Response
from marshmallow import fields

from api import wire
from api.answers import json_answer
from api.bodies import (
    BodyBlueprint,
    BodySchema,
    ListField,
    body_choice,
    body_offsets,
    body_text,
    check_language,
    check_length,
)
from api.library import library
from api.negotiation import content_language, reader
from api.offsets import Offsets
from api.requests import QuerySchema
from api.segment_checks import RULES, Chosen, SegmentChecks
from api.term_check import term_check
from api.verdict_json import verdict_json
from translations.checking import Segment, Severity

blueprint = BodyBlueprint(
    "checking", __name__, url_prefix="/api/v1", description="A translation held against its source"
)

_EXAMPLES = {
    "scale": {
        "summary": "The digits copied, the scale lost; and a right translation, whose digits differ",
        "value": {
            "source_lang": "zh-Hans",
            "target_lang": "en",
            "segments": [
                {"source": "总投资90亿美元。", "target": "The investment totals USD 90 billion."},
                {"source": "总投资8300亿美元。", "target": "The investment totals $830 billion."},
            ],
        },
    },
    "terms": {
        "summary": "Only terms, and the notes, too; rules may also be single kinds of issue",
        "value": {
            "source_lang": "zh-Hans",
            "target_lang": "en",
            "rules": ["terms"],
            "min_severity": "note",
            "segments": [{"source": "孙正义看好数据中心。", "target": "Sun Zhengyi likes data hubs."}],
        },
    },
}


class SegmentSchema(BodySchema):
    """A text and its translation."""

    source = body_text("the text", "总投资90亿美元。", required=True)
    target = body_text("its translation", "The investment totals USD 90 billion.", required=True)


class CheckRequestSchema(BodySchema):
    """Segments to check."""

    source_lang = body_text("BCP 47 tag of the sources, Chinese or English", "zh-Hans", required=True)
    target_lang = body_text("BCP 47 tag of the targets, Chinese or English", "en", required=True)
    segments = ListField(
        fields.Nested(SegmentSchema),
        most="DUIZHAO_MOST_SEGMENTS",
        required=True,
        metadata={
            "description": "at most 1,000 (the setting DUIZHAO_MOST_SEGMENTS), each side at most 20,000"
            " characters long (DUIZHAO_LONGEST_SEGMENT), and as much text in all as"
            " one may be long"
        },
    )
    rules = ListField(
        body_choice("a kind of issue, or all about figures or about terms", RULES),
        most="DUIZHAO_MOST_SEGMENTS",
        least=1,
        load_default=None,
        allow_none=True,
        metadata={
            "description": "what is looked for (docs/checking-terms.md); everything when left out",
            "examples": [["figures", "term_deprecated"]],
        },
    )
    min_severity = body_choice(
        "how grave an issue is at least; notes are what a term may as well be right without",
        Severity,
        load_default=Severity.WARNING.value,
    )
    offsets = body_offsets()


@blueprint.route("/check", methods=["POST"])
@blueprint.arguments(QuerySchema, location="query")
@blueprint.arguments(CheckRequestSchema, examples=_EXAMPLES)
@blueprint.response(200, wire.VerdictListSchema)
def check_segments(query: dict[str, Any], body: dict[str, Any]) -> Response:
    """Check that translations say the same amounts and dates as their sources, in the glossary's terms.

    Values are compared, not digits: 90亿美元 is $9 billion, 七成 is 70%, 翻一番 is doubled. Terms are found in any form,
    order and spelling; the segments are one text, in which a concept keeps its rendering. Every issue has the two
    places, a sentence in the reader's language and, where one can be written, what to put there instead.
    A segment is `ok` when it has no error; warnings are for the translator to judge. Nothing is kept.
    """
    for name in ("source_lang", "target_lang"):
        check_language(name, body[name])
    check_length("segments", sum(len(pair["source"]) + len(pair["target"]) for pair in body["segments"]))
    for n, pair in enumerate(body["segments"]):
        for side, text in pair.items():
            check_length(f"segments[{n}].{side}", len(text), "DUIZHAO_LONGEST_SEGMENT")
    offsets, to = Offsets(body["offsets"]), reader()
    segments = (
        Segment(pair["source"], pair["target"], body["source_lang"], body["target_lang"])
        for pair in body["segments"]
    )
    shelf = library()
    checks = SegmentChecks(
        Chosen.of(body["rules"], body["min_severity"]), term_check(shelf.index, shelf.glossary)
    )
    found = [verdict_json(segment, verdict, offsets) for segment, verdict in checks.verdicts(segments, to)]
    response = json_answer({"segments": found})
    response.headers["Content-Language"] = content_language()  # of the messages, which not every locale has
    return response
