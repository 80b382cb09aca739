"""A long text as tokens, all at once: what `tokens` does, with numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glossary.keys.english import stem
from glossary.recognition.alphabet import CODE, FLAGS_SHIFT, KIND, KIND_SHIFT, SIZE
from glossary.recognition.characters import Kind
from glossary.recognition.hashing import STEP, word_step

_WIDEST_GAP = 8  # characters between two tokens of a term: a line's end and the next one's indentation
_LONGEST_WORD = 64  # letters; what is longer is no English word, and keeps its form
_MOST_STEPS = 1 << 16  # distinct words that are remembered

_Codes = NDArray[np.uint32]
_Places = NDArray[np.int32]
_Hashes = NDArray[np.uint64]
_Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class TokenArray:
    """The tokens of a text.

    Token n takes a hash from h to `factor[n]` * h + `summand[n]` (`hashing`), and stands from `start[n]` to `end[n]`.
    `linked[n]`: the next may belong to the same term; `plain[n]`: it is a Han character that the next touches;
    `close[n]`: it and the next may be one word. `flags[n]` is what the alphabet says that patterns do with a single
    character. `inner[n]`: it begins within a character of the text (the 2 of ½).
    """

    factor: _Hashes
    summand: _Hashes
    start: _Places
    end: _Places
    linked: _Marks
    plain: _Marks
    close: _Marks
    flags: NDArray[np.uint8]
    word: _Marks
    inner: _Marks | None

    def __len__(self) -> int:
        return len(self.start)


class Words(dict[str, int]):
    """What each word does to a hash, found once: word → row of `steps`."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[tuple[int, int]] = []
        self._table = np.zeros((0, 2), np.uint64)

    def __missing__(self, word: str) -> int:
        stemmed = stem(word) if word[0].isalpha() and len(word) <= _LONGEST_WORD else word
        self._steps.append(word_step("and" if word == "&" else stemmed))
        self[word] = row = len(self._steps) - 1
        return row

    def steps(self, codes: _Codes, starts: _Places, ends: _Places) -> _Hashes:
        """Return factor and summand of each word of `codes`, a row for each."""
        if len(self) > _MOST_STEPS:
            self.clear()
            self._steps.clear()
            self._table = self._table[:0]
        text = codes.tobytes().decode("utf-32-le", "surrogatepass")
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        rows = np.fromiter((self[text[start:end]] for start, end in spans), np.intp, len(starts))
        if len(self._table) < len(self._steps):
            added = np.array(self._steps[len(self._table) :], np.uint64)
            self._table = np.concatenate([self._table, added])
        return self._table[rows]


def tokenize(text: str, entries: _Codes, several: _Codes, words: Words) -> TokenArray:
    """Return the tokens of `text` by the `entries` and `several` of an alphabet."""
    visible = _Visible.of(text, entries, several)
    kind, codes = visible.kind, visible.codes
    alone = (kind == Kind.HAN) | (kind == Kind.SYMBOL)
    run = (kind == Kind.LETTER) | (kind == Kind.DIGIT)
    same = np.zeros(len(kind) + 1, np.bool_)  # whether a character and the one before it are of one run
    if run.any():
        same[1:-1] = run[1:] & (kind[1:] == kind[:-1])
        first = np.flatnonzero(alone | (run & ~same[:-1])).astype(np.int32)
        last = np.flatnonzero(alone | (run & ~same[1:])).astype(np.int32)
    else:
        first = last = np.flatnonzero(alone).astype(np.int32)
    first_kind = kind[first]
    han = first_kind == Kind.HAN
    summand = (codes[first].astype(np.uint64)) * np.uint64(STEP)
    factor = np.full(len(first), STEP, np.uint64)
    flags = (visible.entries[first] >> np.uint32(FLAGS_SHIFT)).astype(np.uint8)
    word = ~han
    spelled = np.flatnonzero(word & ((codes[first] == ord("&")) | (first_kind != Kind.SYMBOL)))
    if len(spelled):
        steps = words.steps(codes, first[spelled], last[spelled] + 1)
        factor[spelled], summand[spelled] = steps[:, 0], steps[:, 1]
    linked, touching = _links(kind, first, last)
    close = np.zeros(len(first), np.bool_)
    if word.any():
        close[:-1] = linked[:-1] & word[:-1] & word[1:]
    plain = han & touching
    plain[:-1] &= han[1:]
    start, end = visible.places(first, last)
    inner = None
    if visible.expanded:
        inner = np.zeros(len(first) + 1, np.bool_)
        inner[1:-1] = start[1:] < end[:-1]
    return TokenArray(factor, summand, start, end, linked, plain, close, flags, word, inner)


def _links(kind: NDArray[np.uint8], first: _Places, last: _Places) -> tuple[_Marks, _Marks]:
    """Return whether each token and the next may be of one term, and whether they touch."""
    linked = np.zeros(len(first), np.bool_)
    touching = np.zeros(len(first), np.bool_)
    if len(first) > 1:
        gap = first[1:] - last[:-1] - 1
        touching[:-1] = gap == 0
        linked[:-1] = gap <= _WIDEST_GAP
        breaks = kind == Kind.BREAK
        if breaks.any():
            before = np.cumsum(breaks, dtype=np.int32)
            linked[:-1] &= before[first[1:]] == before[last[:-1]]
    return linked, touching


@dataclass(frozen=True, slots=True)
class _Visible:
    """The characters of a text that are there, folded; `origin` is where each stands in the text, None: where it is."""

    entries: _Codes
    codes: _Codes
    kind: NDArray[np.uint8]
    origin: _Places | None
    expanded: bool

    @classmethod
    def of(cls, text: str, alphabet: _Codes, several: _Codes) -> _Visible:
        raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        entries = alphabet[np.minimum(raw, np.uint32(SIZE - 1))]
        kind = _kinds(entries)
        origin: _Places | None = None
        expanded = bool((kind == Kind.SEVERAL).any())
        if expanded:
            entries, origin = _expanded(entries, kind, alphabet, several)
            kind = _kinds(entries)
        there = kind != Kind.SKIP
        if not there.all():
            origin = np.flatnonzero(there).astype(np.int32) if origin is None else origin[there]
            entries, kind = entries[there], kind[there]
        silent = _between(kind, Kind.APOSTROPHE, Kind.LETTER)
        if len(silent):
            there = np.ones(len(kind), np.bool_)
            there[silent] = False
            origin = np.flatnonzero(there).astype(np.int32) if origin is None else origin[there]
            entries, kind = entries[there], kind[there]
        kind[_between(kind, Kind.POINT, Kind.DIGIT)] = Kind.DIGIT
        return cls(entries, entries & np.uint32(CODE), kind, origin, expanded)

    def places(self, first: _Places, last: _Places) -> tuple[_Places, _Places]:
        """Return start and end in the text of what stands from `first` to `last`."""
        if self.origin is None:
            return first, last + np.int32(1)
        return self.origin[first], self.origin[last] + np.int32(1)


def _kinds(entries: _Codes) -> NDArray[np.uint8]:
    return (entries >> np.uint32(KIND_SHIFT)).astype(np.uint8) & np.uint8(KIND)


def _between(kind: NDArray[np.uint8], what: Kind, sides: Kind) -> NDArray[np.intp]:
    """Return where `what` stands between two of `sides`."""
    places = np.flatnonzero(kind == what)
    places = places[(places > 0) & (places < len(kind) - 1)]
    found: NDArray[np.intp] = places[(kind[places - 1] == sides) & (kind[places + 1] == sides)]
    return found


def _expanded(
    entries: _Codes, kind: NDArray[np.uint8], alphabet: _Codes, several: _Codes
) -> tuple[_Codes, _Places]:
    """Put the characters that each of kind SEVERAL folds to in its place; return them and where they come from."""
    wide = np.flatnonzero(kind == Kind.SEVERAL)
    at = (entries[wide] & np.uint32(CODE)).astype(np.intp)
    lengths = np.ones(len(entries), np.intp)
    lengths[wide] = several[at]
    origin = np.repeat(np.arange(len(entries), dtype=np.int32), lengths)
    found = entries[origin]
    within = np.arange(lengths[wide].sum()) - np.repeat(
        np.cumsum(lengths[wide]) - lengths[wide], lengths[wide]
    )
    forms = several[np.repeat(at + 1, lengths[wide]) + within]
    found[np.repeat(kind == Kind.SEVERAL, lengths)] = alphabet[forms]
    return found, origin
