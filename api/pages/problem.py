"""The page that says what went wrong, and where to go from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask import render_template, request, url_for
from markupsafe import Markup, escape

from api.index_file import UnusableIndex
from api.library import library
from api.messages import Message, message
from api.negotiation import content_language, words
from api.pages.frame import problem_frame
from api.pages.names import both_names
from api.pages.view import View
from api.pages.words import Texts, mark
from api.problems import NO_SUCH_ID, Problem, detail_of, title_of
from glossary import TermQuery, concept_from_fragment
from translations import N_

_MISSING = (404, 410)
# Who reads a page has no use for ids, lists and the addresses of the API.
_NO_PAGE = N_("There is no page at {path}.")
_NONE_HERE = N_("There is no {kind} {value} here.")
_MOST_NEAR = 3
_LONGEST = 60  # characters of an address that are searched for
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_NUMBERED = re.compile(r"[A-Za-z]?\d+")  # a section
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# Steps of our own addresses; who is lost there looks for no term of this name.
_OWN_STEPS = frozenset(("articles", "exports", "figures", "index", "sections", "terms"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A parameter that cannot be used."""

    name: str
    value: str | None
    detail: Markup


@dataclass(frozen=True, slots=True)
class NearConcept:
    """A concept that the address may have meant."""

    names: Texts
    href: str


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """problem.html; `q` is what the address asks for in words, `is_missing` whether it is worth a search."""

    title: str
    status: int
    detail: Markup
    faults: tuple[Fault, ...]
    is_missing: bool
    q: str
    near: tuple[NearConcept, ...]


def problem_page(problem: Problem) -> str:
    """Return the page of `problem`, for people."""
    is_missing = problem.status in _MISSING and not problem.faults
    q = words_of(request.path) if is_missing else ""
    shown = ProblemPage(
        title=title_of(problem),
        status=problem.status,
        detail=_told(_detail(problem)),
        faults=tuple(Fault(fault.name, fault.value, _told(fault.message)) for fault in problem.faults),
        is_missing=is_missing,
        q=q,
        near=tuple(_near(q)),
    )
    return render_template("problem.html", frame=problem_frame(), page=shown)


def words_of(path: str) -> str:
    """Return the words of the last step of an address: ``/en/terms/computng-power.html`` → ``computng power``."""
    last = path.rstrip("/").rpartition("/")[2]
    found = _BETWEEN_WORDS.sub(" ", _ENDING.sub("", last)).strip()
    is_word = last not in _OWN_STEPS and not _NUMBERED.fullmatch(last)
    return found if is_word and len(found) <= _LONGEST else ""


def _detail(problem: Problem) -> Message:
    detail = detail_of(problem)
    if problem.status == 404 and problem.detail is None:
        return message(_NO_PAGE, path=detail.values["path"])
    return message(_NONE_HERE, **detail.values) if detail.id == NO_SUCH_ID else detail


def _told(text: Message) -> Markup:
    """Return `text` for a page; what was sent stays by itself, whichever way it runs."""
    values = {name: _isolated(value) for name, value in text.values.items()}
    return escape(words().gettext(text.id)).format(**values)


def _isolated(value: object) -> object:
    if isinstance(value, Message):
        return _told(value)
    return (
        Markup("<bdi>{}</bdi>").format(mark(value, content_language())) if isinstance(value, str) else value
    )


def _near(q: str) -> Iterator[NearConcept]:
    if not q:
        return
    view = View.of(content_language())
    try:
        hits = library().glossary.search(TermQuery(q, limit=_MOST_NEAR, reader=view.primary)).hits
    except UnusableIndex:  # the page says what it can
        return
    for hit in hits:
        concept = concept_from_fragment(hit.fragment)
        yield NearConcept(both_names(concept, view)[0], url_for("pages.term", view=view, term_id=concept.id))
