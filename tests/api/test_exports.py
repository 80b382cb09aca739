"""``/exports/`` as tools and their users see it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.settings import Settings
from glossary.interchange.writing import PROFILES

OMEGAT = "/exports/omegat/zh-Hans_en.txt"


def test_a_file_for_a_tool(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/exports/deepl/zh-Hans_en.tsv")
    assert answer.status_code == 200
    assert answer.text.splitlines()[:2] == ["资本支出\tcapital expenditure", "港湾数据\tHarbor Data"]
    headers = {
        name: value for name, value in answer.headers if name not in ("Date", "ETag", "Content-Length")
    }
    assert headers == {
        "Content-Type": "text/tab-separated-values; charset=utf-8",
        "Content-Disposition": "inline; filename=duizhao-deepl_zh-Hans_en.tsv",
        "Content-Language": "zh-Hans, en",
        "Cache-Control": "no-cache",
        "Terms-Left-Out": "0",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Content-Disposition, Content-Language, ETag, Link, Terms-Left-Out",
    }
    assert re.fullmatch('"[0-9a-f]{32}"', answer.headers["ETag"])
    assert answer.content_length == len(answer.data)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_every_form_is_served_as_what_it_is(tiny_client: FlaskClient, profile: object) -> None:
    address = f"/exports/{profile.id}/zh-TW_en.{profile.extension}"  # type: ignore[attr-defined]
    answer = tiny_client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, profile.media_type)  # type: ignore[attr-defined]
    if answer.mimetype == "application/zip":
        assert zipfile.ZipFile(io.BytesIO(answer.data)).testzip() is None
    else:
        told = answer.text.replace("数据中心化", "")  # a distractor, in JSON
        assert ("data center" in told, "資料中心" in told, "数据中心" in told) == (True, True, False)
    assert tiny_client.get(address, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("tag", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_the_file_is_told_so(tiny_client: FlaskClient, tag: str) -> None:
    """A proxy that compresses makes a weak tag of ours, and it is still ours (RFC 9110, section 13.1.2)."""
    first = tiny_client.get(OMEGAT)
    again = tiny_client.get(OMEGAT, headers={"If-None-Match": tag.format(first.headers["ETag"])})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" not in again.headers  # it is no page


def test_head_says_the_same_without_the_file(tiny_client: FlaskClient) -> None:
    head, whole = tiny_client.head(OMEGAT), tiny_client.get(OMEGAT)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Content-Type", "Content-Disposition", "Cache-Control", "Content-Language"):
        assert head.headers[name] == whole.headers[name]


def test_each_file_has_a_tag_of_its_own(tiny_client: FlaskClient) -> None:
    names = (
        "omegat/zh-Hans_en.txt",
        "omegat/en_zh-Hans.txt",
        "omegat/zh_en.txt",
        "tsv/zh-Hans_en.tsv",
        "tbx/all.tbx",
    )
    assert len({tiny_client.get(f"/exports/{name}").headers["ETag"] for name in names}) == len(names)


def test_the_tag_changes_with_the_glossary_only(
    own_content: Path, tmp_path: Path, edit: Callable[[str, str, str], Path]
) -> None:
    def served(folder: str) -> tuple[str, bytes]:
        answer = create_app(Settings(tmp_path / folder, content=own_content)).test_client().get(OMEGAT)
        return answer.headers["ETag"], answer.data

    first, again = served("a"), served("b")
    assert first == again
    edit("glossary/technology.yaml", "term: semiconductor,", "term: semi-conductor,")
    changed = served("c")
    assert changed[0] != first[0]
    assert "半导体\tsemi-conductor\t" in changed[1].decode()


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("zh-CN_en-US", ["zh-CN", "en-US"]),
        ("zh_CN_en_US", ["zh_CN", "en_US"]),
        ("EN_ZH", ["EN", "ZH"]),
        ("zh-Hant-HK_en", ["zh-Hant-HK", "en"]),
        ("zh-Hans_zh_TW", ["zh-Hans", "zh_TW"]),
    ],
)
def test_the_file_spells_languages_as_its_address_does(
    tiny_client: FlaskClient, name: str, heading: list[str]
) -> None:
    answer = tiny_client.get(f"/exports/tsv/{name}.tsv")
    assert answer.text.splitlines()[0].split("\t")[1:3] == heading


def test_every_language_at_once(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/exports/tbx/all.tbx")
    assert answer.headers["Content-Language"] == "zh-Hans, zh-Hant, en"
    assert [answer.text.count(word) for word in ("数据中心<", "資料中心<", "data center<")] == [1, 1, 2]


@pytest.mark.parametrize(
    ("address", "name", "value", "detail"),
    [
        (
            "/exports/nope/zh-Hans_en.txt",
            "profile",
            "nope",
            "This value is not known here. Use one of: tbx, tbx2, json,",
        ),
        ("/exports/tbx/zh-Hans_en.txt", "ext", "txt", "This value is not known here. Use one of: tbx."),
        (
            "/exports/tbx/zh-Hans_de.tbx",
            "languages",
            "zh-Hans_de",
            "This is no pair of languages. Join two of zh-Hans, zh-Hant, en,",
        ),
        ("/exports/tbx/zh_zh-CN.tbx", "languages", "zh_zh-CN", "This is no pair of languages."),
        ("/exports/tbx/_.tbx", None, None, "There is nothing at /exports/tbx/_.tbx."),
        ("/exports/tbx/zh_e_n.tbx", "languages", "zh_e_n", "This is no pair of languages."),
        (f"/exports/tbx/{'zh_' * 3000}en.tbx", "languages", None, "This is no pair of languages."),
        (
            "/exports/deepl/all.tsv",
            "profile",
            "deepl",
            "This form has two languages. Name them, or use one of: tbx, tbx2, json, jsonld.",
        ),
        ("/exports/deepl", None, None, "There is nothing at /exports/deepl."),
    ],
)
def test_what_there_is_not(
    tiny_client: FlaskClient, address: str, name: str | None, value: str | None, detail: str
) -> None:
    answer = tiny_client.get(address, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    if name:
        (fault,) = answer.json["errors"]
        assert (fault["location"], fault["name"]) == ("path", name)
        assert value is None or fault["value"] == value
        assert fault["detail"].startswith(detail)
    else:
        assert answer.json["detail"].startswith(detail)


@pytest.mark.parametrize("query", ["locale=en", "v=1", "q=", "source=zh"])
def test_an_address_has_no_query(tiny_client: FlaskClient, query: str) -> None:
    answer = tiny_client.get(f"{OMEGAT}?{query}")
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json["errors"][0]["detail"] == "There is no such parameter here. Remove it."


def test_the_list_leads_to_every_form(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/exports/?locale=en")
    assert answer.json["total"] == len(answer.json["items"]) == len(PROFILES)
    listed = {item["profile"]: item for item in answer.json["items"]}
    assert listed["omegat"] == {
        "profile": "omegat",
        "purpose": "OmegaT glossary; a team project can subscribe to it",
        "extension": "txt",
        "media_type": "text/plain",
        "pattern": "/exports/omegat/{source}_{target}.txt",
        "url": OMEGAT,
        "all_languages": None,
    }
    for item in listed.values():
        assert tiny_client.head(item["url"]).status_code == 200
        assert item["all_languages"] is None or tiny_client.head(item["all_languages"]).status_code == 200


def test_linked_data_has_the_public_address(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://terms.example")
    public = create_app(settings).test_client().get("/exports/jsonld/zh-Hans_en.jsonld")
    inner = (
        create_app(Settings(tmp_path, content=tiny)).test_client().get("/exports/jsonld/zh-Hans_en.jsonld")
    )
    assert {item["id"] for item in public.json["@graph"]} == {
        f"https://terms.example{item['id']}" for item in inner.json["@graph"]
    }
    assert public.headers["ETag"] != inner.headers["ETag"]


def test_a_page_of_another_origin_may_ask(tiny_client: FlaskClient) -> None:
    answer = tiny_client.options(OMEGAT)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in answer.headers["Access-Control-Allow-Headers"]


def test_a_long_file_comes_from_disk(tiny_client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tiny_client.get("/exports/json/all.json")
    monkeypatch.setattr("api.exports._IN_MEMORY", 100)
    with tiny_client.get("/exports/json/all.json") as answer:
        assert (answer.status_code, answer.is_streamed) == (200, True)
        assert answer.content_length == whole.content_length
        assert answer.data == whole.data
        assert answer.headers["ETag"] == whole.headers["ETag"]


def test_where_there_is_no_room_nothing_is_sent(
    tiny_client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.exports._IN_MEMORY", 100)
    monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
    answer = tiny_client.get(OMEGAT, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert answer.json["detail"] == "There is no room to make the file just now. Try again in a moment."
    assert "ETag" not in answer.headers


def test_what_is_left_out_is_counted(client: FlaskClient) -> None:
    """The shipped glossary has words of two meanings, which DeepL's glossary has no room for."""
    answer = client.get("/exports/deepl/zh-Hans_en.tsv")
    assert int(answer.headers["Terms-Left-Out"]) > 0
    sources = [line.split("\t")[0] for line in answer.text.splitlines()]
    assert len(sources) == len(set(sources)) > 500
