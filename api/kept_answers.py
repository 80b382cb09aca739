"""Answers kept for who asks again: given before Flask sees the request (docs/decisions/caching.md)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any

from werkzeug.datastructures import Headers
from werkzeug.http import parse_etags, unquote_etag

from api.compression import encoding_for
from api.library import LIBRARY, Library, Shelf

Environment = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environment, StartResponse], Iterable[bytes]]

MOST_BYTES = 4 * 1024 * 1024
MOST_ANSWERS = 4096
_LONGEST = 512 * 1024  # an article in two languages takes 280 KB where it is not compressed
_OVERHEAD = 2048  # of an entry: its key, its headers, and the objects that hold them

_KEEPER = "duizhao.keeper"
# A request with one of these is another question than the one whose answer is kept.
_OTHERWISE = (
    "HTTP_IF_MATCH",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_UNMODIFIED_SINCE",
    "HTTP_RANGE",
    "CONTENT_LENGTH",
)
_OF_THE_BODY = frozenset(("content-type", "content-length", "content-encoding", "link"))

# What an answer depends on besides the index: who was asked for what, in which language and encoding.
_Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A 200 with its tag as it stands in the header; one that is not whole is for who has it, and has no body."""

    headers: list[tuple[str, str]]
    body: bytes
    etag: str
    is_whole: bool = True

    def send(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a GET or HEAD; 304 to who has it."""
        if is_had(environ, self.etag):
            start_response("304 NOT MODIFIED", [h for h in self.headers if h[0].lower() not in _OF_THE_BODY])
            return []
        start_response("200 OK", self.headers[:])
        return [self.body] if environ["REQUEST_METHOD"] == "GET" else []


# Makes an answer without Flask; None where it takes Flask.
Quick = Callable[[Environment, Library], Answer | None]


class Memory:
    """The answers that were asked for last, as many as fit."""

    def __init__(self, most_bytes: int = MOST_BYTES, most_answers: int = MOST_ANSWERS) -> None:
        self._most_bytes, self._most_answers = most_bytes, most_answers
        self._answers: OrderedDict[_Key, Answer] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()  # a server may answer on several threads

    def recall(self, key: _Key) -> Answer | None:
        """Return the answer that was kept under `key`."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def keep(self, key: _Key, answer: Answer) -> None:
        """Keep `answer`, and let go of those that were asked for longest ago."""
        if len(answer.body) > _LONGEST:
            return
        with self._lock:
            if key not in self._answers:
                self._answers[key] = answer
                self._bytes += len(answer.body) + _OVERHEAD
            while self._bytes > self._most_bytes or len(self._answers) > self._most_answers:
                _, gone = self._answers.popitem(last=False)
                self._bytes -= len(gone.body) + _OVERHEAD


class KeptAnswers:
    """A WSGI application before Flask's: answers what is kept or `quick` to make, and lets Flask answer the rest.

    A key begins with the revision of the index, so that nothing outlives what it was made from.
    """

    def __init__(self, application: Application, shelf: Shelf, quick: Quick) -> None:
        self._application = application
        self._shelf = shelf
        self._quick = quick
        self._memory = Memory()

    def __call__(self, environ: Environment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or _is_otherwise(environ):
            return self._application(environ, start_response)
        library = environ[LIBRARY] = self._shelf.library()
        key = _key(library.index.revision, environ)
        answer = self._memory.recall(key)
        if answer is None:
            answer = self._quick(environ, library)
            if answer is not None and answer.is_whole:
                self._memory.keep(key, answer)
        if answer is not None:
            return answer.send(environ, start_response)
        environ[_KEEPER] = lambda made: self._memory.keep(key, made)
        return self._application(environ, start_response)


def keep(environ: Environment, headers: Headers, body: bytes) -> None:
    """Keep a 200 for who asks the same again, where that may be."""
    keeper = environ.get(_KEEPER)
    if keeper is not None:
        keeper(Answer(headers.to_wsgi_list(), body, headers["ETag"]))


def _is_otherwise(environ: Environment) -> bool:
    return any(environ.get(name) not in (None, "", "0") for name in _OTHERWISE)


def _key(revision: str, environ: Environment) -> _Key:
    """Name a question. The address as it was sent: two that mean the same are two, and no two that differ are one."""
    get = environ.get
    return (
        revision,
        get("PATH_INFO"),
        get("QUERY_STRING"),
        get("HTTP_ACCEPT_LANGUAGE"),
        encoding_for(get("HTTP_ACCEPT_ENCODING")),
        get("HTTP_HOST"),  # stands in full addresses
        get("wsgi.url_scheme"),
        get("SCRIPT_NAME"),
    )


def is_had(environ: Environment, etag: str) -> bool:
    """Whether who asks has the answer with this tag."""
    wanted = environ.get("HTTP_IF_NONE_MATCH")
    if not wanted:
        return False
    return bool(wanted == etag or parse_etags(wanted).contains_weak(unquote_etag(etag)[0] or ""))
