"""Bodies that cannot be answered: each gets a problem that names the field, the value and the mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import create_app
from api.settings import Settings

EXTRACT = "/api/v1/figures/extract"
CHECK = "/api/v1/check"
PAIR = {"source": "90亿元", "target": "9 billion yuan"}
LANGUAGES = {"source_lang": "zh", "target_lang": "en"}

MISSING = "This parameter is missing. Add it."
NO_TEXT = "This is not text. Send a string."
NOT_READ = "This language is not read here. Send a tag of Chinese or English: zh-Hans, zh-Hant-HK, en."
NO_TAG = "This is not a BCP 47 language tag. Write one like zh-Hant or en-GB."


def send(client: FlaskClient, address: str, body: object, media: str = "application/json") -> TestResponse:
    octets = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(address, data=octets, content_type=media)


def faults(answer: TestResponse, status: int = 422) -> list[tuple[str, str | None, str]]:
    """Return name, value and detail of each fault of an answer that is a problem."""
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    for fault in answer.json["errors"]:
        value = "" if fault["value"] is None else f"={fault['value']}"
        assert f"{fault['name']}{value}: {fault['detail']}" in answer.json["detail"]
    assert {fault["location"] for fault in answer.json["errors"]} == {"json"}
    return [(fault["name"], fault["value"], fault["detail"]) for fault in answer.json["errors"]]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({}, ("text", None, MISSING)),
        ({"text": None}, ("text", "null", NO_TEXT)),
        ({"text": 5}, ("text", "5", NO_TEXT)),
        ({"text": 1e400}, ("text", "Infinity", NO_TEXT)),
        ({"text": True}, ("text", "true", NO_TEXT)),
        ({"text": ["5"]}, ("text", None, NO_TEXT)),
        ({"text": {"text": "5"}}, ("text", None, NO_TEXT)),
        ({"text": "5", "lang": 5}, ("lang", "5", NO_TEXT)),
        ({"text": "5", "lang": "de"}, ("lang", "de", NOT_READ)),
        ({"text": "5", "lang": "x-private"}, ("lang", "x-private", NOT_READ)),
        (
            {"text": "5", "offsets": "bytes"},
            ("offsets", "bytes", "This value is not known here. Use one of: code_points, utf16."),
        ),
        ({"text": "5", "offsets": 16}, ("offsets", "16", NO_TEXT)),
        ({"text": "5", "offsets": None}, ("offsets", "null", NO_TEXT)),
        (
            {"text": "5", "langs": "zh"},
            ("langs", "zh", "There is no such parameter here. Did you mean lang?"),
        ),
        (
            {"text": "5", "q": "zh"},
            ("q", "zh", "There is no such parameter here. There are: text, lang, offsets."),
        ),
    ],
    ids=str,
)
def test_extract_says_what_is_wrong(tiny_client: FlaskClient, body: object, fault: tuple[str, ...]) -> None:
    assert faults(send(tiny_client, EXTRACT, body)) == [fault]


@pytest.mark.parametrize("tag", ["", "a", "zh_TW", "中文", "e" * 101])
def test_a_malformed_tag_is_a_bad_request(tiny_client: FlaskClient, tag: str) -> None:
    shown = tag if len(tag) <= 80 else tag[:79] + "…"
    assert faults(send(tiny_client, EXTRACT, {"text": "", "lang": tag}), 400) == [("lang", shown, NO_TAG)]
    body = {**LANGUAGES, "target_lang": tag, "segments": []}
    assert faults(send(tiny_client, CHECK, body), 400) == [("target_lang", shown, NO_TAG)]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"segments": None}, [("segments", "null", "This is not a list. Send an array, in brackets.")]),
        ({"segments": "x"}, [("segments", "x", "This is not a list. Send an array, in brackets.")]),
        ({"segments": {}}, [("segments", None, "This is not a list. Send an array, in brackets.")]),
        ({"segments": [PAIR, 5]}, [("segments[1]", "5", "This is not a JSON object. Send one, in braces.")]),
        ({"segments": [{"source": "x"}]}, [("segments[0].target", None, MISSING)]),
        ({"segments": [PAIR, {**PAIR, "source": None}]}, [("segments[1].source", "null", NO_TEXT)]),
        (
            {"segments": [{**PAIR, "traget": "x"}]},
            [("segments[0].traget", "x", "There is no such parameter here. Did you mean target?")],
        ),
        ({"target_lang": "fr"}, [("target_lang", "fr", NOT_READ)]),
        ({"source_lang": "ja"}, [("source_lang", "ja", NOT_READ)]),
    ],
    ids=str,
)
def test_check_says_what_is_wrong(
    tiny_client: FlaskClient, fields: dict[str, Any], expected: list[tuple[str, ...]]
) -> None:
    assert faults(send(tiny_client, CHECK, {**LANGUAGES, "segments": [PAIR], **fields})) == expected


def test_every_fault_is_told_at_once(tiny_client: FlaskClient) -> None:
    answer = send(tiny_client, CHECK, {"segments": [{}], "offsets": "x"})
    assert sorted(name for name, _, _ in faults(answer)) == [
        "offsets",
        "segments[0].source",
        "segments[0].target",
        "source_lang",
        "target_lang",
    ]


@pytest.mark.parametrize("address", [EXTRACT, CHECK])
@pytest.mark.parametrize(
    "media", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json"]
)
def test_another_media_type(tiny_client: FlaskClient, address: str, media: str) -> None:
    answer = send(tiny_client, address, {"text": "5"}, media)
    assert (answer.status_code, answer.mimetype) == (415, "application/problem+json")
    assert answer.json["detail"].endswith("Send application/json.")


@pytest.mark.parametrize("media", ["application/json; charset=utf-8", "application/vnd.example+json"])
def test_json_by_another_name(tiny_client: FlaskClient, media: str) -> None:
    assert send(tiny_client, EXTRACT, {"text": "5%"}, media).status_code == 200


def test_a_byte_order_mark_is_passed_over(tiny_client: FlaskClient) -> None:
    assert len(send(tiny_client, EXTRACT, '\ufeff{"text": "5%"}'.encode()).json["figures"]) == 1


@pytest.mark.parametrize(
    ("octets", "status", "detail"),
    [
        (b"", 400, "The body is not JSON (line 1, column 1). Correct it there."),
        (b'{\n "text": }', 400, "The body is not JSON (line 2, column 10). Correct it there."),
        (b'{"text": "5"', 400, "The body is not JSON (line 1, column 13). Correct it there."),
        (b'{"text": "\xff"}', 400, "The body is not valid UTF-8 (byte 10). Encode it as UTF-8."),
        (
            '{"text": "亿"}'.encode("gb18030"),
            400,
            "The body is not valid UTF-8 (byte 10). Encode it as UTF-8.",
        ),
        (b"[" * 100_000, 400, "The body is nested too deeply. Send only what the documentation has."),
        (
            b'{"text":' * 100_000,
            400,
            "The body is nested too deeply. Send only what the documentation has.",
        ),
        (b"[]", 422, "The body is not a JSON object. Send one with the fields: text, lang, offsets."),
        (b"null", 422, "The body is not a JSON object. Send one with the fields: text, lang, offsets."),
        (b"1" * 9000, 422, "The body is not a JSON object. Send one with the fields: text, lang, offsets."),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_no_object(tiny_client: FlaskClient, octets: bytes, status: int, detail: str) -> None:
    answer = send(tiny_client, EXTRACT, octets)
    assert (answer.status_code, answer.json["detail"]) == (status, detail)


def test_a_number_of_any_length_is_shown_as_it_was_sent(tiny_client: FlaskClient) -> None:
    answer = send(tiny_client, EXTRACT, b'{"text": ' + b"7" * 9000 + b"}")
    assert faults(answer) == [("text", "7" * 79 + "…", NO_TEXT)]


@pytest.fixture(scope="module")
def strict_client(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A service with small limits."""
    settings = Settings(
        tmp_path_factory.mktemp("strict"), content=tiny, longest_text=10, most_segments=2, longest_segment=7
    )
    return create_app(settings).test_client()


def test_a_text_that_is_too_long(strict_client: FlaskClient) -> None:
    told = "This has 11 characters; 10 are taken at most (setting DUIZHAO_LONGEST_TEXT). Send it in parts."
    assert faults(send(strict_client, EXTRACT, {"text": "亿" * 11}), 413) == [("text", None, told)]
    assert send(strict_client, EXTRACT, {"text": "亿" * 10}).status_code == 200


def test_segments_that_are_too_long_together(strict_client: FlaskClient) -> None:
    told = "This has 11 characters; 10 are taken at most (setting DUIZHAO_LONGEST_TEXT). Send it in parts."
    pair = {"source": "12345", "target": "123456"}
    answer = send(strict_client, CHECK, {**LANGUAGES, "segments": [pair]})
    assert faults(answer, 413) == [("segments", None, told)]


def test_a_segment_that_is_too_long(strict_client: FlaskClient) -> None:
    told = "This has 8 characters; 7 are taken at most (setting DUIZHAO_LONGEST_SEGMENT). Send it in parts."
    answer = send(strict_client, CHECK, {**LANGUAGES, "segments": [{"source": "1", "target": "12345678"}]})
    assert faults(answer, 413) == [("segments[0].target", None, told)]


def test_too_many_segments(strict_client: FlaskClient) -> None:
    told = "This has 3 items; 2 are taken at most (setting DUIZHAO_MOST_SEGMENTS). Send them in parts."
    answer = send(strict_client, CHECK, {**LANGUAGES, "segments": [{}] * 3})
    assert faults(answer, 413) == [("segments", None, told)]


@pytest.mark.parametrize("address", [EXTRACT, CHECK])
def test_too_many_bytes(tiny_client: FlaskClient, address: str) -> None:
    answer = send(tiny_client, address, b" " * 8_000_001)
    assert answer.status_code == 413
    assert answer.json["detail"] == (
        "The body is larger than 8000000 bytes. Send it in parts;"
        " DUIZHAO_LONGEST_TEXT sets how much is taken."
    )


def test_too_many_bytes_of_untold_length(tiny_client: FlaskClient) -> None:
    """As a client sends them that streams (Transfer-Encoding: chunked)."""

    class Endless:
        def read(self, size: int) -> bytes:
            return b" " * size

    answer = tiny_client.post(
        EXTRACT,
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input": Endless(), "wsgi.input_terminated": True},
    )
    assert answer.status_code == 413
    assert "8000000 bytes" in answer.json["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {f"field-{n}": n for n in range(300_000)},
        {"x" * 5_000_000: 1},
        {**LANGUAGES, "segments": [{f"field-{n}": n for n in range(200)}] * 1000},
        {**LANGUAGES, "segments": [{}] * 2_000_000},
        {**LANGUAGES, "segments": [{"source": "\ud800" * 300, "target": "9" * 300}] * 1000},
        {
            "source_lang": "en",
            "target_lang": "zh",
            "segments": [{"source": "chip", "target": "数" * 20_000}] * 40,
        },
        {
            "source_lang": "en",
            "target_lang": "zh",
            "segments": [{"source": "chip", "target": "ケ 软 " * 5_000}] * 40,
        },
    ],
    ids=["fields", "name", "nested", "segments", "text", "han", "kana"],
)
def test_bodies_made_to_take_long(tiny_client: FlaskClient, body: dict[str, Any]) -> None:
    octets = json.dumps(body, separators=(",", ":")).encode()
    answer = send(tiny_client, CHECK, octets)
    assert answer.status_code in (200, 413, 422)
    assert len(answer.data) < 100_000


@pytest.mark.parametrize("address", [EXTRACT, CHECK])
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_a_method_that_is_not_answered(tiny_client: FlaskClient, address: str, method: str) -> None:
    answer = tiny_client.open(address, method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "POST" in answer.headers["Allow"]


@pytest.mark.parametrize("address", [EXTRACT, CHECK])
def test_the_query_takes_a_locale_and_nothing_else(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.post(f"{address}?text=5", json={"text": "5"})
    assert answer.status_code == 422
    (fault,) = answer.json["errors"]
    assert (fault["location"], fault["name"]) == ("query", "text")
    assert tiny_client.post(f"{address}?locale=a", json={}).status_code == 400


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant"])
@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"[", b"[]", b"[" * 100_000, b"{}", b'{"text": 5}', b'{"text":"","lang":"de"}']
)
def test_problems_are_told_in_the_readers_language(
    tiny_client: FlaskClient, body: bytes, locale: str
) -> None:
    answer = send(tiny_client, f"{EXTRACT}?locale={locale}", body)
    assert answer.headers["Content-Language"] == locale
    assert not answer.json["detail"].isascii()
