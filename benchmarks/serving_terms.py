"""Searching over HTTP beside an empty Flask view that returns as many bytes: same server, same processes, in turns.

    python benchmarks/serving_terms.py [--count 124260] [--cedict FILE.gz] [--seconds 1] [--rounds 3] [--datasette PYTHON]

The clients share the cores with the servers, so a lone rate says little. Two ratios are told for each kind of query: of
throughput, and of the CPU time that a request costs the server (user and system, from /proc; Linux only), which is the
sturdier; both are medians of rounds in turns, above 1 is faster than the floor. Every request has a Host of its own, so that
no answer is a kept one but where that is measured. `--datasette` names a Python that has Datasette
(pip install datasette==0.65.5): it serves the same concepts from a SQLite table with FTS5, as its users make one.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from urllib.parse import quote

import glossaries
import million
from serving import cpu_seconds

from api.index import Index
from api.settings import Settings
from api.sqlite_index import SqliteIndex
from glossary import Glossary

WORKERS = 2
CLIENTS = 4
GOAL, GOAL_EXACT, GOAL_KEPT = 0.6, 0.75, 0.9
GOAL_P99 = 1.3
GOAL_WORDS, GOAL_SHORT = 6.0, 100.0
GOAL_MEMORY, GOAL_START = 60.0, 1.5
_SERVE = [sys.executable, "-c", "from api.cli import main; main()", "serve"]


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    port: int
    pid: int

    def worker_pids(self) -> list[int]:
        """Return the processes below it."""
        told = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.pid)], capture_output=True, text=True
        ).stdout
        return [int(pid) for pid in told.split()]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a server in turns: paths, more header lines, and whether each has a Host of its own."""

    paths: tuple[str, ...]
    headers: str = ""
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Round:
    """Requests a second, CPU microseconds a request, and the latencies in microseconds."""

    rate: float
    cpu: float
    p99: float


@contextmanager
def running(command: Sequence[str], environment: dict[str, str], path: str) -> Iterator[Server]:
    """Run a server; yield it when it answers `path`."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = int(command[command.index("--port") + 1]) if "--port" in command else int(command[3])
    try:
        latest = time.monotonic() + 60
        while True:
            try:
                ask(port, path)
                break
            except OSError:
                if time.monotonic() > latest:
                    raise
                time.sleep(0.01)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def duizhao(settings: Settings, workers: int = WORKERS) -> tuple[list[str], dict[str, str]]:
    """Return the command and environment of the service."""
    command = [*_SERVE, "--host", "127.0.0.1", "--workers", str(workers), "--port", str(free_port())]
    return command, glossaries.environment_of(settings)


def floor(kind: str, sizes: Sequence[int] = (), workers: int = WORKERS) -> list[str]:
    """Return the command of the floor."""
    file = str(Path(__file__).with_name("floor.py"))
    return [sys.executable, file, kind, str(free_port()), str(workers), *map(str, sizes)]


def ask(port: int, path: str, headers: str = "") -> tuple[str, bytes]:
    """Make one request; return the head and the body of its answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        return exchange(connection, f"GET {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n".encode())


def exchange(connection: socket.socket, request: bytes) -> tuple[str, bytes]:
    """Send a request and read its answer."""
    connection.sendall(request)
    data = connection.recv(65536)
    while b"\r\n\r\n" not in data:
        more = connection.recv(65536)
        if not more:
            raise OSError("closed")
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    lowered = head.lower()
    if b"transfer-encoding: chunked" in lowered:
        while not body.endswith(b"0\r\n\r\n"):
            body += connection.recv(262_144)
        return head.decode("latin-1"), body
    at = lowered.find(b"content-length:")
    length = int(lowered[at + 15 :].split(b"\r", 1)[0]) if at >= 0 and b" 304 " not in head[:16] else 0
    left = length - len(body)
    parts = [body]
    while left > 0:
        more = connection.recv(min(left, 262_144))
        left -= len(more)
        parts.append(more)
    return head.decode("latin-1"), b"".join(parts)


def client(port: int, asked: Asked, seconds: float, number: int) -> list[float]:
    """Ask for some seconds; return the latencies."""
    taken: list[float] = []
    numbers = count(number * 1_000_000 + int(time.monotonic() * 1000) % 1000 * 1000)
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        start = number * len(asked.paths) // CLIENTS
        paths = cycle([*asked.paths[start:], *asked.paths[:start]])
        end = time.perf_counter() + seconds
        while (begun := time.perf_counter()) < end:
            host = f"h{next(numbers)}" if asked.fresh else "x"
            request = f"GET {next(paths)} HTTP/1.1\r\nHost: {host}\r\n{asked.headers}\r\n".encode()
            head, _ = exchange(connection, request)
            taken.append((time.perf_counter() - begun) * 1e6)
            if head[9:12] not in ("200", "304"):
                raise SystemExit(f"{request.decode()}{head}")
    return taken


def measure(pool: multiprocessing.pool.Pool, server: Server, asked: Asked, seconds: float) -> Round:
    """Ask a server for some seconds, with every client at once."""
    before = cpu_seconds(server.pid)
    found = pool.starmap(client, [(server.port, asked, seconds, n) for n in range(CLIENTS)])
    taken = sorted(latency for each in found for latency in each)
    cpu = (cpu_seconds(server.pid) - before) / len(taken) * 1e6
    return Round(len(taken) / seconds, cpu, taken[int(len(taken) * 0.99)])


def middle(rounds: Sequence[Round]) -> Round:
    """Return the medians."""
    return Round(*(statistics.median(getattr(r, name) for r in rounds) for name in ("rate", "cpu", "p99")))


def questions(found: glossaries.Sample) -> dict[str, tuple[Asked, float]]:
    """Return what is asked by name, with its goal."""
    asked = {
        kind.name: (
            Asked(tuple(kind.paths())),
            GOAL_EXACT if kind.match == "exact" else GOAL,
        )
        for kind in glossaries.kinds(found)
    }
    some = asked["prefix zh 2"][0].paths[:1]
    asked["repeated"] = (Asked(some, fresh=False), GOAL_KEPT)
    return asked


def beside_the_floor(options: argparse.Namespace, settings: dict[int, Settings]) -> None:
    """Print each kind of query beside the floor, and its p99 beside that of the shipped glossary."""
    index, small = SqliteIndex(settings[options.count].index), SqliteIndex(settings[glossaries.SHIPPED].index)
    asked, asked_small = questions(glossaries.sample(index)), questions(glossaries.sample(small))
    with ExitStack() as stack:
        pool = stack.enter_context(multiprocessing.Pool(CLIENTS))
        ours = stack.enter_context(running(*duizhao(settings[options.count]), "/readyz"))
        shipped = stack.enter_context(running(*duizhao(settings[glossaries.SHIPPED]), "/readyz"))
        sizes = {
            name: int(statistics.median(len(ask(ours.port, path)[1]) for path in each.paths[:200]))
            for name, (each, _) in asked.items()
        }
        numbers = sorted({*sizes.values(), 1024})
        empty = stack.enter_context(running(floor("flask", numbers), dict(os.environ), f"/{numbers[0]}"))
        repeated = asked["repeated"][0].paths[0]
        tag = (
            next(line for line in ask(ours.port, repeated)[0].splitlines() if line.lower().startswith("etag"))
            .partition(":")[2]
            .strip()
        )
        has = f"If-None-Match: {tag}\r\n"
        asked["304, kept"] = (Asked((repeated,), has, fresh=False), GOAL_KEPT)
        asked["304, first seen"] = (Asked((repeated,), has), GOAL_KEPT)
        sizes["304, kept"] = sizes["304, first seen"] = 1024
        print(
            f"{'':16}{'bytes':>7}{'req/s':>8}{'CPU µs':>8}{'throughput':>12}{'CPU':>7}{'goal':>6}{'p99 to 170':>12}"
        )
        for name, (each, goal) in asked.items():
            pairs = {
                "ours": (ours, each),
                "floor": (empty, Asked((f"/{sizes[name]}",), fresh=each.fresh)),
                "shipped": (shipped, asked_small.get(name, (each, 0))[0]),
            }
            found: dict[str, list[Round]] = {pair: [] for pair in pairs}
            for _ in range(options.rounds):
                for pair, (server, what) in pairs.items():
                    found[pair].append(measure(pool, server, what, options.seconds))
            mine, least = middle(found["ours"]), middle(found["floor"])
            rate = statistics.median(
                a.rate / b.rate for a, b in zip(found["ours"], found["floor"], strict=True)
            )
            cpu = least.cpu / mine.cpu
            tail = mine.p99 / middle(found["shipped"]).p99
            told = "" if max(rate, cpu) >= goal else "  misses"
            print(
                f"{name:16}{sizes[name]:7}{mine.rate:8.0f}{mine.cpu:8.0f}{rate:12.2f}{cpu:7.2f}{goal:6.2f}{tail:12.2f}{told}",
                flush=True,
            )
        print(f"p99: goal at most {GOAL_P99} times that at {glossaries.SHIPPED} concepts")
        private = [private_megabytes(pid) for pid in ours.worker_pids()]
        told_memory = ", ".join(f"{megabytes:.0f} MB" for megabytes in private)
        print(f"private memory of each worker after that: {told_memory} (goal {GOAL_MEMORY:.0f} MB)")


def private_megabytes(pid: int) -> float:
    """Return the private memory of a process."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def starts(options: argparse.Namespace, settings: dict[int, Settings]) -> None:
    """Print the time to the first answer beside that of an empty flask-smorest application."""
    path = "/api/v1/terms?q=%E7%AE%97&locale=en"
    taken: dict[str, list[float]] = {"floor": [], **{f"{size:,}": [] for size in settings}}
    for _ in range(options.rounds + 2):
        for name, (command, environment, first) in {
            "floor": (floor("smorest", workers=1), dict(os.environ), "/readyz"),
            **{f"{size:,}": (*duizhao(each, 1), path) for size, each in settings.items()},
        }.items():
            begun = time.perf_counter()
            with running(command, environment, first):
                taken[name].append(time.perf_counter() - begun)
    least = statistics.median(taken.pop("floor"))
    for name, each in taken.items():
        own = statistics.median(each)
        print(
            f"first answer at {name}: {own * 1000:.0f} ms, empty flask-smorest {least * 1000:.0f} ms:"
            f" {own / least:.2f} times (goal {GOAL_START})"
        )


def beside_datasette(options: argparse.Namespace, settings: dict[int, Settings]) -> None:
    """Print words, short Chinese and pinyin prefixes beside Datasette on the same concepts."""
    own = settings[options.count]
    index = SqliteIndex(own.index)
    found = glossaries.sample(index)
    base = datasette_file(index, own.instance / "datasette.db")
    words = [text.split()[0] for text in found.english if text.split()[0].isalpha()][:200]
    by_kind = {kind.name: kind for kind in glossaries.kinds(found)}
    short = {f"infix zh {n}": by_kind[f"infix zh {n}"].queries[:60] for n in (1, 2)}
    pinyin = by_kind["pinyin prefix"].queries[:60]
    asked = {
        "words": (words, "infix", "_search={}", GOAL_WORDS),
        **{
            name: (list(queries), "infix", "zh_hans__contains={}", GOAL_SHORT)
            for name, queries in short.items()
        },
        "pinyin prefix": (list(pinyin), "pinyin", "pinyin__startswith={}", GOAL_SHORT),
    }
    port = free_port()
    command = [
        options.datasette, "-m", "datasette", "serve", str(base), "--port", str(port),
        "--setting", "sql_time_limit_ms", "60000", "--setting", "suggest_facets", "off",
    ]  # fmt: skip
    with ExitStack() as stack:
        pool = stack.enter_context(multiprocessing.Pool(CLIENTS))
        ours = stack.enter_context(running(*duizhao(own, 1), "/readyz"))
        theirs = stack.enter_context(running(command, dict(os.environ), "/-/versions.json"))
        for name, (queries, match, filtered, goal) in asked.items():
            mine = Asked(tuple(f"/api/v1/terms?q={quote(q)}&match={match}&locale=en" for q in queries))
            other = Asked(
                tuple(
                    f"/datasette/concept.json?{filtered.format(quote(q))}&_shape=objects&_size=20&_nocount=1"
                    for q in queries
                )
            )
            rounds = [
                (
                    measure(pool, ours, mine, options.seconds),
                    measure(pool, theirs, other, 3 * options.seconds),
                )
                for _ in range(options.rounds)
            ]
            rate = statistics.median(a.rate / b.rate for a, b in rounds)
            cpu = statistics.median(b.cpu / a.cpu for a, b in rounds)
            first, second = middle([a for a, _ in rounds]), middle([b for _, b in rounds])
            print(
                f"{name:16}{first.rate:8.0f} req/s, Datasette {second.rate:7.1f}: {rate:7.0f} times; by CPU {cpu:7.0f}"
                f" times (goal {goal:.0f}){'' if max(rate, cpu) >= goal else '  misses'}",
                flush=True,
            )


def datasette_file(index: Index, path: Path) -> Path:
    """Write the concepts as a table with indexes and FTS5 on the words, as a user of Datasette would."""
    if path.exists():
        return path
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE concept (id TEXT PRIMARY KEY, zh_hans TEXT, zh_hant TEXT, pinyin TEXT, en TEXT)"
    )
    rows = map(_row, Glossary(index.query).fragments())
    connection.executemany("INSERT OR REPLACE INTO concept VALUES (?, ?, ?, ?, ?)", rows)
    for column in ("zh_hans", "zh_hant", "pinyin"):
        connection.execute(f"CREATE INDEX concept_{column} ON concept ({column})")
    connection.execute('CREATE VIRTUAL TABLE concept_fts USING fts5(zh_hans, zh_hant, en, content="concept")')
    connection.execute(
        "INSERT INTO concept_fts (rowid, zh_hans, zh_hant, en) SELECT rowid, zh_hans, zh_hant, en FROM concept"
    )
    connection.commit()
    connection.close()
    return path


def _row(fragment: str) -> tuple[str, ...]:
    from glossary.keys.pinyin import pinyin_key

    concept = json.loads(fragment)
    terms = {tag: language["terms"] for tag, language in concept["languages"].items()}
    reading = next((term["reading"] for term in terms["zh-Hans"] if term["reading"]), "")
    named = ("; ".join(term["term"] for term in terms[tag]) for tag in ("zh-Hans", "zh-Hant", "en"))
    hans, hant, english = named
    return concept["id"], hans, hant, pinyin_key(reading), english


def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=glossaries.CEDICT)
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--datasette", help="a Python that has Datasette")
    options = parser.parse_args()
    settings = {
        size: glossaries.settings_for(size, options.cedict)
        for size in dict.fromkeys((glossaries.SHIPPED, options.count))
    }
    print(f"{options.count:,} concepts, {WORKERS} processes of one thread each, {CLIENTS} clients")
    starts(options, settings)
    beside_the_floor(options, settings)
    if options.datasette:
        beside_datasette(options, settings)


if __name__ == "__main__":
    _main()
