"""Searching in process: every kind of query, at 170, 124,260 and a million concepts; recall against brute force; RapidFuzz beside it.

    python benchmarks/searching.py [--count 124260] [--cedict FILE.gz]

Microseconds are of this thread's CPU, the median and the 99th percentile of some 600 queries after one round to warm the
page cache: by `search` alone, with which twenty concepts are read, and with the JSON that is sent. Needs rapidfuzz for its column.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import glossaries
import million
from glossaries import Kind, Sample

from api.index import Index
from api.sqlite_index import SqliteIndex
from glossary import Glossary, MatchMode, TermQuery
from glossary.store import keys
from glossary.store.postings import RANK, unpack

GOAL_P50, GOAL_P99 = 60.0, 1000.0
GOAL_BYTES = 500.0
GOAL_RAPIDFUZZ, GOAL_RECALL = 300.0, 0.95
_GOALS_FOR = ("exact", "prefix", "infix", "pinyin", "initials")
_HEAVY = ("pypinyin", "opencc", "sqlalchemy", "numpy", "lxml", "yaml")
_HAN = re.compile("[\u4e00-\u9fff]+")
_TRUTHS = 60  # queries held against brute force, of each kind
_SERVED = """
import sys
from api.server import worker
client = worker().test_client()
for path in ("/api/v1/terms?q=%E7%AE%97&match=auto", "/api/v1/terms?q=zhongx&field=technology", "/readyz", "/zh-Hans/"):
    assert client.get(path).status_code == 200, path
print(*sorted(set(sys.argv[1:]) & set(sys.modules)))
"""


def timed(run: Callable[[str], object], queries: Sequence[str]) -> tuple[float, float]:
    """Return the median and the 99th percentile of CPU microseconds."""
    for query in queries:
        run(query)
    taken = []
    for query in queries:
        start = time.thread_time_ns()
        run(query)
        taken.append((time.thread_time_ns() - start) / 1000)
    taken.sort()
    return taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


def searches(glossary: Glossary, kind: Kind) -> tuple[float, float, float, float, float]:
    """Return the costs of `kind` and how many hits there were at the mean."""
    mode = MatchMode(kind.match)

    def with_json(query: str) -> bytes:
        hits = glossary.search(TermQuery(query, mode)).hits
        return b"".join([piece for hit in hits for piece in hit.pieces()])

    alone = timed(lambda query: glossary.search(TermQuery(query, mode)), kind.queries)
    whole = timed(with_json, kind.queries)
    hits = statistics.mean(len(glossary.search(TermQuery(query, mode)).hits) for query in kind.queries)
    return *alone, *whole, hits


def speed(glossary: Glossary, found: Sample) -> None:
    """Print the cost of each kind of query."""
    print(f"{'':16}{'search':>10}{'p99':>9}{'+ JSON':>10}{'p99':>9}{'hits':>7}")
    for kind in glossaries.kinds(found):
        p50, p99, json50, json99, hits = searches(glossary, kind)
        goal = kind.name.startswith(_GOALS_FOR)
        short = [
            name
            for name, value, most in (("p50", p50, GOAL_P50), ("p99", p99, GOAL_P99))
            if goal and value > most
        ]
        told = f"  misses its goal: {', '.join(short)}" if short else "  reached" if goal else ""
        print(f"{kind.name:16}{p50:8.0f}µs{p99:7.0f}µs{json50:8.0f}µs{json99:7.0f}µs{hits:7.1f}{told}")
    print(f"goals: search p50 ≤ {GOAL_P50:.0f} µs, p99 ≤ {GOAL_P99:.0f} µs")


def whole_keys(index: Index, kind: str) -> dict[str, list[int]]:
    """Return the ranks of the concepts by key."""
    rows = index.query(
        "SELECT key, entries FROM term_key WHERE key >= ? AND key < ?", (kind, kind + keys.LAST)
    )
    return {key[1:]: [entry & RANK for entry in unpack(data)] for key, data in rows}


def found_ranks(glossary: Glossary, query: str, mode: MatchMode, most: int) -> tuple[set[str], int]:
    """Return the ids of up to `most` hits, and how many there are."""
    ids: set[str] = set()
    total = 1
    while len(ids) < min(most, total):
        page = glossary.search(TermQuery(query, mode, limit=min(100, most), offset=len(ids)))
        total = page.total
        if not page.hits:
            break
        ids |= {hit.fragment.split('"', 4)[3] for hit in page.hits}
    return ids, total


def recall(index: Index, glossary: Glossary, found: Sample, held: dict[str, list[int]]) -> None:
    """Hold one- and two-character Chinese queries against every key."""
    ids = dict(index.query("SELECT rank, id FROM concept", ()))
    wanted = missed = 0
    for length in (1, 2):
        beginnings = dict.fromkeys(text[:length] for text in found.chinese if _HAN.fullmatch(text[:length]))
        for query in [each for each in beginnings if len(each) == length][:_TRUTHS]:
            truth = {ids[rank] for key, ranks in held.items() if query in key for rank in ranks}
            hits, total = found_ranks(glossary, query, MatchMode.INFIX, 2000)
            wanted += len(truth)
            missed += abs(len(truth) - total) + len(hits - truth)
    print(
        f"one- and two-character Chinese: {1 - missed / wanted:.2%} of {wanted:,} by brute force (goal 100%)"
    )


def beside_rapidfuzz(
    index: Index,
    glossary: Glossary,
    found: Sample,
    held: dict[str, list[int]],
    readings: dict[str, list[int]],
) -> None:
    """Time RapidFuzz over all keys, and count what of its answers is found."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA, Levenshtein

    ids = dict(index.query("SELECT rank, id FROM concept", ()))
    for kind in glossaries.kinds(found):
        if kind.match != "fuzzy":
            continue
        among = readings if kind.name == "fuzzy pinyin" else held
        names = list(among)
        queries = [query.replace(" ", "").casefold() for query in kind.queries[:_TRUTHS]]
        ours, _ = timed(
            lambda query: glossary.search(TermQuery(query, MatchMode.FUZZY)), kind.queries[:_TRUTHS]
        )
        taken, all_truth, of_truth, plain = [], 0, 0, []
        for typed, query in zip(kind.queries, queries, strict=False):
            start = time.thread_time()
            top = process.extract(query, names, scorer=Levenshtein.distance, limit=20)
            taken.append((time.thread_time() - start) * 1e6)
            near = process.extract(query, names, scorer=OSA.distance, score_cutoff=1, limit=None)
            truth = {ids[rank] for name, *_ in near for rank in among[name]}
            hits = {
                hit.fragment.split('"', 4)[3]
                for hit in glossary.search(TermQuery(typed, MatchMode.FUZZY)).hits
            }
            all_truth += min(20, len(truth))
            of_truth += min(20, len(truth & hits))
            best = {ids[rank] for name, *_ in top for rank in among[name][:1]}
            plain.append(len(best & hits) / len(best))
        theirs = statistics.median(taken)
        print(
            f"{kind.name:16}{ours:8.0f}µs, RapidFuzz {theirs:9.0f}µs: {theirs / ours:6.0f} times (goal {GOAL_RAPIDFUZZ:.0f});"
            f" recall@20 of terms one error away {of_truth / max(1, all_truth):.3f} (goal {GOAL_RECALL}),"
            f" of RapidFuzz's first twenty at any distance {statistics.mean(plain):.3f}"
        )


def disk(path: Path, count: int) -> None:
    """Print how many bytes a concept takes."""
    beside = sum(file.stat().st_size for file in path.parent.glob("*.patterns*"))
    size = path.stat().st_size
    print(
        f"{size / count:.0f} bytes a concept in the index (goal {GOAL_BYTES:.0f}); recognition's file {beside / count:.0f} more"
    )


def modules(environment: dict[str, str]) -> None:
    """Print which heavy modules a serving process has loaded."""
    command = [sys.executable, "-c", _SERVED, *_HEAVY]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
    print(f"in the serving process of {', '.join(_HEAVY)}: {told or 'none'} (goal: none)")


def main(counts: Iterable[int], cedict: Path) -> None:
    """Print everything for each size."""
    for count in counts:
        settings = glossaries.settings_for(count, cedict)
        index = SqliteIndex(settings.index)
        index.map_into_memory()
        glossary = Glossary(index.query)
        found = glossaries.sample(index)
        print(f"\n{count:,} concepts")
        speed(glossary, found)
        disk(settings.index, max(1, index.query("SELECT count(*) FROM concept", ())[0][0]))
        modules(glossaries.environment_of(settings))
        if count > glossaries.SHIPPED:
            held = whole_keys(index, keys.WHOLE)
            recall(index, glossary, found, held)
            beside_rapidfuzz(index, glossary, found, held, whole_keys(index, keys.PINYIN))
        index.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=glossaries.CEDICT)
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    options = parser.parse_args()
    main(
        dict.fromkeys(sorted((glossaries.SHIPPED, min(options.count, glossaries.CEDICT), options.count))),
        options.cedict,
    )
