"""Whatever the concepts: every file is well formed by its format's own rules."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_writing_dictionaries import stardict, yomitan

from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType, concept_from_json
from glossary.interchange.writing import PROFILES
from translations import CONTENT_LANGUAGES, PartialText

if TYPE_CHECKING:
    from conftest import Written

SCHEMA = etree.RelaxNG(
    etree.parse(str(Path(__file__).parents[2] / "data" / "schemas" / "TBX-Basic-v3-integrated.rng"))
)
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
TAGS = ["zh-Hans", "zh_CN", "zh", "zh-TW", "zh-Hant", "en", "EN", "en_US", "en-GB"]

# What formats stumble over, more often than chance would have it.
TROUBLE = st.sampled_from(
    [*"#=+-@|%\"',;<>&\t\n\r\0 \u3000＝·]\\\ud800\u2028\x85𠮷", "]]>", "''", "--", "-->"]
)
texts = st.lists(
    TROUBLE | st.characters(exclude_categories=()) | st.sampled_from(["软", "a"]), max_size=8
).map("".join)
ids = st.sampled_from(["a", "b", "b.en.1", "C-3"]) | st.from_regex(
    r"[A-Za-z][A-Za-z0-9._-]{0,5}", fullmatch=True
)
optional = st.none() | texts
partial = st.none() | st.dictionaries(st.sampled_from(CONTENT_LANGUAGES), texts, min_size=1).map(
    PartialText.from_mapping
)

terms = st.builds(
    Term,
    term=texts,
    lang=st.sampled_from(CONTENT_LANGUAGES),
    status=st.sampled_from(Status),
    term_type=st.sampled_from(TermType),
    part_of_speech=st.sampled_from(PartOfSpeech),
    reading=optional,
    geographical_usage=st.none() | st.sampled_from(["TW", "GB"]),
    use=optional,
    note=partial,
    context=optional,
    source=optional,
)
concepts = st.lists(
    st.builds(
        Concept,
        id=ids,
        concept_type=st.sampled_from(ConceptType),
        subject_field=st.sampled_from(["finance"]),
        definition=partial,
        terms=st.lists(terms, min_size=1, max_size=4).map(tuple),
        note=partial,
        related=st.lists(ids, max_size=2).map(tuple),
        xrefs=st.lists(texts | st.sampled_from(["https://a.example/b?c&d"]), max_size=2).map(tuple),
        replaces=st.lists(ids, max_size=1).map(tuple),
    ),
    max_size=4,
    unique_by=lambda concept: concept.id,
)
pairs = st.tuples(st.sampled_from(TAGS), st.sampled_from(TAGS)).filter(
    lambda pair: {pair[0][:2].lower(), pair[1][:2].lower()} == {"zh", "en"}
)


def whatever(check: Callable[[Written, list[Concept], tuple[str, str]], None]) -> Callable[..., None]:
    drawn = given(some=concepts, pair=pairs)(check)
    return settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])(drawn)


@whatever
def test_tbx_is_valid(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    root = etree.fromstring(written.octets("tbx", some, *pair))
    entries = root.xpath("//*[local-name()='conceptEntry']")
    assert len(entries) <= len(some)
    assert set(root.xpath("//*[local-name()='ref']/@target")) <= set(root.xpath("//@id"))
    # The schema has no glossary without a concept.
    assert not entries or SCHEMA.validate(root), SCHEMA.error_log


@whatever
def test_other_xml_is_well_formed(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    for profile in ("tbx2", "tmx"):
        root = etree.fromstring(written.octets(profile, some, *pair))
        for term in root.iter("term", "seg"):
            assert term.text.strip()


@whatever
def test_lines_have_their_columns(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    widths = {"omegat": 3, "tsv": 12, "deepl": 2, "azure": 2, "utx": 6}
    for profile, width in widths.items():
        told = written(profile, some, *pair)
        assert not CONTROLS.search(told)
        ends = "\r\n" if profile == "utx" else "\n"
        lines = told.removesuffix(ends).split(ends) if told else []
        for line in lines:
            assert "\r" not in line
            assert line.startswith("#") or len(line.split("\t")) == width
            assert not line.startswith("\t")


@whatever
def test_cells_are_read_back(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    widths = {
        "csv": 12,
        "spreadsheet": 12,
        "google": 2,
        "google-terms": 4,
        "amazon": 2,
        "memoq": 6,
        "matecat": 10,
    }
    kept = {term.term for concept in some for term in concept.terms if term.status.usable}
    for profile, width in widths.items():
        told = written.octets(profile, some, *pair).decode(
            "utf-8-sig" if profile == "spreadsheet" else "utf-8"
        )
        rows = list(csv.reader(io.StringIO(told, newline=""), strict=True))
        assert {len(row) for row in rows} <= {width}
        if profile == "csv":
            assert {cell for row in rows[1:] for cell in row[1:3]} <= kept | {""}
        if profile == "spreadsheet":
            assert not any(
                re.match(r"\s*[=+\-@|%＝＋－＠]", cell) and cell[0] != "\t" for row in rows for cell in row
            )


@whatever
def test_engines_get_no_source_twice(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    sources = [line.split("\t")[0] for line in written("deepl", some, *pair).split("\n")[:-1]]
    assert len(sources) == len(set(sources))


@whatever
def test_json_is_read_back(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    document = json.loads(written("json", some, "zh-Hans", "zh-Hant", "en"))
    for told, concept in zip(map(concept_from_json, document["concepts"]), some, strict=True):
        assert set(told.terms) == set(concept.terms)
        assert (told.definition, told.note, told.xrefs) == (concept.definition, concept.note, concept.xrefs)
    json.loads(written("jsonld", some, *pair))


@whatever
def test_dictionaries_are_read_back(written: Written, some: list[Concept], pair: tuple[str, str]) -> None:
    yomitan(written.octets("yomitan", some, *pair))
    stardict(written.octets("stardict", some, *pair))


@pytest.mark.parametrize("profile", PROFILES)
def test_an_empty_glossary_is_a_file(written: Written, profile: str) -> None:
    assert isinstance(written.octets(profile, []), bytes)
    assert written.omissions == []
