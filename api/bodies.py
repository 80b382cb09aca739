"""JSON bodies: how they are read, how their fields are declared, and what is refused before any of it is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Any

from flask import Request, current_app
from marshmallow import RAISE, Schema, ValidationError, fields, pre_load
from webargs.flaskparser import FlaskParser, is_json_request
from werkzeug.exceptions import RequestEntityTooLarge

from api.languages import is_read
from api.messages import MISSING, NOT_A_COUNT, NOT_A_FLAG, NOT_A_LIST, NOT_TEXT, Message, message
from api.offsets import Offsets
from api.problems import MOST_FAULTS, Fault, Problem, malformed_tag
from api.requests import Blueprint, StrictSchema, as_error, not_one_of, refuse
from translations import N_, MalformedTag

_COUNTABLE = 2**31 - 1
_MESSAGES: Any = {"required": MISSING, "null": NOT_TEXT, "invalid": NOT_TEXT}


class _Parser(FlaskParser):
    """Reads bodies that are JSON objects; anything else is told apart, with the place where it goes wrong."""

    def load_json(self, req: Request, schema: Schema) -> dict[str, Any]:
        if not is_json_request(req):
            raise Problem(415)
        body = _parsed(decoded(received(req)))
        if not isinstance(body, dict):
            told = N_("The body is not a JSON object. Send one with the fields: {fields}.")
            raise Problem(422, message(told, fields=", ".join(schema.fields)))
        return body


class BodyBlueprint(Blueprint):
    """A blueprint whose requests have JSON bodies, and whose answers are negotiated."""

    ARGUMENTS_PARSER = _Parser(unknown=RAISE)


class BodySchema(StrictSchema):
    """Fields of a JSON object."""

    @pre_load
    def _cut(self, data: Any, **kwargs: Any) -> Any:
        """Leave out the unknown fields that would not be told of, so that a million of them cost nothing."""
        if not isinstance(data, dict):
            return data
        unknown = islice((name for name in data if name not in self.fields), MOST_FAULTS)
        return {name: data[name] for name in (*filter(data.__contains__, self.fields), *unknown)}


class ListField(fields.List[Any]):
    """A list whose length is checked before its items are; `most` names the setting that limits it."""

    def __init__(self, item: Any, most: str, *, least: int = 0, **options: Any) -> None:
        told = {"required": MISSING, "null": NOT_A_LIST, "invalid": NOT_A_LIST}
        super().__init__(item, error_messages=told, **options)  # type: ignore[arg-type]
        self._most = most
        self._least = least

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        most = limit(self._most)
        if isinstance(value, list) and len(value) > most:
            told = N_(
                "This has {length} items; {longest} are taken at most (setting {setting}). Send them in parts."
            )
            raise too_large(attr or "", message(told, length=len(value), longest=most, setting=self._most))
        if isinstance(value, list) and len(value) < self._least:
            raise ValidationError(as_error(message(N_("This is empty. Send at least one item."))))
        return super()._deserialize(value, attr, data, **kwargs)


class _Count(fields.Integer):
    """A JSON number that is whole; `int` would also read texts, and cut fractions off."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not isinstance(value, Decimal):
            raise self.make_error("invalid")
        # Compared before it is made an integer: 1e999999999 would take all memory.
        if not -_COUNTABLE < value < _COUNTABLE:
            return _COUNTABLE
        if value != value.to_integral_value():
            raise self.make_error("invalid")
        return int(value)


def body_count(description: str, example: int, most: int, **options: Any) -> fields.Integer:
    """Return a field that is a whole number from 1 to `most`."""

    def check(value: int) -> None:
        if not 1 <= value <= most:
            raise ValidationError(
                as_error(message(N_("This must lie between {low} and {high}."), low=1, high=most))
            )

    described = {"description": description, "examples": [example], "minimum": 1, "maximum": most}
    told: Any = {"required": MISSING, "null": NOT_A_COUNT, "invalid": NOT_A_COUNT}
    return _Count(validate=check, error_messages=told, metadata=described, **options)


class _Flag(fields.Boolean):
    """A JSON truth value; marshmallow's own also reads numbers and texts."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


def body_flag(description: str) -> fields.Boolean:
    """Return a field that is true or, without it, false."""
    told: Any = {"null": NOT_A_FLAG, "invalid": NOT_A_FLAG}
    described = {"description": description, "examples": [True]}
    return _Flag(load_default=False, error_messages=told, metadata=described)


def body_text(description: str, example: str, **options: Any) -> fields.String:
    """Return a field that is text."""
    described = {"description": description, "examples": [example]}
    return fields.String(error_messages=_MESSAGES, metadata=described, **options)


def body_choice(description: str, choices: Iterable[str], **options: Any) -> fields.String:
    """Return a field that is one of `choices`."""
    known = [str(choice) for choice in choices]

    def check(value: str) -> None:
        if value not in known:
            raise ValidationError(as_error(not_one_of(known)))

    described = {"description": description, "enum": known}
    return fields.String(validate=check, error_messages=_MESSAGES, metadata=described, **options)


def body_offsets() -> fields.String:
    """Return the field by which a client says how it counts characters."""
    return body_choice(
        "what start and end count: code points, or UTF-16 units as a browser does",
        Offsets,
        load_default=Offsets.CODE_POINTS.value,
    )


def limit(setting: str) -> int:
    """Return the limit that the environment variable `setting` sets."""
    return int(current_app.config[setting])


def too_large(name: str, told: Message) -> Problem:
    """Return the problem that the field `name` holds more than is taken."""
    return Problem(413, None, [Fault("json", name, None, told)])


def check_length(name: str, length: int, setting: str = "DUIZHAO_LONGEST_TEXT") -> None:
    """Raise the problem that the text in the field `name`, `length` characters in all, is too long."""
    longest = limit(setting)
    if length > longest:
        told = N_(
            "This has {length} characters; {longest} are taken at most (setting {setting}). Send it in parts."
        )
        raise too_large(name, message(told, length=length, longest=longest, setting=setting))


def check_language(name: str, tag: str) -> None:
    """Raise the problem that `tag`, in the field `name`, is malformed or of a language that is not read."""
    try:
        known = is_read(tag)
    except MalformedTag as error:
        raise malformed_tag(error, "json", name) from None
    if not known:
        told = N_(
            "This language is not read here. Send a tag of Chinese or English: zh-Hans, zh-Hant-HK, en."
        )
        raise refuse(name, tag, message(told), "json")


def received(req: Request) -> bytes:
    """Return the body, as much of it as one may have; raise the problem of one that has more."""
    try:
        octets = req.get_data()
    except RequestEntityTooLarge:
        raise _too_many_bytes(req) from None
    # Of a body whose length is not told (chunked), Werkzeug returns what the limit allows and no error.
    if req.content_length is None and len(octets) == req.max_content_length:
        raise _too_many_bytes(req)
    return octets


def _too_many_bytes(req: Request) -> Problem:
    told = N_(
        "The body is larger than {longest} bytes. Send it in parts; DUIZHAO_LONGEST_TEXT sets how much is taken."
    )
    return Problem(413, message(told, longest=req.max_content_length))


def decoded(octets: bytes) -> str:
    """Return the text that `octets` are as UTF-8; raise the problem of those that are none."""
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = N_("The body is not valid UTF-8 (byte {position}). Encode it as UTF-8.")
        raise Problem(400, message(told, position=error.start)) from None


def _parsed(text: str) -> Any:
    try:
        # Decimal has no limit on digits; no number is of use here, and each is to be shown as it was sent.
        return json.loads(text, parse_int=Decimal, parse_float=Decimal)
    except json.JSONDecodeError as error:
        told = N_("The body is not JSON (line {line}, column {column}). Correct it there.")
        raise Problem(400, message(told, line=error.lineno, column=error.colno)) from None
    except RecursionError:
        told = N_("The body is nested too deeply. Send only what the documentation has.")
        raise Problem(400, message(told)) from None
