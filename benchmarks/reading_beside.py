"""The reader beside its peers on the same passages in the same run.

Scored is what all of them give: "value" is the right number on an overlapping span, "value and unit" the right number
of the right unit, in that unit or converted (reading_units.py maps names). Both ends of a range may come as two hits.
Nobody is asked for exact spans, modifiers or dates here, and a bare number is good enough for a count, a multiple and
a fraction, which the peers have no unit for. Recognizers-Text is scored with and without its model of bare numbers.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from reading_recognizers import KINDS, Case, near
from reading_units import PERCENT_OR_POINTS, Meaning, in_base, peer_unit

from translations.quantity import Kind, Quantity, ratio_value
from translations.reading import Mention, number, read
from translations.reading.english_numbers import english_value
from translations.writing.kinds import supported_unit

PEERS = ("recognizers", "jionlp", "quantulum3")
_RUNNER = Path(__file__).with_name("reading_peers.py")
_SECONDS = 1800
# Peers calculate in doubles, some of them in four digits of a third.
_NEAR = Decimal("1e-3")
_BARE = frozenset({"count", "times", "ratio"})


@dataclass(frozen=True, slots=True)
class Item:
    """A quantity: one number, or the two ends of a range. `unit` is None for a bare number."""

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    unit: Meaning | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and what it says; `kind` is set where only that kind is asked for (Recognizers-Text's specs)."""

    id: str
    group: str
    lang: str
    text: str
    wanted: tuple[Item, ...]
    kind: str | None = None


def from_quantity(start: int, end: int, quantity: Quantity, alternatives: Sequence[str] = ()) -> Item:
    """What a quantity of ours says, without its modifier."""
    unit = Meaning(frozenset({quantity.unit, *alternatives}))
    return Item(start, end, _numbers(quantity), unit, _kind(quantity.kind))


def _numbers(quantity: Quantity) -> tuple[Decimal, ...]:
    if quantity.ratio is not None:
        return (ratio_value(quantity.ratio),)
    if quantity.value is not None:
        return (quantity.value,)
    assert quantity.low is not None
    assert quantity.high is not None
    return (quantity.low, quantity.high)


def _kind(kind: Kind) -> str:
    return next((name for name, kinds in KINDS.items() if kind in kinds), "")


def from_spec(case: Case, index: int) -> Passage:
    """A case of Recognizers-Text's specs, without its units without number."""
    wanted = tuple(
        Item(e.start, e.end, (e.value,), PERCENT_OR_POINTS if e.name == "%" else e.unit)
        for e in case.entities
        if e.value is not None
    )
    return Passage(
        f"spec-{index}", f"specs, {case.lang} {case.kind}", case.lang, case.text, wanted, case.kind
    )


def numbers_alone(cases: Iterable[Case]) -> list[Passage]:
    """Every number of the specs as a passage of its own."""
    entities = [(case, entity) for case in cases if case.kind == "number" for entity in case.entities]
    return [
        Passage(
            f"number-{n}",
            f"specs, {case.lang} number",
            case.lang,
            case.written(entity),
            (Item(0, len(case.written(entity)), (entity.value,), None),),
            "number",
        )
        for n, (case, entity) in enumerate(entities)
        if entity.value is not None
    ]


# --- what each finds ----------------------------------------------------------------------------------------


def we(passage: Passage) -> list[Item]:
    """The reader's items; a number by itself is the value parser's."""
    if passage.kind == "number":
        value = number(passage.text) if passage.lang.startswith("zh") else english_value(passage.text)
        return [] if value is None else [Item(0, len(passage.text), (value,), None)]
    return [_ours(mention) for mention in read(passage.text, passage.lang).figures]


def _ours(mention: Mention) -> Item:
    return from_quantity(mention.start, mention.end, mention.quantity, mention.alternatives)


def theirs(peer: str, hits: Iterable[Sequence[Any]], numbers: bool = True) -> list[Item]:
    """A peer's hits as items. A bare number inside a hit with a unit is not counted a second time."""
    found = [hit for hit in hits if hit[2] is not None and (numbers or hit[5] != "number")]
    whole = [hit for hit in found if hit[5] != "number"]
    return [
        _item(peer, hit) for hit in found if hit[5] != "number" or not any(_overlap(hit, w) for w in whole)
    ]


def _overlap(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(one[0] < other[1] and other[0] < one[1])


def _item(peer: str, hit: Sequence[Any]) -> Item:
    start, end, low, high, name, model = hit
    ends = (Decimal(low),) if Decimal(low) == Decimal(high) else (Decimal(low), Decimal(high))
    unit = peer_unit(peer, name)
    if peer == "recognizers":
        return Item(start, end, ends, unit, model)
    units = [supported_unit(one) for one in sorted(unit.units)] if unit else []
    kind = _kind(units[0]) if units and units[0] else "number"
    return Item(start, end, ends, unit, kind)


# --- the score ----------------------------------------------------------------------------------------------


@dataclass
class Score:
    """How many were wanted and found, given and right."""

    wanted: int = 0
    found: int = 0
    given: int = 0
    right: int = 0

    def __str__(self) -> str:
        precision = f"{self.right / self.given:7.1%}" if self.given else "      -"
        return f"{precision}{self.found / max(self.wanted, 1):8.1%}"


@dataclass
class Result:
    """One reader on one group."""

    value: Score = field(default_factory=Score)
    unit: Score = field(default_factory=Score)
    seconds: float = 0.0

    def add(self, passage: Passage, given: list[Item], seconds: float) -> None:
        """Count a passage."""
        if passage.kind not in (None, "number"):
            given = [item for item in given if _counts(item, passage)]
        for score, equal in ((self.value, same_value), (self.unit, same_amount)):
            score.wanted += len(passage.wanted)
            score.given += len(given)
            score.found += sum(_is_found(wanted, given, equal) for wanted in passage.wanted)
            score.right += sum(_is_right(item, passage.wanted, equal) for item in given)
        self.seconds += seconds


def _counts(item: Item, passage: Passage) -> bool:
    """A bare number is no hit of the kind that is asked for, but may find one's value."""
    beside = any(item.start < one.end and one.start < item.end for one in passage.wanted)
    return item.kind == passage.kind or (item.kind == "number" and beside)


Equal = Callable[[Item, Decimal, Item, Decimal], bool]


def _is_found(wanted: Item, given: Iterable[Item], equal: Equal) -> bool:
    beside = [item for item in given if item.start < wanted.end and wanted.start < item.end]
    return all(
        any(equal(wanted, n, item, m) for item in beside for m in item.numbers) for n in wanted.numbers
    )


def _is_right(item: Item, wanted: Iterable[Item], equal: Equal) -> bool:
    beside = [one for one in wanted if item.start < one.end and one.start < item.end]
    return any(all(any(equal(one, n, item, m) for n in one.numbers) for m in item.numbers) for one in beside)


def same_value(wanted: Item, number_wanted: Decimal, given: Item, number_given: Decimal) -> bool:
    """The number as it stands, or as the amount that it makes with its unit."""
    if _near(number_wanted, number_given):
        return True
    factor = given.unit.factor if given.unit else Decimal(1)
    told = wanted.unit.factor if wanted.unit else Decimal(1)
    return _near(number_wanted * told, number_given * factor) or same_amount(
        wanted, number_wanted, given, number_given
    )


def same_amount(wanted: Item, number_wanted: Decimal, given: Item, number_given: Decimal) -> bool:
    """The same amount of the same unit, or of one that converts to it."""
    if wanted.unit is None or given.unit is None:
        bare = wanted.unit is None or bool(wanted.unit.units & _BARE)
        return bare and _near(number_wanted, number_given)
    one, other = number_wanted * wanted.unit.factor, number_given * given.unit.factor
    if wanted.unit.units & given.unit.units:
        return _near(one, other)
    return any(
        dimension == told and _near(base, amount)
        for dimension, base in (in_base(unit, one) for unit in wanted.unit.units)
        for told, amount in (in_base(unit, other) for unit in given.unit.units)
    )


def _near(one: Decimal, other: Decimal) -> bool:
    if abs(one) >= 1:
        return near(one, other)
    return abs(one - other) <= _NEAR * abs(one)


# --- side by side -------------------------------------------------------------------------------------------


def ask(python: str, peer: str, texts: list[dict[str, str]], repeat: int = 1) -> dict[str, Any] | None:
    """A peer's answer about `texts` (id, lang, text); None, and a line that says so, when it does not run."""
    with tempfile.TemporaryDirectory() as folder:
        job = Path(folder, "job.json")
        job.write_text(json.dumps({"texts": texts, "repeat": repeat}), encoding="utf-8")
        run = subprocess.run(
            [python, _RUNNER, peer, job], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    if run.returncode:
        print(f"{peer} left out: {run.stderr.strip().splitlines()[-1:]}")
        return None
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def compare(passages: Sequence[Passage], python: str) -> None:
    """Print the reader and every peer on each group of passages."""
    groups = list(dict.fromkeys(passage.group for passage in passages))
    results: dict[str, dict[str, Result]] = {group: {} for group in groups}
    read("一", "zh")  # tables are built once
    for passage in passages:
        start = time.process_time()
        given = we(passage)
        taken = time.process_time() - start
        results[passage.group].setdefault("duizhao", Result()).add(passage, given, taken)
    texts = [{"id": p.id, "lang": p.lang[:2], "text": p.text} for p in passages]
    for peer in PEERS:
        answer = ask(python, peer, texts)
        for passage in passages if answer else ():
            assert answer is not None
            _add(results[passage.group], peer, passage, answer)
    _print(groups, results)


def _add(results: dict[str, Result], peer: str, passage: Passage, answer: dict[str, Any]) -> None:
    hits, seconds = answer["hits"][passage.id], answer["seconds"][passage.id]
    if not seconds:
        return  # another language than the peer's
    if passage.kind == "number":
        hits = [hit for hit in hits if hit[5] in ("number", "quantity")]
    if peer == "jionlp" and passage.kind not in (None, "currency"):
        return
    total = sum(
        taken for model, taken in seconds.items() if passage.kind in (None, model) or peer != "recognizers"
    )
    results.setdefault(peer, Result()).add(passage, _given(peer, hits, passage), total)
    if peer == "recognizers" and passage.kind is None:
        units = results.setdefault("  without bare numbers", Result())
        units.add(passage, theirs(peer, hits, numbers=False), total - seconds["number"])


def _given(peer: str, hits: list[Sequence[Any]], passage: Passage) -> list[Item]:
    items = theirs(peer, hits)
    if passage.kind == "number":
        return [Item(i.start, i.end, i.numbers, None, "number") for i in items]
    if passage.kind is None or peer != "recognizers":
        return items
    return [_item(peer, hit) for hit in hits if hit[5] == passage.kind and hit[2] is not None]


def _print(groups: list[str], results: dict[str, dict[str, Result]]) -> None:
    print(f"\n{'beside the peers':38}{'value':>15}{'value and unit':>17}")
    print(f"{'':38}{'precis.':>7}{'recall':>8}  {'precis.':>7}{'recall':>8}{'ms':>10}")
    for group in groups:
        wanted = next(iter(results[group].values())).value.wanted
        print(f"{group}, {wanted} quantities")
        for name, result in results[group].items():
            print(f"  {name:36}{result.value}  {result.unit}{result.seconds * 1000:10,.1f}")
