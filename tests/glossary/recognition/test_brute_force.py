"""What is recognized is what a matcher finds that tries every pattern at every place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import Concept
from glossary.keys.english import stem
from glossary.recognition.alphabet import alphabet
from glossary.recognition.build import write_patterns
from glossary.recognition.characters import Kind
from glossary.recognition.forms import fits, is_name
from glossary.recognition.recognition import recognize
from glossary.recognition.recognizer import Recognizer
from glossary.recognition.spellings import patterns_of
from glossary.recognition.tokenizer import Words, tokenize
from glossary.recognition.tokens import Token, tokens
from tests.concepts import concept

_HAN = st.text("数据中心資料化AI", min_size=1, max_size=5)
_PHRASES = st.lists(
    st.sampled_from(["data", "center", "bank", "soft", "rates", "AI", "5", "&"]), min_size=1, max_size=3
)
_TERMS = st.one_of(
    _HAN, _PHRASES.map(" ".join), st.sampled_from(["SoftBank", "5G", "U.S.", "AI芯片", "芯", "约翰·史密斯"])
)
_CONCEPTS = st.lists(
    st.tuples(st.lists(_TERMS, min_size=1, max_size=3), st.lists(_TERMS, max_size=1)), max_size=5
)
_PIECES = st.sampled_from(
    [*"数据数據中心資料化芯片约翰史密斯 ·-’.&5\n", "AI", "ai", "data", "Data", "centers", "center", "bank", "Soft", "SoftBank", "rates", "rate", "U.S.", "G", " ", "\u200b", "́", "½", "ﬁ", "😀", "�", "\x00", "，", "㈱", "é", "ﾃﾞ", "İ"]
)  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


def key(found: list[Token]) -> str:
    """The same for two sequences of tokens of which the table cannot tell one from the other."""
    return "".join(stem(token.word) if token.kind is Kind.LETTER else token.word for token in found)


def is_whole(text: str, found: list[Token], first: int, behind: int) -> bool:
    """Whether neither end lies within a character."""
    before = first == 0 or found[first - 1].end <= found[first].start
    return before and (behind == len(found) or found[behind - 1].end <= found[behind].start)


def linked(text: str, found: list[Token]) -> bool:
    """Whether nothing between the tokens keeps them from being one term."""
    gaps = [text[one.end : other.start] for one, other in pairwise(found)]
    return all(len(gap) <= 8 and "\0" not in gap and "\ud800" not in gap for gap in gaps)


def brute_force(text: str, concepts: list[Concept]) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether it is a distractor, of everything that any pattern is at any place."""
    found = tokens(text)
    patterns = {
        (key(tokens(p.spelling)), p.text, p.name, p.distractor) for c in concepts for p in patterns_of(c)
    }
    for first in range(len(found)):
        for behind in range(first + 1, len(found) + 1):
            span = found[first:behind]
            if not is_whole(text, found, first, behind) or not linked(text, span):
                continue
            surface = text[span[0].start : span[-1].end]
            for spelled, term, name, distractor in patterns:
                if spelled == key(span) and fits(surface, term, name=name):
                    yield span[0].start, span[-1].end, distractor


def expected(text: str, concepts: list[Concept]) -> list[tuple[int, int]]:
    """The longest of the terms that begin first, without those within a longer distractor."""
    found = set(brute_force(text, concepts))
    shelters = [(start, end) for start, end, distractor in found if distractor]
    terms = {
        (start, end)
        for start, end, distractor in found
        if not distractor and not any(a <= start and end <= b and (a, b) != (start, end) for a, b in shelters)
    }
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(terms, key=lambda span: (span[0], -span[1])):
        if not chosen or start >= chosen[-1][1]:
            chosen.append((start, end))
    return chosen


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("brute") / "own.terms"


@settings(max_examples=300)
@given(text=_TEXTS, named=_CONCEPTS)
def test_brute_force_finds_the_same(file: Path, text: str, named: list[tuple[list[str], list[str]]]) -> None:
    concepts = [concept(f"c{n}", *terms, distractors=others) for n, (terms, others) in enumerate(named)]
    write_patterns(file, concepts)
    recognizer = Recognizer.open(file)
    wanted = expected(text, concepts)
    assert list(recognizer.spans(text)) == wanted
    assert list(recognizer.spans(text)) == wanted  # when every spelling is known
    by_id = {each.id: each for each in concepts}
    reading = recognize(recognizer, by_id.get, text, "zh-Hans")
    assert len(reading.terms) == len(wanted)
    for found, (start, end) in zip(reading.terms, wanted, strict=True):
        assert found.start <= start < end <= found.end
        assert text[found.start : found.end] == found.text
        meaning = found.meaning
        assert fits(text[start:end], meaning.term.term, name=is_name(meaning.term))
        assert meaning.term in by_id[meaning.concept.id].terms


@settings(max_examples=300)
@given(st.one_of(_TEXTS, st.text(max_size=20)))
def test_long_texts_have_the_tokens_that_short_ones_have(text: str) -> None:
    letters = alphabet()
    many = tokenize(text, letters.entries, letters.several, Words())
    few = tokens(text)
    assert list(zip(many.start.tolist(), many.end.tolist(), strict=True)) == [
        (each.start, each.end) for each in few
    ]
    assert (~many.word).tolist() == [token.kind is Kind.HAN for token in few]
