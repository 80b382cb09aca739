"""The index in PostgreSQL: what it answers, beside SQLite's file, and how long that takes, beside the server's own ping.

    python benchmarks/postgres.py [--count 124260|1000000] [--url postgresql://…]
    python benchmarks/postgres.py --drivers

Without --url a server of our own runs meanwhile, on a socket, as `initdb` sets it up. The glossary is CC-CEDICT, or a million concepts made from
it (benchmarks/million.py), imported into both stores. A ping is `SELECT 1` on the connection that answers, p50. A search takes
two statements or more, which have to wait for each other. Exit code 1 when an answer differs from SQLite's or a concept is missing from one.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import million

from api.database_url import DatabaseUrl
from api.imports import import_concepts
from api.index import Index, open_index
from api.settings import Settings
from glossary import Concept, Glossary, MatchMode, TermQuery, search_key
from glossary.interchange.reading import Options, Seen, SubjectFields, open_glossary
from tests.postgres import own_cluster

GOAL = 3.0  # pings
ROUNDS = 3  # the last is measured: statements are planned, pages are in memory

Search = Callable[[], object]


@dataclass(slots=True)
class Watched:
    """An index whose statements are timed."""

    index: Index
    seconds: float = 0.0
    statements: int = 0

    def query(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Run a statement and note how long it took."""
        started = time.perf_counter()
        rows = self.index.query(sql, values)
        self.seconds += time.perf_counter() - started
        self.statements += 1
        return rows


@dataclass(slots=True)
class Times:
    """Seconds of each search: as a whole, and what of it the database took."""

    whole: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    statements: int = 0


def measure(watched: Watched, queries: list[TermQuery]) -> tuple[Times, list[Any]]:
    """Return the times and the answers of the last of some rounds."""
    glossary = Glossary(watched.query)
    for _ in range(ROUNDS):
        times, answers = Times(), []
        for query in queries:
            before, statements = watched.seconds, watched.statements
            started = time.perf_counter()
            page = glossary.search(query)
            times.whole.append(time.perf_counter() - started)
            times.database.append(watched.seconds - before)
            times.statements += watched.statements - statements
            answers.append(([(hit.fragment, hit.match) for hit in page.hits], page.total, page.exact))
    return times, answers


def ping(index: Index, count: int = 5_000) -> float:
    """Return the p50 of a ping."""
    times = []
    for _ in range(count):
        started = time.perf_counter()
        index.query("SELECT 1", ())
        times.append(time.perf_counter() - started)
    return median(times)


def kinds(index: Index, each: int) -> dict[str, list[TermQuery]]:
    """Return queries of every kind, made of the terms that are there."""
    rows = index.query("SELECT key FROM term_key WHERE key >= ? AND key < ?", ("=", "A"))
    keys = [key for (key,) in rows]
    random.seed(7)
    random.shuffle(keys)
    han = [key[1:] for key in keys if key[0] == "=" and key[1] >= "\u3400"][: 2 * each]
    latin = [
        key[1:] for key in keys if key[0] == "=" and key[1:].isalpha() and key.isascii() and len(key) > 5
    ][:each]
    pinyin = [key[1:] for key in keys if key[0] == "@" and len(key) > 5][:each]

    def of(texts: list[str], mode: MatchMode) -> list[TermQuery]:
        return [TermQuery(text, mode) for text in texts[:each]]

    return {
        "exact, Chinese": of(han, MatchMode.EXACT),
        "exact, English": of(latin, MatchMode.EXACT),
        "1 character": of([text[0] for text in han], MatchMode.AUTO),
        "2 characters": of([text[:2] for text in han], MatchMode.AUTO),
        "auto, Chinese": of(han, MatchMode.AUTO),
        "auto, English": of(latin, MatchMode.AUTO),
        "prefix, Chinese": of([text[:2] for text in han], MatchMode.PREFIX),
        "prefix, English": of([text[:4] for text in latin], MatchMode.PREFIX),
        "infix, Chinese": of([text[1:3] for text in han if len(text) > 2], MatchMode.INFIX),
        "infix, English": of([text[:5] for text in latin], MatchMode.INFIX),
        "pinyin": of(pinyin, MatchMode.PINYIN),
        "initials": of([text[:3] for text in pinyin], MatchMode.INITIALS),
        "fuzzy, Chinese": of([text[:-1] + "々" for text in han if len(text) > 2], MatchMode.FUZZY),
        "fuzzy, English": of([text[:2] + text[3:] for text in latin], MatchMode.FUZZY),
    }


def compare(postgres: Index, sqlite: Index, each: int) -> bool:
    """Print a line for each kind of query; return whether answers are the same."""
    watched, beside = Watched(postgres), Watched(sqlite)
    one = ping(postgres)
    print(f"ping {one * 1e6:.0f} µs (p50)")
    print(f"{'':18}{'p50':>8}{'p99':>11}{'pings':>8}{'statements':>13}{'pings each':>12}{'SQLite p50':>14}")
    good, late = True, []
    for name, queries in kinds(sqlite, each).items():
        times, answers = measure(watched, queries)
        others, expected = measure(beside, queries)
        same = answers == expected
        good = good and same
        pings, statements = median(times.whole) / one, times.statements / len(queries)
        late += [name] if pings > GOAL else []
        print(
            f"{name:18}{_us(median(times.whole))}{_us(_p99(times.whole)):>11}{pings:8.1f}{statements:13.1f}"
            f"{median(times.database) / one / statements:12.1f}{_us(median(others.whole)):>14}"
            f"{'' if same else '  DIFFERENT ANSWERS'}"
        )
    print(f"more than {GOAL:.0f} pings: {'; '.join(late) or 'none'}")
    return good


def recall(index: Index, each: int) -> bool:
    """Print how many of the concepts that have one and two Chinese characters are found by them, against brute force."""
    glossary = Glossary(index.query)
    held = []
    for fragment in glossary.fragments():
        concept = json.loads(fragment)
        terms = [
            t["term"] for tag, found in concept["languages"].items() if tag != "en" for t in found["terms"]
        ]
        held.append((concept["id"], "\n".join(map(search_key, terms))))
    random.seed(11)
    found = wanted = 0
    for length in (1, 2):
        for _, keys in random.sample(held, each):
            text = keys.partition("\n")[0][:length]
            if len(text) < length or not all(character >= "\u3400" for character in text):
                continue
            truth = {id_ for id_, terms in held if text in terms}
            hits = glossary.search(TermQuery(text, MatchMode.INFIX, limit=len(held))).hits
            wanted += len(truth)
            found += len(truth & {json.loads(hit.fragment)["id"] for hit in hits})
    print(f"recall of 1 and 2 characters: {found:,} of {wanted:,} = {100 * found / wanted:.2f} %")
    return found == wanted


def brought(settings: Settings, file: Path) -> Index:
    """Import `file`, tell how long that took, and open the index."""
    reading = open_glossary(file, Options(), SubjectFields((), None), Seen())
    started = time.perf_counter()
    import_concepts(settings, (entry for entry in reading.entries if isinstance(entry, Concept)))
    print(
        f"import into {'PostgreSQL' if settings.database else 'SQLite':12}{time.perf_counter() - started:6.1f} s"
    )
    return open_index(settings)


def drivers(url: str) -> None:
    """Print the ping of each driver, and an answer of twenty rows."""
    import asyncpg
    import pg8000.native

    twenty = "SELECT n, 'some text'::text FROM generate_series(1, 20) n WHERE n < {}"
    loop = asyncio.new_event_loop()
    direct = loop.run_until_complete(asyncpg.connect(url))
    _told("asyncpg", lambda: loop.run_until_complete(direct.fetch("SELECT 1")))
    _told("asyncpg, 20 rows", lambda: loop.run_until_complete(direct.fetch(twenty.format("$1"), 99)))
    arguments, _ = direct._addr, direct._params
    plain = pg8000.native.Connection(
        direct._params.user, password=direct._params.password, database=direct._params.database,
        **({"unix_sock": arguments} if isinstance(arguments, str) else {"host": arguments[0], "port": arguments[1]}),
    )  # fmt: skip
    one, many = plain.prepare("SELECT 1"), plain.prepare(twenty.format(":a"))
    _told("pg8000", one.run)
    _told("pg8000, 20 rows", lambda: many.run(a=99))
    plain.close()
    loop.run_until_complete(direct.close())
    loop.close()


def _told(name: str, work: Search, count: int = 5_000) -> None:
    times = []
    for _ in range(count):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    print(f"{name:20}{_us(median(times))}{_us(_p99(times))}")


def _us(seconds: float) -> str:
    return f"{seconds * 1e6:5.0f} µs"


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[98]


@contextmanager
def _server(url: str | None) -> Iterator[str]:
    if url:
        yield url
    else:
        with own_cluster(durable=True) as cluster:
            yield cluster.database()


def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=124_260)
    parser.add_argument("--each", type=int, default=300, help="queries of each kind")
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    parser.add_argument("--url", help="an empty database, to be filled; its server's settings count")
    parser.add_argument("--drivers", action="store_true")
    options = parser.parse_args()
    with _server(options.url) as url, tempfile.TemporaryDirectory() as folder:
        if options.drivers:
            return drivers(url)
        file = Path(folder) / "concepts.u8"
        million.write(file, options.count, options.cedict)
        postgres = brought(Settings(Path(folder), database=DatabaseUrl(url)), file)
        sqlite = brought(Settings(Path(folder)), file)
        good = compare(postgres, sqlite, options.each)
        good = recall(postgres, 60) and good
        postgres.close()
        sqlite.close()
    if not good:
        sys.exit("an answer differs, or a concept is missing")


if __name__ == "__main__":
    _main()
