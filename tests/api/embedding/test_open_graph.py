"""What chat apps read in the head of a page: Open Graph, X's card, the names of WeChat and QQ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.embedding.describing import cut
from api.settings import Settings
from tests.api.test_pages import VIEWS, Page

SITE = "https://duizhao.example"
OF_ITEMS = [
    "articles/softbank-ai",
    "articles/softbank-ai/sections/s2",
    "articles/softbank-ai/charts/ai-use",
    "figures/generative-ai-users-japan",
    "terms/computing-power",
]


def metas(client: FlaskClient, path: str) -> list[tuple[str, str, str]]:
    """Return what the head says, but for what is for browsers."""
    found = []
    for element in Page(client.get(path).text).all("meta"):
        for attribute in ("name", "property", "itemprop"):
            name = element.get(attribute)
            if name and name not in ("viewport", "color-scheme"):
                found.append((attribute, name, element.get("content")))
    return found


@pytest.fixture(scope="module")
def harbor(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    settings = Settings(tmp_path_factory.mktemp("instance"), content=tiny, public_url=SITE)
    return create_app(settings).test_client()


def test_a_section_in_one_language(harbor: FlaskClient) -> None:
    summary = "12 sites of data centers draw 6.8 gigawatts, 30 June 2025. The plan costs JP¥5.3T (39.77 billion US dollars)."
    image, alt = f"{SITE}/embed/en/section/harbor/s1.png", (
        "What is built · Capacity 6.8 gigawatts · Sites 12 sites · Investment about 5.3 trillion Japanese yen"
    )  # fmt: skip
    assert metas(harbor, "/en/articles/harbor/sections/s1") == [
        ("name", "description", summary),
        ("property", "og:type", "article"),
        ("property", "og:title", "What is built"),
        ("property", "og:description", summary),
        ("property", "og:url", f"{SITE}/en/articles/harbor/sections/s1"),
        ("property", "og:site_name", "Duizhao"),
        ("property", "og:locale", "en_US"),
        ("property", "og:locale:alternate", "zh_CN"),
        ("property", "og:locale:alternate", "zh_TW"),
        ("property", "article:published_time", "2025-12"),
        ("property", "og:image", image),
        ("property", "og:image:type", "image/png"),
        ("property", "og:image:width", "1200"),
        ("property", "og:image:height", "630"),
        ("property", "og:image:alt", alt),
        ("name", "twitter:card", "summary_large_image"),
        ("name", "twitter:title", "What is built"),
        ("name", "twitter:description", summary),
        ("name", "twitter:image", image),
        ("name", "twitter:image:alt", alt),
        ("itemprop", "name", "What is built"),
        ("itemprop", "description", summary),
        ("itemprop", "image", image),
    ]  # fmt: skip


def test_two_languages(harbor: FlaskClient) -> None:
    said = {
        name: content
        for attribute, name, content in metas(harbor, "/zh-Hant+en/terms/chip")
        if attribute == "property"
    }
    assert said == {
        "og:type": "website",
        "og:title": "晶片 / chip",
        "og:description": "矽片上的電路。 / Circuit on a piece of silicon.",
        "og:url": f"{SITE}/zh-Hant+en/terms/chip",
        "og:site_name": "對照",
        "og:locale": "zh_TW",
        "og:locale:alternate": "zh_CN",  # the last of two, of which the first is en_US
        "og:image": f"{SITE}/embed/zh-Hant+en/term/chip.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "晶片 / chip · 矽片上的電路。",
    }


@pytest.mark.parametrize("path", OF_ITEMS)
def test_each_view_has_its_own_address_and_says_nothing_twice(client: FlaskClient, path: str) -> None:
    for view in VIEWS:
        address = f"/{view}/{path}"
        said = metas(client, address)
        counted = Counter((attribute, name) for attribute, name, _ in said)
        assert {name for name, times in counted.items() if times > 1} == {("property", "og:locale:alternate")}
        contents = {name: content for _, name, content in said}
        (canonical,) = [e for e in Page(client.get(address).text).all("link") if e.get("rel") == "canonical"]
        assert (
            contents["og:url"] == "http://localhost" + canonical.get("href") == f"http://localhost{address}"
        )
        assert all(contents.values())
        assert len(contents["og:description"]) <= 200
        picture = client.get(contents["og:image"])
        assert (picture.status_code, picture.mimetype) == (200, "image/png")


def test_other_pages_have_only_a_description(client: FlaskClient) -> None:
    for path in ("/en/", "/en/terms", "/en/articles/softbank-ai/figures"):
        assert [name for _, name, _ in metas(client, path)] == ["description"]


def test_nothing_ends_the_attribute(edit: Callable[[str, str, str], Path], tmp_path: Path) -> None:
    content = edit(
        "glossary/technology.yaml", "en: Recorded facts.", "en: 'Facts \"recorded\"> <script>alert(1)</script>'"
    )  # fmt: skip
    harbor = create_app(Settings(tmp_path / "instance", content=content)).test_client()
    said = {name: content for _, name, content in metas(harbor, "/en/terms/data")}
    assert said["og:description"] == 'Facts "recorded"> <script>alert(1)</script>'


@pytest.mark.parametrize(
    ("sentences", "most", "told"),
    [
        (("One. ", "Two. ", "Three. "), 10, "One. Two."),
        (("One two three four.",), 12, "One two…"),
        (("第一句话。", "第二句话。"), 9, "第一句话。"),
        (("这句话太长，放不下。",), 7, "这句话太长…"),
        (("Unbreakablyextraordinarilylong",), 10, "Unbreakab…"),
        ((), 10, ""),
    ],
)
def test_descriptions_end_with_a_sentence(sentences: tuple[str, ...], most: int, told: str) -> None:
    assert cut(sentences, most) == told
