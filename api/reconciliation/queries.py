"""Reconciliation queries as they are sent, one by one made into what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import EXCLUDE, ValidationError, fields

from api.bodies import BodySchema, body_count, body_text, check_language
from api.messages import NOT_A_LIST, Message, message
from api.problems import Fault, Problem, invalid, shown
from api.reconciliation.entities import CONCEPT, Entities
from api.reconciliation.properties import BY_ID, LANGUAGE
from api.requests import LONGEST_TEXT, as_error, no_longer_than, not_one_of
from glossary import search_key
from translations import CONTENT_LANGUAGES, N_, resolve

MOST_CANDIDATES = 20
_CANDIDATES = 10
_MOST_DETAILS = 10
_MOST_VALUES = 5  # of one detail; and types
_MOST_TEXTS = 3

_NOTHING = message(N_("This asks for nothing. Send a query, or properties whose values are terms."))
_short = no_longer_than(LONGEST_TEXT)


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a further column says: the property, and the texts or ids of which one is to be right, folded, too."""

    id: str
    values: tuple[str, ...]
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReconciliationQuery:
    """What is asked of one cell: each of `texts` is looked for, in `lang` where that is told."""

    texts: tuple[str, ...]
    types: tuple[str, ...]
    limit: int
    lang: str | None
    constraints: tuple[Constraint, ...]


class _Values(fields.Field[tuple[str, ...]]):
    """A value or a list of them: texts, numbers, truths, or entities, of which the parts `told` count."""

    def __init__(self, told: tuple[str, ...], **options: Any) -> None:
        super().__init__(**options)
        self._told = told

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else [value]
        if len(listed) > _MOST_VALUES:
            raise ValidationError(as_error(_too_many(len(listed), _MOST_VALUES)))
        return tuple(dict.fromkeys(text for one in listed for text in self._texts(one)))

    def _texts(self, value: Any) -> list[str]:
        parts = [value.get(name) for name in self._told] if isinstance(value, Mapping) else [value]
        texts = [_text(part) for part in parts if not isinstance(part, Mapping | list | None)]
        for text in texts:
            _short(text)
        return [text for text in texts if text.strip()]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _too_many(number: int, most: int) -> Message:
    return message(
        N_("There are {number} of these; {most} are taken at most. Send fewer."),
        number=number,
        most=most,
    )


class _DetailSchema(BodySchema):
    class Meta:
        unknown = EXCLUDE

    pid = body_text("id of a property", "en", required=True)
    v = _Values(("id", "name"), required=True)


class _QuerySchema(BodySchema):
    """A query; other fields than these, `type_strict` among them, have no meaning here and are passed over."""

    class Meta:
        unknown = EXCLUDE

    query = body_text("what stands in the cell", "算力", allow_none=True, validate=_short)
    type = _Values(("id",), allow_none=True)
    limit = body_count("candidates at most", 3, 2**31 - 1, load_default=_CANDIDATES, allow_none=True)
    properties = fields.List(
        fields.Nested(_DetailSchema),
        allow_none=True,
        error_messages={"invalid": NOT_A_LIST},  # type: ignore[dict-item]
    )


_SCHEMA = _QuerySchema()


def parsed(data: Any, key: str, entities: Entities) -> ReconciliationQuery:
    """Return the query that was sent as `data` under `key`; raise the problem with it."""
    try:
        loaded = _SCHEMA.load(data)
    except ValidationError as error:
        raise invalid({"json": {"queries": {key: error.messages}}}, {"queries": {key: data}}) from None
    place = f"queries.{shown(key)}"
    details = [(detail["pid"], detail["v"]) for detail in loaded.get("properties") or []]
    _check_known(place + ".type", loaded.get("type") or (), (CONCEPT, *entities.titles))
    _check_known(place + ".properties", [pid for pid, _ in details], BY_ID)
    if len(details) > _MOST_DETAILS:
        raise _refuse(place + ".properties", None, _too_many(len(details), _MOST_DETAILS))
    constraints = tuple(
        Constraint(pid, values, frozenset(map(search_key, values)))
        for pid, values in details
        if pid != LANGUAGE and values
    )
    texts = _texts_to_find(loaded.get("query"), constraints)
    if not texts:
        raise _refuse(place, None, _NOTHING)
    return ReconciliationQuery(
        texts,
        loaded.get("type") or (),
        min(loaded.get("limit") or _CANDIDATES, MOST_CANDIDATES),
        _language(place + ".properties", details),
        constraints,
    )


def _texts_to_find(query: str | None, constraints: tuple[Constraint, ...]) -> tuple[str, ...]:
    """The cell, or without one the terms that stand in further columns."""
    if query and query.strip():
        return (query,)
    terms = (c for c in constraints if c.id.removesuffix("-also").removesuffix("-avoid") in CONTENT_LANGUAGES)
    return tuple(dict.fromkeys(text for constraint in terms for text in constraint.values))[:_MOST_TEXTS]


def _language(place: str, details: list[tuple[str, tuple[str, ...]]]) -> str | None:
    """The content language that a column names, by any tag that comes to it."""
    tags = [tag for pid, values in details if pid == LANGUAGE for tag in values]
    for tag in tags[:1]:
        check_language(place, tag)
        return resolve(tag).content
    return None


def _check_known(place: str, named: Iterable[str], known: Iterable[str]) -> None:
    choices = tuple(known)
    for name in named:
        if name not in choices:
            raise _refuse(place, name, not_one_of(choices))


def _refuse(place: str, value: str | None, told: Message) -> Problem:
    return Problem(422, None, [Fault("json", place, value if value is None else shown(value), told)])
