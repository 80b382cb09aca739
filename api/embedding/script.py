"""The script of ``<duizhao-card>``: ``/embed.js``, and every version of it that was released at an address of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Response, abort, current_app, url_for
from markupsafe import Markup

from api import wire
from api.addresses import full_address
from api.caching import FOREVER
from api.hash_source import hash_source
from api.requests import StrictSchema, TolerantBlueprint

MEDIA_TYPE = "text/javascript"
FOLDER = Path(__file__).with_name("element")
_DIGITS = 16
_FILE = {"200": {"description": "The script", "content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}}

blueprint = TolerantBlueprint("script", __name__, description="The element that shows cards")


@dataclass(frozen=True, slots=True)
class Script:
    """One version, byte for byte: whoever pinned it by `integrity` gets nothing else."""

    body: bytes

    @property
    def version(self) -> str:
        """The digits that its address has."""
        return sha256(self.body).hexdigest()[:_DIGITS]

    @property
    def integrity(self) -> str:
        """What a host's page says of it (https://www.w3.org/TR/SRI/)."""
        return hash_source(self.body, "sha384")


@cache
def script() -> Script:
    """Return the version that there is now. It is sent as it is written: its hash is no matter of who makes it smaller."""
    return Script((FOLDER / "embed.js").read_bytes())


@cache
def versions() -> Mapping[str, Script]:
    """Return this version and all that were released, by `version`."""
    released = (Script(path.read_bytes()) for path in sorted((FOLDER / "released").glob("*.js")))
    return {each.version: each for each in (*released, script())}


def script_tag() -> Markup:
    """Return the element that loads the script, pinned: no other can come in its place."""
    path = url_for("script.show_version", version=script().version)
    return Markup('<script type="module" src="{}" integrity="{}" crossorigin="anonymous"></script>').format(
        full_address(path), script().integrity
    )


class NoParameters(StrictSchema):
    """None of ours."""


@blueprint.route("/embed.js")
@blueprint.arguments(NoParameters, location="query")
@blueprint.doc(responses=_FILE)
def show_script(query: dict[str, Any]) -> Response:
    """Give the script of the element duizhao-card, as it is now.

    A page that pins it, which is better, has the address of a version, and its `integrity`: the copy box has both.
    """
    return _sent(script())


@blueprint.route("/embed.<version>.js")
@blueprint.arguments(NoParameters, location="query")
@blueprint.doc(responses=_FILE)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
def show_version(query: dict[str, Any], version: str) -> Response:
    """Give one version of the script, which is the same for ever."""
    if version not in versions():
        abort(404)
    response = _sent(versions()[version])
    response.headers["Cache-Control"] = FOREVER
    return response


def _sent(found: Script) -> Response:
    response: Response = current_app.response_class(found.body, mimetype=MEDIA_TYPE)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
