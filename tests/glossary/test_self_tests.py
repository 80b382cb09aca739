"""Tests that a glossary carries: how they are written, and what is told of one that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from api.validation import report_lines, validated

FILE = "glossary/finance.yaml"
END = "    sections: [harbor/s1]\n"


@pytest.fixture
def tested(own_content: Path) -> Callable[[str], str]:
    """Return a function that adds tests to a glossary file and returns what validation says of the folder."""

    def told(tests: str) -> str:
        path = own_content / FILE
        path.write_text(path.read_text(encoding="utf-8") + f"tests:\n{tests}\n", encoding="utf-8")
        return report_lines(validated(own_content, None, None)).replace(f"{own_content}/", "")

    return told


LINE = 28  # where tests begin in the file that `tested` makes


def test_what_is_expected_is_found(tested: Callable[[str], str]) -> None:
    said = tested(
        "  - {text: 薯片芯片, hits: []}\n"
        "  - {text: 芯片与AI芯片, lang: zh-Hans, hits: [{term: 芯片, concept: chip}, {term: AI芯片, concept: chip}]}\n"
        "  - {text: Chips for data centres, hits: [{term: Chips, concept: semiconductor},"
        " {term: data centres, concept: data-center}]}"
    )
    assert said.endswith("1 article, 8 figures, 3 tests: no complaint")


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        (
            "  - {text: 数据中心很大, hits: []}",
            "'数据中心很大': expected no term; found 数据中心 (data-center); add what hides a term to its concept's"
            " distractors, or correct hits",
        ),
        (
            "  - {text: 薯片芯片, hits: [{term: 芯片, concept: chip}]}",
            "'薯片芯片': expected 芯片 (chip); found none; add what hides a term to its concept's distractors, or"
            " correct hits",
        ),
        (
            "  - {text: 数据中心, hits: [{term: 数据, concept: data}]}",
            "'数据中心': expected 数据 (data); found 数据中心 (data-center); add what hides a term to its concept's"
            " distractors, or correct hits",
        ),
        (
            "  - {text: 芯片, hits: [{term: 芯片, concept: chips}]}",
            "'chips': no concept has this id; name one that exists, or remove it",
        ),
        ("  - {text: 芯片}", "hits: this field is missing; add it"),
        (
            "  - {text: 芯片, hit: [], hits: []}",
            "hit: this field is not known here; did you mean hits?",
        ),
        (
            "  - {text: 芯片, lang: de, hits: []}",
            "'de': lang: this is no content language; write one of zh-Hans, zh-Hant, en",
        ),
        (
            f"  - {{text: {'长' * 501}, hits: []}}",
            f"'{'长' * 59}…': text: this is longer than 500 characters; write several tests",
        ),
        ("  - {text: 芯片, hits: [{term: 芯片}]}", "concept: this field is missing; add it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_line_and_mend(
    tested: Callable[[str], str], test: str, complaint: str
) -> None:
    assert complaint in tested(f"  - {{text: 芯片, hits: [{{term: 芯片, concept: chip}}]}}\n{test}")


def test_a_failing_test_names_its_line(tested: Callable[[str], str]) -> None:
    said = tested("  - {text: 芯片, hits: [{term: 芯片, concept: chip}]}\n  - text: 芯片\n    hits: []")
    assert said.startswith(f"{FILE}:{LINE + 2}: '芯片': expected no term; found 芯片 (chip);")
    assert said.endswith("\n1 complaint")


def test_the_shipped_glossary_passes_its_own_tests() -> None:
    report = validated(None, None, None)
    assert report.complaints == []
    assert report.tests > 50
