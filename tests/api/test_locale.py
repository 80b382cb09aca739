"""Which language an answer is in, and the headers that say so."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HAN = re.compile("[\u4e00-\u9fff]")
YEN = "/api/v1/format?value=5.3e12&unit=JPY"


def vary(answer: TestResponse) -> str | None:
    return answer.headers.get("Vary")


@pytest.mark.parametrize(
    ("tag", "language", "text"),
    [
        ("zh-TW", "zh-Hant", "5.3兆日圓"),
        ("zh-HK", "zh-Hant", "5.3萬億日圓"),
        ("zh-MO", "zh-Hant", "5.3萬億日圓"),
        ("zh-CN", "zh-Hans", "5.3万亿日元"),
        ("zh-SG", "zh-Hans", "5.3万亿日元"),
        ("zh", "zh-Hans", "5.3万亿日元"),
        ("cmn", "zh-Hans", "5.3万亿日元"),
        ("zh-hans", "zh-Hans", "5.3万亿日元"),
        ("ZH-HANT", "zh-Hant", "5.3兆日圓"),
        ("en", "en", "5.3 trillion Japanese yen"),
        ("EN-gb", "en-GB", "5.3 trillion Japanese yen"),
        ("de", "de", "5,3 Billionen Japanische Yen"),
        ("de-AT", "de-AT", "5,3 Billionen Japanische Yen"),
        ("de-1996", "de", "5,3 Billionen Japanische Yen"),
        ("en-u-nu-latn", "en", "5.3 trillion Japanese yen"),
    ],
)
def test_a_tag_decides(client: FlaskClient, tag: str, language: str, text: str) -> None:
    answer = client.get(f"{YEN}&locale={tag}", headers={"Accept-Language": "ja"})
    assert answer.json["formatted"]["text"] == text
    assert answer.headers["Content-Language"] == language
    assert vary(answer) is None


@pytest.mark.parametrize("tag", ["tlh", "xx", "x-private", "und", "qaa-Latn-XX", "root"])
def test_a_language_that_cldr_lacks_falls_back_to_english(client: FlaskClient, tag: str) -> None:
    answer = client.get(f"{YEN}&locale={tag}")
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")


@pytest.mark.parametrize(
    "tag", ["", "a", "zh_TW", "en-", "-en", "*", "i-nobody", "en-US-u-", "zh Hant", "中文", "e" * 101]
)
def test_a_malformed_tag_is_a_bad_request(client: FlaskClient, tag: str) -> None:
    answer = client.get("/api/v1/terms", query_string={"locale": tag})
    told = "This is not a BCP 47 language tag. Write one like zh-Hant or en-GB."
    assert answer.status_code == 400
    assert answer.mimetype == "application/problem+json"
    shown = tag if len(tag) <= 80 else tag[:79] + "…"
    assert answer.json == {
        "type": "about:blank",
        "title": "Bad request",
        "status": 400,
        "detail": f"locale={shown}: {told}",
        "errors": [{"location": "query", "name": "locale", "value": shown, "detail": told}],
    }
    assert (answer.headers["Content-Language"], vary(answer)) == ("en", "Accept-Language")


@pytest.mark.parametrize(
    ("header", "language", "text"),
    [
        (None, "en", "5.3 trillion Japanese yen"),
        ("zh-TW,en;q=0.5", "zh-Hant", "5.3兆日圓"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "5.3万亿日元"),
        ("fr;q=0.1,de", "de", "5,3 Billionen Japanische Yen"),
        ("tlh,zh-HK;q=0.3", "zh-Hant", "5.3萬億日圓"),
        ("fr;q=0", "en", "5.3 trillion Japanese yen"),
        ("zh-Hant;q=0, de", "de", "5,3 Billionen Japanische Yen"),
        ("*", "en", "5.3 trillion Japanese yen"),
        ("tlh", "en", "5.3 trillion Japanese yen"),
        (";;;q=x", "en", "5.3 trillion Japanese yen"),
        ("zh_TW, de;q=0.2", "de", "5,3 Billionen Japanische Yen"),
    ],
)
def test_without_a_tag_the_browser_is_asked(
    client: FlaskClient, header: str | None, language: str, text: str
) -> None:
    answer = client.get(YEN, headers={"Accept-Language": header} if header else {})
    assert answer.json["formatted"]["text"] == text
    assert (answer.headers["Content-Language"], vary(answer)) == (language, "Accept-Language")


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/terms",
        "/api/v1/terms/none",
        "/api/v1/terms?limit=0",
        "/api/v1/terms?nope=1",
        "/api/v1/articles/none",
    ],
)
def test_vary_says_exactly_whether_the_header_was_asked(client: FlaskClient, address: str) -> None:
    joint = "&" if "?" in address else "?"
    asked, told = client.get(address), client.get(f"{address}{joint}locale=zh-Hant")
    assert (asked.headers["Content-Language"], vary(asked)) == ("en", "Accept-Language")
    assert (told.headers["Content-Language"], vary(told)) == ("zh-Hant", None)


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/api/v1/openapi.json"])
def test_what_has_no_language_does_not_vary(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers={"Accept-Language": "zh-Hant"})
    assert (answer.headers["Content-Language"], vary(answer)) == ("en", None)


PROBLEMS = [
    "/api/v1/terms/none",
    "/api/v1/nothing",
    "/api/v1/terms?limit=0",
    "/api/v1/terms?limit=abc",
    "/api/v1/terms?limitt=1",
    "/api/v1/terms?q=a&q=b",
    "/api/v1/terms?match=sound",
    "/api/v1/terms?q=%FF",
    "/api/v1/terms?q=%00",
    "/api/v1/format",
    "/api/v1/format?value=NaN&unit=JPY",
    "/api/v1/format?value=1&unit=yen",
    "/api/v1/terms?q=" + "x" * 201,
]


@pytest.mark.parametrize("address", PROBLEMS, ids=[address[:40] for address in PROBLEMS])
def test_a_problem_is_told_in_the_readers_language(client: FlaskClient, address: str) -> None:
    told = {
        language: client.get(address, headers={"Accept-Language": language})
        for language in ("en", "zh-CN", "zh-TW")
    }
    assert [answer.headers["Content-Language"] for answer in told.values()] == ["en", "zh-Hans", "zh-Hant"]
    for answer in told.values():
        assert answer.mimetype == "application/problem+json"
    for language, han in (("en", False), ("zh-CN", True), ("zh-TW", True)):
        body = told[language].json
        texts = [body["title"], body["detail"], *(fault["detail"] for fault in body.get("errors", []))]
        assert [bool(HAN.search(text)) for text in texts] == [han] * len(texts), texts


def test_the_two_scripts_have_words_of_their_own(client: FlaskClient) -> None:
    simplified, traditional = (
        client.get(f"/api/v1/terms?limit=0&locale={tag}").json for tag in ("zh-Hans", "zh-Hant")
    )
    assert simplified["detail"] != traditional["detail"]


def test_a_problem_for_a_german_is_in_english_and_says_so(client: FlaskClient) -> None:
    answer = client.get("/api/v1/terms?limit=0&locale=de")
    assert answer.json["title"] == "Invalid request"
    assert answer.headers["Content-Language"] == "en"


def test_a_malformed_tag_is_told_in_the_language_of_the_browser(client: FlaskClient) -> None:
    answer = client.get("/api/v1/terms?locale=a", headers={"Accept-Language": "zh-TW"})
    assert (answer.headers["Content-Language"], vary(answer)) == ("zh-Hant", "Accept-Language")
    assert HAN.search(answer.json["title"])
