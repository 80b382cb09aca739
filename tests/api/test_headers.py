"""docs/headers.md says what every route sends."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.headers import DOCUMENT, examples, table, written

_REPEATED = (
    "ETag",
    "Cache-Control",
    "Vary",
    "Content-Language",
    "Access-Control-Allow-Origin",
    "Cross-Origin-Resource-Policy",
    "Timing-Allow-Origin",
)


def test_the_table_of_headers_is_what_every_route_sends(client: FlaskClient) -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    assert written(document, table(client)) == document, "make headers"


def test_every_example_is_answered_and_304_repeats_what_a_cache_needs(client: FlaskClient) -> None:
    for example in examples(client.application):
        first = example.send(client)
        assert first.status_code == (302 if example.rule == "/" else 200), example
        assert "Set-Cookie" not in first.headers, example
        etag = first.headers.get("ETag")
        if etag is None:
            continue
        again = example.send(client, **{"If-None-Match": etag})
        assert (again.status_code, again.data) == (304, b""), example
        for name in _REPEATED:
            assert again.headers.get(name) == first.headers.get(name), (example, name)


@pytest.mark.parametrize(
    "address",
    [
        "/embed/en/term/nobody.png",
        "/embed/en/term/nobody",
        "/en/articles/softbank-ai/charts/none.svg",
        "/oembed?url=nonsense",
        "/en/feed.rss",
    ],
)
def test_what_goes_wrong_with_what_other_sites_show_can_be_read_there(
    client: FlaskClient, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Cache-Control" not in answer.headers
