"""Searching the glossary over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.settings import Settings

pytestmark = pytest.mark.both_stores

Edit = Callable[[str, str, str], Path]


def search(client: FlaskClient, **query: str) -> list[tuple[Any, ...]]:
    """Return id, kind, form, term and language of each hit."""
    answer = client.get("/api/v1/terms", query_string=query)
    assert answer.status_code == 200, answer.text
    hits = [(item["id"], item["matched"]) for item in answer.json["items"]]
    assert len({id_ for id_, _ in hits}) == len(hits) == answer.json["total"]
    return [(id_, m and (m["kind"], m["form"], m["term"], m["lang"])) for id_, m in hits]


def test_an_exact_hit_comes_before_a_longer_one(tiny_client: FlaskClient) -> None:
    assert search(tiny_client, q="数据") == [
        ("data", ("exact", "数据", "数据", "zh-Hans")),
        ("data-center", ("prefix", "数据", "数据中心", "zh-Hans")),
        ("harbor-data", ("infix", "数据", "港湾数据", "zh-Hans")),
    ]
    assert search(tiny_client, q="dat") == [
        ("data", ("prefix", "dat", "data", "en")),
        ("data-center", ("prefix", "dat", "data center", "en")),
        ("harbor-data", ("infix", "Dat", "Harbor Data", "en")),
    ]


def test_an_exact_admitted_term_comes_before_a_longer_preferred_one(
    edit: Edit, tmp_path: Path, database: DatabaseUrl | None
) -> None:
    folder = edit("glossary/technology.yaml", "{term: semiconductor,", "{term: capex machine,")
    client = create_app(Settings(tmp_path / "instance", content=folder, database=database)).test_client()
    assert search(client, q="capex") == [
        ("capital-expenditure", ("exact", "capex", "capex", "en")),
        ("semiconductor", ("prefix", "capex", "capex machine", "en")),
    ]


def test_a_preferred_term_comes_before_an_admitted_one(tiny_client: FlaskClient) -> None:
    assert search(tiny_client, q="chip") == [
        ("chip", ("exact", "chip", "chip", "en")),
        ("semiconductor", ("exact", "chip", "chip", "en")),
    ]
    statuses = [item["matched"]["status"] for item in tiny_client.get("/api/v1/terms?q=chip").json["items"]]
    assert statuses == ["preferred", "admitted"]


@pytest.mark.parametrize(
    "query",
    [
        "数据中心",
        "數據中心",
        "資料中心",
        "DATA CENTER",
        "data-center",
        "Ｄａｔａ　Ｃｅｎｔｅｒ",
        " data center ",
        "datacenter",
        "data centre",
        "dáta cënter",
        "《数据中心》",
        "资料中心",
    ],
)
def test_any_script_and_spelling_finds_the_concept(tiny_client: FlaskClient, query: str) -> None:
    (hit,) = search(tiny_client, q=query, match="exact")
    assert hit[0] == "data-center"
    assert tiny_client.get("/api/v1/terms", query_string={"q": query}).json["items"][0]["id"] == "data-center"


@pytest.mark.parametrize(
    ("lang", "hit"),
    [
        ("zh-Hans", ("exact", "数据中心", "数据中心", "zh-Hans")),
        ("zh-Hant", ("exact", "數據中心", "數據中心", "zh-Hant")),
    ],
)
def test_one_language_answers_in_its_own_script(
    tiny_client: FlaskClient, lang: str, hit: tuple[str, ...]
) -> None:
    assert search(tiny_client, q="數據中心", lang=lang) == [("data-center", hit)]
    assert search(tiny_client, q="數據中心", lang="en") == []


def test_a_deprecated_term_says_what_to_use(tiny_client: FlaskClient) -> None:
    (item,) = tiny_client.get("/api/v1/terms?q=Data Hub").json["items"]
    assert (item["id"], item["matched"]) == (
        "data-center",
        {
            "form": "data hub",
            "kind": "exact",
            "term": "data hub",
            "lang": "en",
            "status": "deprecated",
            "use": "data center",
        },
    )


def test_without_use_the_preferred_term_is_meant(tiny_client: FlaskClient) -> None:
    (item,) = tiny_client.get("/api/v1/terms?q=gangwan shuju").json["items"]
    assert (item["matched"]["status"], item["matched"]["use"]) == ("deprecated", "Harbor Data")


def test_a_concept_comes_once_by_its_best_term(tiny_client: FlaskClient) -> None:
    assert search(tiny_client, q="data c") == [("data-center", ("prefix", "data c", "data center", "en"))]


@pytest.mark.parametrize(
    ("mode", "ids"),
    [
        ("auto", ["data", "data-center", "harbor-data"]),
        ("exact", ["data"]),
        ("prefix", ["data", "data-center"]),
        ("infix", ["data", "data-center", "harbor-data"]),
        ("pinyin", []),
        ("initials", []),
    ],
)
def test_modes(tiny_client: FlaskClient, mode: str, ids: list[str]) -> None:
    assert [id_ for id_, _ in search(tiny_client, q="数据", match=mode)] == ids


def test_the_part_that_matched_is_shown_as_the_term_has_it(tiny_client: FlaskClient) -> None:
    assert search(tiny_client, q="數據中") == [("data-center", ("prefix", "数据中", "数据中心", "zh-Hans"))]
    assert search(tiny_client, q="HARBORD") == [("harbor-data", ("prefix", "Harbor D", "Harbor Data", "en"))]


def test_without_a_question_everything_comes_in_the_editors_order(tiny_client: FlaskClient) -> None:
    everything = [
        ("capital-expenditure", None),
        ("harbor-data", None),
        ("semiconductor", None),
        ("chip", None),
        ("data", None),
        ("data-center", None),
        ("computing-power", None),
    ]
    assert search(tiny_client) == search(tiny_client, q="") == search(tiny_client, q="  ") == everything


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({"field": "finance"}, ["capital-expenditure", "harbor-data"]),
        ({"section": "s1"}, ["capital-expenditure", "harbor-data", "data-center"]),
        ({"section": "harbor/s2"}, ["capital-expenditure", "computing-power"]),
        ({"section": "s2", "field": "technology"}, ["computing-power"]),
        ({"status": "deprecated"}, ["harbor-data", "data-center"]),
        ({"status": "superseded"}, []),
        ({"status": "admitted", "lang": "zh-Hant"}, ["data-center"]),
        ({"lang": "en", "q": "数据"}, []),
        ({"status": "deprecated", "q": "data"}, ["data-center"]),
        ({"status": "preferred", "q": "chip"}, ["chip"]),
        ({"field": "finance", "q": "data"}, ["harbor-data"]),
        ({"section": "s1", "q": "data"}, ["data-center", "harbor-data"]),
    ],
    ids=str,
)
def test_filters(tiny_client: FlaskClient, query: dict[str, str], ids: list[str]) -> None:
    assert [id_ for id_, _ in search(tiny_client, **query)] == ids


@pytest.mark.parametrize("query", ["zzz", "%", "𠀀", "‍"])
def test_nothing_found(tiny_client: FlaskClient, query: str) -> None:
    assert search(tiny_client, q=query) == []


def test_one_concept(tiny_client: FlaskClient) -> None:
    def term(word: str, reading: str | None = None, **others: Any) -> dict[str, Any]:
        common = {"status": "preferred", "term_type": "fullForm", "part_of_speech": "noun"}
        rest = {"geographical_usage": None, "use": None, "note": None, "context": None, "source": None}
        return {"term": word, **common, "reading": reading, **rest, **others}

    concept = {
        "id": "data-center",
        "concept_type": "general",
        "subject_field": "technology",
        "definition": {
            "zh-Hans": "放置服务器的建筑。",
            "zh-Hant": "放置伺服器的建築。",
            "en": "Building that houses servers.",
        },
        "note": {
            "zh-Hans": "两岸用词不同。",
            "zh-Hant": "兩岸用詞不同。",
            "en": "Mainland and Taiwan differ in the word.",
        },
        "languages": {
            "zh-Hans": {"terms": [term("数据中心", "shù jù zhōng xīn")]},
            "zh-Hant": {
                "terms": [
                    term("資料中心", "zī liào zhōng xīn"),
                    term("數據中心", "shù jù zhōng xīn", status="admitted", geographical_usage="HK"),
                ]
            },
            "en": {
                "terms": [
                    term("data center", geographical_usage="US"),
                    term("data centre", status="admitted", geographical_usage="GB"),
                    term("data hub", status="deprecated", use="data center"),
                ]
            },
        },
        "distractors": ["数据中心化"],
        "related": ["computing-power"],
        "sections": ["harbor/s1"],
        "xrefs": [],
        "replaces": [],
        "full_form_first": False,
    }
    assert tiny_client.get("/api/v1/terms/data-center").json == concept
    found = tiny_client.get("/api/v1/terms?q=資料中心&match=exact").json["items"][0]
    assert {name: value for name, value in found.items() if name != "matched"} == concept


def test_the_shipped_glossary_by_what_a_translator_looks_up(client: FlaskClient) -> None:
    """First hit and its English, for words that the issue names."""
    wanted = {
        "算力": "computing power",
        "數據中心": "data center",
        "晶片": "chip",
        "孙正义": "Masayoshi Son",
        "愿景基金": "SoftBank Vision Fund",
        "Sun Zhengyi": "Masayoshi Son",
    }
    found = {}
    for query in wanted:
        first = client.get("/api/v1/terms", query_string={"q": query}).json["items"][0]
        terms = first["languages"]["en"]["terms"]
        found[query] = next(term["term"] for term in terms if term["status"] == "preferred")
    assert found == wanted


@pytest.mark.parametrize("idiom", ["砸钱", "押注", "扳回一城", "骑虎难下", "一荣俱荣"])
def test_the_shipped_idioms_are_found(client: FlaskClient, idiom: str) -> None:
    assert client.get("/api/v1/terms", query_string={"q": idiom}).json["total"] >= 1


def test_every_shipped_term_finds_its_concept_exactly(client: FlaskClient) -> None:
    concepts = []
    for offset in (0, 100, 200, 300):
        concepts += client.get(f"/api/v1/terms?limit=100&offset={offset}").json["items"]
    assert len(concepts) >= 170
    for concept in concepts:
        for tag, language in concept["languages"].items():
            for term in language["terms"]:
                query = {"q": term["term"], "match": "exact", "lang": tag, "limit": "100"}
                hits = client.get("/api/v1/terms", query_string=query).json["items"]
                assert concept["id"] in [hit["id"] for hit in hits], term["term"]
                assert {hit["matched"]["kind"] for hit in hits} == {"exact"}
