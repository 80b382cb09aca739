"""``oembed-provider.yml`` passes the rules of the registry of https://oembed.com, and what it promises is so.

The rules are those of iamcal/oembed: ``test.php`` and ``.github/scripts/validate-pr-provider.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from flask.testing import FlaskClient
from lxml import etree
from werkzeug.test import TestResponse

from api import create_app
from api.settings import Settings

KEYS = {
    "#",
    *(f"#/{key}" for key in ("provider_name", "provider_url", "endpoints", "endpoints/#")),
    *(f"#/endpoints/#/{key}" for key in ("url", "discovery", "docs_url")),
    *(
        f"#/endpoints/#/{key}{each}"
        for key in ("schemes", "example_urls", "formats", "notes")
        for each in ("", "/#")
    ),
}
# An asterisk stands for a whole label of the host, but for the last two, or for anything in the path.
SCHEME = re.compile(r"https?://(?:(?:\*|[a-z0-9-]+)\.)*[a-z0-9-]+\.[a-z]+(?:/[^()\s]*)?")
REQUIRED = {"photo": ("url", "width", "height"), "rich": ("html", "width", "height"), "link": ()}


@pytest.fixture(scope="module")
def provider(pytestconfig: pytest.Config) -> dict[str, Any]:
    text = (pytestconfig.rootpath / "oembed-provider.yml").read_text(encoding="utf-8")
    ((provider,),) = yaml.safe_load_all(text)
    return dict(provider)


@pytest.fixture(scope="module")
def endpoint(provider: dict[str, Any]) -> dict[str, Any]:
    (endpoint,) = provider["endpoints"]
    return dict(endpoint)


@pytest.fixture(scope="module")
def service(settings: Settings, provider: dict[str, Any]) -> FlaskClient:
    """The service as it is at the provider's address."""
    public = replace(settings, public_url=provider["provider_url"].rstrip("/"))
    return create_app(public).test_client()


def keys_of(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of each key, as ``test.php`` names it; the parts of a list are ``#``."""
    pairs = value.items() if isinstance(value, dict) else (("#", part) for part in value)
    for key, below in pairs:
        yield path + key
        if isinstance(below, dict | list):
            yield from keys_of(below, f"{path}{key}/")


def fetched(service: FlaskClient, url: str) -> TestResponse:
    parts = urlsplit(url)
    answer = service.get(f"{parts.path}?{parts.query}", base_url=f"{parts.scheme}://{parts.netloc}")
    assert answer.status_code == 200, (url, answer.text)
    return answer


def test_it_has_the_keys_that_the_registry_knows(provider: dict[str, Any], endpoint: dict[str, Any]) -> None:
    assert set(keys_of([provider])) <= KEYS
    assert provider["provider_name"]
    assert provider["provider_url"].startswith("https://")
    assert "*" not in endpoint["url"]
    for scheme in endpoint["schemes"]:
        assert SCHEME.fullmatch(scheme), scheme
    for example in endpoint["example_urls"]:
        assert re.match(r"https?://.*[?&]url=", example), example


def test_every_example_is_answered_by_a_valid_document(
    service: FlaskClient, endpoint: dict[str, Any]
) -> None:
    kinds = []
    for url in endpoint["example_urls"]:
        answer = fetched(service, url)
        if answer.text.startswith("<"):
            told: Any = {child.tag: child.text for child in etree.fromstring(answer.data)}
        else:
            told = answer.json
        assert told["version"] == "1.0"
        assert all(told[key] for key in REQUIRED[told["type"]]), url
        kinds.append(told["type"])
    assert kinds == ["rich", "rich", "photo"]


def test_what_the_examples_are_about_is_there(service: FlaskClient, endpoint: dict[str, Any]) -> None:
    for url in endpoint["example_urls"]:
        fetched(service, parse_qs(urlsplit(url).query)["url"][0])


def test_discovery_is_where_the_registry_looks_for_it(service: FlaskClient, endpoint: dict[str, Any]) -> None:
    assert endpoint["discovery"]
    page = fetched(service, endpoint["schemes"][0].replace("*", "", 1)).text
    link = r'<link[^>]+(type="application/json\+oembed"|type="text/xml\+oembed")[^>]+href'
    assert re.search(link, page, re.IGNORECASE)


def test_the_schemes_are_the_addresses_of_what_can_be_embedded(
    service: FlaskClient, endpoint: dict[str, Any]
) -> None:
    patterns = [re.compile(re.escape(scheme).replace(r"\*", ".*")) for scheme in endpoint["schemes"]]
    used = set()
    for path in (
        "en/articles/softbank-ai",
        "zh-Hant/articles/softbank-ai/sections/s1",
        "zh-Hans+en/articles/softbank-ai/charts/ai-use",
        "en/figures/vision-fund-loss-fy2022-jpy",
        "en/terms/computing-power",
        "embed/en/term/computing-power",
        "embed/en/term/computing-power.png",
    ):
        url = f"https://duizhao.example.org/{path}"
        matching = [pattern for pattern in patterns if pattern.fullmatch(url)]
        assert matching, url
        used.update(matching)
        assert service.get("/oembed", query_string={"url": url}).status_code == 200, url
    assert used == set(patterns)
