"""What every request may carry: its encoding, its query string, and how its parameters are declared."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, current_app, request
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields
from webargs.flaskparser import FlaskParser

from api.messages import MISSING, NOT_A_WHOLE_NUMBER, NOT_AN_OBJECT, Message, message
from api.negotiation import reader
from api.problems import Fault, Problem, shown
from translations import N_, resolve

LONGEST_TEXT = 200
MOST_ITEMS = 100
FARTHEST_OFFSET = 2**31 - 1

_UNKNOWN = message("")  # put into words by `StrictSchema.handle_error`, which knows the others
_MESSAGES: Any = {
    "required": MISSING,
    "null": MISSING,
    "invalid": NOT_A_WHOLE_NUMBER,
    "too_large": NOT_A_WHOLE_NUMBER,
}


class StrictBlueprint(SmorestBlueprint):
    """A blueprint whose query strings hold nothing unknown."""

    ARGUMENTS_PARSER = FlaskParser(unknown=RAISE)


class _TolerantParser(FlaskParser):
    DEFAULT_VALIDATION_STATUS = 400


class TolerantBlueprint(SmorestBlueprint):
    """A blueprint whose callers add parameters of their own, which say nothing to us; a bad one of ours is a 400."""

    ARGUMENTS_PARSER = _TolerantParser(unknown=EXCLUDE)


class Blueprint(StrictBlueprint):
    """A strict blueprint whose answers are negotiated; `language` says what ``Content-Language`` comes to.

    What it answers to a GET depends on the address, the index, the software and the reader's locale alone, unless it
    has a ``Cache-Control`` of its own: `api/caching.py` counts on it.
    """

    def __init__(self, *args: Any, language: Callable[[], str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._language = language
        self.before_request(_settle_locale)
        self.after_request(self._say_language)

    def _say_language(self, response: Response) -> Response:
        if self._language and "Content-Language" not in response.headers:
            response.headers["Content-Language"] = self._language()
        return response


def _settle_locale() -> None:
    reader()


def text(description: str, example: str, *, longest: int = LONGEST_TEXT, **options: Any) -> fields.String:
    """Return a parameter that is text."""

    described = {"description": description, "examples": [example], "maxLength": longest}
    check = no_longer_than(longest)
    return fields.String(validate=check, error_messages=_MESSAGES, metadata=described, **options)


def no_longer_than(longest: int) -> Callable[[str], None]:
    """Return the check that a text has at most `longest` characters."""

    def check(value: str) -> None:
        if len(value) > longest:
            told = N_("This has {length} characters; {longest} are taken at most. Shorten it.")
            raise ValidationError(as_error(message(told, length=len(value), longest=longest)))

    return check


class _WholeNumber(fields.Integer):
    """ASCII digits only; `int` would also read 1_000, ٣ and blanks."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if not re.fullmatch(r"-?[0-9]+", value):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


def whole_number(description: str, example: int, low: int, high: int, **options: Any) -> fields.Integer:
    """Return a parameter that is a whole number from `low` to `high`."""

    def check(value: int) -> None:
        if not low <= value <= high:
            told = N_("This must lie between {low} and {high}.")
            raise ValidationError(as_error(message(told, low=low, high=high)))

    described = {"description": description, "examples": [example], "minimum": low, "maximum": high}
    return _WholeNumber(validate=check, error_messages=_MESSAGES, metadata=described, **options)


def one_of(description: str, choices: Iterable[str], **options: Any) -> fields.String:
    """Return a parameter that is one of `choices`."""
    known = list(choices)

    def check(value: str) -> None:
        if value not in known:
            raise ValidationError(as_error(not_one_of(known)))

    described = {"description": description, "enum": known}
    return fields.String(validate=check, error_messages=_MESSAGES, metadata=described, **options)


def not_one_of(choices: Iterable[str]) -> Message:
    """Return the message that a value is none of `choices`."""
    return message(N_("This value is not known here. Use one of: {choices}."), choices=", ".join(choices))


def _check_tag(value: str) -> None:
    resolve(value)  # its MalformedTag is a 400, and passes through marshmallow untouched


class StrictSchema(Schema):
    """Parameters, and nothing unknown beside them."""

    error_messages: Any = {"unknown": _UNKNOWN, "type": NOT_AN_OBJECT}  # noqa: RUF012 - marshmallow's own declaration

    def handle_error(self, error: ValidationError, data: Any, *, many: bool, **kwargs: Any) -> None:
        """Name the parameters that there are beside each that there is not."""
        if isinstance(error.messages, dict):
            for name, found in error.messages.items():
                if found == [_UNKNOWN]:
                    error.messages[name] = [_unknown(str(name), list(self.fields))]


class QuerySchema(StrictSchema):
    """Parameters of a query string; every endpoint takes ``locale``."""

    locale = fields.String(
        validate=_check_tag,
        metadata={
            "description": "BCP 47 tag of the reader's locale; without it Accept-Language decides",
            "examples": ["zh-Hant"],
        },
    )


class ListSchema(QuerySchema):
    """Parameters of a list: which part of it."""

    limit = whole_number("items at most", 20, 1, MOST_ITEMS, load_default=20)
    offset = whole_number("items to skip", 0, 0, FARTHEST_OFFSET, load_default=0)


def _unknown(name: str, known: list[str]) -> Message:
    if not known:
        return message(N_("There is no such parameter here. Remove it."))
    near = difflib.get_close_matches(shown(name), known, n=1)  # shortened: its time grows with the square
    if near:
        return message(N_("There is no such parameter here. Did you mean {near}?"), near=near[0])
    return message(N_("There is no such parameter here. There are: {known}."), known=", ".join(known))


def as_error(told: Message) -> Any:
    """Pass `told` where marshmallow expects strings; it carries it through untouched."""
    return [told]


def refuse(name: str, value: str, told: Message, location: str = "query") -> Problem:
    """Return the problem of one parameter that a schema cannot judge."""
    return Problem(422, None, [Fault(location, name, shown(value), told)])


def register(app: Flask) -> None:
    """Check the encoding and the parameters' number before any view reads them."""
    app.before_request(_check_encoding)
    app.before_request(_check_repetition)
    app.after_request(_redirect_relatively)


def _check_encoding() -> None:
    """Refuse octets that are no UTF-8; Werkzeug would put U+FFFD in their place."""
    path = request.environ.get("PATH_INFO", "").encode("latin-1", "surrogateescape")
    for octets in (path, unquote_to_bytes(request.query_string)):
        try:
            octets.decode("utf-8")
        except UnicodeDecodeError:
            told = N_("The address is not valid UTF-8. Percent-encode its characters as UTF-8.")
            raise Problem(400, message(told)) from None
        if b"\0" in octets:
            raise Problem(400, message(N_("The address has a null character. Remove it.")))


def _check_repetition() -> None:
    if not isinstance(current_app.blueprints.get(request.blueprint or ""), TolerantBlueprint):
        refuse_repeated(request.args, 422)


def refuse_repeated(names: Iterable[str], status: int) -> None:
    """Raise a problem of this `status` when one of the parameters `names` is given twice."""
    repeated: Mapping[str, list[str]] = {
        name: values for name in names if len(values := request.args.getlist(name)) > 1
    }
    faults = [
        Fault("query", name, shown(", ".join(v)), message(N_("This parameter is given twice. Give it once.")))
        for name, v in repeated.items()
    ]
    if faults:
        raise Problem(status, None, faults)


def _redirect_relatively(response: Response) -> Response:
    """Cut scheme and host from Werkzeug's own redirects: behind a proxy they are wrong, and the client's to say."""
    if response.location and response.location.startswith(request.host_url):
        response.location = "/" + response.location.removeprefix(request.host_url)
    return response
