"""``POST /api/v1/check``: the glossary's terms, as a program sees them."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ADDRESS = "/api/v1/check"
WRONG = {
    "source": "港湾数据投资90亿元建数据中心。",
    "target": "Gangwan Shuju puts CNY 90 billion into a data hub.",
}
RIGHT = {"source": "港湾数据建数据中心。", "target": "Harbor Data builds data centres."}


def ask(client: FlaskClient, *segments: object, query: str = "?locale=en", **fields: object) -> TestResponse:
    body = {"source_lang": "zh-Hans", "target_lang": "en", "segments": list(segments), **fields}
    return client.post(ADDRESS + query, data=json.dumps(body), content_type="application/json")


def kinds(answer: TestResponse) -> list[list[str]]:
    assert answer.json is not None, answer.text
    return [[issue["kind"] for issue in segment["issues"]] for segment in answer.json["segments"]]


def test_terms_beside_figures(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, WRONG, RIGHT)
    assert answer.json == {
        "segments": [
            {
                "ok": False,
                "issues": [
                    {
                        "kind": "term_pinyin",
                        "severity": "error",
                        "message": "“Gangwan Shuju” is the pinyin of 港湾数据, not the name by which it is known in"
                        " English: “Harbor Data”.",
                        "source": {"start": 0, "end": 4, "text": "港湾数据"},
                        "target": {"start": 0, "end": 13, "text": "Gangwan Shuju"},
                        "suggestion": "Harbor Data",
                        "term_id": "harbor-data",
                    },
                    {
                        "kind": "scale",
                        "severity": "error",
                        "message": "The digits were copied and 亿 was read as billion: the target says 10 times the"
                        " amount.",
                        "source": {"start": 6, "end": 10, "text": "90亿元"},
                        "target": {"start": 19, "end": 33, "text": "CNY 90 billion"},
                        "suggestion": "CNY 9 billion",
                    },
                    {
                        "kind": "term_deprecated",
                        "severity": "error",
                        "message": "“data hub” is not to be used for “数据中心”; use “data center”.",
                        "source": {"start": 11, "end": 15, "text": "数据中心"},
                        "target": {"start": 41, "end": 49, "text": "data hub"},
                        "suggestion": "data center",
                        "term_id": "data-center",
                    },
                ],
            },
            {"ok": True, "issues": []},
        ]
    }


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        (None, ["term_pinyin", "scale", "term_deprecated"]),
        (["figures"], ["scale"]),
        (["terms"], ["term_pinyin", "term_deprecated"]),
        (["figures", "term_deprecated"], ["scale", "term_deprecated"]),
        (["script"], []),
    ],
)
def test_rules_are_chosen(tiny_client: FlaskClient, rules: list[str] | None, found: list[str]) -> None:
    assert kinds(ask(tiny_client, WRONG, rules=rules)) == [found]


@pytest.mark.parametrize(("least", "found"), [("error", 0), ("warning", 1), ("note", 2)])
def test_how_grave_an_issue_is_at_least(tiny_client: FlaskClient, least: str, found: int) -> None:
    lacking = {"source": "数据中心有芯片。", "target": "Nothing."}
    answer = ask(tiny_client, lacking, min_severity=least)
    assert kinds(answer) == [["term_missing"] * found]
    assert answer.json["segments"][0]["ok"] is True


def test_segments_are_one_text(tiny_client: FlaskClient) -> None:
    one, other = (
        ("资本支出高。", "Capital expenditure is high."),
        ("数据中心", "data center"),
    )
    answer = ask(
        tiny_client,
        *(
            {"source": source, "target": target}
            for source, target in (one, other, ("数据中心", "data centre"))
        ),
    )
    assert kinds(answer) == [[], [], ["term_inconsistent"]]


def test_many_segments_at_once(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, *[RIGHT, WRONG, {"source": "", "target": ""}] * 333)
    assert kinds(answer)[:3] == [[], ["term_pinyin", "scale", "term_deprecated"], []]
    assert kinds(answer)[3:] == kinds(answer)[:3] * 332


def test_places_are_those_of_the_segment_as_given(tiny_client: FlaskClient) -> None:
    marked = {"source": "<b>数据</b>中心&amp;{0}", "target": "😀 <b>data</b> hub &amp; {0}"}
    (segment,) = ask(tiny_client, marked, offsets="utf16").json["segments"]
    (issue,) = segment["issues"]
    assert issue["source"] == {"start": 3, "end": 11, "text": "数据</b>中心"}
    assert issue["target"] == {"start": 6, "end": 18, "text": "data</b> hub"}


@pytest.mark.parametrize(
    ("target_lang", "target", "found"),
    [
        ("zh-TW", "數據中心很大。", [("term_region", "資料中心")]),
        ("zh-HK", "數據中心很大。", []),
        ("zh-HK", "資料中心很大。", [("term_region", "數據中心")]),
        ("zh-Hant", "資料中心很大，发展很快。", [("script", None)]),
        ("zh-Hans", "数据中心很大。", []),
    ],
)
def test_script_and_region(
    tiny_client: FlaskClient, target_lang: str, target: str, found: list[tuple[str, str | None]]
) -> None:
    pair = {"source": "Data centers are large.", "target": target}
    (segment,) = ask(tiny_client, pair, source_lang="en", target_lang=target_lang).json["segments"]
    assert [(issue["kind"], issue["suggestion"]) for issue in segment["issues"]] == found


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"rules": ["term_missing", "spelling"]}, "rules[1]"),
        ({"rules": "terms"}, "rules"),
        ({"rules": []}, "rules"),
        ({"min_severity": "grave"}, "min_severity"),
    ],
)
def test_what_is_no_rule_is_told(tiny_client: FlaskClient, fields: dict[str, object], name: str) -> None:
    answer = ask(tiny_client, RIGHT, **fields)
    assert answer.status_code == 422
    assert [fault["name"] for fault in answer.json["errors"]] == [name]
