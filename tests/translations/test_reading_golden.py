"""The golden table of the reader: short texts, and every figure and date in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from translations.quantity import Modifier, Quantity, Ratio, ratio_value
from translations.reading import Mention, Sense, read
from translations.writing import supported_unit

GOLDEN = yaml.safe_load(Path(__file__).with_name("reading_golden.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Case:
    """One text of the table with what is to be read in it."""

    text: str
    figures: dict[str, str]
    dates: dict[str, str]
    lang: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What the table says of a figure; `by` and `alternatives` are compared where they are told."""

    quantity: Quantity
    growth: bool
    by: str | None
    alternatives: set[str]


def cases() -> Iterator[Any]:
    for title, rows in GOLDEN.items():
        for text, figures, *rest in rows:
            dates = rest[0] if rest else {}
            lang = rest[1] if len(rest) > 1 else None
            assert isinstance(text, str), f"quote {text!r}"
            case = Case(text, figures, {span: str(value) for span, value in dates.items()}, lang)
            yield pytest.param(case, id=f"{title}: {text}" + (f" ({lang})" if lang else ""))


def said(spec: str) -> Said:
    """Read what the table says: ``1e9..5e9 USD about``, ``3 times growth``, ``100 count over by 家``."""
    number, unit, *rest = spec.split()
    words = iter(rest)
    modifier, growth, by, alternatives = None, False, None, set()
    for word in words:
        match word:
            case "growth":
                growth = True
            case "by":
                by = next(words)
            case "or":
                alternatives.add(next(words))
            case _:
                modifier = Modifier(word)
    kind = supported_unit(unit)
    assert kind is not None, unit
    low, dots, high = number.partition("..")
    if unit == "ratio":
        ratio = Ratio(*map(int, number.split("/")))
        quantity = Quantity(kind, unit, ratio_value(ratio), modifier=modifier, ratio=ratio)
    elif dots:
        quantity = Quantity(kind, unit, low=Decimal(low), high=Decimal(high), modifier=modifier)
    else:
        quantity = Quantity(kind, unit, Decimal(number), modifier=modifier)
    return Said(quantity, growth, by, alternatives)


def found(mention: Mention, wanted: Said) -> Said:
    """What was read, as far as the table says anything of it."""
    by = mention.classifier if wanted.by else None
    alternatives = set(mention.alternatives) if wanted.alternatives else set()
    return Said(mention.quantity, mention.sense is Sense.GROWTH, by, alternatives)


@pytest.mark.parametrize("case", [*cases()])
def test_golden(case: Case) -> None:
    reading = read(case.text, case.lang)
    assert [figure.text for figure in reading.figures] == list(case.figures)
    for figure in reading.figures:
        wanted = said(case.figures[figure.text])
        assert found(figure, wanted) == wanted
        assert case.text[figure.start : figure.end] == figure.text
    assert {date.text: date.value for date in reading.dates} == case.dates
    assert all(case.text[date.start : date.end] == date.text for date in reading.dates)


def test_no_text_stands_twice() -> None:
    texts = [(row[0], *row[3:]) for rows in GOLDEN.values() for row in rows]
    assert len(texts) == len(set(texts))
    assert len(texts) > 250
