"""An answer that is kept is the answer that would be made anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from api import create_app
from api.kept_answers import Answer, Memory
from api.settings import Settings
from glossary import Glossary

PATHS = [
    "/api/v1/terms",
    "/api/v1/terms?q=数据",
    "/api/v1/terms?q=data+center&limit=1&match=prefix",
    "/api/v1/terms?q=data&limit=1&offset=1&locale=de",
    "/api/v1/terms?q=%20",
    "/api/v1/terms?limit=0",
    "/api/v1/terms?q=a&q=b",
    "/api/v1/terms?q=%ff",
    "/api/v1/terms?locale=a",
    "/api/v1/terms/data-center",
    "/api/v1/terms/nobody",
    "/api/v1/suggest?q=sj",
    "/api/v1/suggest?q=data&locale=de",
    "/api/v1/articles",
    "/api/v1/articles/harbor/figures?limit=1",
    "/api/v1/figures/harbor-rate",
    "/api/v1/format?value=1&unit=EUR",
    "/api/v1/openapi.json",
    "/api/v1/docs",
    "/zh-Hans/",
    "/zh-Hans+en/articles/harbor",
    "/exports/csv/zh-Hans_en.csv",
    "/healthz",
    "/readyz",
    "/",
    "/static/duizhao.css",
]
ENCODINGS = [None, "gzip, deflate, br, zstd", "gzip;q=0, *", "br"]
LANGUAGES = [None, "", "zh-TW", "zh-HK;q=0.9, de", "de", "en-IN", "*", "nonsense;;q=x"]


@pytest.fixture(scope="module")
def keeping(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return create_app(Settings(tmp_path_factory.mktemp("keeping"), content=tiny)).test_client()


@pytest.fixture(scope="module")
def forgetful(keeping: FlaskClient) -> FlaskClient:
    """The same application, which makes every answer anew."""
    app = Flask("forgetful")
    app.__dict__ = {**keeping.application.__dict__}
    app.wsgi_app = Flask.wsgi_app.__get__(app)  # type: ignore[method-assign]
    return app.test_client()


def seen(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """What of an answer is ours; a server dates it."""
    return answer.status_code, sorted(h for h in answer.headers if h[0] != "Date"), answer.data


@given(
    path=st.sampled_from(PATHS),
    method=st.sampled_from(["GET", "GET", "HEAD", "POST", "OPTIONS"]),
    language=st.sampled_from(LANGUAGES),
    encoding=st.sampled_from(ENCODINGS),
    has=st.sampled_from([None, "it", "it strongly", "it and another", "another", "anything", "nothing"]),
    beside=st.sampled_from([{}, {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}, {"If-Match": '"x"'}]),
    host=st.sampled_from(["localhost", "other.example"]),
)
def test_what_is_kept_is_what_would_be_made(
    keeping: FlaskClient,
    forgetful: FlaskClient,
    path: str,
    method: str,
    language: str | None,
    encoding: str | None,
    has: str | None,
    beside: dict[str, str],
    host: str,
) -> None:
    headers = {"Host": host, **beside} | ({} if language is None else {"Accept-Language": language})
    headers |= {} if encoding is None else {"Accept-Encoding": encoding}
    tag = forgetful.get(path, headers={**headers, "If-Match": "*"}).headers.get("ETag", 'W/"none"')
    spellings = {
        "it": tag,
        "it strongly": tag.removeprefix("W/"),
        "it and another": f'"a,b", {tag}',
        "another": 'W/"another"',
        "anything": "*",
        "nothing": "",
    }
    headers |= {"If-None-Match": spellings[has]} if has else {}
    expected = seen(forgetful.open(path, method=method, headers=headers))
    for _ in range(2):
        assert seen(keeping.open(path, method=method, headers=headers)) == expected


VALUES = {
    "q": [
        "",
        "数据",
        "%E6%95%B0",
        "sj",
        "data+cent",
        "data%20c",
        "DATA",
        "d%",
        "%ff",
        "%00",
        "a%26b",
        "x" * 201,
        "算~力'(",
        "é",
    ],
    "match": ["exact", "prefix", "infix", "pinyin", "initials", "fuzzy", "auto", "AUTO", ""],
    "lang": ["en", "zh-Hant", "fr", ""],
    "status": ["preferred", "deprecated", "none"],
    "limit": ["1", "2", "020", "0", "-1", "101", "١", "1_0", ""],
    "offset": ["0", "1", "7", "99999", "2147483648", "+1"],
    "locale": ["en", "zh-TW", "de", "zh-hk", "a", ""],
    "field": ["technology", "nothing"],
    "section": ["s1", "nothing"],
    "nonsense": ["1"],
}


@given(
    parameters=st.lists(
        st.sampled_from(sorted(VALUES)).flatmap(
            lambda name: st.tuples(st.just(name), st.sampled_from(VALUES[name]))
        ),
        max_size=4,
    ),
    ending=st.sampled_from(["", "", "", "&", "&q", "&%71=a"]),
    language=st.sampled_from(LANGUAGES),
)
def test_a_plain_search_is_answered_as_flask_answers_it(
    keeping: FlaskClient,
    forgetful: FlaskClient,
    parameters: list[tuple[str, str]],
    ending: str,
    language: str | None,
) -> None:
    query = "&".join(f"{name}={value}" for name, value in parameters) + ending
    headers = {} if language is None else {"Accept-Language": language}
    answers = [
        client.get("/api/v1/terms", query_string=query, headers=headers) for client in (keeping, forgetful)
    ]
    assert seen(answers[0]) == seen(answers[1])


def test_a_kept_answer_is_not_made_again(
    own_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = create_app(Settings(tmp_path / "i", content=own_content)).test_client()
    for address in ("/api/v1/terms?q=data", "/api/v1/articles"):
        first = client.get(address)
        with monkeypatch.context() as closed:
            closed.setattr(client.application, "full_dispatch_request", lambda: pytest.fail("made again"))
            closed.setattr(Glossary, "search", lambda *_: pytest.fail("searched again"))
            again = client.get(address)
            unchanged = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
        assert (seen(again), unchanged.status_code) == (seen(first), 304)


def test_who_has_the_answer_gets_304_before_anything_is_searched(
    own_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By another worker's tag, too."""
    settings = Settings(tmp_path / "i", content=own_content)
    address = "/api/v1/terms?q=data&field=technology&locale=zh-TW"
    tag = create_app(settings).test_client().get(address).headers["ETag"]
    app = create_app(settings)
    monkeypatch.setitem(app.view_functions, "terms.search_terms", lambda: pytest.fail("a search"))
    answer = app.test_client().get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (answer.status_code, answer.headers["ETag"], answer.headers["Content-Language"]) == (
        304,
        tag,
        "zh-Hant",
    )


def test_a_new_index_is_answered_from_at_once(
    own_content: Path, edit: Callable[[str, str, str], Path], tmp_path: Path
) -> None:
    settings = Settings(tmp_path, content=own_content, database=tmp_path / "index.db")
    client = create_app(settings).test_client()
    before = [client.get("/api/v1/terms") for _ in range(2)][1]
    edit("glossary/technology.yaml", "term: data centre,", "term: data centres,")
    create_app(settings)
    after = client.get("/api/v1/terms", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "data centres" in after.text
    assert "data centres" not in before.text


def test_the_memory_is_bounded_and_forgets_what_was_asked_for_longest_ago() -> None:
    memory = Memory(most_bytes=100_000, most_answers=1000)
    for n in range(200):
        memory.recall(("0",))
        memory.keep((str(n),), Answer([], b"x" * 10_000, 'W/"x"'))
    kept = [n for n in range(200) if memory.recall((str(n),))]
    assert kept == [0, *range(193, 200)]
    few = Memory(most_bytes=10**9, most_answers=3)
    for n in range(5):
        few.keep((str(n),), Answer([], b"", 'W/"x"'))
    assert [n for n in range(5) if few.recall((str(n),))] == [2, 3, 4]
    few.keep(("long",), Answer([], b"x" * 600_000, 'W/"x"'))
    assert few.recall(("long",)) is None


def test_the_heaviest_page_is_made_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    make = app.view_functions["pages.article"]
    monkeypatch.setitem(app.view_functions, "pages.article", lambda **ids: made.append(1) or make(**ids))
    for _ in range(2):
        answer = app.test_client().get("/zh-Hans+en/articles/softbank-ai", headers={"Host": "heavy.example"})
        assert answer.status_code == 200
    assert len(made) == 1
