"""Nothing was found: what may have been meant."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.both_stores


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ({"q": "数据中", "match": "exact"}, ["数据中心"]),
        ({"q": "data cent", "match": "exact"}, ["data center"]),
        ({"q": "算力", "field": "finance"}, ["算力"]),
        ({"q": "data hu", "match": "exact"}, ["data center"]),
        ({"q": "龘", "match": "exact"}, []),
    ],
    ids=str,
)
def test_the_api_and_the_page_name_terms_near_it(
    tiny_client: FlaskClient, query: dict[str, str], near: list[str]
) -> None:
    answer = tiny_client.get("/api/v1/terms", query_string=query).json
    assert answer == {"items": [], "total": 0, **({"did_you_mean": near} if near else {})}
    (looked_up,) = tiny_client.post("/api/v1/terms/lookup", json={"queries": [query]}).json["answers"]
    assert looked_up == {"q": query["q"], **answer}
    page = tiny_client.get("/en/terms", query_string=query).text
    assert ("Did you mean" in page) is bool(near)
    for term in near:
        assert f">{term}</a>" in page


def test_who_found_something_is_not_asked(tiny_client: FlaskClient) -> None:
    assert "did_you_mean" not in tiny_client.get("/api/v1/terms?q=算力").json
    assert "did_you_mean" not in tiny_client.get("/api/v1/terms?q=算力&offset=9").json
    assert "Did you mean" not in tiny_client.get("/en/terms?q=算力").text


def test_the_link_finds_what_it_names(tiny_client: FlaskClient) -> None:
    page = tiny_client.get("/en/terms?q=算力&field=finance").text
    assert 'href="/en/terms?q=%E7%AE%97%E5%8A%9B"' in page
    assert tiny_client.get("/api/v1/terms?q=%E7%AE%97%E5%8A%9B").json["total"] == 1
