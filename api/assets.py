"""Styles, scripts and pictures of the pages, at addresses that change when one of them does (docs/decisions/caching.md).

The version is a folder in the address, ``/static/3f2a…/js/copy.js``, and not a parameter: a script that imports ``./copy.js``
gets the one that the page has.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import rcssmin
import rjsmin
from flask import Flask, Response, abort

from api.caching import FOREVER

_VERSION_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Assets:
    """Every file by its path within the folder, and what tells this state of all of them from others."""

    version: str
    files: Mapping[str, bytes]


def read_assets(folder: Path) -> Assets:
    """Read all of `folder`; it is small."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): _lean(path) for path in paths}
    digest = blake2b(digest_size=_VERSION_DIGITS // 2)
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return Assets(digest.hexdigest(), files)


def _lean(path: Path) -> bytes:
    """Return a file without what is for its authors only: comments and indentation are a sixth of what pages load."""
    match path.suffix:
        case ".css":
            return str(rcssmin.cssmin(path.read_text(encoding="utf-8"))).encode()
        case ".js":
            return str(rjsmin.jsmin(path.read_text(encoding="utf-8"))).encode()
        case _:
            return path.read_bytes()


def register(app: Flask) -> None:
    """Serve the folder ``static``; ``url_for('static', filename=…)`` names the version that there is.

    Without a version, or with one that is gone, an address still answers, but not for ever.
    """
    assets = read_assets(Path(app.root_path, "static"))

    def show(filename: str, version: str = "") -> Response:
        if filename not in assets.files:
            abort(404)
        kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        response = app.response_class(assets.files[filename], mimetype=kind)
        if version == assets.version:
            response.headers["Cache-Control"] = FOREVER
        return response

    @app.url_defaults
    def name_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values.setdefault("version", assets.version)

    app.add_url_rule(f"/static/<string(length={_VERSION_DIGITS}):version>/<path:filename>", "static", show)
    app.add_url_rule("/static/<path:filename>", "static", show)
