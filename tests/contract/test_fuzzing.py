"""Requests drawn from the OpenAPI document: whatever is sent, the answer is as the document says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error, positive_data_acceptance
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

from api.embedding.script import script

# Ids that exist, so that not every drawn id ends in a 404.
KNOWN = {"term_id": "data-center", "article_id": "harbor", "section_id": "s1", "figure_id": "harbor-rate"}
KNOWN |= {"profile": "tbx", "source": "zh_CN", "target": "en", "ext": "tbx", "language": "en"}
KNOWN |= {"view": "zh-Hans+en", "item": "section/harbor/s1", "form": "xml"}
KNOWN |= {"version": script().version}

# One of many queries that is wrong is told so by itself, in an answer to all.
TOLERANT = {"POST /api/v1/terms/lookup"}

# oEmbed has a 501 for a format that it does not know, which is no failure of ours; its other parameters are whoever's.
NOT_IMPLEMENTED = {"GET /oembed"}


@pytest.fixture(scope="module")
def operations(tiny_client: FlaskClient) -> list[schemathesis.APIOperation]:
    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", tiny_client.application)

    def each() -> Iterator[schemathesis.APIOperation]:
        for found in document.get_all_operations():
            yield found.ok()

    return list(each())


def draw_requests(operation: schemathesis.APIOperation, mode: GenerationMode, examples: int) -> None:
    @settings(max_examples=examples, deadline=None, database=None)
    @given(case=operation.as_strategy(generation_mode=mode), known=st.booleans())
    def answer_as_described(case: schemathesis.Case, known: bool) -> None:
        if known and mode is GenerationMode.POSITIVE:
            case.path_parameters = {name: KNOWN[name] for name in case.path_parameters or {}}
        # Which ids, units and locales exist is more than a schema can say; a 422 for another is documented.
        excused = [negative_data_rejection] if operation.label in TOLERANT else []
        if operation.label in NOT_IMPLEMENTED and case.query.get("format", "json") not in ("json", "xml"):
            excused.append(not_a_server_error)
        answer = case.call_and_validate(excluded_checks=[positive_data_acceptance, *excused])
        assert answer.status_code in (501, *range(500))

    answer_as_described()


@pytest.mark.parametrize("mode", GenerationMode)
def test_every_endpoint(
    operations: list[schemathesis.APIOperation], subtests: pytest.Subtests, mode: GenerationMode
) -> None:
    _draw_all(operations, subtests, mode, 12)


@pytest.mark.slow
@pytest.mark.parametrize("mode", GenerationMode)
def test_every_endpoint_at_length(
    operations: list[schemathesis.APIOperation], subtests: pytest.Subtests, mode: GenerationMode
) -> None:
    _draw_all(operations, subtests, mode, 400)


def _draw_all(
    operations: list[schemathesis.APIOperation],
    subtests: pytest.Subtests,
    mode: GenerationMode,
    examples: int,
) -> None:
    for operation in operations:
        # Any text may stand in a path; where there is nothing else, nothing can be wrong.
        if mode is GenerationMode.POSITIVE or any(p.location != "path" for p in operation.iter_parameters()):
            with subtests.test(operation.label):
                draw_requests(operation, mode, examples)
