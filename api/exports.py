"""``/exports/``: the glossary as files that tools subscribe to (docs/subscribe.md)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from flask import Response, current_app, request

from api import wire
from api.addresses import public_address
from api.answers import json_answer
from api.exporting import Export, every_language, language_pair, profiles
from api.library import library
from api.messages import message
from api.negotiation import reader, words
from api.problems import Fault, Problem, shown
from api.requests import QuerySchema, StrictBlueprint, StrictSchema, not_one_of
from glossary import Glossary
from glossary.interchange.writing import PROFILES, Omissions, Profile
from translations import CONTENT_LANGUAGES, N_

PREFIX = "/exports"
LEFT_OUT = "Terms-Left-Out"

blueprint = StrictBlueprint(
    "exports", __name__, url_prefix=PREFIX, description="The glossary as files for tools"
)

_IN_MEMORY = 4 * 1024 * 1024
_CHUNK = 64 * 1024
_ALL = "all"
_FILES = {
    "200": {
        "description": "The file",
        "content": {
            media_type: {"schema": {"type": "object" if "json" in media_type else "string"}}
            for media_type in dict.fromkeys(profile.media_type for profile in profiles())
        },
    }
}


class NoParameters(StrictSchema):
    """Nothing: a tool's own file name is the end of the address."""


@blueprint.route("/")
@blueprint.arguments(QuerySchema, location="query")
@blueprint.response(200, wire.ExportListSchema)
def list_exports(query: dict[str, Any]) -> Response:
    """List the forms in which the glossary can be had."""
    reader()
    items = [_described(profile) for profile in profiles()]
    return json_answer({"items": items, "total": len(items)})


@blueprint.route("/<profile>/<source>_<target>.<ext>")
@blueprint.arguments(NoParameters, location="query")
@blueprint.doc(responses=_FILES)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
def export_pair(query: dict[str, Any], profile: str, source: str, target: str, ext: str) -> Response:
    """Give the glossary in two languages as a file.

    Languages are zh-Hans, zh-Hant and en, or as a tool spells them (zh_CN, zh-TW, en-US); the file spells them
    the same. Flat files have no deprecated terms. The ETag is strong and made from the content's revision, so
    that asking again costs nothing. `Terms-Left-Out` counts what the form cannot carry.
    """
    chosen = _profile(profile, ext)
    languages = language_pair(f"{source}_{target}")
    if languages is None:
        raise _unknown(
            "languages",
            f"{source}_{target}",
            message(
                N_("This is no pair of languages. Join two of {choices}, as a tool spells them, with _."),
                choices=", ".join(CONTENT_LANGUAGES),
            ),
        )
    return _file(Export(chosen, languages, public_address("")))


@blueprint.route("/<profile>/all.<ext>")
@blueprint.arguments(NoParameters, location="query")
@blueprint.doc(responses=_FILES)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
def export_all(query: dict[str, Any], profile: str, ext: str) -> Response:
    """Give the glossary in every language as a file, in the forms that have room for it."""
    chosen = _profile(profile, ext)
    if chosen.flat:
        whole = [each.id for each in profiles() if not each.flat]
        raise _unknown(
            "profile",
            profile,
            message(
                N_("This form has two languages. Name them, or use one of: {choices}."),
                choices=", ".join(whole),
            ),
        )
    return _file(Export(chosen, every_language(), public_address("")))


def _described(profile: Profile) -> dict[str, Any]:
    def at(name: str) -> str:
        return f"{PREFIX}/{profile.id}/{name}.{profile.extension}"

    return {
        "profile": profile.id,
        "purpose": words().gettext(profile.purpose),
        "extension": profile.extension,
        "media_type": profile.media_type,
        "pattern": at("{source}_{target}"),
        "url": at("zh-Hans_en"),
        "all_languages": None if profile.flat else at(_ALL),
    }


def _profile(profile: str, extension: str) -> Profile:
    if profile not in PROFILES:
        raise _unknown("profile", profile, not_one_of(PROFILES))
    found = PROFILES[profile]
    if extension != found.extension:
        raise _unknown("ext", extension, not_one_of([found.extension]))
    return found


def _unknown(name: str, value: str, told: Any) -> Problem:
    return Problem(404, None, [Fault("path", name, shown(value), told)])


def _file(export: Export) -> Response:
    """Answer 304 to who has it; else make it whole before the first byte goes out, so that it never ends halfway."""
    shelf = library()
    tag = export.fingerprint(shelf.index.origin)
    if request.if_none_match.contains_weak(tag):
        response = current_app.response_class(status=304, content_type=_content_type(export.profile))
    elif request.method == "HEAD":
        response = current_app.response_class(iter(()), content_type=_content_type(export.profile))
    else:
        response = _made(export, shelf.glossary)
    response.set_etag(tag)
    # A short one is kept, and `api.caching` says how.
    if response.status_code == 304 or response.is_streamed:
        response.headers["Cache-Control"] = "no-cache"
    response.headers["Content-Language"] = ", ".join(language.content for language in export.languages)
    response.headers.set("Content-Disposition", "inline", filename=export.file_name)
    return response


def _made(export: Export, glossary: Glossary) -> Response:
    omissions = Omissions()
    try:
        response = _sent(export.written(glossary, omissions))
    except OSError as error:
        current_app.logger.error("no room to make %s: %s", export.file_name, error)
        told = message(N_("There is no room to make the file just now. Try again in a moment."))
        raise Problem(503, told, headers={"Retry-After": "60"}) from error
    response.headers[LEFT_OUT] = str(omissions.total)
    response.headers["Content-Type"] = _content_type(export.profile)
    return response


def _sent(parts: Iterator[bytes]) -> Response:
    """Answer with `parts`, from memory or, where they are long, from a file that nobody else sees."""
    with ExitStack() as unless_sent:
        spool = unless_sent.enter_context(SpooledTemporaryFile(max_size=_IN_MEMORY))
        for part in parts:
            spool.write(part)
        length = spool.tell()
        spool.seek(0)
        if length <= _IN_MEMORY:
            return current_app.response_class(spool.read())
        response = current_app.response_class(_chunks(spool))
        response.content_length = length
        response.call_on_close(unless_sent.pop_all().close)
        return response


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


def _content_type(profile: Profile) -> str:
    text = profile.media_type.startswith("text/")
    return f"{profile.media_type}; charset=utf-8" if text else profile.media_type
