"""What only glossary and summaries together can be checked for, and the proof against the article itself."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from api.content import read_content
from api.folders import ContentFolders
from api.proof import prove_against_source
from translations.authoring import ContentError

Edit = Callable[[str, str, str], Path]
ARTICLE = "summaries/harbor/article.yaml"
FIGURES = "summaries/harbor/figures.yaml"
TECHNOLOGY = "glossary/technology.yaml"


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as told:
        read_content(ContentFolders.at(folder))
    return [str(complaint).replace(f"{folder}/", "") for complaint in told.value.complaints]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            TECHNOLOGY,
            "sections: [harbor/s1]",
            "sections: [harbor/s7]",
            [
                f"{TECHNOLOGY}:54: 'harbor/s7': no article has this section; the sections are harbor/s1, harbor/s2"
            ],
        ),
        (
            FIGURES,
            "said_by: harbor-data",
            "said_by: harbour",
            [f"{FIGURES}:10: 'harbour': no concept has this id; name one of the glossary"],
        ),
        (
            ARTICLE,
            '- en: "[Harbor Data](term:harbor-data)',
            '- en: "[Harbor Data](term:harbour)',
            [
                f"{ARTICLE}:10: '[Harbor Data](term:harbour) spends [](figure:harbor-investm…':"
                " term:harbour: no concept has this id; name one of the glossary"
            ],
        ),
        (
            ARTICLE,
            '- en: "[Harbor Data](term:harbor-data)',
            '- en: "[Gangwan Shuju](term:harbor-data)',
            [
                f"{ARTICLE}:10: '[Gangwan Shuju](term:harbor-data) spends [](figure:harbor-i…':"
                " term:harbor-data: 'Gangwan Shuju' is no usable term of it; write one of Harbor Data"
            ],
        ),
        (
            ARTICLE,
            "[数据中心](term:data-center)",
            "[数据](term:data-center)",
            [
                f"{ARTICLE}:20: '[](figure:harbor-capacity/period)，[](figure:harbor-sites)[数…':"
                " term:data-center: '数据' is no usable term of it; write one of 数据中心"
            ],
        ),
    ],
)
def test_references_between_the_two_halves(
    edit: Edit, file: str, old: str, new: str, told: list[str]
) -> None:
    assert complaints(edit(file, old, new)) == told


@pytest.mark.parametrize(
    "words", ["data centers", "Data centers", "data center's", "data centre", "Data Centres", "data center"]
)
def test_an_english_term_may_be_inflected(edit: Edit, words: str) -> None:
    folder = edit(ARTICLE, "[data centers](term:data-center)", f"[{words}](term:data-center)")
    assert read_content(ContentFolders.at(folder)).articles


def test_one_broken_half_is_not_complained_about_twice(edit: Edit) -> None:
    folder = edit(TECHNOLOGY, "  - id: computing-power\n", "  - id: computing_power\n")
    assert complaints(folder) == [
        f"{TECHNOLOGY}:55: 'computing_power': id: this is no id;"
        " use small letters, digits and hyphens, a letter first"
    ]


def proof(folder: Path, source: str) -> list[str]:
    content = read_content(ContentFolders.at(folder))
    found = prove_against_source(content, content.article_files[0], source)
    return [str(complaint).replace(f"{folder}/", "") for complaint in found]


@pytest.fixture(scope="module")
def source() -> str:
    return (Path(__file__).parents[1] / "data/harbor.txt").read_text(encoding="utf-8")


def test_the_tiny_content_is_borne_out(tiny: Path, source: str) -> None:
    assert proof(tiny, source) == []


def test_a_quotation_that_is_not_in_the_source(edit: Edit, source: str) -> None:
    folder = edit(FIGURES, "as_written: 6.8 吉瓦", "as_written: 6.9 吉瓦")
    assert proof(folder, source) == [
        f"{FIGURES}:4: '6.9 吉瓦': this does not stand in section s1 of the source; copy the article's own characters"
    ]


def test_a_quotation_in_another_section(edit: Edit, source: str) -> None:
    folder = edit(FIGURES, "section: s2\n    as_written: 三分之一", "section: s1\n    as_written: 三分之一")
    assert proof(folder, source) == [
        f"{FIGURES}:56: '三分之一': this does not stand in section s1 of the source; copy the article's own characters"
    ]


def test_a_figure_that_says_something_else_than_its_quotation(edit: Edit, source: str) -> None:
    folder = edit(FIGURES, "value: 6.8", "value: 8.6")
    assert proof(folder, source) == [
        f"{FIGURES}:4: '6.8 吉瓦': 6.8 吉瓦 reads 6.8 gigawatt;"
        " correct the value, unit or modifier, or quote enough words"
    ]


def test_a_term_that_its_section_does_not_use(edit: Edit, source: str) -> None:
    folder = edit(TECHNOLOGY, "sections: [harbor/s2]", "sections: [harbor/s2, harbor/s1]")
    assert proof(folder, source) == [
        f"{TECHNOLOGY}:66: 'harbor/s1': no term of computing-power occurs in this section of the source;"
        " remove the section, or add the term as it occurs"
    ]


def test_a_section_that_the_source_does_not_have(tiny: Path, source: str) -> None:
    assert proof(tiny, source.replace("成本里", "费用里")) == [
        f"{ARTICLE}:15: no line of the source begins with '成本' (s2);"
        " give begins: the first characters of that line"
    ]


def test_an_editors_lock_is_no_content(own_content: Path) -> None:
    (own_content / "glossary" / ".#technology.yaml").symlink_to("editor@host.1:9")
    folders = ContentFolders.at(own_content)
    assert len(folders.fingerprint()) == 64
    assert len(read_content(folders).glossary.concepts) == 7


def test_what_is_no_file_is_complained_about(own_content: Path) -> None:
    (own_content / "glossary" / "x.yaml").mkdir()
    os.mkfifo(own_content / "glossary" / "y.yaml")
    (own_content / "glossary" / "z.yml").touch()
    (own_content / FIGURES).unlink()
    (own_content / FIGURES).symlink_to("figures.yaml")
    assert complaints(own_content) == [
        "glossary/x.yaml: this is no file; remove it, or give it another name",
        "glossary/y.yaml: this is no file; remove it, or give it another name",
        "glossary/z.yml: this file is not read; let its name end in .yaml",
        f"{FIGURES}: Too many levels of symbolic links; put a file there that can be read",
    ]
    assert len(ContentFolders.at(own_content).fingerprint()) == 64
