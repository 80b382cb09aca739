"""The check of figures on pairs of segments, beside translate-toolkit's pofilter on the same pairs.

    python benchmarks/checking.py                      the development set
    python benchmarks/checking.py --set held-out -v    the set kept aside, with every miss
    python benchmarks/checking.py --pofilter PATH      with a pofilter that is not on the path

pofilter (translate-toolkit, GPL) runs as a program of its own; install it apart:
python -m venv /tmp/ttk && /tmp/ttk/bin/pip install translate-toolkit
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from translations import resolve
from translations.checking import Segment, Verdict, check_segment

CORPORA = Path(__file__).parent / "corpora"
SETS = {"dev": ("check_dev.jsonl", "check_dev_2.jsonl"), "held-out": ("check_held_out.jsonl",)}
GOALS = {"caught": 0.98, "false alarms": 0.015}
_REPEATS = 5
_POFILTER = "/tmp/ttk/bin/pofilter"  # noqa: S108 - where the docstring installs it


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a corpus: a segment, whether it is right, and what is wrong if it is not."""

    id: str
    segment: Segment
    ok: bool
    issue: str | None
    wrong: str | None


def load(names: Sequence[str]) -> list[Pair]:
    lines = [line for name in names for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()]
    return [_pair(json.loads(line)) for line in lines if line.strip()]


def _pair(line: dict[str, str]) -> Pair:
    segment = Segment(line["source"], line["target"], line["source_lang"], line["target_lang"])
    return Pair(line["id"], segment, bool(line["ok"]), line.get("issue"), line.get("wrong"))


def rates(pairs: Sequence[Pair], flagged: Callable[[Pair], bool]) -> tuple[int, int, int, int]:
    """Wrong pairs flagged, wrong pairs, right pairs flagged, right pairs."""
    wrong, right = [pair for pair in pairs if not pair.ok], [pair for pair in pairs if pair.ok]
    return sum(map(flagged, wrong)), len(wrong), sum(map(flagged, right)), len(right)


def show(name: str, found: tuple[int, int, int, int]) -> None:
    caught, wrong, alarms, right = found
    print(
        f"{name:34}{caught:4}/{wrong:<4}{caught / max(wrong, 1):7.1%} caught"
        f"{alarms:6}/{right:<4}{alarms / max(right, 1):7.1%} false alarms"
    )


def pofilter_flags(program: str, pairs: Sequence[Pair]) -> set[str]:
    """The ids of the pairs that `pofilter -t numbers` puts out."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder, "in"), Path(folder, "out")
        before.mkdir()
        (before / "pairs.po").write_text("\n".join([_HEADER, *map(_entry, pairs)]), encoding="utf-8")
        subprocess.run(
            [program, "--test=numbers", "--nonotes", "--progress=none", before, after],
            check=True,
            capture_output=True,
        )
        found = after / "pairs.po"
        text = found.read_text(encoding="utf-8") if found.exists() else ""
    return {line.removeprefix("#: ").strip() for line in text.splitlines() if line.startswith("#: ")}


_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def _entry(pair: Pair) -> str:
    source, target = (
        json.dumps(text, ensure_ascii=False) for text in (pair.segment.source, pair.segment.target)
    )
    return f'#: {pair.id}\nmsgctxt "{pair.id}"\nmsgid {source}\nmsgstr {target}\n'


def tell(pair: Pair, verdict: Verdict) -> None:
    """A miss or a false alarm in full."""
    print(f"\n{pair.id}  {'right' if pair.ok else f'wrong: {pair.issue} at {pair.wrong!r}'}")
    print(f"  {pair.segment.source}\n  {pair.segment.target}")
    for issue in verdict.issues:
        suggestion = f" → {issue.suggestion}" if issue.suggestion else ""
        print(f"  {issue.severity} {issue.kind}: {issue.message}{suggestion}")


def main() -> int:
    arguments = _arguments()
    pairs = load(SETS["dev"] + SETS["held-out"] if arguments.set == "all" else SETS[arguments.set])
    reader = resolve("en")
    for _ in range(_REPEATS):  # the last round is timed, with every table built
        start = time.perf_counter()
        verdicts = {pair.id: check_segment(pair.segment, reader) for pair in pairs}
        taken = time.perf_counter() - start
    ours = rates(pairs, lambda pair: not verdicts[pair.id].ok)
    show(f"duizhao, {arguments.set}", ours)
    kinds = [pair for pair in pairs if not pair.ok and not verdicts[pair.id].ok]
    named = sum(any(issue.kind == pair.issue for issue in verdicts[pair.id].issues) for pair in kinds)
    print(f"{'  kind named rightly':34}{named:4}/{len(kinds):<4}{named / max(len(kinds), 1):7.1%}")
    placed = sum(_placed(pair, verdicts[pair.id]) for pair in kinds)
    print(f"{'  placed on what is wrong':34}{placed:4}/{len(kinds):<4}{placed / max(len(kinds), 1):7.1%}")
    warned = sum(bool(verdicts[pair.id].issues) for pair in pairs if pair.ok and verdicts[pair.id].ok)
    print(f"{'  right, with a warning':34}{warned:4}")
    print(f"{'  segments a second':34}{len(pairs) / taken:9,.0f}, reading included")
    program = (
        arguments.pofilter or shutil.which("pofilter") or (_POFILTER if Path(_POFILTER).exists() else None)
    )
    if program:
        flags = pofilter_flags(program, pairs)
        show("pofilter numbers", rates(pairs, lambda pair: pair.id in flags))
    else:
        print("no pofilter: see the head of this file")
    for pair in pairs if arguments.verbose else ():
        verdict = verdicts[pair.id]
        known = pair.ok or any(issue.kind == pair.issue for issue in verdict.issues)
        if verdict.ok != pair.ok or not known or (pair.ok and verdict.issues):
            tell(pair, verdict)
    caught, wrong, alarms, right = ours
    return int(caught < wrong * GOALS["caught"] or alarms > right * GOALS["false alarms"])


def _placed(pair: Pair, verdict: Verdict) -> bool:
    """Whether an issue's span, in the source or in the target, lies where the corpus has the mistake."""
    spans = [span.text for issue in verdict.issues for span in (issue.source, issue.target) if span]
    return any(text in str(pair.wrong) or str(pair.wrong) in text for text in spans)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=[*SETS, "all"], default="dev")
    parser.add_argument("--pofilter", help="the pofilter program of translate-toolkit")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every miss and false alarm")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
