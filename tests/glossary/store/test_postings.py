"""Lists of ranks come back as they were, whatever their order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.store.postings import PART, decode, encode, parts

RANKS = st.integers(1, (1 << 28) - 1)


@given(
    st.lists(RANKS, min_size=1, max_size=PART)
    | st.lists(RANKS, min_size=1, max_size=PART, unique=True).map(sorted)
    | st.lists(st.integers(1, 400), min_size=1, max_size=PART, unique=True).map(sorted)
    | st.builds(lambda first, length: list(range(first, first + length)), RANKS, st.integers(1, PART))
)
def test_a_part_comes_back(ranks: list[int]) -> None:
    assert list(decode(encode(ranks))) == ranks


@given(st.lists(RANKS, min_size=1, max_size=3 * PART))
def test_the_first_part_says_how_many_there_are(ranks: list[int]) -> None:
    rows = list(parts("#银", ranks))
    assert [rank for *_, data in rows for rank in decode(data)] == ranks
    assert [(name, part) for name, part, *_ in rows] == [("#银", part) for part in range(len(rows))]
    assert [total for _, _, total, _ in rows] == [len(ranks)] + [0] * (len(rows) - 1)
    assert all(len(list(decode(data))) == PART for *_, data in rows[:-1])
