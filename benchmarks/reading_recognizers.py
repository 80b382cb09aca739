"""The reader on Recognizers-Text's own specs (microsoft/Recognizers-Text, MIT; ../shared/data/recognizers_dev.jsonl).

Percent, currency and dimension are tests of extraction: every entity's span, value and unit, and nothing more of
that kind. Number is a test of the value parser, on the text of the entities: for them every 一 is a number.

Where their policy differs from docs/reading.md, a rule of `DIFFERENCES` puts our answer in place of theirs, and the
case must then be read in exactly that way: a rule never excuses a misreading. docs/recognizers.md explains each.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from reading_units import Meaning, in_base, meaning, recognizers_unit

from translations.quantity import Kind
from translations.reading import Mention, number, read
from translations.reading.english_numbers import english_value

DATA = Path("data", "recognizers_dev.jsonl")
GOALS = {
    ("zh", "percent"): 99,
    ("zh", "currency"): 97,
    ("en", "currency"): 92,
    ("zh", "dimension"): 90,
    ("en", "dimension"): 90,
    ("zh", "number"): 98,
}
KINDS = {
    "percent": {Kind.PERCENT, Kind.PERCENTAGE_POINTS},
    "currency": {Kind.MONEY},
    "dimension": {Kind.MEASURE, Kind.POWER},
}
# Another model of theirs, Temperature, has these.
_TEMPERATURES = {"celsius", "fahrenheit", "kelvin"}
# Their values are doubles, and a share of ours has twelve digits.
_NEAR = Decimal("1e-11")


@dataclass(frozen=True, slots=True)
class Entity:
    """What is expected: `value` is None for a unit without number; a range has `low` too."""

    start: int
    end: int
    unit: Meaning | None
    value: Decimal | None
    low: Decimal | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case of the specs."""

    lang: str
    kind: str
    text: str
    entities: tuple[Entity, ...]

    def written(self, entity: Entity) -> str:
        """The entity's characters."""
        return self.text[entity.start : entity.end]


def load(shared: Path) -> list[Case]:
    """The cases of the file under `shared`."""
    with (shared / DATA).open(encoding="utf-8") as lines:
        return [_case(json.loads(line)) for line in lines]


def _case(line: dict[str, Any]) -> Case:
    return Case(line["lang"], line["kind"], line["text"], tuple(map(_entity, line["expect"])))


def _entity(told: dict[str, Any]) -> Entity:
    value = None if told["value"] in (None, "null") else Decimal(told["value"])
    unit = recognizers_unit(told["unit"], told.get("isoCurrency")) if told["unit"] else None
    return Entity(told["start"], told["end"], unit, value, name=told["unit"] or "")


# --- where their policy is not ours -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """`ours` gives what we say instead of an entity of theirs: None where the rule does not apply."""

    name: str
    reason: str
    ours: Callable[[Case, Entity], tuple[Entity, ...] | None]


def _no_number(_: Case, entity: Entity) -> tuple[Entity, ...] | None:
    return () if entity.value is None else None


def _points(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    if re.search(r"百 ?分 ?[点點]|percentage points?", case.written(entity)):
        return (replace(entity, unit=meaning("percentage_point")),)
    return None


def _percent_of(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    return () if re.match(r"(?:per ?cent|percentage|%) of\b", case.written(entity)) else None


def _range(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    before = re.search(r"(?:\b([\w.,]+) (?:to|-|–) )$", case.text[: entity.start])
    low = english_value(before[1]) if before else None
    return (replace(entity, start=before.start(), low=low),) if before and low is not None else None


def _per(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    above, per, _ = entity.name.partition(" per ")
    if not per or entity.unit is not None:
        return None
    written = re.split(r" per |/", case.written(entity))[0]
    return (replace(entity, end=entity.start + len(written), unit=recognizers_unit(above)),)


_FEET = re.compile(
    r"(?P<foot>(\S+) ?(?:feet|foot|ft|'|′))(?:,? and |,? )(?P<inch>(\S+?) ?(?:inches|inch|in|\"|″))"
)


def _feet_and_inches(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    parts = _FEET.fullmatch(case.written(entity))
    if parts is None:
        return None
    return tuple(
        Entity(
            entity.start + parts.start(unit),
            entity.start + parts.end(unit),
            meaning(unit),
            english_value(said),
        )
        for unit, said in (("foot", parts[2]), ("inch", parts[4]))
    )


def _no_currency(_: Case, entity: Entity) -> tuple[Entity, ...] | None:
    return () if entity.name in ("Bitcoin", "Millibitcoin", "Satoshi") else None


def _yen_or_yuan(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    if re.search("[¥￥]", case.written(entity)) and entity.unit and entity.unit.units & {"JPY", "CNY"}:
        return (replace(entity, unit=meaning("JPY CNY")),)
    return None


def _comma_decimal(case: Case, entity: Entity) -> tuple[Entity, ...] | None:
    return () if case.kind == "number" and re.fullmatch(r"[0-9]+,[0-9]{1,2}", case.written(entity)) else None


DIFFERENCES = (
    Difference("no number", "a unit without a number (the dollar, %, mcg) is no figure", _no_number),
    Difference(
        "points", "they have one unit for 5% and 5个百分点; ours are percent and percentage_point", _points
    ),
    Difference("percent of N", "'percent of 10' says no percentage: 10 is the base", _percent_of),
    Difference("range", "'eight to 10 feet' is one figure from 8 to 10; theirs is 10 feet", _range),
    Difference(
        "per", "a rate without a CLDR unit is its amount (50 meters per millisecond: 50 meters)", _per
    ),
    Difference("feet and inches", "5 feet 2 inches is two figures; theirs is 5.1666… feet", _feet_and_inches),
    Difference("no ISO currency", "money is in ISO 4217, which has no bitcoin", _no_currency),
    Difference(
        "¥",
        "theirs goes by code point (¥ yen, ￥ yuan), ours by the text, with both in alternatives",
        _yen_or_yuan,
    ),
    Difference(
        "comma decimal",
        "English has a point before decimals: 1,3 and 5,00 are no numbers of it",
        _comma_decimal,
    ),
)


def by_our_policy(case: Case) -> tuple[Case, tuple[str, ...]]:
    """`case` with our answers where a rule has one, and the names of the rules."""
    entities: list[Entity] = []
    used: list[str] = []
    for entity in case.entities:
        ours: tuple[Entity, ...] = (entity,)
        for difference in DIFFERENCES:
            told = difference.ours(case, entity)
            if told is not None:
                ours = told
                used.append(difference.name)
                break
        entities += ours
    return replace(case, entities=tuple(entities)), tuple(dict.fromkeys(used))


# --- the comparison -----------------------------------------------------------------------------------------


def near(one: Decimal, other: Decimal) -> bool:
    """Equal, but for the digits that a double or a share of twelve digits has not."""
    return one == other or abs(one - other) <= _NEAR * max(abs(one), abs(other))


def same_amount(mention: Mention, unit: Meaning, value: Decimal, said: Decimal | None) -> bool:
    """Whether `said`, a number of the mention, is `value` of `unit`, in the same unit or converted."""
    if said is None:
        return False
    given = {mention.quantity.unit, *mention.alternatives}
    if given & unit.units:
        return near(said, value * unit.factor)
    one, amount = in_base(mention.quantity.unit, said)
    wanted = [in_base(name, value * unit.factor) for name in unit.units]
    return any(dimension == one and near(amount, base) for dimension, base in wanted)


def says(mention: Mention, entity: Entity) -> bool:
    """Whether the mention has the entity's span, value and unit."""
    if (
        (mention.start, mention.end) != (entity.start, entity.end)
        or entity.value is None
        or entity.unit is None
    ):
        return False
    quantity = mention.quantity
    if entity.low is not None:
        return same_amount(mention, entity.unit, entity.low, quantity.low) and same_amount(
            mention, entity.unit, entity.value, quantity.high
        )
    return same_amount(mention, entity.unit, entity.value, quantity.value)


def ours(case: Case) -> list[Mention]:
    """What the reader finds of the case's kind."""
    kinds = KINDS[case.kind]
    figures = read(case.text, case.lang).figures
    return [m for m in figures if m.quantity.kind in kinds and m.quantity.unit not in _TEMPERATURES]


def is_right(case: Case) -> bool:
    """Whether we answer the case as it stands."""
    if case.kind == "number":
        return all(e.value is not None and _reads(case, e) for e in case.entities)
    given = ours(case)
    return len(given) == len(case.entities) and all(any(says(m, e) for m in given) for e in case.entities)


def _reads(case: Case, entity: Entity) -> bool:
    value = _value(case, entity)
    return value is not None and entity.value is not None and near(value, entity.value)


def _value(case: Case, entity: Entity) -> Decimal | None:
    written = case.written(entity)
    return number(written) if case.lang == "zh" else english_value(written)


@dataclass
class Tally:
    """Cases of one language and kind."""

    right: int = 0
    differing: int = 0
    wrong: int = 0

    @property
    def cases(self) -> int:
        return self.right + self.differing + self.wrong

    @property
    def strict(self) -> float:
        """Right as their specs have it, in percent of all cases."""
        return 100 * self.right / max(self.cases, 1)

    @property
    def outside(self) -> float:
        """Right, in percent of the cases outside the listed differences."""
        return 100 * self.right / max(self.right + self.wrong, 1)


def report(shared: Path, verbose: bool) -> bool:
    """Print the table; whether every goal is met. A line says so when the data are not there."""
    if not (shared / DATA).exists():
        print(f"Recognizers-Text's specs left out: no {shared / DATA} (give --shared)")
        return True
    tallies: dict[tuple[str, str], Tally] = {}
    names: Counter[str] = Counter()
    told: list[str] = []
    for case in load(shared):
        if case.kind == "number" and not case.entities:
            continue  # nothing to parse
        tally = tallies.setdefault((case.lang, case.kind), Tally())
        changed, used = by_our_policy(case)
        if is_right(case):
            tally.right += 1
        elif used and is_right(changed):
            tally.differing += 1
            names.update(used)
            told += _tell("differs", case, used) if verbose else ()
        else:
            tally.wrong += 1
            told += _tell("wrong", changed, used) if verbose else ()
    return _print(tallies, names, told)


def _print(tallies: dict[tuple[str, str], Tally], names: Counter[str], told: list[str]) -> bool:
    print(
        "\nRecognizers-Text's specs (recognizers_dev.jsonl); a case is right when span, value and unit of every entity are"
    )
    print(
        f"{'':14}{'cases':>7}{'right':>7}{'policy':>8}{'wrong':>7}{'outside policy':>16}{'strictly':>10}{'goal':>7}"
    )
    met = True
    for (lang, kind), tally in sorted(tallies.items(), key=lambda item: (item[0][0] != "zh", item[0][1])):
        goal = GOALS.get((lang, kind))
        met &= goal is None or tally.outside >= goal
        print(
            f"{lang} {kind:11}{tally.cases:7}{tally.right:7}{tally.differing:8}{tally.wrong:7}"
            f"{tally.outside:15.1f}%{tally.strict:9.1f}%{f'{goal}%' if goal else '':>7}"
        )
    for difference in DIFFERENCES:
        if names[difference.name]:
            print(f"  {names[difference.name]:3} × {difference.name}: {difference.reason}")
    print(*told, sep="\n")
    return met


def _tell(verdict: str, case: Case, used: tuple[str, ...]) -> Iterator[str]:
    yield f"{verdict} {case.lang} {case.kind} {case.text!r} {', '.join(used)}"
    if case.kind == "number":
        for entity in case.entities:
            if not _reads(case, entity):
                yield f"  - {case.written(entity)!r} {entity.value}, given {_value(case, entity)}"
        return
    given = ours(case)
    for entity in case.entities:
        if not any(says(m, entity) for m in given):
            low = f"{entity.low}–" if entity.low is not None else ""
            yield f"  - {case.written(entity)!r} {low}{entity.value} {entity.name}"
    for m in given:
        if not any(says(m, entity) for entity in case.entities):
            q = m.quantity
            said = q.value if q.value is not None else f"{q.low}–{q.high}"
            yield f"  + {m.text!r} {said} {q.unit}"
