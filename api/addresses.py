"""Full addresses of our own pages, for clients that take no others."""

from __future__ import annotations

from flask import current_app, request


def full_address(path: str) -> str:
    """Return `path` with scheme and host: those of ``DUIZHAO_PUBLIC_URL``, else those that this request was sent to."""
    if public_url() is None:
        return request.host_url.rstrip("/") + path
    return public_address(path)


def public_address(path: str) -> str:
    """Return `path` at ``DUIZHAO_PUBLIC_URL``, by itself where that is not set.

    So that no host that a client made up gets into an answer that is kept for others.
    """
    public = public_url()
    # The steps that a proxy, or who asks for files below them, puts before all our paths are in that address already.
    return path if public is None else public + path.removeprefix(request.script_root)


def public_url() -> str | None:
    """Return ``DUIZHAO_PUBLIC_URL``."""
    url: str | None = current_app.config["DUIZHAO_PUBLIC_URL"]
    return url
