"""Addresses without a query, which a file server can tell apart (docs/decisions/static.md)."""

from __future__ import annotations

from enum import Enum
from urllib.parse import parse_qsl, quote, unquote

_PAGE_FILE = "index.html"


class Form(Enum):
    """What is at an address: a page, a list or thing of the API, or what is named like the file that it is."""

    PAGE = "page"
    JSON = "json"
    FILE = "file"


class Unwritable(ValueError):
    """An address that cannot be the name of a file."""


def frozen_address(path: str, query: str, form: Form) -> str:
    """Return the address of a file that says what `path` says when it is asked `query`.

    The parameters are steps of the path, by name: ``/en/index?letter=B`` → ``/en/index/letter=B/``,
    ``/api/v1/articles?locale=en`` → ``/api/v1/articles/locale=en.json``.
    """
    asked = "/".join(f"{quote(name)}={quote(value)}" for name, value in sorted(parse_qsl(query)))
    if form is Form.PAGE:
        return f"{path.rstrip('/')}/{asked}/" if asked else path
    stem, _, extension = (path.rstrip("/"), "", "json") if form is Form.JSON else path.rpartition(".")
    return f"{stem}/{asked}.{extension}" if asked else f"{stem}.{extension}"


def file_of(address: str, form: Form) -> str:
    """Return the file, relative to the folder, that a server gives at `address`; `Unwritable` when none can be."""
    path = unquote(address).strip("/")
    file = f"{path}/{_PAGE_FILE}".lstrip("/") if form is Form.PAGE else path
    if any(step in ("", ".", "..") or "\0" in step for step in file.split("/")):
        raise Unwritable(address)
    return file
