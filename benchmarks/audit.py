"""How the article's page does on a phone and a desk: Lighthouse's scores, and what has to be loaded for it.

    python benchmarks/audit.py LIGHTHOUSE        (the program, version 12; make audit brings it)

The service is one that says where it is (DUIZHAO_PUBLIC_URL), as a public one does: search engines take only full addresses. Weights are of what
a browser loads for the first view, of every style and script that comes with it. Exit code 1 when a goal is missed.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Response, sync_playwright

from tests.serving import serving

LEAST_SCORE = 0.98
MOST_BYTES = 60_000
RUNS = 3  # the one in the middle counts: a machine that is busy with other work is a slow phone
VIEWS = ("en", "zh-Hans+en")
FORMS = {
    "phone": (),
    "desk": ("--preset=desktop",),
}  # Lighthouse's own: a slow phone on a slow network, a desk on a cable
LOADED = {"document": "HTML", "stylesheet": "CSS", "script": "JavaScript"}
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu")


@dataclass(frozen=True, slots=True)
class Weight:
    """What is loaded of one kind, in bytes: as it is, by ``gzip -6``, and as it was sent."""

    kind: str
    files: int
    whole: int
    zipped: int
    sent: int


def main() -> int:
    lighthouse = sys.argv[1]
    misses = []
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        origin = f"http://127.0.0.1:{port}"
        with serving(Path(folder), "--port", str(port), DUIZHAO_PUBLIC_URL=origin):
            for view in VIEWS:
                path = f"/{view}/articles/softbank-ai"
                misses += told_weights(path, weights(origin + path))
                for form, options in FORMS.items():
                    misses += told_scores(path, form, scores(lighthouse, origin + path, options))
    print("\n".join(["", *misses] if misses else ["", "all goals reached"]))
    return 1 if misses else 0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def weights(url: str) -> list[Weight]:
    """Load the page as Chromium does, with nothing kept, and return what came."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS[1:])
        page = browser.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(url, wait_until="networkidle")
        found = [weight(kind, [a for a in answers if a.request.resource_type == kind]) for kind in LOADED]
        browser.close()
    return found


def weight(kind: str, answers: list[Response]) -> Weight:
    """Return what `answers` weigh together."""
    bodies = [answer.body() for answer in answers]
    return Weight(
        LOADED[kind],
        len(bodies),
        sum(map(len, bodies)),
        sum(len(gzip.compress(body, 6)) for body in bodies),
        sum(int(answer.headers["content-length"]) for answer in answers),
    )


def told_weights(path: str, found: list[Weight]) -> Iterator[str]:
    """Print the weights; yield what is too heavy."""
    print(f"\n{path}\n  {'':12}{'files':>6}{'bytes':>9}{'gzip -6':>9}{'as sent':>9}")
    for w in found:
        print(f"  {w.kind:12}{w.files:6}{w.whole:9,}{w.zipped:9,}{w.sent:9,}")
    sent = sum(w.sent for w in found)
    print(
        f"  {'together':12}{sum(w.files for w in found):6}{sum(w.whole for w in found):9,}"
        f"{sum(w.zipped for w in found):9,}{sent:9,}"
    )
    if sent > MOST_BYTES:
        yield f"MISSED {path}: {sent:,} bytes, more than {MOST_BYTES:,}"


def scores(lighthouse: str, url: str, options: tuple[str, ...]) -> dict[str, Any]:
    """Return Lighthouse's report on `url`, the one in the middle by performance."""
    reports = [report(lighthouse, url, options) for _ in range(RUNS)]
    return sorted(reports, key=lambda told: float(told["categories"]["performance"]["score"]))[RUNS // 2]


def report(lighthouse: str, url: str, options: tuple[str, ...]) -> dict[str, Any]:
    """Run Lighthouse once."""
    done = subprocess.run(
        [lighthouse, url, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}", *options],
        env={**os.environ, "CHROME_PATH": shutil.which("chromium") or ""},
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def told_scores(path: str, form: str, report: dict[str, Any]) -> Iterator[str]:
    """Print the score of each category and the shift of the layout; yield what is too low, and what lowered it."""
    audits = report["audits"]
    shift = audits["cumulative-layout-shift"]["numericValue"]
    categories = report["categories"].values()
    print(
        f"  {form:12}"
        + ", ".join(f"{c['title']} {c['score']:.2f}" for c in categories)
        + f", shift {shift:g}"
    )
    for category in categories:
        if category["score"] < LEAST_SCORE:
            lowered = [
                a["id"] for a in category["auditRefs"] if a["weight"] and (audits[a["id"]]["score"] or 0) < 1
            ]
            yield f"MISSED {path}, {form}: {category['title']} {category['score']:.2f} ({', '.join(lowered)})"
    if shift:
        yield f"MISSED {path}, {form}: the layout shifts by {shift:g}"


if __name__ == "__main__":
    raise SystemExit(main())
