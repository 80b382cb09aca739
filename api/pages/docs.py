"""The OpenAPI document as a page; it loads nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import render_template, request

from api.addresses import full_address
from api.pages.frame import docs_frame

Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter or property: what type, what it means, what it may be. `schema` names one of the page's own."""

    name: str
    type: str
    schema: str
    required: bool
    description: str
    choices: tuple[str, ...]
    bounds: str
    default: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response."""

    status: str
    description: str
    media_type: str
    schema: str


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked at one address."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    parameters: tuple[Value, ...]
    body: str
    body_media: str
    answers: tuple[Answer, ...]
    example: str
    example_body: str


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that belong together."""

    name: str
    description: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema by name."""

    name: str
    description: str
    properties: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class DocsPage:
    """docs.html"""

    title: str
    version: str
    description: tuple[str, ...]
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]
    root: str


def docs_page(spec: Spec) -> str:
    """Return the page that shows the OpenAPI document `spec`."""
    return render_template("docs.html", frame=docs_frame(), page=_docs(spec))


def _docs(spec: Spec) -> DocsPage:
    operations = list(_operations(spec))
    descriptions = {tag["name"]: tag.get("description", "") for tag in spec.get("tags", [])}
    tags = dict.fromkeys((*descriptions, *(tag for tag, _ in operations)))
    groups = [
        Group(name, descriptions.get(name, ""), tuple(o for tag, o in operations if tag == name))
        for name in tags
    ]
    schemas = spec.get("components", {}).get("schemas", {})
    paragraphs = tuple(spec["info"].get("description", "").strip().split("\n\n"))
    return DocsPage(
        title=spec["info"]["title"],
        version=spec["info"]["version"],
        description=paragraphs,
        groups=tuple(group for group in groups if group.operations),
        shapes=tuple(_shape(name, schemas[name]) for name in sorted(schemas)),
        root=request.host_url.rstrip("/"),
    )


def _operations(spec: Spec) -> Iterator[tuple[str, Operation]]:
    schemas = spec.get("components", {}).get("schemas", {})
    for path, item in spec["paths"].items():
        shared = item.get("parameters", [])
        for method, operation in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                yield (
                    operation.get("tags", ["other"])[0],
                    _operation(path, method, operation, shared, schemas),
                )


def _operation(path: str, method: str, operation: Spec, shared: list[Spec], schemas: Spec) -> Operation:
    parameters = [*shared, *operation.get("parameters", [])]
    media, body = _body(operation)
    answers = sorted(operation.get("responses", {}).items(), key=lambda item: str(item[0]))
    return Operation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=tuple(
            _value(p["name"], p.get("schema", {}), p.get("required", False), p) for p in parameters
        ),
        body=_reference(body.get("schema", {})),
        body_media=media,
        answers=tuple(_answer(status, answer) for status, answer in answers),
        example=_example(path, parameters),
        example_body=_example_body(body, media, schemas),
    )


def _body(operation: Spec) -> tuple[str, Spec]:
    """Return the media type of the body and what is said of it; empty when there is none."""
    for media, body in operation.get("requestBody", {}).get("content", {}).items():
        return media, body
    return "", {}


def _example_body(body: Spec, media: str, schemas: Spec) -> str:
    """Return the options of curl that send the first example of a body; empty when there is no body."""
    if media == _FORM:
        fields = schemas[_reference(body["schema"])]["properties"]
        name, field = next(iter(fields.items()))
        return f" --data-urlencode '{name}={_in_quotes(field['examples'][0])}'"
    for example in body.get("examples", {}).values():
        sent = _in_quotes(json.dumps(example["value"], ensure_ascii=False))
        return f" -H 'Content-Type: {media}' -d '{sent}'"
    return ""


def _in_quotes(text: str) -> str:
    return text.replace("'", r"'\''")


def _answer(status: str, answer: Spec) -> Answer:
    for media_type, content in answer.get("content", {}).items():
        return Answer(
            str(status), answer.get("description", ""), media_type, _reference(content.get("schema", {}))
        )
    return Answer(str(status), answer.get("description", ""), "", "")


def _shape(name: str, schema: Spec) -> Shape:
    required = schema.get("required", [])
    properties = schema.get("properties", {})
    return Shape(
        name,
        schema.get("description", ""),
        tuple(_value(key, value, key in required, value) for key, value in properties.items()),
    )


def _value(name: str, schema: Spec, required: bool, told: Spec) -> Value:
    bounds = [f"{sign} {schema[key]}" for key, sign in (("minimum", "≥"), ("maximum", "≤")) if key in schema]
    return Value(
        name=name,
        type=_type(schema),
        schema=_reference(schema),
        required=required,
        description=told.get("description") or schema.get("description", ""),
        choices=tuple(str(choice) for choice in schema.get("enum", []) if choice is not None),
        bounds=", ".join(bounds),
        default=_shown(schema["default"]) if "default" in schema else "",
        examples=tuple(_shown(example) for example in schema.get("examples", [])),
    )


def _type(schema: Spec) -> str:
    """Return the type in words: ``string``, ``string | null``, ``array``."""
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return " | ".join(filter(None, (_type(part) or _reference(part) for part in schema[key])))
    if "$ref" in schema:
        return _reference(schema)
    found = schema.get("type", "")
    name = " | ".join(found) if isinstance(found, list) else str(found)
    return f"{name} of {_type(schema['items'])}" if "items" in schema else name


def _reference(schema: Spec) -> str:
    """Return the name of the schema that `schema` refers to, itself or in its parts; empty when none."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    parts = [
        schema.get("items", {}),
        *schema.get("anyOf", []),
        *schema.get("oneOf", []),
        *schema.get("allOf", []),
    ]
    return next(filter(None, map(_reference, parts)), "") if any(parts) else ""


def _example(path: str, parameters: list[Spec]) -> str:
    """Return an address to try: the examples of the ids, of what is required, and of what an endpoint is for."""
    examples = {
        p["name"]: p["schema"]["examples"][0] for p in parameters if p.get("schema", {}).get("examples")
    }
    path = path.format_map({p["name"]: examples[p["name"]] for p in parameters if p["in"] == "path"})
    wanted = [
        p["name"] for p in parameters if p["in"] == "query" and (p.get("required") or p["name"] in _TELLING)
    ]
    query = urlencode({name: _here(examples[name]) for name in wanted if name in examples})
    return f"{path}?{query}" if query else path


def _here(example: Any) -> Any:
    """Return an example that is an address of ours as the address that it is here."""
    is_ours = isinstance(example, str) and example.startswith(_EXAMPLE_HOST)
    return full_address(example.removeprefix(_EXAMPLE_HOST)) if is_ours else example


_EXAMPLE_HOST = "http://localhost"  # of the tests, which try every example


_FORM = "application/x-www-form-urlencoded"

# The parameters that show what an endpoint is for.
_TELLING = ("q", "locale")


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
