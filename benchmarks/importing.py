"""How long an import takes and how much memory: reading by itself, and all of it, for CC-CEDICT and for a million made from it.

    python benchmarks/importing.py                CC-CEDICT
    python benchmarks/importing.py --million      a million concepts, too

Each in a process of its own; seconds by the clock and of all cores, the peak of the largest process, bytes on the disk.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import million

ROOT = Path(__file__).parent.parent
GOALS = {"CC-CEDICT": 20.0, "million": 240.0}
_READ = """
import sys
from pathlib import Path
from glossary import Concept
from glossary.interchange.reading import Options, Seen, SubjectFields, open_glossary
reading = open_glossary(Path(sys.argv[1]), Options(), SubjectFields((), None), Seen())
print(sum(isinstance(entry, Concept) for entry in reading.entries))
"""
_IMPORT = "from api.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and its children took."""

    wall: float
    cpu: float
    peak_mb: float
    told: str


def run(program: str, *arguments: str, instance: str) -> Cost:
    """Run Python on `program` and measure it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DUIZHAO_INSTANCE": instance}
    command = [sys.executable, "-c", program, *arguments]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(arguments)}")
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, used.ru_maxrss / 1024, told.strip().splitlines()[-1])


def measure(name: str, file: Path) -> bool:
    """Print what `file` costs; return whether the goal is reached."""
    with tempfile.TemporaryDirectory() as instance:
        reading = run(_READ, str(file), instance=instance)
        count = int(reading.told)
        show(f"{name}: reading", reading, count)
        whole = run(_IMPORT, "import", str(file), instance=instance)
        show(f"{name}: import", whole, count)
        size = sum(path.stat().st_size for path in Path(instance).iterdir())
        print(f"{'':24}{size / count:.0f} bytes a concept on the disk; {whole.told}")
    return whole.wall <= GOALS[name]


def show(what: str, cost: Cost, count: int) -> None:
    """Print a line."""
    rate = count / cost.wall
    print(
        f"{what:24}{cost.wall:7.1f} s  {cost.cpu:7.1f} s of cores  {cost.peak_mb:6.0f} MB  {rate:9,.0f} concepts a second"
    )


def _main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--cedict", type=Path, default=million.CEDICT)
    options = parser.parse_args()
    reached = measure("CC-CEDICT", options.cedict)
    if options.million:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "million.u8"
            million.write(file, cedict=options.cedict)
            reached = measure("million", file) and reached
    if not reached:
        sys.exit("slower than the goal: CC-CEDICT 20 s, a million concepts 240 s")


if __name__ == "__main__":
    _main()
