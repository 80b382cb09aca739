"""``POST /api/v1/terms/recognize``: what a program sees of recognition, in each form."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from werkzeug.test import TestResponse

ADDRESS = "/api/v1/terms/recognize"


def ask(client: FlaskClient, text: str, **fields: object) -> TestResponse:
    """Send a text as ASCII JSON, so that it may hold unpaired surrogates."""
    body = json.dumps({"text": text, **fields})
    return client.post(f"{ADDRESS}?locale=en", data=body, content_type="application/json")


def rendering(term: str, status: str = "preferred", region: str | None = None) -> dict[str, Any]:
    return {"term": term, "status": status, "geographical_usage": region}


def test_every_field_of_a_match(tiny_client: FlaskClient) -> None:
    assert ask(tiny_client, "建设data hubs，芯片").json == {
        "matches": [
            {
                "start": 2,
                "end": 11,
                "text": "data hubs",
                "term": "data hub",
                "term_id": "data-center",
                "lang": "en",
                "status": "deprecated",
                "use": "data center",
                "translations": {
                    "zh-Hans": [rendering("数据中心")],
                    "zh-Hant": [rendering("資料中心"), rendering("數據中心", "admitted", "HK")],
                },
                "also": [],
            },
            {
                "start": 12,
                "end": 14,
                "text": "芯片",
                "term": "芯片",
                "term_id": "chip",
                "lang": "zh-Hans",
                "status": "preferred",
                "use": None,
                "translations": {"zh-Hant": [rendering("晶片")], "en": [rendering("chip")]},
                "also": [],
            },
        ]
    }


def test_the_other_concepts_of_a_spelling_are_told(tiny_client: FlaskClient) -> None:
    (match,) = ask(tiny_client, "chips").json["matches"]
    assert (match["term_id"], match["status"], match["also"]) == ("chip", "preferred", ["semiconductor"])


def test_what_a_distractor_hides(tiny_client: FlaskClient) -> None:
    matches = ask(tiny_client, "数据中心化，薯片芯片，數據中心").json["matches"]
    assert [match["text"] for match in matches] == ["數據中心"]


def test_overlaps(tiny_client: FlaskClient) -> None:
    matches = ask(tiny_client, "AI芯片与數據中心", overlaps=True).json["matches"]
    assert [match["text"] for match in matches] == ["AI芯片", "芯片", "數據中心", "數據"]


@pytest.mark.parametrize(
    ("lang", "langs"),
    [
        (None, ["zh-Hans", "en"]),
        ("zh-CN", ["zh-Hans", "en"]),
        ("zh-TW", ["zh-Hant", "en"]),
        ("en-GB", ["en"]),
    ],
)
def test_the_language_of_the_text(tiny_client: FlaskClient, lang: str | None, langs: list[str]) -> None:
    matches = ask(tiny_client, "算力 is computing power 。算", lang=lang).json["matches"]
    assert [match["lang"] for match in matches] == langs


@pytest.mark.parametrize(("offsets", "start", "end"), [("code_points", 1, 5), ("utf16", 2, 6)])
def test_offsets_count_what_is_asked_for(
    tiny_client: FlaskClient, offsets: str, start: int, end: int
) -> None:
    (match,) = ask(tiny_client, "😀數據中心", offsets=offsets).json["matches"]
    assert (match["start"], match["end"], match["text"]) == (start, end, "數據中心")


_PIECES = st.sampled_from(
    [
        "数据中心",
        "😀",
        "\ud800",
        "\udc00",
        " data-centres ",
        "㈱",
        "ﬁ",
        "𠮷",
        "。",
        "e\u0301",
        "\0",
        "\n",
        "<&>",
        "chip",
    ]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_offsets_point_at_the_text_however_they_are_counted(tiny_client: FlaskClient, text: str) -> None:
    text = json.loads(json.dumps(text))  # two surrogates that meet are one character
    plain, utf16 = (ask(tiny_client, text, offsets=each).json["matches"] for each in ("code_points", "utf16"))
    units = text.encode("utf-16-le", "surrogatepass")
    for one, other in zip(plain, utf16, strict=True):
        assert text[one["start"] : one["end"]] == one["text"] == other["text"]
        found = units[2 * other["start"] : 2 * other["end"]].decode("utf-16-le", "surrogatepass")
        assert found == one["text"]


HOSTILE = {
    "one character": "数",
    "one letter": "a",
    "blanks": " ",
    "scripts in turn": "数a1 ",
    "emoji": "😀",
    "surrogates": "\ud800",
    "hyphens": "data-",
    "marks": "\u0301",
    "expanding": "㈱½ﷺ",
    "terms": "数据中心",
    "apostrophes": "a'",
    "NUL": "\0",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_a_text_as_long_as_is_taken(tiny_client: FlaskClient, piece: str) -> None:
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    body = json.dumps({"text": text}, ensure_ascii=piece == "\ud800")
    answer = tiny_client.post(ADDRESS, data=body.encode(), content_type="application/json")
    assert answer.status_code == 200
    assert (answer.data.count(b'"term_id"') > 0) == (piece in ("数据中心", "data-"))


@pytest.mark.parametrize("form", ["html", "xliff"])
@pytest.mark.parametrize(
    "piece", ["\n", "数据中心", "数\r\n"], ids=["lines", "one line of terms", "short lines"]
)
def test_a_form_of_a_text_as_long_as_is_taken(tiny_client: FlaskClient, piece: str, form: str) -> None:
    """What takes a second here took minutes where each line or term looked at all others."""
    answer = tiny_client.post(ADDRESS, json={"text": piece * (400_000 // len(piece)), "format": form})
    assert answer.status_code == 200
    assert answer.data


def test_html(tiny_client: FlaskClient) -> None:
    answer = ask(
        tiny_client,
        "港湾数据\n\n<b>Gangwan Shuju & data\ncenters</b>\r\n\ud800\x07",
        format="html",
        lang="zh",
    )
    assert answer.mimetype == "text/html"
    assert answer.text == (
        '<div class="duizhao-terms" lang="zh-Hans">\n'
        '<p><mark class="term" data-term-id="harbor-data" data-status="preferred" lang="zh-Hans"'
        ' title="Harbor Data">港湾数据</mark></p>\n'
        '<p>&lt;b&gt;<mark class="term deprecated" data-term-id="harbor-data" data-status="deprecated" lang="en"'
        ' title="→ Harbor Data">Gangwan Shuju</mark> &amp; '
        '<mark class="term" data-term-id="data-center" data-status="preferred" lang="en">data<br>centers</mark>'
        "&lt;/b&gt;</p>\n<p>\ufffd\ufffd</p>\n</div>\n"
    )


_XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
_GLS = "{urn:oasis:names:tc:xliff:glossary:2.0}"


def test_xliff(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, "数据中心\n\n算力与数据中心", format="xliff")
    assert answer.mimetype == "application/xliff+xml"
    assert answer.text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'
        ' version="2.1" srcLang="zh-Hans" trgLang="en">\n<file id="f1">\n'
        '<unit id="u1">\n<gls:glossary>\n<gls:glossEntry id="g1" ref="#m1">\n'
        '<gls:term source="data-center">数据中心</gls:term>\n'
        '<gls:translation source="data-center">data center</gls:translation>\n'
        '<gls:translation source="data-center">data centre</gls:translation>\n'
        "<gls:definition>Building that houses servers.</gls:definition>\n"
        "</gls:glossEntry>\n</gls:glossary>\n<segment>\n"
        '<source xml:space="preserve"><mrk id="m1" type="term" ref="#gls=g1">数据中心</mrk></source>\n'
        "</segment>\n</unit>\n"
        '<unit id="u2">\n<gls:glossary>\n<gls:glossEntry id="g1" ref="#m1">\n'
        '<gls:term source="computing-power">算力</gls:term>\n'
        '<gls:translation source="computing-power">computing power</gls:translation>\n'
        "<gls:definition>Capacity to compute.</gls:definition>\n</gls:glossEntry>\n"
        '<gls:glossEntry id="g2" ref="#m2">\n'
        '<gls:term source="data-center">数据中心</gls:term>\n'
        '<gls:translation source="data-center">data center</gls:translation>\n'
        '<gls:translation source="data-center">data centre</gls:translation>\n'
        "<gls:definition>Building that houses servers.</gls:definition>\n"
        "</gls:glossEntry>\n</gls:glossary>\n<segment>\n"
        '<source xml:space="preserve"><mrk id="m1" type="term" ref="#gls=g1">算力</mrk>与'
        '<mrk id="m2" type="term" ref="#gls=g2">数据中心</mrk></source>\n'
        "</segment>\n</unit>\n</file>\n</xliff>\n"
    )


@given(st.one_of(st.text(max_size=30), st.lists(_PIECES, max_size=12).map("".join)))
def test_xliff_is_well_formed_and_says_the_text(tiny_client: FlaskClient, text: str) -> None:
    """Every reference leads to an element of its unit, every id is its own, and the lines come back to the letter."""
    text = json.loads(json.dumps(text))  # two surrogates that meet are one character
    root = etree.fromstring(ask(tiny_client, text, format="xliff").data)
    lines = []
    for unit in root.iter(f"{_XLIFF}unit"):
        marks = {mark.get("id") for mark in unit.iter(f"{_XLIFF}mrk")}
        entries = {entry.get("id") for entry in unit.iter(f"{_GLS}glossEntry")}
        assert len(marks) == len(list(unit.iter(f"{_XLIFF}mrk")))
        assert {mark.get("ref").removeprefix("#gls=") for mark in unit.iter(f"{_XLIFF}mrk")} == entries
        assert {entry.get("ref").removeprefix("#") for entry in unit.iter(f"{_GLS}glossEntry")} <= marks
        (source,) = unit.iter(f"{_XLIFF}source")
        for held in source.iter(f"{_XLIFF}cp"):
            held.text = f"\ue000{held.get('hex')}\ue001"
        lines.append("".join(source.itertext()))
    assert len(root.findall(f"{_XLIFF}file/{_XLIFF}unit")) >= 1
    said = re.sub("\ue000([0-9A-F]+)\ue001", lambda found: chr(int(found[1], 16)), "\n".join(lines))
    wanted = re.sub("\r\n?", "\n", text)
    terms_end = re.sub(r"\n[^\S\n]*(?=\n)", "", wanted)
    assert [line for line in said.split("\n") if line.strip()] == [
        line for line in terms_end.split("\n") if line.strip()
    ]


def test_a_prompt(tiny_client: FlaskClient) -> None:
    text = "港湾数据在数据中心的算力，数据中心"
    whole = (
        "Terms (zh-Hans → en):\n"
        "数据中心 = data center, data centre (not: data hub)\n"
        "港湾数据 = Harbor Data (not: Gangwan Shuju)\n"
        "算力 = computing power\n"
    )
    answer = ask(tiny_client, text, format="prompt")
    assert (answer.mimetype, answer.text) == ("text/plain", whole)
    assert ask(tiny_client, text, format="prompt", target_lang="zh-Hant").text.endswith("\n算力 = 算力\n")
    for most in range(1, len(whole.encode()) + 20):
        told = ask(tiny_client, text, format="prompt", max_bytes=most).data
        assert len(told) <= most
        assert whole.encode().startswith(told)
        assert told == b"" or (told.endswith(b"\n") and told.count(b"\n") > 1)


@pytest.mark.parametrize(
    ("fields", "status", "fault"),
    [
        ({"format": "pdf"}, 422, "format"),
        ({"overlaps": 1}, 422, "overlaps"),
        ({"overlaps": "true"}, 422, "overlaps"),
        ({"max_bytes": 0}, 422, "max_bytes"),
        ({"lang": "de"}, 422, "lang"),
        ({"target_lang": "zh_TW"}, 400, "target_lang"),
        ({"lang": ""}, 400, "lang"),
        ({"q": "x"}, 422, "q"),
    ],
)
def test_what_cannot_be_used_is_named(
    tiny_client: FlaskClient, fields: dict[str, object], status: int, fault: str
) -> None:
    answer = ask(tiny_client, "", **fields)
    assert (answer.status_code, answer.json["errors"][0]["name"]) == (status, fault)


def test_a_text_too_long(tiny_client: FlaskClient) -> None:
    assert ask(tiny_client, "a" * 1_000_001).status_code == 413
