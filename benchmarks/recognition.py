"""Recognition of terms, side by side with pyahocorasick's bare iteration, at 170, 124,260 and a million concepts.

    python benchmarks/recognition.py [--sizes 170 124260 1000000] [--cedict FILE.gz] [--keep FOLDER]

The glossaries are made from CC-CEDICT (`million.py`), English terms from its glosses; the texts from our corpora and from
words of the dictionary, a megabyte of UTF-8 each. What is found in Chinese is held against a matcher that tries every
length at every place (tests/glossary/recognition/test_brute_force.py does so for everything, in small). Needs pyahocorasick (pip install pyahocorasick); without it its column is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import million

from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType, search_key
from glossary.han_fold import han_fold_table
from glossary.recognition.build import write_patterns
from glossary.recognition.recognizer import Recognizer

ROOT = Path(__file__).parents[1]
SIZES = (170, 124_260, million.MILLION)
TEXT_BYTES = 1_000_000
ROUNDS = 5
SENTENCE = "软银将与OpenAI共同投资数据中心，推动人工智能产业发展。"
GOALS = {124_260: 3.0, million.MILLION: 4.0}  # times pyahocorasick's bare iteration
GOAL_RATE = 10.0
GOAL_START = 100.0
GOAL_MEMORY = 60.0
SAMPLE = 100_000  # characters that are read by brute force, too
# Ideographs, and what stands between them in idioms and names without being one.
_HAN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]+")
_PAUSES = str.maketrans("", "", "，、·-－—")
_LINE = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/")
_GLOSS = re.compile(r"[A-Za-z][A-Za-z0-9'&. -]{0,60}[A-Za-z0-9]")


def concepts(count: int, cedict: Path) -> Iterator[Concept]:
    """Yield `count` concepts of CC-CEDICT and its suffixed entries."""
    for n, line in enumerate(million.lines(count, cedict)):
        found = _LINE.match(line)
        assert found
        traditional, simplified, glosses = found.groups()
        terms = [_term(simplified, "zh-Hans"), _term(traditional, "zh-Hant")]
        terms += [_term(gloss, "en") for gloss in islice(filter(_GLOSS.fullmatch, glosses.split("/")), 2)]
        yield Concept(f"c{n}", ConceptType.GENERAL, "cedict", None, tuple(terms))


def _term(text: str, lang: str) -> Term:
    return Term(text, lang, Status.PREFERRED, TermType.FULL_FORM, PartOfSpeech.NOUN)


def texts(cedict: Path) -> dict[str, str]:
    """Return a megabyte each of Chinese, English, both, and words of the dictionary in any order."""
    draw = random.Random(4)
    sample = list(islice(concepts(124_260, cedict), 0, None, 7))
    chinese, english = (_sentences(lang) for lang in ("zh", "en"))
    heads = [concept.terms[0].term for concept in sample]
    glosses = [term.term for concept in sample for term in concept.terms[2:]]
    return {
        "Chinese": _filled(draw, chinese, ""),
        "English": _filled(draw, english, " "),
        "mixed": _filled(draw, chinese + english, " "),
        "Chinese words": _filled(draw, heads, ""),
        "English words": _filled(draw, glosses, ", "),
    }


def _sentences(lang: str) -> list[str]:
    files = sorted((ROOT / "benchmarks" / "corpora").glob(f"reading_{lang}_*.jsonl"))
    return [
        json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()
    ]


def _filled(draw: random.Random, pieces: Sequence[str], joint: str) -> str:
    found, size = [], 0
    while size < TEXT_BYTES:
        found.append(draw.choice(pieces))
        size += len((found[-1] + joint).encode())
    return joint.join(found)


def timed(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """Return the least CPU seconds of each of `calls`, made in turns after one turn that warms."""
    taken = [[_seconds(call) for call in calls] for _ in range(rounds + 1)]
    return [min(column) for column in zip(*taken[1:], strict=True)]


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def automaton(count: int, cedict: Path) -> Any | None:
    """Return pyahocorasick's automaton of the same terms, None where it is not installed."""
    try:
        import ahocorasick
    except ImportError:
        return None
    found = ahocorasick.Automaton()
    for n, concept in enumerate(concepts(count, cedict)):
        for term in concept.terms:
            found.add_word(term.term.casefold() if term.lang == "en" else search_key(term.term), n)
    found.make_automaton()
    return found


def measure(count: int, cedict: Path, folder: Path, written: dict[str, str]) -> bool:
    """Print what a glossary of `count` concepts costs, and how fast it is; whether the goals are met."""
    path = folder / f"{count}.terms"
    start = time.process_time()
    read = sum(1 for _ in concepts(count, cedict))
    reading = time.process_time() - start
    start = time.process_time()
    write_patterns(path, concepts(count, cedict))
    building = time.process_time() - start - reading
    size = path.stat().st_size
    print(
        f"\n{read:,} concepts: built in {building:.1f} s, {size / 1e6:.1f} MB, {size / read:.0f} bytes a concept"
    )
    recognizer, peer = Recognizer.open(path), automaton(count, cedict)
    met = True
    goal = GOALS.get(count)
    print(f"{'':16}{'MB/s':>8}{'pyahocorasick':>15}{'ratio':>8}{'terms':>12}   goal {goal or 'none'}")
    for name, text in written.items():
        size = len(text.encode())
        calls: list[Callable[[], object]] = [partial(_drained, recognizer.spans, text)]
        if peer is not None:
            calls.append(partial(_drained, peer.iter, text.casefold()))
        ours, *theirs = timed(ROUNDS, *calls)
        rate = size / ours / 1e6
        told = f"{name:16}{rate:8.1f}"
        for seconds in theirs:
            met &= goal is None or seconds / ours >= goal
            told += f"{size / seconds / 1e6:15.1f}{seconds / ours:8.1f}"
        met &= rate >= GOAL_RATE or name not in ("Chinese", "Chinese words")
        print(f"{told}{sum(1 for _ in recognizer.spans(text)):12,}")
    print(
        f"a sentence of {len(SENTENCE)} characters: {timed(500, partial(_drained, recognizer.spans, SENTENCE))[0] * 1e6:.0f} µs"
    )
    met &= agrees(recognizer, count, cedict, written["Chinese words"])
    return met & started(path)


def agrees(recognizer: Recognizer, count: int, cedict: Path, text: str) -> bool:
    """Print and return whether a dictionary, asked for every length at every place of a text of Han characters, says the same."""
    fold = han_fold_table()
    text = "".join(_HAN.findall(text))[:SAMPLE]
    spelled = (term.term.translate(_PAUSES) for concept in concepts(count, cedict) for term in concept.terms)
    known = {term.translate(fold) for term in spelled if _HAN.fullmatch(term)}
    longest = max(map(len, known))
    folded, wanted, place = text.translate(fold), [], 0
    while place < len(text):
        ends = range(min(place + longest, len(text)), place, -1)
        end = next((end for end in ends if folded[place:end] in known), None)
        if end is not None:
            wanted.append((place, end))
        place = end or place + 1
    same = wanted == list(recognizer.spans(text))
    told = "the same as" if same else "NOT WHAT IS"
    print(
        f"{len(wanted):,} terms in {len(text):,} characters: {told} found by trying every length at every place"
    )
    return same


def _drained(matches: Callable[[str], Iterator[object]], text: str) -> None:
    for _ in matches(text):
        pass


_START = """
import re, sys, time
from pathlib import Path
def private():
    told = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(kb) for kb in re.findall(r"Private_(?:Clean|Dirty): +([0-9]+)", told)) / 1024
import glossary  # a worker has it from its start
before = private()
start = time.process_time()
from glossary.recognition.recognizer import Recognizer
recognizer = Recognizer.open(Path(sys.argv[1]))
recognizer.spans("软银将与OpenAI共同投资数据中心，推动人工智能产业发展。")
first = time.process_time() - start
after = private()
recognizer.spans(Path(sys.argv[2]).read_text(encoding="utf-8"))
print(first * 1000, after - before, private() - before)
"""


def started(path: Path) -> bool:
    """Print what the first answer of a process costs, and its private memory; Linux only."""
    if not Path("/proc/self/smaps_rollup").exists():
        return True
    text = path.with_suffix(".txt")
    text.write_text("软银投资数据中心 data centres 。" * 10_000, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    runs = [
        subprocess.run(
            [sys.executable, "-c", _START, str(path), str(text)],
            env=environment,
            check=True,
            capture_output=True,
        ).stdout.split()
        for _ in range(5)
    ]
    first, short, long = (min(map(float, column)) for column in zip(*runs, strict=True))
    print(
        f"first answer after {first:.0f} ms of CPU (numpy's import included), private memory {short:.1f} MB more,"
        f" {long:.1f} MB after a text of 230,000 characters"
    )
    return first <= GOAL_START and long <= GOAL_MEMORY


def main(arguments: list[str]) -> None:
    """Print all of it; and whether the goals were met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    parser.add_argument("--keep", type=Path, help="folder to leave the files in")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        written = texts(options.cedict)
        met = [measure(size, options.cedict, folder, written) for size in options.sizes]
    print("\nevery goal met" if all(met) else "\nsome goals missed")


if __name__ == "__main__":
    main(sys.argv[1:])
