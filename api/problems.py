"""Everything that can go wrong, as RFC 9457 problems in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from http import HTTPStatus
from itertools import islice
from typing import Any

from flask import request
from werkzeug.exceptions import HTTPException

from api.messages import Message, message
from api.negotiation import words
from translations import N_, MalformedTag

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 20  # in one answer; who has more has one mistake many times

NO_SUCH_ID = N_("No {kind} has the id {value}. Look it up in its list.")

_Path = tuple[str | int, ...]

# Title and, where nothing more is known, detail of each status that we answer with.
_STATUSES = {
    400: (N_("Bad request"), N_("The request could not be understood. Check its address and encoding.")),
    404: (N_("Not found"), N_("There is nothing at {path}. The addresses are listed at /api/v1/docs.")),
    405: (N_("Method not allowed"), N_("{method} is not answered here. Use one of: {allowed}.")),
    410: (N_("Gone"), N_("There was something at {path}, and it was withdrawn.")),
    413: (N_("Request too large"), N_("The request is larger than this service takes. Send less at once.")),
    415: (
        N_("Unsupported media type"),
        N_("The body has a media type that is not read here. Send application/json."),
    ),
    422: (N_("Invalid request"), N_("Some of the request cannot be used. Correct it.")),
    500: (N_("Internal error"), N_("Something failed on our side. It has been logged; please report it.")),
    501: (N_("Not implemented"), N_("This is not done here. Ask for something else.")),
    503: (N_("Temporarily unavailable"), N_("The index cannot be read just now. Try again in a moment.")),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a request: where it stands (``query``, ``json``, ``form``, ``path``), its name, value, and the mend."""

    location: str
    name: str
    value: str | None
    message: Message


@dataclass(eq=False)
class Problem(Exception):
    """Raise it to answer with a problem."""

    status: int
    detail: Message | None = None
    faults: list[Fault] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


def not_found(kind: str, value: str) -> Problem:
    """Return the problem that no `kind` (a message id) has the id `value`."""
    return Problem(404, message(NO_SUCH_ID, kind=message(kind), value=shown(value)))


def withdrawn(kind: str, value: str) -> Problem:
    """Return the problem that the `kind` (a message id) with the id `value` is no more."""
    detail = message(N_("The {kind} {value} was withdrawn."), kind=message(kind), value=shown(value))
    return Problem(410, detail)


def malformed_tag(error: MalformedTag, location: str = "query", name: str = "locale") -> Problem:
    """Return the problem of a parameter that is no BCP 47 tag."""
    mend = message(N_("This is not a BCP 47 language tag. Write one like zh-Hant or en-GB."))
    return Problem(400, None, [Fault(location, name, shown(error.tag), mend)])


def problem_of(error: HTTPException) -> Problem:
    """Return the problem that an HTTP error of Flask, webargs or Werkzeug amounts to."""
    status = error.code or 500
    headers = {k: v for k, v in error.get_headers() if k not in ("Content-Type", "Content-Length")}
    messages = (getattr(error, "data", None) or {}).get("messages")
    sent = getattr(getattr(error, "exc", None), "data", None)
    faults = list(islice(_faults(messages, sent), MOST_FAULTS)) if isinstance(messages, Mapping) else []
    return Problem(status, None, faults, headers)


def invalid(messages: Mapping[str, Any], sent: Any) -> Problem:
    """Return the problem that `messages` tell of what was `sent`: ``{"json": {"queries": {3: {"q": [message]}}}}``."""
    return Problem(422, None, list(islice(_faults(messages, sent), MOST_FAULTS)))


def body(problem: Problem) -> dict[str, Any]:
    """Return `problem` as RFC 9457 has it, in the reader's language."""
    faults = [
        {"location": f.location, "name": f.name, "value": f.value, "detail": _told(f.message)}
        for f in problem.faults
    ]
    told = {"type": "about:blank", "title": title_of(problem), "status": problem.status}
    if faults:
        return {**told, "detail": " ".join(map(_in_one_line, faults)), "errors": faults}
    return {**told, "detail": _told(detail_of(problem))}


def title_of(problem: Problem) -> str:
    """Return what problems of this status are called, in the reader's language."""
    return str(words().gettext(_general(problem)[0]))


def detail_of(problem: Problem) -> Message:
    """Return what is known of `problem`; where it is nothing more, what its status says of the request."""
    return problem.detail or message(
        _general(problem)[1],
        path=shown(request.path),
        method=request.method,
        allowed=problem.headers.get("Allow", ""),
    )


def _general(problem: Problem) -> tuple[str, str]:
    phrase = HTTPStatus(problem.status).phrase
    return _STATUSES.get(problem.status, (phrase, phrase))


def _in_one_line(fault: Mapping[str, Any]) -> str:
    value = "" if fault["value"] is None else f"={fault['value']}"
    return f"{fault['name']}{value}: {fault['detail']}"


def _told(text: Message) -> str:
    values = {k: _told(v) if isinstance(v, Message) else v for k, v in text.values.items()}
    return Message(text.id, values).told(words())


def _faults(messages: Mapping[str, Any], sent: Any) -> Iterator[Fault]:
    """Flatten what webargs says of `sent`, ``{"json": {"segments": {3: {"source": [message]}}}}``."""
    for location, fields in messages.items():
        for path, text in _leaves(fields):
            told = (
                text
                if isinstance(text, Message)
                else message(str(text).replace("{", "{{").replace("}", "}}"))
            )
            yield Fault(location, _name(path), _sent(sent, path), told)


def _leaves(found: Any, path: _Path = ()) -> Iterator[tuple[_Path, Any]]:
    if isinstance(found, Mapping):
        for step, below in found.items():
            yield from _leaves(below, path if step == "_schema" else (*path, step))
    else:
        for text in found if isinstance(found, list) else [found]:
            yield path, text


def _name(path: _Path) -> str:
    """Return where a value stands, ``segments[3].source``."""
    return shown("".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:])


def _sent(data: Any, path: _Path) -> str | None:
    """Return what stands at `path` of `data`, when it is short enough to be told: no object, no list."""
    for step in path:
        try:
            data = data[step]
        except (LookupError, TypeError):  # a field that is missing
            return None
    if isinstance(data, str | Decimal):
        return shown(str(data))
    return json.dumps(data) if isinstance(data, bool | float | None) else None


def shown(value: str) -> str:
    """Return `value` cut to what an answer may repeat."""
    return value if len(value) <= 80 else value[:79] + "…"
