"""Writes what the application answers into files, one at a time; each of several processes has a scribe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from werkzeug.test import TestResponse

from api.freezing.addresses import Form, file_of, frozen_address
from api.freezing.site import Named, StaticSite

_NEXT = re.compile(r'<([^>]+)>; rel="next"')
# A read of the API in one language, which is also there without one: in English.
_LOCALIZED = re.compile(r"(/(?:api|exports)/[^?]*)\?locale=[^&]*")

# What was withdrawn says so where it was: what is pinned of it still names its page, and a file has no status.
_WRITTEN = (200, 410)


class Unanswered(ValueError):
    """An address that an answer names leads to nothing."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file: its size in bytes, what a browser was told beside it, and what it names that had not been named."""

    named: Named
    size: int
    headers: tuple[tuple[str, str], ...]
    names: frozenset[Named]


class Scribe:
    """Writes files below `folder` as a server at `public_url` would have them."""

    def __init__(self, app: StaticSite, folder: Path, public_url: str) -> None:
        self._app, self._folder, self._public_url = app, folder, public_url
        self._client = app.test_client()
        self._told: set[Named] = set()

    def write(self, named: Named) -> Written:
        """Write what is asked into its file. Raises `Unanswered`."""
        answer = self._answer(named.asked)
        if answer.status_code not in _WRITTEN:
            raise Unanswered(f"{named.asked}: the answer is {answer.status}, and something names it")
        path = self._folder / named.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(answer.data)
        names = {*self._app.named(), *_beside(named, answer)} - self._told
        self._told |= names
        return Written(named, len(answer.data), tuple(answer.headers), frozenset(names))

    def _answer(self, asked: str) -> TestResponse:
        answer = self._client.get(asked, base_url=self._public_url)
        if answer.location is None:
            return answer
        # It leads to where the folder has a page, with a slash, of which the service does not know.
        path = answer.location.removeprefix(urlsplit(self._public_url).path).rstrip("/")
        return self._client.get(path, base_url=self._public_url, follow_redirects=True)


def _beside(named: Named, answer: TestResponse) -> set[Named]:
    """What belongs to an answer of the API and is named by no page: the rest of a list, and the same in English."""
    asked = set(_NEXT.findall(", ".join(answer.headers.getlist("Link")))) if answer.is_json else set()
    if localized := _LOCALIZED.fullmatch(named.asked):
        asked.add(localized[1])
    return {_read(address) for address in asked}


def _read(asked: str) -> Named:
    path, _, query = asked.partition("?")
    return Named(asked, file_of(frozen_address(path, query, Form.JSON), Form.JSON))
