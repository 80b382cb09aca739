"""``/oembed`` as its specification has it (https://oembed.com), and our own keys beside."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from werkzeug.test import TestResponse

from api import create_app
from api.embedding.oembed import embed_html
from api.embedding.oembed_xml import oembed_xml
from api.embedding.sizes import Size
from api.imports import import_concepts
from api.settings import Settings
from tests.concepts import concept

HOST = "http://localhost"
FIGURE = f"{HOST}/zh-Hans+en/figures/harbor-third"
TERM = f"{HOST}/en/terms/computing-power"
CHART = f"{HOST}/zh-Hans+en/articles/softbank-ai/charts/ai-use"

VIEWS = (
    "zh-Hans", "zh-Hant", "en",
    "zh-Hans+zh-Hant", "zh-Hans+en", "zh-Hant+zh-Hans", "zh-Hant+en", "en+zh-Hans", "en+zh-Hant",
)  # fmt: skip


def whole(height: int) -> dict[str, Any]:
    """All that is told of FIGURE; the height is the frame's matter."""
    return {
        "type": "rich",
        "version": "1.0",
        "title": "售出比例 / Sold share",
        "author_name": "Duizhao",
        "author_url": "http://localhost/zh-Hans/",
        "provider_name": "Duizhao",
        "provider_url": "http://localhost/",
        "cache_age": 3600,
        "thumbnail_url": "http://localhost/embed/zh-Hans+en/figure/harbor-third.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "html": (
            '<blockquote><a href="http://localhost/zh-Hans+en/figures/harbor-third">售出比例 / Sold share</a></blockquote>'
            f'<iframe src="http://localhost/embed/zh-Hans+en/figure/harbor-third" width="600" height="{height}"'
            ' title="售出比例 / Sold share" frameborder="0"></iframe>'
        ),
        "width": 600,
        "height": height,
        "lang": "zh-Hans",
        "languages": ["zh-Hans", "en"],
        "alternates": {view: f"http://localhost/{view}/figures/harbor-third" for view in VIEWS},
        "text": {"zh-Hans": "三分之一", "en": "one third"},
        "figures": [
            {
                "id": "harbor-third",
                "url": "http://localhost/zh-Hans+en/figures/harbor-third",
                "measures": {"zh-Hans": "售出比例", "en": "Sold share"},
                "text": {"zh-Hans": "三分之一", "en": "one third"},
                "exact": {"zh-Hans": "1/3", "en": "1/3"},
                "kind": "ratio",
                "value": "1/3",
                "unit": "ratio",
                "as_written": "三分之一",
                "period": {},
                "said_by": {},
            }
        ],
    }


def ask(client: FlaskClient, url: str, language: str = "en", **query: object) -> TestResponse:
    return client.get("/oembed", query_string={"url": url, **query}, headers={"Accept-Language": language})


def told(client: FlaskClient, url: str, **query: object) -> dict[str, Any]:
    answer = ask(client, url, **query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def test_the_whole_answer_as_json(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, FIGURE)
    assert answer.content_type == "application/json"
    assert answer.json == whole(answer.json["height"])
    assert answer.headers["Content-Language"] == "zh-Hans, en"
    assert answer.headers["Cache-Control"].startswith("public, max-age=3600")
    assert "Vary" not in answer.headers or "Accept-Language" not in answer.headers["Vary"]


def test_the_whole_answer_as_xml(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, FIGURE, format="xml")
    assert answer.content_type == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.data)
    assert root.tag == "oembed"
    expected = whole(told(tiny_client, FIGURE)["height"])
    for key, value in expected.items():
        if isinstance(value, str | int):
            assert root.findtext(key) == str(value)
    assert [each.text for each in root.iterfind("languages")] == expected["languages"]
    assert {e.get("view"): e.text for e in root.iterfind("alternates")} == expected["alternates"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {e.get(lang): e.text for e in root.iterfind("text")} == expected["text"]
    (figure,) = root.iterfind("figures")
    assert {e.get(lang): e.text for e in figure.iterfind("measures")} == expected["figures"][0]["measures"]
    assert figure.findtext("as_written") == "三分之一"


def test_as_a_file_it_has_no_parameters(tiny_client: FlaskClient) -> None:
    """What a static site can serve; who has it from a service may still say how much room there is."""
    address = "/oembed/zh-Hans+en/figure/harbor-third"
    assert tiny_client.get(f"{address}.json").json == told(tiny_client, FIGURE)
    assert tiny_client.get(f"{address}.xml").data == ask(tiny_client, FIGURE, format="xml").data
    assert tiny_client.get(f"{address}.json?maxwidth=340&dnt=1").json["width"] == 340
    assert (
        tiny_client.get("/oembed/zh-TW/section/harbor/s1.xml").location
        == "/oembed/zh-Hant/section/harbor/s1.xml"
    )
    assert tiny_client.get("/oembed/en/section/harbor/s9.json").status_code == 404
    assert tiny_client.get("/oembed/en/section/harbor/s1.yaml").status_code == 404


@pytest.mark.parametrize(
    ("width", "height"), [(100, None), (320, None), (5000, None), (None, 90), (200, 100), (1200, 630)]
)
def test_nothing_is_larger_than_the_room_that_there_is(
    tiny_client: FlaskClient, width: int | None, height: int | None
) -> None:
    room = {k: v for k, v in {"maxwidth": width, "maxheight": height}.items() if v}
    found = told(tiny_client, f"{HOST}/en+zh-Hant/articles/harbor/sections/s2", **room)
    assert f'width="{found["width"]}" height="{found["height"]}"' in found["html"]
    trio = [found.get(f"thumbnail_{key}") for key in ("url", "width", "height")]
    assert all(trio) or not any(trio)
    for key in ("width", "thumbnail_width"):
        assert found.get(key, 0) <= (width or 10_000)
    for key in ("height", "thumbnail_height"):
        assert found.get(key, 0) <= (height or 10_000)


def picture_size(client: FlaskClient, url: str) -> tuple[int, int]:
    """Return width and height as the PNG itself has them."""
    data = client.get(url.removeprefix(HOST)).data
    assert data.startswith(b"\x89PNG")
    return struct.unpack(">II", data[16:24])


@pytest.mark.parametrize(
    ("address", "room", "path"),
    [
        ("/en/articles/softbank-ai/charts/ai-use.png", {}, "/en/articles/softbank-ai/charts/ai-use.png"),
        (
            "/en/articles/softbank-ai/charts/ai-use.png",
            {"maxwidth": 700},
            "/embed/en/chart/softbank-ai/ai-use.png?width=600",
        ),
        ("/embed/zh-Hant+en/term/computing-power.png", {}, "/embed/zh-Hant+en/term/computing-power.png"),
        (
            "/embed/en/term/computing-power.png",
            {"maxheight": 200},
            "/embed/en/term/computing-power.png?width=300",
        ),
    ],
)
def test_a_picture_is_a_photo_of_the_size_that_is_told(
    client: FlaskClient, address: str, room: dict[str, int], path: str
) -> None:
    found = told(client, HOST + address, **room)
    assert (found["type"], found["url"]) == ("photo", HOST + path)
    assert "html" not in found
    assert picture_size(client, found["url"]) == (found["width"], found["height"])
    assert picture_size(client, found["thumbnail_url"]) == (
        found["thumbnail_width"],
        found["thumbnail_height"],
    )


def test_a_picture_for_which_there_is_no_room_is_a_link(client: FlaskClient) -> None:
    found = told(client, f"{HOST}/embed/en/term/computing-power.png", maxwidth=40)
    assert (found["type"], found["version"], found["title"]) == ("link", "1.0", "computing power")
    assert not {"url", "html", "width", "thumbnail_url"} & set(found)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/zh-Hans+en/figures/harbor-third",
        "http://localhost/zh-Hans%2Ben/figures/harbor-third",
        "http://localhost/zh-Hans en/figures/harbor-third",  # what is left of a plus that was not encoded
        "http://localhost/zh-CN+en-GB/figures/harbor-third",
        "HTTP://LocalHost:80/zh-Hans+en/figures/harbor-third/",
        "http://localhost/zh-Hans+en/figures/harbor-third?show=reveal&currency=EUR#s2.1",
        "http://localhost/zh-Hans+en/figures/%68arbor-third",
        " http://localhost/embed/zh-Hans+en/figure/harbor-third\n",
    ],
)
def test_however_the_address_is_written(tiny_client: FlaskClient, url: str) -> None:
    assert told(tiny_client, url) == told(tiny_client, FIGURE)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("articles/harbor", "港口的伺服器"),
        ("articles/harbor/sections/s1", "建什麼"),
        ("figures/harbor-rate", "匯率"),
        ("terms/data-center", "資料中心"),
    ],
)
def test_every_kind_can_be_embedded(tiny_client: FlaskClient, kind: str, title: str) -> None:
    assert told(tiny_client, f"{HOST}/zh-TW/{kind}")["title"] == title


def test_what_an_embed_page_was_asked_for_is_kept(tiny_client: FlaskClient) -> None:
    url = f"{HOST}/embed/en/term/computing-power?theme=dark&pym=1"
    assert f'src="{HOST}/embed/en/term/computing-power?theme=dark"' in told(tiny_client, url)["html"]


def test_a_revision_that_was_pasted_is_pinned(tiny_client: FlaskClient) -> None:
    revision = tiny_client.get("/embed/en/term/chip.json").json["revision"]
    found = told(tiny_client, f"{HOST}/embed/en/term/chip?at={revision}")
    assert f'src="{HOST}/embed/en/term/chip?at={revision}"' in found["html"]
    assert found["thumbnail_url"] == f"{HOST}/embed/en/term/chip.png?at={revision}"
    for wrong, status in (("latest", 400), ("0123456789ab", 404)):
        answer = ask(tiny_client, f"{HOST}/embed/en/term/chip?at={wrong}")
        assert (answer.status_code, answer.json["errors"][0]["name"]) == (status, "at")


def test_parameters_of_others_are_ignored(tiny_client: FlaskClient) -> None:
    asked = "url=http://localhost/en/terms/chip&dnt=1&discover=1&foo=1&foo=2&maxwidth=&format="
    assert tiny_client.get(f"/oembed?{asked}").json == told(tiny_client, f"{HOST}/en/terms/chip")


MALFORMED = "This is not the full address of a page. Write one that begins with http://localhost/."
FOREIGN = "This address is not of this site. Write one that begins with http://localhost/."
NOTHING = "Nothing at this address can be embedded. Copy the address of an article, a section, a figure, a chart or a term."
NO_VIEW = (
    "The pages are in none of these languages, or not beside each other. There are: zh-Hans, zh-Hant, en."
)
ENCODING = "The address is not valid UTF-8. Percent-encode its characters as UTF-8."


@pytest.mark.parametrize(
    ("url", "status", "detail"),
    [
        *((url, 400, MALFORMED) for url in (
            "x", "/en/terms/chip", "//localhost/en/terms/chip", "http:///en/terms/chip", "http://localhost:99999/",
            "http://localhost:x/", "http://[::1/en/terms/chip", "http://localhost/en/terms/<b>",
            "http://localhost\\@evil.example/", "http://localhost/en/\x7fterms", "http://localhost/\u202een/terms/chip",
        )),
        *((url, 400, ENCODING) for url in ("http://localhost/en/terms/%FF", "http://localhost/en/terms/chip%00")),
        *((url, 404, FOREIGN) for url in (
            "http://evil.example/en/terms/chip", "https://localhost/en/terms/chip", "http://localhost:81/en/terms/chip",
            "http://localhost@evil.example/", "http://evil.example@localhost/en/terms/chip", "ftp://localhost/en/terms/chip",
            "http://localhost.evil.example/en/terms/chip", "javascript:alert(1)", "file:///etc/passwd",
            "http://xn--localhost/en/terms/chip", f"http://{'x' * 64}.example/",
        )),
        *((url, 404, NOTHING) for url in (
            "http://localhost", "http://localhost/", "http://localhost/en/", "http://localhost/en/terms",
            "http://localhost/api/v1/terms/chip", "http://localhost/embed/en/term/chip.json",
            "http://localhost/oembed?url=http://localhost/en/terms/chip", "http://localhost/en/terms/chip/concept.tbx",
            "http://localhost/embed/en/term/../../../etc/passwd", "http://localhost/%E8%AF%8D/x",
        )),
        *((url, 404, NO_VIEW) for url in (
            "http://localhost/de/terms/chip", "http://localhost/en+en/terms/chip",
            "http://localhost/embed/zh-Hans+zh-Hant+en/term/chip", "http://localhost/x/terms/chip",
        )),
        ("http://localhost/en/terms/nobody", 404, "No term has the id nobody. Look it up in its list."),
        ("http://localhost/en/articles/harbor/sections/s9", 404, "No section has the id s9. Look it up in its list."),
        ("http://localhost/embed/en/figure/nothing.png", 404, "No figure has the id nothing. Look it up in its list."),
    ],
)  # fmt: skip
def test_an_address_of_nothing_is_told_so(
    tiny_client: FlaskClient, url: str, status: int, detail: str
) -> None:
    answer = ask(tiny_client, url)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    for fault in answer.json.get("errors", []):
        assert (fault["location"], fault["name"], fault["value"]) == ("query", "url", url)
    assert answer.json["detail"].endswith(detail)
    assert "Cache-Control" not in answer.headers


@pytest.mark.parametrize(
    ("query", "status", "name"),
    [
        ("", 400, "url"),
        ("url=", 400, "url"),
        (f"url={TERM}&url={TERM}", 400, "url"),
        (f"url={HOST}/{'x' * 2000}", 400, "url"),
        *((f"url={TERM}&maxwidth={bad}", 400, "maxwidth") for bad in ("abc", "-1", "1e9", "0", "600px", "٣", "9" * 99)),
        (f"url={TERM}&maxheight=0.5", 400, "maxheight"),
        (f"url={TERM}&format=yaml", 501, "format"),
        (f"url={TERM}&format=XML", 501, "format"),
        (f"url={HOST}/nowhere&format=yaml", 501, "format"),
    ],
)  # fmt: skip
def test_a_bad_parameter_is_named(tiny_client: FlaskClient, query: str, status: int, name: str) -> None:
    answer = tiny_client.get(f"/oembed?{query}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert [fault["name"] for fault in answer.json["errors"]] == [name]


def test_a_problem_is_told_in_the_language_of_who_asks(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, TERM, language="zh-TW", maxwidth="abc")
    assert (answer.status_code, answer.headers["Content-Language"]) == (400, "zh-Hant")
    assert "Accept-Language" in answer.headers["Vary"]
    assert answer.json["title"] == "請求有誤"


def test_only_get_is_answered(tiny_client: FlaskClient) -> None:
    assert tiny_client.post("/oembed", query_string={"url": TERM}).status_code == 405
    head = tiny_client.head("/oembed", query_string={"url": TERM})
    assert (head.status_code, head.data) == (200, b"")


def test_who_has_the_answer_is_told_no_more(tiny_client: FlaskClient) -> None:
    tag = ask(tiny_client, TERM).headers["ETag"]
    again = tiny_client.get("/oembed", query_string={"url": TERM}, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_what_was_withdrawn_is_gone(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny)
    client = create_app(settings).test_client()
    import_concepts(settings, [concept("berth", "泊位", "berth")])
    url = f"{HOST}/en/terms/berth"
    assert told(client, url)["title"] == "berth"
    merged = replace(concept("quay", "码头", "quay"), replaces=("berth",))
    import_concepts(settings, [merged])
    gone = ask(client, url)
    assert (gone.status_code, gone.mimetype) == (410, "application/problem+json")
    assert gone.json["detail"] == (
        f"The term berth was withdrawn. In its place is quay: {HOST}/en/terms/quay"
    )
    assert gone.headers["Link"] == '</embed/en/term/quay>; rel="successor-version"'
    assert client.get("/oembed/en/term/berth.json").status_code == 410


def test_below_a_path_of_another_host(tiny: Path, tmp_path: Path) -> None:
    """`DUIZHAO_PUBLIC_URL` is where the pages are; no other address of the same service is one of theirs."""
    settings = Settings(tmp_path, content=tiny, public_url="https://bücher.example:8443/terms")
    client = create_app(settings).test_client()
    found = told(client, "https://xn--bcher-kva.example:8443/terms/en/terms/chip")
    assert found["provider_url"] == "https://bücher.example:8443/terms/"
    assert 'src="https://bücher.example:8443/terms/embed/en/term/chip"' in found["html"]
    assert told(client, "https://BÜCHER.example:8443/terms/en/terms/chip") == found
    for other in ("http://localhost/en/terms/chip", "https://bücher.example:8443/termsen/terms/chip"):
        assert ask(client, other).status_code == 404


@given(title=st.text(max_size=5000), width=st.integers(1, 720))
def test_html_is_short_and_well_formed_whatever_the_title(title: str, width: int) -> None:
    page = f"https://example.org/zh-Hans+en/terms/{'%E8%AF%8D' * 40}"
    title = "".join(c for c in title if c >= " " and c not in "\ufffe\uffff\x7f")
    html = embed_html(page, page, title, Size(width, 400))
    assert len(html.encode()) < 4000
    quotation, frame = etree.fromstring(f"<div>{html}</div>")
    assert (quotation.tag, frame.tag) == ("blockquote", "iframe")
    # WordPress keeps no class, and no frame that has something in it.
    assert (dict(quotation.attrib), frame.text, len(frame)) == ({}, None, 0)
    assert quotation[0].text == frame.get("title") or not title
    assert (quotation[0].get("href"), frame.get("src")) == (page, page)


@given(st.dictionaries(st.sampled_from(["title", "html"]), st.text(st.characters())))
def test_xml_is_well_formed_whatever_is_told(values: dict[str, str]) -> None:
    root = etree.fromstring(oembed_xml(values).encode("utf-8"))
    assert {child.tag for child in root} == set(values)
