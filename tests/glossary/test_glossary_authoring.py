"""Glossary files: each rule, broken once, gives exactly its complaint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary import Concept, ConceptType, PartOfSpeech, Status, SubjectField, Term, TermType
from glossary.authoring import read_glossary
from translations import LocalizedText, PartialText
from translations.authoring import ContentError

Edit = Callable[[str, str, str], Path]
FINANCE, TECHNOLOGY = "glossary/finance.yaml", "glossary/technology.yaml"
CAPEX = "{term: capex, part_of_speech: noun, term_type: shortForm, status: admitted}"
CENTER = "{term: 数据中心, reading: shù jù zhōng xīn, part_of_speech: noun}"
PREFERRED = "{term: capital expenditure, part_of_speech: noun}"


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as told:
        read_glossary(folder / "glossary")
    return [str(complaint).replace(f"{folder}/", "") for complaint in told.value.complaints]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            FINANCE,
            "subject_field: finance",
            "subject_feild: finance",
            [
                f"{FINANCE}:1: subject_field: this field is missing; add it",
                f"{FINANCE}:1: 'finance': subject_feild: this field is not known here; did you mean subject_field?",
            ],
        ),
        (
            FINANCE,
            "title: {en: Finance, zh-Hans: 金融, zh-Hant: 金融}",
            "title: {en: Finance, zh-Hans: 金融}",
            [f"{FINANCE}:2: zh-Hant: this field is missing; add it"],
        ),
        (
            FINANCE,
            "id: capital-expenditure",
            "id: Capital Expenditure",
            [
                f"{FINANCE}:4: 'Capital Expenditure': id: this is no id;"
                " use small letters, digits and hyphens, a letter first"
            ],
        ),
        (
            FINANCE,
            "id: harbor-data",
            "id: data-center",
            [
                f"{TECHNOLOGY}:38: 'data-center': this id is taken, at {FINANCE}:16;"
                " choose another, or merge the two"
            ],
        ),
        (
            FINANCE,
            "concept_type: individual",
            "concept_type: individuell",
            [
                f"{FINANCE}:17: 'individuell': concept_type: this is not a value of concept_type;"
                " did you mean individual?"
            ],
        ),
        (
            FINANCE,
            "definition: {en: Spending on lasting assets., zh-Hans: 购置长期资产的支出。, zh-Hant: 購置長期資產的支出。}",
            "note: {en: Spending, zh-Hans: 支出, zh-Hant: 支出}",
            [f"{FINANCE}:4: definition: this field is missing; add it"],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: admited}",
            [f"{FINANCE}:14: 'admited': status: this is not a value of status; did you mean admitted?"],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: allowed}",
            [
                f"{FINANCE}:14: 'allowed': status: this is not a value of status;"
                " write one of preferred, admitted, deprecated, superseded"
            ],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex}",
            [f"{FINANCE}:14: part_of_speech: this field is missing; add it"],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: admitted, geographical_usage: usa}",
            [
                f"{FINANCE}:14: 'usa': geographical_usage: this is no region code; write two capitals, as TW",
            ],
        ),
        (
            FINANCE,
            "      en:\n        - " + PREFERRED + "\n        - " + CAPEX + "\n",
            "",
            [f"{FINANCE}:8: en: this field is missing; add it"],
        ),
        (
            FINANCE,
            "        - " + PREFERRED + "\n",
            "",
            [f"{FINANCE}:13: no preferred term in en; make one preferred"],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun}",
            [
                f"{FINANCE}:13: more than one preferred term in en: capital expenditure, capex;"
                " make the others admitted"
            ],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: admitted, use: capital expenditure}",
            [
                f"{FINANCE}:14: 'capital expenditure': only a deprecated or superseded term has use; remove it",
            ],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: deprecated, use: capital outlay}",
            [
                f"{FINANCE}:14: 'capital outlay': this is no usable term here; write one of capital expenditure",
            ],
        ),
        (
            FINANCE,
            CAPEX,
            "{term: capex, part_of_speech: noun, status: admitted, reading: kǎi pèi}",
            [f"{FINANCE}:14: 'kǎi pèi': an English term has no pinyin; remove it"],
        ),
        (
            TECHNOLOGY,
            CENTER,
            "{term: 数据中心, part_of_speech: noun}",
            [
                f"{TECHNOLOGY}:44: '数据中心': this term has no reading; add reading: with tone marks",
                f"{TECHNOLOGY}:47: '數據中心': this term has no reading; add reading: with tone marks",
            ],
        ),
        (
            TECHNOLOGY,
            "{term: 資料中心, reading: zī liào zhōng xīn, part_of_speech: noun}",
            "{term: 資料中心, part_of_speech: noun}",
            [f"{TECHNOLOGY}:46: '資料中心': this term has no reading; add reading: with tone marks"],
        ),
        (
            TECHNOLOGY,
            CENTER,
            "{term: 数据中心, reading: shù jù zhōng, part_of_speech: noun}",
            [
                f"{TECHNOLOGY}:44: 'shù jù zhōng': 数据中心 has 4 Han characters, its reading 3 syllables;"
                " write one syllable for each, with blanks between",
            ],
        ),
        (
            TECHNOLOGY,
            CENTER,
            "{term: 数据中心, reading: shùjù zhōng xīn, part_of_speech: noun}",
            [
                f"{TECHNOLOGY}:44: 'shùjù zhōng xīn': 'shùjù' is no pinyin syllable;"
                " write one syllable for each, with blanks between"
            ],
        ),
        (
            TECHNOLOGY,
            "reading: AI xīn piàn",
            "reading: A I xīn piàn",
            [
                f"{TECHNOLOGY}:21: 'A I xīn piàn': AI芯片 has 2 Han characters, its reading 4 syllables;"
                " write one syllable for each, with blanks between"
            ],
        ),
        (
            TECHNOLOGY,
            "related: [semiconductor]",
            "replaces: [semiconductor]",
            [f"{TECHNOLOGY}:27: 'semiconductor': a concept still has this id; merge the two, or remove it"],
        ),
        (
            TECHNOLOGY,
            "related: [semiconductor]",
            "related: [semiconducter]",
            [f"{TECHNOLOGY}:27: 'semiconducter': no concept has this id; name one that exists, or remove it"],
        ),
        (
            TECHNOLOGY,
            "distractors: [薯片芯片]",
            "distractors: [薯片]",
            [
                f"{TECHNOLOGY}:26: '薯片': this contains no term of the concept;"
                " write the longer string that must not count as the term, or remove it"
            ],
        ),
        (
            TECHNOLOGY,
            "distractors: [薯片芯片]",
            "distractors: [芯片]",
            [
                f"{TECHNOLOGY}:26: '芯片': this contains no term of the concept;"
                " write the longer string that must not count as the term, or remove it"
            ],
        ),
        (
            TECHNOLOGY,
            "sections: [harbor/s1]",
            "sections: [s1]",
            [f"{TECHNOLOGY}:54: 's1': this is no section; write article/s1"],
        ),
        (
            FINANCE,
            CAPEX,
            f"{{term: {'capex ' * 200}x, part_of_speech: noun, status: admitted}}",
            [
                f"{FINANCE}:14: 'capex capex capex capex capex capex capex capex capex capex…':"
                " this is longer than 1024 bytes; shorten it"
            ],
        ),
    ],
)
def test_each_rule(edit: Edit, file: str, old: str, new: str, told: list[str]) -> None:
    assert complaints(edit(file, old, new)) == told


def test_a_broken_file_does_not_make_the_others_look_broken(edit: Edit) -> None:
    assert complaints(edit(TECHNOLOGY, "subject_field: technology", "subject_field: [technology")) == [
        f"{TECHNOLOGY}:2: 'title: {{en: Technology, zh-Hans: 科技, zh-Hant: 科技}}': the file is not YAML:"
        " did not find expected ',' or ']'; check quotes, colons and indentation on this line and the one before"
    ]


def test_faults_of_several_files_are_told_at_once(edit: Edit) -> None:
    edit(FINANCE, "subject_field: finance", "subject_field: Finance")
    told = complaints(edit(TECHNOLOGY, "subject_field: technology", "subject_field: Technology"))
    assert [line.partition(" ")[0] for line in told] == [f"{FINANCE}:1:", f"{TECHNOLOGY}:1:"]


def test_what_an_editor_may_leave_out(tiny: Path) -> None:
    files = read_glossary(tiny / "glossary")
    assert files.subject_fields == (
        SubjectField("finance", LocalizedText("金融", "金融", "Finance")),
        SubjectField("technology", LocalizedText("科技", "科技", "Technology")),
    )
    assert [concept.id for concept in files.concepts] == [
        "capital-expenditure",
        "harbor-data",
        "semiconductor",
        "chip",
        "data",
        "data-center",
        "computing-power",
    ]
    harbor = next(concept for concept in files.concepts if concept.id == "harbor-data")
    full, name = TermType.FULL_FORM, PartOfSpeech.PROPER_NOUN
    assert harbor == Concept(
        id="harbor-data",
        concept_type=ConceptType.INDIVIDUAL,
        subject_field="finance",
        definition=PartialText(
            "在港口建设的公司。", "在港口建設的公司。", "Company that builds at the harbor."
        ),
        terms=(
            Term("港湾数据", "zh-Hans", Status.PREFERRED, full, name, reading="gǎng wān shù jù"),
            Term("港灣數據", "zh-Hant", Status.PREFERRED, full, name, reading="gǎng wān shù jù"),
            Term("Harbor Data", "en", Status.PREFERRED, full, name),
            Term("Gangwan Shuju", "en", Status.DEPRECATED, full, name, use="Harbor Data"),
        ),
        sections=("harbor/s1",),
    )
    assert harbor.preferred("zh-Hant").term == "港灣數據"


def test_a_short_form_and_a_region_may_each_have_a_preferred_term(edit: Edit) -> None:
    folder = edit(FINANCE, CAPEX, "{term: capex, part_of_speech: noun, term_type: shortForm}")
    edit(
        TECHNOLOGY,
        "{term: data centre, part_of_speech: noun, status: admitted, geographical_usage: GB}",
        "{term: data centre, part_of_speech: noun, geographical_usage: GB}",
    )
    assert len(read_glossary(folder / "glossary").concepts) == 7
