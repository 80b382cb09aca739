"""The shape of what the protocol sends, for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from marshmallow import EXCLUDE, Schema, fields

from api.wire import ProblemSchema


class _Shape(Schema):
    """EXCLUDE, so that the document lets a later release add fields."""

    class Meta:
        unknown = EXCLUDE


def _text(description: str, **options: Any) -> fields.String:
    return fields.String(required=True, metadata={"description": description}, **options)


def _list(schema: Any, **options: Any) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), required=True, **options)


class ReconciliationNameSchema(_Shape):
    """A type or a property."""

    id = _text("its id")
    name = _text("what it is called in the reader's language")


class ReconciliationEntitySchema(_Shape):
    """A concept that may be meant."""

    id = _text("id of the concept")
    name = _text("its preferred term in the reader's language, or the nearest there is")
    description = _text("its terms in other languages, and its definition")
    notable = _list(ReconciliationNameSchema)


class ReconciliationEntityListSchema(_Shape):
    """Concepts, the likeliest first."""

    result = _list(ReconciliationEntitySchema)


class ReconciliationNameListSchema(_Shape):
    """Types or properties, the likeliest first."""

    result = _list(ReconciliationNameSchema)


class ReconciliationProposalSchema(_Shape):
    """The properties that a type can be extended by."""

    properties = _list(ReconciliationNameSchema)
    type = _text("the type that was asked for")
    limit = fields.Integer(metadata={"description": "the limit that was asked for"})


class ReconciliationFeatureSchema(_Shape):
    """What a score is made of."""

    id = fields.String(
        required=True,
        metadata={"description": "what it says", "enum": ["exact", "covered", "disagreements"]},
    )
    value = fields.Raw(
        required=True, metadata={"type": ["boolean", "number"], "description": "a truth or a number"}
    )


class ReconciliationCandidateSchema(_Shape):
    """A concept that may be meant by a query."""

    id = _text("id of the concept")
    name = _text("its preferred term in the reader's language, or the nearest there is")
    description = _text("its terms in other languages, and its definition")
    type = _list(ReconciliationNameSchema)
    score = fields.Integer(
        required=True, metadata={"description": "how sure it is", "minimum": 0, "maximum": 100}
    )
    match = fields.Boolean(required=True, metadata={"description": "whether it can be no other"})
    features = _list(ReconciliationFeatureSchema)


class ReconciliationResultSchema(_Shape):
    """The candidates for one query; none and an error when it cannot be answered."""

    result = _list(ReconciliationCandidateSchema)
    error = fields.Nested(ProblemSchema)


class ReconciliationManifestSchema(_Shape):
    """What the service offers, and where."""

    versions = fields.List(fields.String(), required=True)
    name = _text("what the service is called in the reader's language")
    identifierSpace = _text("what the concepts' ids stand behind")
    schemaSpace = _text("what every entity is")
    defaultTypes = _list(ReconciliationNameSchema)
    documentation = _text("the OpenAPI document as a page")
    logo = _text("a square image")
    serviceVersion = _text("version of Duizhao")
    view = fields.Dict(required=True, metadata={"description": "the page of a concept"})
    preview = fields.Dict(
        required=True, metadata={"description": "a concept at a glance, and the size of its frame"}
    )
    suggest = fields.Dict(
        required=True, metadata={"description": "where entities, properties and types are completed"}
    )
    extend = fields.Dict(required=True, metadata={"description": "where properties are proposed"})
    batchSize = fields.Integer(required=True, metadata={"description": "queries at most"})


class ReconciliationExtensionSchema(_Shape):
    """The values of properties, by concept."""

    meta = _list(ReconciliationNameSchema)
    rows = fields.Dict(
        required=True,
        metadata={"description": "by concept and property a list of cells, {str} or {id, name}"},
    )


# A schema by the name under which the document has it.
NAMED: dict[str, type[Schema]] = {
    "ReconciliationManifest": ReconciliationManifestSchema,
    "ReconciliationResult": ReconciliationResultSchema,
    "ReconciliationExtension": ReconciliationExtensionSchema,
}

RECONCILIATION: dict[str, Any] = {
    "anyOf": [
        {"$ref": "#/components/schemas/ReconciliationManifest"},
        {"$ref": "#/components/schemas/ReconciliationExtension"},
        {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/ReconciliationResult"}},
    ]
}
