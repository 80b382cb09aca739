"""Requests that cannot be answered: each gets a problem that names the field, the value and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import create_app
from api.settings import Settings

MODES = "auto, exact, prefix, infix, fuzzy, pinyin, initials"
NO_WHOLE_NUMBER = "This is not a whole number. Write digits only."
NO_NUMBER = (
    "This is not a number that can be written. Use a decimal (5.3e12), a range (70..90) or, with unit ratio,"
    " a fraction (1/9); at most 40 digits, between 1e-30 and 1e31."
)
NO_UNIT = (
    "This is no unit. Use an ISO 4217 code (JPY), a CLDR unit (gigawatt, year), or one of:"
    " percent, percentage_point, basis_point, times, ratio, count."
)


def faults(answer: TestResponse) -> list[tuple[str, str | None, str]]:
    """Return name, value and detail of each fault of an answer that is a problem."""
    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"
    assert (answer.json["type"], answer.json["title"], answer.json["status"]) == (
        "about:blank",
        "Invalid request",
        422,
    )
    # Who reads the detail alone is told as much.
    for fault in answer.json["errors"]:
        value = "" if fault["value"] is None else f"={fault['value']}"
        assert f"{fault['name']}{value}: {fault['detail']}" in answer.json["detail"]
    assert {fault["location"] for fault in answer.json["errors"]} == {"query"}
    return [(fault["name"], fault["value"], fault["detail"]) for fault in answer.json["errors"]]


@pytest.mark.parametrize(
    ("name", "value", "detail"),
    [
        ("limit", "0", "This must lie between 1 and 100."),
        ("limit", "101", "This must lie between 1 and 100."),
        ("limit", "-1", "This must lie between 1 and 100."),
        ("limit", "abc", NO_WHOLE_NUMBER),
        ("limit", "1e9", NO_WHOLE_NUMBER),
        ("limit", "1e400", NO_WHOLE_NUMBER),
        ("limit", "5.0", NO_WHOLE_NUMBER),
        ("limit", "", NO_WHOLE_NUMBER),
        ("limit", " 5", NO_WHOLE_NUMBER),
        ("limit", "+5", NO_WHOLE_NUMBER),
        ("limit", "1_000", NO_WHOLE_NUMBER),
        ("limit", "٣", NO_WHOLE_NUMBER),
        ("limit", "NaN", NO_WHOLE_NUMBER),
        ("limit", "Infinity", NO_WHOLE_NUMBER),
        ("limit", "None", NO_WHOLE_NUMBER),
        ("offset", "-1", "This must lie between 0 and 2147483647."),
        ("offset", "2147483648", "This must lie between 0 and 2147483647."),
        ("offset", "1e3", NO_WHOLE_NUMBER),
        ("lang", "fr", "This value is not known here. Use one of: zh-Hans, zh-Hant, en."),
        ("lang", "", "This value is not known here. Use one of: zh-Hans, zh-Hant, en."),
        (
            "status",
            "good",
            "This value is not known here. Use one of: preferred, admitted, deprecated, superseded.",
        ),
        ("field", "cooking", "This value is not known here. Use one of: finance, technology."),
        ("section", "s9", "This value is not known here. Use one of: harbor/s1, harbor/s2, s1, s2."),
        ("match", "sound", f"This value is not known here. Use one of: {MODES}."),
        ("match", "AUTO", f"This value is not known here. Use one of: {MODES}."),
        ("limitt", "5", "There is no such parameter here. Did you mean limit?"),
        (
            "callback",
            "x",
            "There is no such parameter here. There are: locale, limit, offset, q, match, lang, field, section, status.",
        ),
    ],
)
def test_a_list_says_what_is_wrong(tiny_client: FlaskClient, name: str, value: str, detail: str) -> None:
    answer = tiny_client.get("/api/v1/terms", query_string={name: value})
    assert faults(answer) == [(name, value, detail)]


def test_every_fault_is_told_at_once(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/terms?limit=0&lang=fr&nope=1")
    assert sorted(name for name, _, _ in faults(answer)) == ["lang", "limit", "nope"]


def test_a_long_query_is_refused_and_not_repeated(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/terms", query_string={"q": "算" * 201})
    assert faults(answer) == [
        ("q", "算" * 79 + "…", "This has 201 characters; 200 are taken at most. Shorten it.")
    ]
    assert tiny_client.get("/api/v1/terms", query_string={"q": "算" * 200}).json == {"items": [], "total": 0}


def test_a_number_of_five_thousand_digits_is_refused(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/terms", query_string={"limit": "9" * 5000})
    assert [name for name, _, _ in faults(answer)] == ["limit"]
    assert len(answer.text) < 500


def test_a_parameter_that_is_given_twice(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/terms?q=data&q=chip")
    assert faults(answer) == [("q", "data, chip", "This parameter is given twice. Give it once.")]


def test_the_locale_given_twice_is_told_once(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/terms?locale=de&locale=en")
    assert faults(answer) == [("locale", "de, en", "This parameter is given twice. Give it once.")]


@pytest.mark.parametrize("value", ["%FF", "%C0%AF", "%ED%A0%80", "a%E7%AE"])
@pytest.mark.parametrize("place", ["query", "name"])
def test_octets_that_are_no_utf8(tiny_client: FlaskClient, value: str, place: str) -> None:
    answer = tiny_client.get(f"/api/v1/terms?q={value}" if place == "query" else f"/api/v1/terms?{value}=1")
    assert answer.status_code == 400
    assert answer.json["detail"] == "The address is not valid UTF-8. Percent-encode its characters as UTF-8."


def test_a_path_that_is_no_utf8(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/", environ_overrides={"PATH_INFO": "/api/v1/terms/\xff"})
    assert answer.status_code == 400
    assert answer.json["detail"] == "The address is not valid UTF-8. Percent-encode its characters as UTF-8."


@pytest.mark.parametrize("address", ["/api/v1/terms?q=%00", "/api/v1/terms?q=a%00b", "/api/v1/terms/%00"])
def test_a_null_character(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.get(address)
    assert answer.status_code == 400
    assert answer.json["detail"] == "The address has a null character. Remove it."


@pytest.mark.parametrize(
    "query", ["q=%", "q=%zz", "q=%25", "q='", 'q="', "q=%27%20OR%201=1--", "q=*", "q=_", "q=%EF%BF%BF"]
)
def test_odd_characters_are_looked_for_like_any_other(tiny_client: FlaskClient, query: str) -> None:
    answer = tiny_client.get(f"/api/v1/terms?{query}")
    assert (answer.status_code, answer.json) == (200, {"items": [], "total": 0})


@pytest.mark.parametrize(
    ("value", "unit", "fault"),
    [
        ("1e400", "JPY", ("value", "1e400", NO_NUMBER)),
        ("1e31", "JPY", ("value", "1e31", NO_NUMBER)),
        ("1e-31", "JPY", ("value", "1e-31", NO_NUMBER)),
        ("NaN", "JPY", ("value", "NaN", NO_NUMBER)),
        ("sNaN", "JPY", ("value", "sNaN", NO_NUMBER)),
        ("Infinity", "JPY", ("value", "Infinity", NO_NUMBER)),
        ("-Infinity", "JPY", ("value", "-Infinity", NO_NUMBER)),
        ("٣", "JPY", ("value", "٣", NO_NUMBER)),
        ("三", "JPY", ("value", "三", NO_NUMBER)),
        ("1_000", "JPY", ("value", "1_000", NO_NUMBER)),
        ("1,000", "JPY", ("value", "1,000", NO_NUMBER)),
        ("", "JPY", ("value", "", NO_NUMBER)),
        (" 5", "JPY", ("value", " 5", NO_NUMBER)),
        ("0x10", "JPY", ("value", "0x10", NO_NUMBER)),
        ("1" * 41, "JPY", ("value", "1" * 41, NO_NUMBER)),
        ("1/9", "JPY", ("value", "1/9", NO_NUMBER)),
        ("1/0", "ratio", ("value", "1/0", NO_NUMBER)),
        ("-1/9", "ratio", ("value", "-1/9", NO_NUMBER)),
        ("90..70", "percent", ("value", "90..70", NO_NUMBER)),
        ("70..70", "percent", ("value", "70..70", NO_NUMBER)),
        ("70..", "percent", ("value", "70..", NO_NUMBER)),
        ("1..2..3", "percent", ("value", "1..2..3", NO_NUMBER)),
        ("5", "jpy", ("unit", "jpy", NO_UNIT)),
        ("5", "yen", ("unit", "yen", NO_UNIT)),
        ("5", "GIGAWATT", ("unit", "GIGAWATT", NO_UNIT)),
        ("5", "", ("unit", "", NO_UNIT)),
        ("5", "__class__", ("unit", "__class__", NO_UNIT)),
    ],
)
def test_what_cannot_be_written(
    tiny_client: FlaskClient, value: str, unit: str, fault: tuple[str, str, str]
) -> None:
    answer = tiny_client.get("/api/v1/format", query_string={"value": value, "unit": unit})
    assert faults(answer) == [fault]


def test_what_is_missing(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/format")
    assert faults(answer) == [
        ("value", None, "This parameter is missing. Add it."),
        ("unit", None, "This parameter is missing. Add it."),
    ]


def test_an_unknown_modifier(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/format?value=5&unit=JPY&modifier=roughly")
    detail = "This value is not known here. Use one of: about, nearly, over, at_least, up_to, less_than, within, only."
    assert faults(answer) == [("modifier", "roughly", detail)]


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        (
            "kind=cash",
            (
                "kind",
                "cash",
                "This value is not known here. Use one of: money, percent, percentage_points, multiple, ratio,"
                " count, duration, power, rate, measure.",
            ),
        ),
        ("section=s9", ("section", "s9", "This value is not known here. Use one of: s1, s2.")),
        ("section=harbor/s1", ("section", "harbor/s1", "This value is not known here. Use one of: s1, s2.")),
        ("unit=jpy", ("unit", "jpy", NO_UNIT)),
    ],
)
def test_a_list_of_figures_says_what_is_wrong(
    tiny_client: FlaskClient, query: str, fault: tuple[str, str, str]
) -> None:
    assert faults(tiny_client.get(f"/api/v1/articles/harbor/figures?{query}")) == [fault]


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("/api/v1/terms/nobody", "No term has the id nobody. Look it up in its list."),
        ("/api/v1/terms/%E7%AE%97%E5%8A%9B", "No term has the id 算力. Look it up in its list."),
        ("/api/v1/terms/{0}", "No term has the id {0}. Look it up in its list."),
        ("/api/v1/figures/nothing", "No figure has the id nothing. Look it up in its list."),
        ("/api/v1/articles/nowhere", "No article has the id nowhere. Look it up in its list."),
        ("/api/v1/articles/nowhere/sections", "No article has the id nowhere. Look it up in its list."),
        ("/api/v1/articles/nowhere/figures", "No article has the id nowhere. Look it up in its list."),
        ("/api/v1/articles/harbor/sections/s9", "No section has the id s9. Look it up in its list."),
        ("/api/v1/articles/harbor/sections/s0", "No section has the id s0. Look it up in its list."),
        ("/api/v1/nothing", "There is nothing at /api/v1/nothing. The addresses are listed at /api/v1/docs."),
        ("/api/v1/terms/", "There is nothing at /api/v1/terms/. The addresses are listed at /api/v1/docs."),
        ("/api/v2/terms", "There is nothing at /api/v2/terms. The addresses are listed at /api/v1/docs."),
        ("/api/v1/{x}", "There is nothing at /api/v1/{x}. The addresses are listed at /api/v1/docs."),
    ],
)
def test_what_is_not_there_is_named(tiny_client: FlaskClient, address: str, detail: str) -> None:
    answer = tiny_client.get(address)
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {"type": "about:blank", "title": "Not found", "status": 404, "detail": detail}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_method_that_is_not_answered(tiny_client: FlaskClient, method: str) -> None:
    answer = tiny_client.open("/api/v1/terms", method=method)
    assert answer.status_code == 405
    assert sorted(answer.headers["Allow"].split(", ")) == ["GET", "HEAD", "OPTIONS"]
    assert answer.mimetype == "application/problem+json"
    assert answer.json["title"] == "Method not allowed"
    assert answer.json["detail"].startswith(f"{method} is not answered here. Use one of: ")


@pytest.mark.parametrize("address", ["/api/v1/terms/nobody", "/api/v1/terms?limit=0"])
def test_head_has_the_status_and_no_body(tiny_client: FlaskClient, address: str) -> None:
    get, head = tiny_client.get(address), tiny_client.head(address)
    assert (head.status_code, head.text) == (get.status_code, "")
    assert head.mimetype == "application/problem+json"


def test_what_fails_on_our_side_is_told_without_its_details(tiny: Path, tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, content=tiny))

    def fail() -> None:
        raise RuntimeError("a secret of the machine")

    app.add_url_rule("/api/v1/fail", view_func=fail)
    answer = app.test_client().get("/api/v1/fail?locale=en")
    assert answer.status_code == 500
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {
        "type": "about:blank",
        "title": "Internal error",
        "status": 500,
        "detail": "Something failed on our side. It has been logged; please report it.",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Accept-Language", "x" * 5000),
        ("Accept-Language", ",;=" * 500),
        ("Accept-Language", "zh-Hant;q=1e400, de;q=NaN"),
        ("If-None-Match", '"' * 3001),
        ("If-None-Match", "W/"),
        ("Accept", "text/html"),
        ("Range", "bytes=0-10"),
        ("Content-Type", "application/json"),
    ],
    ids=lambda text: text[:24],
)
def test_headers_that_make_no_sense_here_are_passed_over(
    tiny_client: FlaskClient, name: str, value: str
) -> None:
    answer = tiny_client.get("/api/v1/terms", headers={name: value})
    assert (answer.status_code, answer.json["total"]) == (200, 7)
