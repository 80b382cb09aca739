"""ETag, 304, CORS, cookies: what a proxy and a browser see."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

EXPOSED = "Content-Disposition, Content-Language, ETag, Link, Terms-Left-Out"
READS = [
    "/api/v1/terms",
    "/api/v1/terms/data-center",
    "/api/v1/articles",
    "/api/v1/articles/harbor",
    "/api/v1/articles/harbor/sections",
    "/api/v1/articles/harbor/sections/s1",
    "/api/v1/articles/harbor/figures",
    "/api/v1/figures/harbor-rate",
    "/api/v1/format?value=1&unit=EUR",
    "/api/v1/openapi.json",
]


@pytest.mark.parametrize("address", READS)
def test_a_read_carries_a_weak_tag_and_answers_304(tiny_client: FlaskClient, address: str) -> None:
    first = tiny_client.get(address)
    etag = first.headers["ETag"]
    assert first.status_code == 200
    assert etag.startswith('W/"')
    strong = etag.removeprefix("W/")
    for spelling in (etag, strong, f'"other", {etag}', f'{strong}, W/"other"', "*"):
        again = tiny_client.get(address, headers={"If-None-Match": spelling})
        assert (again.status_code, again.data) == (304, b""), spelling
        for name in ("ETag", "Vary", "Content-Language", "Cache-Control", "Access-Control-Allow-Origin"):
            assert again.headers.get(name) == first.headers.get(name), (spelling, name)


@pytest.mark.parametrize("address", READS)
def test_another_tag_gets_the_answer(tiny_client: FlaskClient, address: str) -> None:
    assert tiny_client.get(address, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_304_varies_where_the_answer_was_negotiated(tiny_client: FlaskClient) -> None:
    for address, vary in (("/api/v1/terms", "Accept-Language"), ("/api/v1/terms?locale=zh-TW", None)):
        etag = tiny_client.get(address).headers["ETag"]
        again = tiny_client.get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.headers.get("Vary")) == (304, vary)


def test_each_locale_has_its_own_tag(tiny_client: FlaskClient) -> None:
    tags = {
        tiny_client.get(f"/api/v1/figures/harbor-rate?locale={tag}").headers["ETag"]
        for tag in ("en", "zh-Hans", "zh-Hant", "de")
    }
    assert len(tags) == 4


@pytest.mark.parametrize("address", READS)
def test_head_is_get_without_the_body(tiny_client: FlaskClient, address: str) -> None:
    get, head = tiny_client.get(address), tiny_client.head(address)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Length", "Content-Language", "Vary", "Link"):
        assert head.headers.getlist(name) == get.headers.getlist(name), name
    assert tiny_client.head(address, headers={"If-None-Match": get.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "address", ["/api/v1/terms/nobody", "/api/v1/terms?limit=0", "/api/v1/terms?locale=a"]
)
def test_a_problem_is_never_304(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.get(address, headers={"If-None-Match": "*"})
    assert answer.status_code >= 400
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("address", [*READS, "/api/v1/terms/nobody", "/api/v1/terms?limit=0"])
def test_any_origin_may_read(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.get(address, headers={"Origin": "https://reader.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Expose-Headers"] == EXPOSED
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_a_preflight_is_answered(tiny_client: FlaskClient) -> None:
    answer = tiny_client.options(
        "/api/v1/terms",
        headers={
            "Origin": "https://reader.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "If-None-Match",
        },
    )
    assert answer.status_code == 200
    assert sorted(answer.headers["Allow"].split(", ")) == ["GET", "HEAD", "OPTIONS"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Headers"] == "Accept-Language, If-None-Match"


POSTED = ["/api/v1/figures/extract", "/api/v1/check"]


@pytest.mark.parametrize("address", POSTED)
@pytest.mark.parametrize("body", [{}, {"text": "5%"}])
def test_the_answer_to_what_is_posted_is_kept_by_nobody(
    tiny_client: FlaskClient, address: str, body: dict[str, str]
) -> None:
    answer = tiny_client.post(address, json=body, headers={"If-None-Match": "*"})
    assert answer.status_code in (200, 422)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", POSTED)
def test_a_page_of_any_origin_may_post(tiny_client: FlaskClient, address: str) -> None:
    asked = tiny_client.options(
        address,
        headers={
            "Origin": "https://reader.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "Content-Type",
        },
    )
    assert asked.status_code == 200
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in asked.headers["Access-Control-Allow-Methods"].split(", ")
    assert "Content-Type" in asked.headers["Access-Control-Allow-Headers"].split(", ")
    for body in ({"text": "5%"}, {}):
        answer = tiny_client.post(address, json=body, headers={"Origin": "https://reader.example"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("address", [*READS, "/healthz", "/readyz", "/api/v1/docs", "/api/v1/nothing"])
def test_no_cookies(tiny_client: FlaskClient, address: str) -> None:
    assert "Set-Cookie" not in tiny_client.get(address).headers


@pytest.mark.parametrize("address", READS[:-1])
def test_json_is_utf8_as_people_read_it(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.get(address, query_string=None)
    assert answer.mimetype == "application/json"
    assert "\\u" not in answer.text
    assert json.loads(answer.data.decode("utf-8")) == answer.json


def test_a_problem_is_unescaped_too(tiny_client: FlaskClient) -> None:
    assert '"value": "算力"' in tiny_client.get("/api/v1/terms?lang=算力").text
