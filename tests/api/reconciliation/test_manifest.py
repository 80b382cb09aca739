"""What the service says of itself, and that every address in it leads somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.settings import BadSetting, Settings

Valid = Callable[[str, Any], Any]


def test_the_whole_manifest(tiny_client: FlaskClient, valid: Valid) -> None:
    found = valid("manifest", tiny_client.get("/reconcile?locale=zh-TW").json)
    assert found.pop("serviceVersion")
    assert found.pop("name")
    assert [kind["id"] for kind in found.pop("defaultTypes")] == ["concept", "finance", "technology"]
    at = "http://localhost"
    assert found == {
        "versions": ["0.2"],
        "identifierSpace": f"{at}/api/v1/terms/",
        "schemaSpace": "http://www.w3.org/2004/02/skos/core#Concept",
        "documentation": f"{at}/api/v1/docs?locale=zh-Hant",
        "logo": f"{at}/static/icon.svg",
        "view": {"url": f"{at}/zh-Hant/terms/{{{{id}}}}"},
        "preview": {"url": f"{at}/reconcile/zh-Hant/preview/{{{{id}}}}", "width": 430, "height": 250},
        "suggest": {
            kind: {"service_url": at, "service_path": f"/reconcile/zh-Hant/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": at, "service_path": "/reconcile/zh-Hant/properties"},
            "property_settings": [],
        },
        "batchSize": 1000,
    }


def _addresses(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if "service_url" in part:
            yield part["service_url"] + part["service_path"]
        else:
            for name, value in part.items():
                if name != "schemaSpace":
                    yield from _addresses(value)
    elif isinstance(part, str) and part.startswith("http"):
        yield part.removesuffix("/").replace("{{id}}", "data-center")


def test_every_address_leads_somewhere(tiny_client: FlaskClient) -> None:
    addresses = list(_addresses(tiny_client.get("/reconcile").json))
    assert len(addresses) == 9
    for address in addresses:
        with tiny_client.get(address) as answer:
            assert answer.status_code == 200, address


def test_the_addresses_are_where_the_service_was_found(tiny_client: FlaskClient) -> None:
    found = tiny_client.get("/reconcile", base_url="https://terms.example.org:8443/").json
    assert found["suggest"]["entity"]["service_url"] == "https://terms.example.org:8443"


def test_behind_a_proxy_they_are_where_the_setting_says(tiny: Path, tmp_path: Path, valid: Valid) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    found = valid("manifest", create_app(settings).test_client().get("/reconcile").json)
    assert found["view"]["url"] == "https://example.org/terms/en/terms/{{id}}"
    assert found["suggest"]["type"]["service_url"] == "https://example.org/terms"
    assert "localhost" not in str(found)


@pytest.mark.parametrize(
    "url", ["example.org", "ftp://example.org", "https://", "https://a b", "https://a/?x=1"]
)
def test_a_setting_that_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BadSetting, match="write one like https://example"):
        Settings.from_environment({"DUIZHAO_INSTANCE": "/x", "DUIZHAO_PUBLIC_URL": url})


def test_a_setting_may_end_in_a_slash_or_be_blank() -> None:
    read = Settings.from_environment
    assert read({"DUIZHAO_PUBLIC_URL": "https://a.org/x/"}).public_url == "https://a.org/x"
    assert read({"DUIZHAO_PUBLIC_URL": ""}).public_url is None


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_any_origin_may_ask(tiny_client: FlaskClient, method: str) -> None:
    for path in ("/reconcile", "/reconcile/en/suggest/entity", "/reconcile/en/preview/data"):
        answer = tiny_client.open(path, method=method, headers={"Origin": "http://127.0.0.1:3333"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in answer.headers


def test_what_clients_add_of_their_own_is_passed_over(tiny_client: FlaskClient) -> None:
    assert "versions" in tiny_client.get("/reconcile?callback=jsonp_1&_=5").json
    answer = tiny_client.get("/reconcile/en/suggest/entity?prefix=dat&spell=always&type_strict=any&key=")
    assert [found["id"] for found in answer.json["result"]] == ["data", "data-center", "harbor-data"]
