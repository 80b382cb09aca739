"""How the protocol sends: JSON in a field of a form, or of the query string."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl

from flask import Request
from marshmallow import EXCLUDE, Schema
from webargs.flaskparser import FlaskParser

from api.bodies import decoded, received
from api.messages import NOT_AN_OBJECT, Message, message
from api.problems import Fault, Problem, shown
from api.requests import Blueprint
from translations import N_

MEDIA_TYPE = "application/x-www-form-urlencoded"
_MOST_FIELDS = 20


class _FormParser(FlaskParser):
    """Reads forms whatever their length, up to that of any body; Werkzeug's own limit is half a megabyte."""

    def load_form(self, req: Request, schema: Schema) -> dict[str, str]:
        if req.mimetype != MEDIA_TYPE:
            told = N_("The body has a media type that is not read here. Send {media}.")
            raise Problem(415, message(told, media=MEDIA_TYPE))
        text = decoded(received(req))
        try:
            fields = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
        except UnicodeDecodeError:
            told = N_("The form is not valid UTF-8. Percent-encode its characters as UTF-8.")
            raise Problem(400, message(told)) from None
        except ValueError:
            told = N_("The form has more than {most} fields. Send queries or extend.")
            raise Problem(422, message(told, most=_MOST_FIELDS)) from None
        return {name: value for name, value in fields if name in schema.fields}


class FormBlueprint(Blueprint):
    """A blueprint whose requests are forms. What else clients send beside the fields that mean something is passed over."""

    ARGUMENTS_PARSER = _FormParser(unknown=EXCLUDE)


def json_field(location: str, name: str, text: str) -> dict[str, Any]:
    """Return the JSON object that the field `name` holds; raise the problem with it. Numbers are Decimal."""
    try:
        data = json.loads(text, parse_int=Decimal, parse_float=Decimal)
    except json.JSONDecodeError as error:
        told = N_("This is not JSON (line {line}, column {column}). Correct it there.")
        raise refuse(location, name, text, message(told, line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise refuse(location, name, text, message(N_("This is nested too deeply. Send less."))) from None
    if not isinstance(data, dict):
        raise refuse(location, name, text, NOT_AN_OBJECT)
    return data


def refuse(location: str, name: str, value: str | None, told: Message, status: int = 422) -> Problem:
    """Return the problem of the field `name`."""
    return Problem(status, None, [Fault(location, name, value if value is None else shown(value), told)])
