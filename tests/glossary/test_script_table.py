"""Characters of one script alone: none of them stands in a text of the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from api.content import Content
from glossary.checking.script_table import only_simplified, only_traditional
from glossary.han_fold import han_fold_table


def _texts(content: Content, language: str) -> Iterator[str]:
    """Every text of the shipped content in `language`, as its editors wrote it."""
    for concept in content.glossary.concepts:
        yield from (term.term for term in concept.terms_in(language))
        yield from (text.get(language) or "" for text in (concept.definition, concept.note) if text)
    for files in content.article_files:
        for section in files.all_sections():
            yield from (sentence.markup[language] for sentence in section.sentences)


@pytest.mark.parametrize(
    ("language", "strange"), [("zh-Hant", only_simplified()), ("zh-Hans", only_traditional())]
)
def test_no_text_of_ours_has_a_character_of_the_other_script(
    shipped_content: Content, language: str, strange: dict[str, str]
) -> None:
    # A note of either script may quote the other's words.
    quoted = {c for other in ("zh-Hans", "zh-Hant") for t in _quotations(shipped_content, other) for c in t}
    found = {c for text in _texts(shipped_content, language) for c in text if c in strange} - quoted
    assert found == set()


def _quotations(content: Content, language: str) -> Iterator[str]:
    for concept in content.glossary.concepts:
        text = concept.note.get(language) if concept.note else None
        for part in (text or "").replace("「", "“").replace("」", "”").split("“")[1:]:
            yield part.partition("”")[0]


def test_no_character_is_of_both() -> None:
    assert not only_simplified().keys() & only_traditional().keys()


def test_each_has_its_other_form() -> None:
    fold = han_fold_table()
    pairs = (
        (ord(traditional), simplified) for simplified, traditional in only_simplified().items() if traditional
    )
    # Where several glyphs are simplified to one, the rarer one may be brought together with another.
    assert sum(fold.get(traditional) != simplified for traditional, simplified in pairs) < 10
    assert all(simplified != traditional for traditional, simplified in only_traditional().items())


@pytest.mark.parametrize("character", "后里干面台着云松板表谷几准余系范郁征价种胜据万却温恒吴")
def test_what_both_scripts_have_is_no_slip(character: str) -> None:
    assert character not in only_simplified()


@pytest.mark.parametrize("character", "乾著徵藉瞭夥后里台")
def test_what_simplified_text_has_is_no_slip(character: str) -> None:
    assert character not in only_traditional()


@pytest.mark.parametrize("pair", ["软軟", "数數", "开開", "发 ", "为為", "这這", "个 "])
def test_what_only_simplified_text_has(pair: str) -> None:
    assert only_simplified()[pair[0]] == (pair[1].strip() or None)


@pytest.mark.parametrize("pair", ["軟软", "數数", "後后", "於于", "裡里", "臺台", "麼么"])
def test_what_only_traditional_text_has(pair: str) -> None:
    assert only_traditional()[pair[0]] == pair[1]
