"""The application whose addresses have no query, and which notes every address that an answer names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask import Flask, has_request_context, request

from api.freezing.addresses import Form, file_of, frozen_address

# What answers in JSON at addresses that do not say so.
_PROGRAMS = ("/api/", "/exports/")
_PAGES = "pages."


@dataclass(frozen=True, slots=True)
class Named:
    """An address that an answer names: what the application is asked, and the file that its answer goes into.

    Parameters in another order are the same file, and so the same.
    """

    asked: str = field(compare=False)
    file: str


class StaticSite(Flask):
    """The service as it is written into files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._named: set[Named] = set()

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """Return the address at which a file server has what the service answers, and note it."""
        address = super().url_for(endpoint, **values)
        address, mark, anchor = address.partition("#")
        path, _, query = address.partition("?")
        root = request.script_root if has_request_context() else ""
        form = self._form(endpoint)
        frozen = frozen_address(path, query, form)
        # A file of another view may be named; its rows know of pages that it does not show.
        if form is Form.FILE or self._is_offered(values.get("view")):
            self._named.add(Named(address.removeprefix(root), file_of(frozen.removeprefix(root), form)))
        if form is Form.PAGE and endpoint.startswith(_PAGES) and self._is_read():
            frozen = frozen.rstrip("/") + "/"  # where a server would lead
        return frozen + mark + anchor

    def named(self) -> frozenset[Named]:
        """Return what was named since this was last asked."""
        found = frozenset(self._named)
        self._named.clear()
        return found

    def _form(self, endpoint: str) -> Form:
        rule = next(self.url_map.iter_rules(endpoint)).rule
        if "." in rule.rpartition("/")[2] or endpoint == "static":
            return Form.FILE
        return Form.JSON if rule.startswith(_PROGRAMS) else Form.PAGE

    def _is_offered(self, view: object) -> bool:
        return view is None or str(view) in map(str, self.config["DUIZHAO_VIEWS"])

    def _is_read(self) -> bool:
        """Whether a page is being made. What other sites show names pages as the service does, byte by byte."""
        return has_request_context() and (request.endpoint or "").startswith(_PAGES)
