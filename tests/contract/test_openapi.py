"""The OpenAPI document: valid, complete, and true of the answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR


@pytest.fixture(scope="module")
def document(client: FlaskClient) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert answer.mimetype == "application/json"
    return dict(answer.json)


# Its problems are pages, too.
FRAME = "/embed/{view}/{item}"


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, method and operation."""
    for path, item in document["paths"].items():
        for method in ("get", "post", "put", "patch", "delete"):
            if method in item:
                yield path, method, {**item[method], "parameters": _parameters(item, item[method])}


def _parameters(item: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    return [*item.get("parameters", []), *operation.get("parameters", [])]


def filled(path: str, operation: dict[str, Any]) -> str:
    """Return the path with the examples of its parameters."""
    examples = {p["name"]: p["schema"]["examples"][0] for p in operation["parameters"] if p["in"] == "path"}
    return path.format(**examples)


def validator(document: dict[str, Any], operation: dict[str, Any], status: str, media: str) -> Any:
    """Return a validator of what the document says of an answer; references point into the document."""
    schema = operation["responses"][status]["content"][media]["schema"]
    return jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})


def test_it_is_valid_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    assert [str(error) for error in OPENAPI_31_VALIDATOR.iter_errors(document)] == []


def test_every_schema_is_a_json_schema_and_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        assert jsonschema_rs.meta.is_valid(schema), name
    references = re.findall(r'"\$ref": "([^"]+)"', json.dumps(document))
    assert len(references) > 20
    for reference in references:
        assert reference.removeprefix("#/components/schemas/") in document["components"]["schemas"]


def test_it_has_every_endpoint_and_no_other(document: dict[str, Any], app: Flask) -> None:
    served = {
        re.sub(r"<(?:[a-z]+(?:\([^)]*\))?:)?([a-z_]+)>", r"{\1}", rule.rule)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(("/api/", "/reconcile", "/oembed", "/embed"))
        or rule.endpoint.startswith(("operations.", "exports."))
    }
    assert set(document["paths"]) == served


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    ids = []
    for path, method, operation in operations(document):
        assert operation["summary"].endswith("."), path
        expected = {"get": {"304"}, "post": {"413", "415", "422"}}[method]
        assert {"200", "400", "default", *expected} <= set(operation["responses"]), path
        ids.append(operation["operationId"])
        assert re.fullmatch("[a-z][a-z0-9_]*", ids[-1]), (path, method)
        for parameter in operation["parameters"]:
            if parameter["in"] == "query":
                assert parameter["description"]
                assert parameter["schema"].get("examples") or parameter["schema"].get("enum"), parameter[
                    "name"
                ]
    assert len(ids) == len(set(ids))


def test_every_problem_is_described_as_one(document: dict[str, Any]) -> None:
    for path, _, operation in operations(document):
        for status, response in operation["responses"].items():
            if status not in ("200", "304"):
                told = "text/html" if path == FRAME else "application/problem+json"
                assert list(response["content"]) == [told], (path, status)


def test_every_example_of_a_parameter_works(document: dict[str, Any], client: FlaskClient) -> None:
    """Alone, and beside what the operation requires."""
    tried = 0
    for path, method, operation in operations(document):
        bodies = _example_bodies(document, operation)
        # A revision is of one state of the content, and no example outlives that.
        query = [p for p in operation["parameters"] if p["in"] == "query" and p["name"] != "at"]
        needed = {p["name"]: p["schema"]["examples"][0] for p in query if p["required"]}
        for parameter in query:
            for example in parameter["schema"].get("examples") or parameter["schema"]["enum"]:
                answer = client.open(
                    filled(path, operation),
                    method=method,
                    query_string={**needed, parameter["name"]: example},
                    **(_sent(operation, bodies[0]) if bodies else {}),
                )
                assert answer.status_code == 200, (path, parameter["name"], example, answer.text)
                body = answer.json if answer.is_json else answer.data.decode("utf-8", "replace")
                validator(document, operation, "200", answer.mimetype).validate(body)
                tried += 1
    assert tried > 40


def _media(operation: dict[str, Any]) -> str:
    (media,) = operation["requestBody"]["content"]
    return str(media)


def _example_bodies(document: dict[str, Any], operation: dict[str, Any]) -> list[Any]:
    """The examples of a JSON body; of a form each field's, by itself."""
    if "requestBody" not in operation:
        return []
    body = operation["requestBody"]["content"][_media(operation)]
    if _media(operation) == "application/json":
        return [example["value"] for example in body["examples"].values()]
    form = document["components"]["schemas"][body["schema"]["$ref"].rpartition("/")[2]]
    return [{name: example} for name, field in form["properties"].items() for example in field["examples"]]


def _sent(operation: dict[str, Any], body: Any) -> dict[str, Any]:
    """Return `body` as the test client sends it."""
    return {"json" if _media(operation) == "application/json" else "data": body}


def test_every_example_of_a_body_works(document: dict[str, Any], client: FlaskClient) -> None:
    """Each is of the shape that is described, and so is its answer, which has something in it."""
    tried = 0
    for path, method, operation in operations(document):
        for body in _example_bodies(document, operation):
            schema = operation["requestBody"]["content"][_media(operation)]["schema"]
            shape = jsonschema_rs.Draft202012Validator({**schema, "components": document["components"]})
            shape.validate(body)
            answer = client.open(path, method=method, **_sent(operation, body))
            assert answer.status_code == 200, (path, answer.text)
            validator(document, operation, "200", "application/json").validate(answer.json)
            assert all(answer.json.values()), (path, body)
            tried += 1
    assert tried >= 6


def test_every_field_of_a_body_is_explained(document: dict[str, Any]) -> None:
    for name in (
        "ExtractRequest",
        "RecognizeRequest",
        "CheckRequest",
        "Segment",
        "LookupRequest",
        "LookupQuery",
    ):
        for field, schema in document["components"]["schemas"][name]["properties"].items():
            assert schema["description"], (name, field)
            assert schema.get("examples") or schema.get("enum") or schema["type"] == "array", (name, field)


def test_every_example_gives_something_to_see(client: FlaskClient) -> None:
    for query in ("q=算力", "field=technology", "section=s2"):
        assert client.get(f"/api/v1/terms?{query}").json["total"] > 0
    for query in ("section=s2", "unit=JPY"):
        assert client.get(f"/api/v1/articles/softbank-ai/figures?{query}").json["total"] > 0


ANSWERS = [
    *(("/api/v1/terms", f"/api/v1/terms?limit=100&offset={offset}") for offset in (0, 100, 200)),
    ("/api/v1/terms", "/api/v1/terms?q=a&limit=100"),
    ("/api/v1/articles", "/api/v1/articles"),
    ("/api/v1/articles/{article_id}", "/api/v1/articles/softbank-ai"),
    ("/api/v1/articles/{article_id}/sections", "/api/v1/articles/softbank-ai/sections"),
    *(
        (
            "/api/v1/articles/{article_id}/figures",
            f"/api/v1/articles/softbank-ai/figures?limit=100&locale={tag}",
        )
        for tag in ("en", "zh-Hans", "zh-Hant", "de", "ar-EG")
    ),
    *(
        ("/api/v1/format", f"/api/v1/format?value={value}&unit={unit}")
        for value, unit in (("1/9", "ratio"), ("70..90", "percent"), ("5.3e12", "JPY"), ("1", "gigawatt"))
    ),
    *(
        ("/embed/{view}/{item}.json", f"/embed/{view}/{item}.json")
        for view, item in (
            ("en", "article/softbank-ai"),
            ("zh-Hans+en", "section/softbank-ai/s2"),
            ("zh-Hant", "figure/vision-fund-loss-fy2022-jpy"),
            ("en+zh-Hant", "chart/softbank-ai/ai-use"),
            ("zh-Hans", "term/computing-power"),
        )
    ),
    ("/oembed/{view}/{item}.{form}", "/oembed/en+zh-Hant/chart/softbank-ai/ai-use.json"),
    ("/healthz", "/healthz"),
    ("/readyz", "/readyz"),
]


@pytest.mark.parametrize(("path", "address"), ANSWERS, ids=[address for _, address in ANSWERS])
def test_every_answer_has_the_shape_that_is_described(
    document: dict[str, Any], client: FlaskClient, path: str, address: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    validator(document, document["paths"][path]["get"], "200", "application/json").validate(answer.json)


@pytest.mark.parametrize("resource", ["terms", "figures"])
def test_each_item_of_a_list_has_the_shape_of_the_item_itself(
    document: dict[str, Any], client: FlaskClient, resource: str
) -> None:
    lists = {"terms": "/api/v1/terms?limit=100", "figures": "/api/v1/articles/softbank-ai/figures?limit=100"}
    (path,) = (path for path in document["paths"] if path.startswith(f"/api/v1/{resource}/{{"))
    shape = validator(document, document["paths"][path]["get"], "200", "application/json")
    for item in client.get(lists[resource]).json["items"]:
        answer = client.get(f"/api/v1/{resource}/{item['id']}").json
        shape.validate(answer)
        assert answer == {name: value for name, value in item.items() if name != "matched"}


@pytest.mark.parametrize(
    ("path", "address", "status"),
    [
        ("/api/v1/terms", "/api/v1/terms?limit=0&nope=1", "422"),
        ("/api/v1/terms", "/api/v1/terms?locale=a", "400"),
        ("/api/v1/terms", "/api/v1/terms?q=%FF", "400"),
        ("/api/v1/terms/{term_id}", "/api/v1/terms/nobody", "404"),
        ("/api/v1/articles/{article_id}", "/api/v1/articles/nowhere", "404"),
        ("/api/v1/figures/{figure_id}", "/api/v1/figures/nothing", "404"),
        ("/api/v1/format", "/api/v1/format", "422"),
    ],
)
def test_every_problem_has_the_shape_that_is_described(
    document: dict[str, Any], client: FlaskClient, path: str, address: str, status: str
) -> None:
    answer = client.get(address)
    assert str(answer.status_code) == status
    operation = document["paths"][path]["get"]
    validator(document, operation, status, "application/problem+json").validate(answer.json)


POSTED = [
    ("/api/v1/figures/extract", b'{"text": 5}', "application/json", "422"),
    ("/api/v1/figures/extract", b'{"text": "5", "lang": "a"}', "application/json", "400"),
    ("/api/v1/figures/extract", b"{", "application/json", "400"),
    ("/api/v1/figures/extract", b"text=5", "application/x-www-form-urlencoded", "415"),
    ("/api/v1/check", b"{}", "application/json", "422"),
    ("/api/v1/check", b" " * 8_000_001, "application/json", "413"),
]


@pytest.mark.parametrize(("path", "body", "media", "status"), POSTED, ids=lambda value: str(value)[:24])
def test_every_problem_of_a_body_has_the_shape_that_is_described(
    document: dict[str, Any], client: FlaskClient, path: str, body: bytes, media: str, status: str
) -> None:
    answer = client.post(path, data=body, content_type=media)
    assert str(answer.status_code) == status
    operation = document["paths"][path]["post"]
    validator(document, operation, status, "application/problem+json").validate(answer.json)


def test_the_page_about_it_is_complete_and_loads_nothing_from_elsewhere(
    document: dict[str, Any], client: FlaskClient
) -> None:
    answer = client.get("/api/v1/docs")
    assert answer.mimetype == "text/html"
    for path, _, operation in operations(document):
        assert path in answer.text
        assert operation["summary"] in answer.text.replace("&#39;", "'")
        for parameter in operation["parameters"]:
            assert parameter["name"] in answer.text
    assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]*"|@import|url\(\s*["\']?https?:', answer.text) == []


def test_an_example_that_is_an_address_of_ours_is_one_of_this_service(client: FlaskClient) -> None:
    page = client.get("/api/v1/docs", base_url="http://127.0.0.1:8000").text
    (example,) = re.findall(r"http://127\.0\.0\.1:8000(/oembed\?url=[^'\s]+)", page)
    assert client.get(example, base_url="http://127.0.0.1:8000").json["type"] == "rich"


def test_the_readme_or_what_it_leads_to_names_every_endpoint(
    document: dict[str, Any], pytestconfig: pytest.Config
) -> None:
    told = "".join(
        (pytestconfig.rootpath / name).read_text(encoding="utf-8")
        for name in ("README.md", "README.zh.md", "docs/embedding.md")
    )
    short = {"language": "language", "term_id": "id", "figure_id": "id", "article_id": "a", "section_id": "s"}
    short["item"] = "kind}/{id"
    missing = [
        p
        for p in document["paths"]
        if re.sub(r"\{([a-z_]+)\}", lambda m: f"{{{short.get(m[1], m[1])}}}", p) not in told
    ]
    assert missing == []
