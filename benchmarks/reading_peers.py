"""What one peer finds in some texts, and how long it takes. Runs in an environment apart, with nothing of ours.

    python -m venv /tmp/peers
    /tmp/peers/bin/pip install recognizers-text-suite==1.0.2a2 emoji==1.1.0 jionlp==1.5.31 quantulum3==0.10.0
    /tmp/peers/bin/python benchmarks/reading_peers.py PEER JOB.json

PEER: recognizers, jionlp or quantulum3. JOB.json: {"texts": [{"id", "lang": "zh" or "en", "text"}], "repeat": N}.
Printed is one JSON object: {"hits": {id: [[start, end, low, high, unit or null, model]]}, "seconds": {id: {model: best
of N}}, "import": seconds, "first": seconds of the first call, "memory": MB}, in CPU time. `end` is exclusive, numbers are
strings.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

Hit: TypeAlias = tuple[int, int, str | None, str | None, str | None, str]
Find: TypeAlias = Callable[[str], list[Hit]]


def recognizers() -> dict[str, dict[str, Find]]:
    """Recognizers-Text: language → model → what it finds."""
    numbers = importlib.import_module("recognizers_number")
    units = importlib.import_module("recognizers_number_with_unit")
    found: dict[str, dict[str, Find]] = {}
    for lang, culture in (("zh", numbers.Culture.Chinese), ("en", numbers.Culture.English)):
        plain = numbers.NumberRecognizer(culture)
        with_unit = units.NumberWithUnitRecognizer(culture)
        models = {
            "currency": with_unit.get_currency_model(),
            "dimension": with_unit.get_dimension_model(),
            "temperature": with_unit.get_temperature_model(),
            "age": with_unit.get_age_model(),
            "percent": plain.get_percentage_model(),
            "number": plain.get_number_model(),
        }
        found[lang] = {name: _recognize(model, name) for name, model in models.items()}
    return found


def _recognize(model: Any, name: str) -> Find:
    def find(text: str) -> list[Hit]:
        return [_resolved(text, one, name) for one in model.parse(text)]

    return find


def _resolved(text: str, one: Any, name: str) -> Hit:
    value, unit = one.resolution.get("value"), one.resolution.get("unit")
    code = one.resolution.get("isoCurrency")
    if name == "percent":
        value, unit = (value or "").rstrip("%") or None, "%"
    # Their `end` is the last character; in 1.0.2a2 it is the last but one where the text ends in a blank.
    return one.start, one.end + 1, value, value, f"{unit}|{code or ''}" if unit else None, name


def jionlp() -> dict[str, dict[str, Find]]:
    """jionlp's extract_money: Chinese only."""
    extract = importlib.import_module("jionlp").ner.extract_money

    def money(text: str) -> list[Hit]:
        hits: list[Hit] = []
        for one in extract(text):
            number = one["detail"]["num"]
            low, high = number if isinstance(number, list) else (number, number)
            hits.append((*one["offset"], low, high, one["detail"]["case"], "currency"))
        return hits

    return {"zh": {"money": money}, "en": {}}


def quantulum3() -> dict[str, dict[str, Find]]:
    """quantulum3 without its classifier, which needs scikit-learn: English only."""
    parser = importlib.import_module("quantulum3.parser")

    def quantities(text: str) -> list[Hit]:
        hits: list[Hit] = []
        for one in parser.parse(text):
            about = one.uncertainty or 0
            unit = None if one.unit.name == "dimensionless" else one.unit.name
            hits.append((*one.span, str(one.value - about), str(one.value + about), unit, "quantity"))
        return hits

    return {"zh": {}, "en": {"quantities": quantities}}


PEERS = {"recognizers": recognizers, "jionlp": jionlp, "quantulum3": quantulum3}
FIRST = {"zh": "一", "en": "one"}


def found(models: dict[str, Find], text: str, repeat: int) -> Iterator[tuple[str, list[Hit], float]]:
    """Each model's hits, and the best of its times. A peer that fails on a text has found nothing there."""
    for name, find in models.items():
        best, hits = float("inf"), []
        for _ in range(repeat):
            start = time.process_time()
            try:
                hits = find(text)
            except Exception as error:
                print(f"{name} failed: {type(error).__name__}: {error}", file=sys.stderr)
            best = min(best, time.process_time() - start)
        yield name, hits, best


def _peak() -> float:
    """The most memory so far, in MB; 0 where there is no /proc."""
    status = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s*([0-9]+)", status.read_text()) if status.exists() else None
    return int(told[1]) / 1024 if told else 0.0


def main(peer: str, job: Path) -> dict[str, Any]:
    """The answer to `job`."""
    told = json.loads(job.read_text(encoding="utf-8"))
    start = time.process_time()
    languages = PEERS[peer]()
    imported = time.process_time()
    for lang, models in languages.items():
        for find in models.values():
            find(FIRST[lang])
    first = time.process_time()
    answer: dict[str, Any] = {
        "import": imported - start,
        "first": first - imported,
        "hits": {},
        "seconds": {},
    }
    for one in told["texts"]:
        answers = list(found(languages[one["lang"]], one["text"], told.get("repeat", 1)))
        answer["hits"][one["id"]] = [hit for _, hits, _ in answers for hit in hits]
        answer["seconds"][one["id"]] = {name: best for name, _, best in answers}
    answer["memory"] = _peak()
    return answer


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    with contextlib.redirect_stdout(sys.stderr):  # jionlp greets
        result = main(sys.argv[1], Path(sys.argv[2]))
    print(json.dumps(result))
