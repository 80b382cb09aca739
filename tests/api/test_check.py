"""``POST /api/v1/check``: what a program sees of the check."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ADDRESS = "/api/v1/check"
CLASSIC = {"source": "总投资90亿美元。", "target": "The investment totals USD 90 billion."}
RIGHT = {"source": "总投资8300亿美元。", "target": "The investment totals $830 billion."}


def ask(client: FlaskClient, *segments: object, query: str = "?locale=en", **fields: object) -> TestResponse:
    body = {"source_lang": "zh-Hans", "target_lang": "en", "segments": list(segments), **fields}
    return client.post(ADDRESS + query, data=json.dumps(body), content_type="application/json")


def test_the_classic_error(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, CLASSIC, RIGHT)
    assert answer.status_code == 200
    assert answer.json == {
        "segments": [
            {
                "ok": False,
                "issues": [
                    {
                        "kind": "scale",
                        "severity": "error",
                        "message": "The digits were copied and 亿 was read as billion: the target says 10 times the amount.",
                        "source": {"start": 3, "end": 8, "text": "90亿美元"},
                        "target": {"start": 22, "end": 36, "text": "USD 90 billion"},
                        "suggestion": "USD 9 billion",
                    }
                ],
            },
            {"ok": True, "issues": []},
        ]
    }


def test_english_into_chinese(tiny_client: FlaskClient) -> None:
    swapped = {"source": "It is worth $9 billion.", "target": "價值9億美元。"}
    (segment,) = ask(tiny_client, swapped, source_lang="en", target_lang="zh-TW").json["segments"]
    (issue,) = segment["issues"]
    assert (issue["kind"], issue["suggestion"]) == ("scale", "90億美元")


def test_what_is_missing_has_no_place_in_the_target(tiny_client: FlaskClient) -> None:
    (segment,) = ask(tiny_client, {**CLASSIC, "target": "An investment."}).json["segments"]
    (issue,) = segment["issues"]
    assert (issue["kind"], issue["target"], issue["source"]["text"]) == ("missing", None, "90亿美元")


def test_verdicts_come_in_the_order_of_the_request(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, *([RIGHT, CLASSIC, {"source": "", "target": ""}] * 20))
    assert [segment["ok"] for segment in answer.json["segments"]] == [True, False, True] * 20


def test_no_segments_are_no_verdicts(tiny_client: FlaskClient) -> None:
    assert ask(tiny_client).json == {"segments": []}


@pytest.mark.parametrize(("offsets", "places"), [("code_points", (4, 23)), ("utf16", (5, 24))])
def test_offsets_of_both_sides(tiny_client: FlaskClient, offsets: str, places: tuple[int, int]) -> None:
    smiling = {side: "😀" + text for side, text in CLASSIC.items()}
    (segment,) = ask(tiny_client, smiling, offsets=offsets).json["segments"]
    (issue,) = segment["issues"]
    assert (issue["source"]["start"], issue["target"]["start"]) == places


@pytest.mark.parametrize(
    ("locale", "language", "message"),
    [
        (
            "en",
            "en",
            "The digits were copied and 亿 was read as billion: the target says 10 times the amount.",
        ),
        ("zh-CN", "zh-Hans", "数字照抄，把“亿”当成了“billion”：译文的数额是原文的 10 倍。"),
        ("zh-TW", "zh-Hant", "數字照抄，把「亿」當成了「billion」：譯文的數額是原文的 10 倍。"),
        (
            "de",
            "en",
            "The digits were copied and 亿 was read as billion: the target says 10 times the amount.",
        ),
    ],
)
def test_messages_are_in_the_readers_language(
    tiny_client: FlaskClient, locale: str, language: str, message: str
) -> None:
    asked = ask(tiny_client, CLASSIC, query=f"?locale={locale}")
    (segment,) = asked.json["segments"]
    assert segment["issues"][0]["message"] == message
    assert (asked.headers["Content-Language"], asked.headers.get("Vary")) == (language, None)


def test_the_language_of_the_browser_decides_without_a_locale(tiny_client: FlaskClient) -> None:
    body = {"source_lang": "zh", "target_lang": "en", "segments": [CLASSIC]}
    answer = tiny_client.post(ADDRESS, json=body, headers={"Accept-Language": "zh-TW"})
    assert "數字照抄" in answer.text
    assert (answer.headers["Content-Language"], answer.headers["Vary"]) == ("zh-Hant", "Accept-Language")


@pytest.mark.parametrize(
    ("source", "target"),
    [("zh-Hans", "zh-Hant"), ("en-GB", "en-US"), ("cmn", "en"), ("yue-HK", "en-Latn-IN")],
)
def test_any_two_of_chinese_and_english(tiny_client: FlaskClient, source: str, target: str) -> None:
    assert ask(tiny_client, source_lang=source, target_lang=target).status_code == 200
