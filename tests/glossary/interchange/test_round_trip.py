"""What is exported and imported again is what it was, as far as the format goes (docs/importing.md, What comes back)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.content import Content
from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.interchange.reading import Options
from glossary.interchange.reading.texts import UnfitText, free_text, term_text
from glossary.interchange.writing import PROFILES
from glossary.interchange.writing.selection import best_first
from tests.glossary.interchange.reading_support import read
from translations import CONTENT_LANGUAGES, PartialText

if TYPE_CHECKING:
    from conftest import Written

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
PAIR = Options(source_lang="zh-Hans", target_lang="en")


def as_it_is(clean: Callable[[str], str]) -> Callable[[str], bool]:
    """Keep the texts that an import leaves as they are: an import is where others are made so."""

    def kept(text: str) -> bool:
        try:
            return bool(text) and clean(text) == text
        except UnfitText:
            return False

    return kept


# What formats stumble over, more often than chance would have it.
CHARACTERS = st.sampled_from(
    [*"#=+-@|%\"',;<>&:/()[]{}\\ \u3000＝·𠮷软银aZé1", "]]>", "-->", "''"]
) | st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
drawn = st.lists(CHARACTERS, min_size=1, max_size=8).map("".join)
words = drawn.filter(as_it_is(term_text))
prose = drawn.filter(as_it_is(free_text))
partial = st.none() | st.dictionaries(st.sampled_from(CONTENT_LANGUAGES), prose, min_size=1).map(
    PartialText.from_mapping
)
ids = st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,8}", fullmatch=True)
READ_ALOUD = {"软银": "ruǎn yín", "绿岸": "lǜ àn", "AI 芯片": "AI xīn piàn", "哪儿": "nǎ r"}


@st.composite
def terms_in(draw: st.DrawFn, language: str) -> list[Term]:
    """Draw the terms of a language: each once, one of the usable ones preferred, the others with one to use instead."""
    texts = draw(
        st.lists(
            words if language == "en" else words | st.sampled_from(sorted(READ_ALOUD)),
            max_size=3,
            unique=True,
        )
    )
    statuses = [draw(st.sampled_from(Status)) for _ in texts]
    usable = [n for n, status in enumerate(statuses) if status.usable]
    if usable and Status.PREFERRED not in statuses:
        statuses[usable[0]] = Status.PREFERRED
    instead = [texts[n] for n in usable]
    return [
        Term(
            text,
            language,
            status,
            draw(st.sampled_from(TermType)),
            draw(st.sampled_from(PartOfSpeech)),
            reading=READ_ALOUD.get(text) if language != "en" else None,
            geographical_usage=draw(st.none() | st.sampled_from(["HK", "GB"])),
            use=None if status.usable or not instead else draw(st.sampled_from(instead)),
            note=draw(partial),
            context=draw(st.none() | prose),
            source=draw(st.none() | prose),
        )
        for text, status in zip(texts, statuses, strict=True)
    ]


@st.composite
def one_concept(draw: st.DrawFn) -> Concept:
    terms = [term for language in LANGUAGES for term in draw(terms_in(language))]
    return Concept(
        draw(ids),
        draw(st.sampled_from(ConceptType)),
        "finance",
        draw(partial),
        tuple(terms) or (Term("软", "zh-Hans", Status.PREFERRED, TermType.FULL_FORM, PartOfSpeech.NOUN),),
        note=draw(partial),
        distractors=tuple(draw(st.lists(words, max_size=2))),
        related=tuple(draw(st.lists(ids, max_size=2, unique=True))),
        sections=tuple(draw(st.lists(st.sampled_from(["harbor/s1"]), max_size=1))),
        xrefs=tuple(draw(st.lists(st.sampled_from(["https://a.example/b?c&d=e"]), max_size=1))),
        replaces=tuple(draw(st.lists(ids, max_size=1))),
        full_form_first=draw(st.booleans()),
    )


concepts = st.lists(one_concept(), min_size=1, max_size=4, unique_by=lambda concept: concept.id)


def whatever(check: Callable[..., None]) -> Callable[..., None]:
    run = given(some=concepts)(check)
    health = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=20, suppress_health_check=health)(run)


def imported(
    written: Written, path: Path, profile: str, some: list[Concept], options: Options, *tags: str
) -> list[Concept]:
    """Return what comes back of `some`; nothing may be refused but terms that stand there twice."""
    file = path / f"{profile}.{PROFILES[profile].extension}"
    file.write_bytes(written.octets(profile, some, *tags))
    if not file.stat().st_size:
        return []
    found = read(file, options)
    assert all("are an entry already" in refused.complaint.message for refused in found.refused), (
        found.refused
    )
    return found.concepts


@whatever
def test_json_carries_everything(written: Written, tmp_path: Path, some: list[Concept]) -> None:
    assert imported(written, tmp_path, "json", some, Options(), *LANGUAGES) == [
        replace(c, related=tuple(id_ for id_ in c.related if id_ in {o.id for o in some})) for c in some
    ]


@pytest.mark.parametrize("profile", ["tbx", "tbx2"])
def test_tbx_carries_terms_and_what_is_said_of_them(profile: str, written: Written, tmp_path: Path) -> None:
    @whatever
    def check(some: list[Concept]) -> None:
        found = imported(written, tmp_path, profile, some, Options(), *LANGUAGES)
        assert found == [in_tbx(concept, some, profile) for concept in some]

    check()


def in_tbx(concept: Concept, others: list[Concept], profile: str) -> Concept:
    """Return what TBX carries of a concept; v3's picklist has no proper noun."""
    parts = {PartOfSpeech.PROPER_NOUN: PartOfSpeech.NOUN} if profile == "tbx" else {}
    terms = (
        replace(term, part_of_speech=parts.get(term.part_of_speech, term.part_of_speech))
        for language in LANGUAGES
        for term in best_first(concept.terms_in(language))
    )
    return replace(
        concept,
        terms=tuple(terms),
        concept_type=ConceptType.GENERAL,
        related=tuple(id_ for id_ in concept.related if id_ in {other.id for other in others}),
        distractors=(),
        sections=(),
        replaces=(),
        full_form_first=False,
    )


@pytest.mark.parametrize("profile", ["csv", "tsv", "spreadsheet"])
def test_tables_carry_the_usable_terms_of_two_languages(
    profile: str, written: Written, tmp_path: Path
) -> None:
    @whatever
    def check(some: list[Concept]) -> None:
        found = imported(written, tmp_path, profile, some, Options())
        assert [(c.id, list(in_table(c))) for c in found] == [
            (c.id, list(in_table(c))) for c in some if usable(c, "zh-Hans")
        ]
        assert imported(written, tmp_path, profile, found, Options()) == found

    check()


def usable(concept: Concept, language: str) -> list[Term]:
    terms = [term for term in concept.terms_in(language) if term.status.usable]
    return sorted(terms, key=lambda term: term.status is not Status.PREFERRED)


def in_table(concept: Concept) -> Iterator[tuple[object, ...]]:
    """Tell of each term what a table carries."""
    for term in usable(concept, "zh-Hans"):
        yield term.term, term.status, term.reading, term.part_of_speech, term.term_type
    # A short form goes first beside a short form: the order of targets is that of the first source.
    yield from sorted((term.term, term.status) for term in usable(concept, "en"))


@pytest.mark.parametrize(
    "profile", ["omegat", "deepl", "google", "google-terms", "azure", "amazon", "memoq", "matecat"]
)
def test_lists_come_back_as_they_were_read(profile: str, written: Written, tmp_path: Path) -> None:
    """They carry no status and no ids; what was imported from one once comes out of it the same for ever."""

    @whatever
    def check(some: list[Concept]) -> None:
        once = imported(written, tmp_path, profile, some, PAIR)
        # A list of an engine has each source once: of two concepts with one source, the first is in the next one.
        once = list({concept.terms[0].term: concept for concept in reversed(once)}.values())[::-1]
        assert imported(written, tmp_path, profile, once, PAIR) == once

    check()


@pytest.mark.parametrize("profile", ["tmx", "utx"])
def test_pairs_keep_their_ids_and_their_sources(profile: str, written: Written, tmp_path: Path) -> None:
    """Each source goes with its best target, so that a target that is nobody's best goes at the first time."""

    @whatever
    def check(some: list[Concept]) -> None:
        once = imported(written, tmp_path, profile, some, PAIR)
        again = imported(written, tmp_path, profile, once, PAIR)
        assert [sources(concept) for concept in again] == [sources(concept) for concept in once]
        assert imported(written, tmp_path, profile, again, PAIR) == again

    check()


def sources(concept: Concept) -> tuple[str, list[str]]:
    return concept.id, [term.term for term in concept.terms_in("zh-Hans")]


def test_our_authoring_files_are_imported_as_the_editor_wrote_them(
    shipped_content: Content, tiny: Path
) -> None:
    import glossary

    found = read(Path(glossary.__file__).with_name("data"))
    written = list(shipped_content.glossary.concepts)
    assert (found.refused, found.left_out) == ([], {})
    assert [concept.id for concept in found.concepts] == [concept.id for concept in written]
    for concept, authored in zip(found.concepts, written, strict=True):
        # An import does not take the reading of the traditional form from the simplified one.
        assert replace(concept, terms=()) == replace(authored, terms=())
        for term, other in zip(concept.terms, authored.terms, strict=True):
            assert term == replace(other, reading=term.reading if other.lang == "zh-Hant" else other.reading)
    assert [field.id for field in read(tiny / "glossary").fields] == ["finance", "technology"]
