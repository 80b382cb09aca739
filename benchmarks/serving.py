"""Which server, side by side: the same application under each, the same requests, in turns.

The clients share the cores with the servers, so a lone rate says little; the ratios repeat, and so does the CPU time
a request costs the server (user + system of all its processes, from /proc; Linux only).

Run: python benchmarks/serving.py        (needs pip install '.[bench]')
"""

from __future__ import annotations

import http.client
import multiprocessing
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROUNDS = 3
SECONDS = 2.0
CLIENTS = 4
GRANIAN = [
    sys.executable,
    "-m",
    "granian",
    "--interface",
    "wsgi",
    "--workers",
    "2",
    "--log-level",
    "warning",
    "--factory",
]
GUNICORN = [sys.executable, "-m", "gunicorn", "--workers", "2", "--log-level", "error", "--no-control-socket"]
SERVERS = {
    "gunicorn sync": [*GUNICORN, "--bind", "127.0.0.1:{port}", "api:create_app()"],
    "gunicorn gthread 1": [
        *GUNICORN,
        "-k",
        "gthread",
        "--threads",
        "1",
        "--bind",
        "127.0.0.1:{port}",
        "api:create_app()",
    ],
    "gunicorn gthread 4": [
        *GUNICORN,
        "-k",
        "gthread",
        "--threads",
        "4",
        "--bind",
        "127.0.0.1:{port}",
        "api:create_app()",
    ],
    "granian 1 thread": [*GRANIAN, "--blocking-threads", "1", "--port", "{port}", "api:create_app"],
    "granian 4 threads": [*GRANIAN, "--blocking-threads", "4", "--port", "{port}", "api:create_app"],
}
REQUESTS = {
    "exact": "/api/v1/terms?q=%E7%AE%97%E5%8A%9B&match=exact&locale=en",
    "figures": "/api/v1/articles/softbank-ai/figures?locale=de&limit=20",
    "page": "/zh-Hans+en/articles/softbank-ai",
}


@contextmanager
def serving(command: list[str], instance: str) -> Iterator[tuple[int, int]]:
    """Run a server; yield its port and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    filled = [part.format(port=port) for part in command]
    process = subprocess.Popen(filled, env={**os.environ, "DUIZHAO_INSTANCE": instance})
    try:
        until_up(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def until_up(port: int) -> None:
    """Wait until the server answers."""
    for _ in range(200):
        try:
            fetch(http.client.HTTPConnection("127.0.0.1", port), "/readyz")
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server did not come up")


def fetch(connection: http.client.HTTPConnection, path: str) -> None:
    """Make one request and read its answer."""
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")


def client(port: int, path: str) -> int:
    """Ask for SECONDS; return how many answers came."""
    connection, count, end = http.client.HTTPConnection("127.0.0.1", port), 0, time.monotonic() + SECONDS
    while time.monotonic() < end:
        fetch(connection, path)
        count += 1
    return count


def cpu_seconds(root: int) -> float:
    """Return the CPU time that a process and its descendants have used."""
    ticks = os.sysconf("SC_CLK_TCK")
    stats = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        stats[int(entry.parent.name)] = (int(fields[1]), (int(fields[11]) + int(fields[12])) / ticks)
    family = {root}
    while grown := {pid for pid, (parent, _) in stats.items() if parent in family} - family:
        family |= grown
    return sum(stats[pid][1] for pid in family if pid in stats)


def measure(command: list[str], path: str, instance: str) -> tuple[float, float]:
    """Return requests a second and CPU microseconds a request."""
    with serving(command, instance) as (port, pid), multiprocessing.Pool(CLIENTS) as pool:
        before = cpu_seconds(pid)
        count = sum(pool.starmap(client, [(port, path)] * CLIENTS))
        return count / SECONDS, (cpu_seconds(pid) - before) / count * 1e6


def main() -> None:
    """Print a table for each kind of request."""
    with tempfile.TemporaryDirectory() as instance:
        for name, path in REQUESTS.items():
            found: dict[str, list[tuple[float, float]]] = {server: [] for server in SERVERS}
            for _ in range(ROUNDS):
                for server, command in SERVERS.items():
                    found[server].append(measure(command, path, instance))
            floor = statistics.median(cpu for _, cpu in found["gunicorn sync"])
            print(f"\n{name}  {path}\n{'':20} {'req/s':>8} {'CPU µs':>8} {'CPU ratio to gunicorn sync':>28}")
            for server, rounds in found.items():
                rate = statistics.median(rate for rate, _ in rounds)
                cpu = statistics.median(cpu for _, cpu in rounds)
                print(f"{server:20} {rate:8.0f} {cpu:8.0f} {cpu / floor:28.2f}")


if __name__ == "__main__":
    main()
