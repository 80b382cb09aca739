"""``POST /api/v1/figures/extract``: what a program sees of the reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

ADDRESS = "/api/v1/figures/extract"


def ask(client: FlaskClient, body: object, query: str = "?locale=en") -> TestResponse:
    """Send `body` as JSON; ASCII, so that it may hold unpaired surrogates."""
    return client.post(ADDRESS + query, data=json.dumps(body), content_type="application/json")


def test_every_field_of_a_figure(tiny_client: FlaskClient) -> None:
    assert ask(tiny_client, {"text": "软银将投资约5.3万亿日元。"}).json == {
        "figures": [
            {
                "start": 6,
                "end": 13,
                "text": "5.3万亿日元",
                "kind": "money",
                "unit": "JPY",
                "value": "5300000000000",
                "modifier": "about",
            }
        ],
        "dates": [],
    }


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("投入3至5亿元。", {"kind": "money", "unit": "CNY", "low": "300000000", "high": "500000000"}),
        ("占三分之一。", {"kind": "ratio", "value": "0.333333333333", "numerator": 1, "denominator": 3}),
        ("共有335家公司。", {"kind": "count", "unit": "count", "value": "335", "classifier": "家"}),
        ("营收增长两倍。", {"kind": "multiple", "unit": "times", "value": "3", "sense": "growth"}),
        ("营收增至两倍。", {"kind": "multiple", "unit": "times", "value": "2", "sense": "level"}),
        ("¥500", {"kind": "money", "value": "500"}),
        ("It fell 4.50%.", {"kind": "percent", "unit": "percent", "value": "4.50"}),
    ],
)
def test_what_a_figure_has_beside(tiny_client: FlaskClient, text: str, fields: dict[str, Any]) -> None:
    (figure,) = ask(tiny_client, {"text": text}).json["figures"]
    assert figure["modifier"] is None
    assert {name: figure.get(name) for name in fields} == fields
    optional = {"value", "low", "high", "numerator", "denominator", "classifier", "sense"}
    assert optional & set(figure) == optional & set(fields)


def test_what_the_writing_leaves_open_is_told(tiny_client: FlaskClient) -> None:
    (figure,) = ask(tiny_client, {"text": "The price is ¥500."}).json["figures"]
    assert (figure["unit"], figure["alternatives"]) == ("JPY", ["CNY"])


def test_dates_are_told_apart_from_figures(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, {"text": "2024财年营收90亿美元，10月12日公布。"}).json
    assert [(date["text"], date["value"]) for date in answer["dates"]] == [
        ("2024财年", "FY2024"),
        ("10月12日", "XXXX-10-12"),
    ]
    assert [figure["text"] for figure in answer["figures"]] == ["90亿美元"]


@pytest.mark.parametrize(
    ("lang", "unit"),
    [(None, "CNY"), ("zh-CN", "CNY"), ("zh-Hant", "TWD"), ("zh-TW", "TWD"), ("zh-HK", "HKD")],
)
def test_the_language_says_whose_money_it_is(tiny_client: FlaskClient, lang: str | None, unit: str) -> None:
    (figure,) = ask(tiny_client, {"text": "价格是500元。", "lang": lang}).json["figures"]
    assert figure["unit"] == unit


@pytest.mark.parametrize(("offsets", "start", "end"), [("code_points", 1, 5), ("utf16", 2, 6)])
def test_offsets_count_what_is_asked_for(
    tiny_client: FlaskClient, offsets: str, start: int, end: int
) -> None:
    (figure,) = ask(tiny_client, {"text": "😀90亿元", "offsets": offsets}).json["figures"]
    assert (figure["start"], figure["end"], figure["text"]) == (start, end, "90亿元")


_PIECES = st.sampled_from(
    ["90亿元", "😀", "\ud800", "\udc00", " $5 billion ", "10月12日", "𠮷", "。", "e\u0301"]
)


@given(st.lists(_PIECES, max_size=12).map("".join))
def test_offsets_point_at_the_text_however_they_are_counted(tiny_client: FlaskClient, text: str) -> None:
    text = json.loads(json.dumps(text))  # two surrogates that meet are one character
    plain, utf16 = (
        ask(tiny_client, {"text": text, "offsets": offsets}).json for offsets in ("code_points", "utf16")
    )
    units = text.encode("utf-16-le", "surrogatepass")
    for name in ("figures", "dates"):
        assert len(plain[name]) == len(utf16[name])
        for one, other in zip(plain[name], utf16[name], strict=True):
            assert text[one["start"] : one["end"]] == one["text"] == other["text"]
            found = units[2 * other["start"] : 2 * other["end"]].decode("utf-16-le", "surrogatepass")
            assert found == one["text"]


@pytest.mark.parametrize("text", ["", " ", "\0\x1b[", "Straße für alle", "无数字", "\ud800\udfff\udc00"])
def test_nothing_to_find_is_an_empty_answer(tiny_client: FlaskClient, text: str) -> None:
    answer = ask(tiny_client, {"text": text})
    assert (answer.status_code, answer.json) == (200, {"figures": [], "dates": []})


def test_an_unpaired_surrogate_is_one_unit_and_the_answer_is_utf8(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, {"text": "\ud800 90亿元", "offsets": "utf16"})
    assert answer.status_code == 200
    assert json.loads(answer.data.decode("utf-8"))["figures"][0]["start"] == 2


def test_a_problem_that_repeats_an_unpaired_surrogate_is_utf8(tiny_client: FlaskClient) -> None:
    answer = ask(tiny_client, {"text": "", "lang": "\ud800"})
    assert answer.status_code == 400
    assert json.loads(answer.data.decode("utf-8"))["errors"][0]["value"] == "\ud800"


@pytest.mark.parametrize("text", ["9" * 1_000_000, "1," * 500_000, "亿" * 1_000_000, "90亿元\n" * 200_000])
def test_a_text_as_long_as_is_taken(tiny_client: FlaskClient, text: str) -> None:
    assert ask(tiny_client, {"text": text[:1_000_000]}).status_code == 200
