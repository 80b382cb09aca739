"""Reads a folder of glossary files: YAML in, concepts out, a complaint for every fault (docs/content.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from marshmallow import fields, post_load, validate

from glossary.files import glossary_files
from glossary.model import Concept, ConceptType, PartOfSpeech, Status, SubjectField, Term, TermType
from glossary.readings import count_han, inherited_reading, reading_fault
from glossary.search_key import search_key
from glossary.self_test_schema import SelfTestSchema
from glossary.self_tests import AuthoredTest, SelfTest, unknown_concepts
from translations import CONTENT_LANGUAGES, LocalizedText, PartialText
from translations.authoring import (
    AuthoringSchema,
    Choice,
    Complaint,
    ContentError,
    Document,
    Place,
    Text,
    by_language,
    identifier,
    listed,
    load,
    localized,
    nested,
    read_document,
)

# DeepL's limit for one glossary text, the lowest among the tools that we write for.
_LONGEST_TERM_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Authored:
    """A concept and where it stands, so that a later check can still complain about a line."""

    concept: Concept
    document: Document
    place: Place

    def complaint(self, inner: Place, message: str, mend: str) -> Complaint:
        """Complain about the value at `inner` within this concept."""
        return self.document.complaint((*self.place, *inner), message, mend)


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """All that a glossary folder says."""

    subject_fields: tuple[SubjectField, ...]
    authored: tuple[Authored, ...]
    tests: tuple[AuthoredTest, ...] = ()

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of files and lines."""
        return tuple(entry.concept for entry in self.authored)


class _TermSchema(AuthoringSchema):
    term = Text(required=True)
    status = Choice(Status, load_default=Status.PREFERRED)
    term_type = Choice(TermType, load_default=TermType.FULL_FORM)
    part_of_speech = Choice(PartOfSpeech, required=True)
    reading = Text()
    geographical_usage = Text(
        validate=validate.Regexp(r"[A-Z]{2}\Z", error="this is no region code; write two capitals, as TW")
    )
    use = Text()
    note = localized()
    context = Text()
    source = Text()


class _ConceptSchema(AuthoringSchema):
    id = identifier(required=True)
    concept_type = Choice(ConceptType, required=True)
    definition = localized(required=True)
    note = localized()
    terms = nested(by_language(lambda: listed(nested(_TermSchema), required=True)), required=True)
    distractors = listed(Text())
    related = listed(identifier())
    sections = listed(
        Text(
            validate=validate.Regexp(
                r"[a-z0-9-]+/s[1-9][0-9]*\Z", error="this is no section; write article/s1"
            )
        )
    )
    xrefs = listed(Text(validate=validate.URL(error="this is no URL; write one that begins with https://")))
    replaces = listed(identifier())
    full_form_first = fields.Boolean(error_messages={"invalid": "this is neither true nor false; write true"})


class _FileSchema(AuthoringSchema):
    subject_field = identifier(required=True)
    title = localized(required=True)
    concepts = listed(nested(_ConceptSchema), required=True)
    tests = listed(nested(SelfTestSchema))

    @post_load
    def build(
        self, data: dict[str, Any], **kwargs: Any
    ) -> tuple[SubjectField, list[Concept], list[SelfTest]]:
        subject_field = SubjectField(data["subject_field"], data["title"])
        concepts = [_concept(subject_field.id, entry) for entry in data["concepts"]]
        return subject_field, concepts, data.get("tests", [])


def _concept(subject_field: str, entry: dict[str, Any]) -> Concept:
    lists: dict[str, Any] = {
        name: tuple(entry.pop(name, ()))
        for name in ("distractors", "related", "sections", "xrefs", "replaces")
    }
    entry |= {"definition": _partial(entry["definition"]), "note": _partial(entry.get("note"))}
    by_tag = entry.pop("terms")
    simplified = [_term("zh-Hans", term) for term in by_tag["zh-Hans"]]
    others = [_term(tag, term) for tag in CONTENT_LANGUAGES[1:] for term in by_tag[tag]]
    terms = tuple(_completed(term, (*simplified, *others), simplified) for term in (*simplified, *others))
    return Concept(subject_field=subject_field, terms=terms, **lists, **entry)


def _term(tag: str, entry: dict[str, Any]) -> Term:
    return Term(lang=tag, **{**entry, "note": _partial(entry.get("note"))})


def _partial(text: LocalizedText | None) -> PartialText | None:
    return PartialText.from_mapping(dict(text.items())) if text else None


def _completed(term: Term, terms: Iterable[Term], simplified: Iterable[Term]) -> Term:
    """Fill in what an editor may leave out: the reading of the other script, the term to use instead."""
    if not term.status.usable and term.use is None:
        preferred = (t.term for t in terms if t.lang == term.lang and t.status is Status.PREFERRED)
        term = replace(term, use=next(preferred, None))
    if term.lang == "zh-Hant" and term.reading is None:
        term = replace(term, reading=inherited_reading(term.term, simplified))
    return term


def read_glossary(folder: Path) -> GlossaryFiles:
    """Read every ``.yaml`` file of `folder`; `ContentError` with all complaints when any is broken."""
    complaints: list[Complaint] = []
    subject_fields: list[SubjectField] = []
    authored: list[Authored] = []
    tests: list[AuthoredTest] = []
    complaints += _other_endings(folder)
    for path in glossary_files(folder):
        try:
            document = read_document(path)
            subject_field, concepts, own_tests = load(document, _FileSchema())
        except ContentError as error:
            complaints += error.complaints
            continue
        subject_fields.append(subject_field)
        authored += [Authored(concept, document, ("concepts", n)) for n, concept in enumerate(concepts)]
        tests += [AuthoredTest(test, document, ("tests", n)) for n, test in enumerate(own_tests)]
    whole = not complaints
    rules = (*_RULES_FOR_EACH, *_RULES_FOR_ALL) if whole else _RULES_FOR_EACH
    complaints += [fault for rule in rules for fault in rule(authored)]
    complaints += unknown_concepts(tests, (entry.concept for entry in authored)) if whole else ()
    if complaints:
        raise ContentError(sorted(complaints))
    return GlossaryFiles(tuple(subject_fields), tuple(authored), tuple(tests))


def _other_endings(folder: Path) -> Iterator[Complaint]:
    for path in sorted(folder.glob("*.yml")):
        yield Complaint(str(path), 0, "", "this file is not read", "let its name end in .yaml")


def _each(rule: Callable[[Authored], Iterable[Complaint]], authored: list[Authored]) -> Iterator[Complaint]:
    for entry in authored:
        yield from rule(entry)


def _terms(entry: Authored) -> Iterator[tuple[Term, Callable[[str, str, str], Complaint]]]:
    """Yield each term with a function that complains about one of its fields."""
    for language in CONTENT_LANGUAGES:
        for n, term in enumerate(entry.concept.terms_in(language)):
            yield term, partial(_term_complaint, entry, ("terms", language, n))


def _term_complaint(entry: Authored, place: Place, name: str, message: str, mend: str) -> Complaint:
    return entry.complaint((*place, name), message, mend)


def _unique_ids(authored: list[Authored]) -> Iterator[Complaint]:
    seen: dict[str, Authored] = {}
    for entry in authored:
        first = seen.setdefault(entry.concept.id, entry)
        if first is not entry:
            where = f"{first.document.path}:{first.document.line(first.place)}"
            yield entry.complaint(
                ("id",), f"this id is taken, at {where}", "choose another, or merge the two"
            )


def _known_relations(authored: list[Authored]) -> Iterator[Complaint]:
    known = {entry.concept.id for entry in authored}
    for entry in authored:
        for n, related in enumerate(entry.concept.related):
            if related not in known:
                yield entry.complaint(
                    ("related", n), "no concept has this id", "name one that exists, or remove it"
                )


def _replaced_ids_are_free(authored: list[Authored]) -> Iterator[Complaint]:
    known = {entry.concept.id for entry in authored}
    for entry in authored:
        for n, replaced in enumerate(entry.concept.replaces):
            if replaced in known:
                yield entry.complaint(
                    ("replaces", n), "a concept still has this id", "merge the two, or remove it"
                )


def _one_preferred(entry: Authored) -> Iterator[Complaint]:
    for language in CONTENT_LANGUAGES:
        preferred = [t for t in entry.concept.terms_in(language) if t.status is Status.PREFERRED]
        if not preferred:
            yield entry.complaint(
                ("terms", language), f"no preferred term in {language}", "make one preferred"
            )
        by_role = defaultdict(list)
        for term in preferred:
            by_role[term.term_type, term.geographical_usage].append(term.term)
        for rivals in by_role.values():
            if len(rivals) > 1:
                message = f"more than one preferred term in {language}: {', '.join(rivals)}"
                yield entry.complaint(("terms", language), message, "make the others admitted")


def _replacements(entry: Authored) -> Iterator[Complaint]:
    for term, complain in _terms(entry):
        usable = [t.term for t in entry.concept.terms_in(term.lang) if t.status.usable]
        if term.status.usable and term.use is not None:
            yield complain("use", "only a deprecated or superseded term has use", "remove it")
        if not term.status.usable and term.use not in usable:
            yield complain("use", "this is no usable term here", f"write one of {', '.join(usable)}")


def _readings(entry: Authored) -> Iterator[Complaint]:
    simplified = entry.concept.terms_in("zh-Hans")
    for term, complain in _terms(entry):
        if (
            term.lang == "zh-Hant"
            and term.reading
            and term.reading == inherited_reading(term.term, simplified)
        ):
            continue  # it is complained about where it was written
        if term.lang == "en":
            if term.reading:
                yield complain("reading", "an English term has no pinyin", "remove it")
        elif term.reading:
            fault = reading_fault(term.term, term.reading)
            if fault:
                yield complain("reading", fault, "write one syllable for each, with blanks between")
        elif count_han(term.term):
            yield complain("term", "this term has no reading", "add reading: with tone marks")


def _lengths(entry: Authored) -> Iterator[Complaint]:
    for term, complain in _terms(entry):
        if len(term.term.encode()) > _LONGEST_TERM_BYTES:
            yield complain("term", f"this is longer than {_LONGEST_TERM_BYTES} bytes", "shorten it")


def _distractors_contain_a_term(entry: Authored) -> Iterator[Complaint]:
    terms = [search_key(term.term) for term in entry.concept.terms]
    for n, distractor in enumerate(entry.concept.distractors):
        key = search_key(distractor)
        if not any(term in key and term != key for term in terms):
            mend = "write the longer string that must not count as the term, or remove it"
            yield entry.complaint(("distractors", n), "this contains no term of the concept", mend)


_Rule = Callable[[list[Authored]], Iterable[Complaint]]

_RULES_FOR_EACH: tuple[_Rule, ...] = tuple(
    partial(_each, rule)
    for rule in (_one_preferred, _replacements, _readings, _lengths, _distractors_contain_a_term)
)

# Not asked while a file is broken: every reference to what it holds would be complained about.
_RULES_FOR_ALL: tuple[_Rule, ...] = (_unique_ids, _known_relations, _replaced_ids_are_free)
