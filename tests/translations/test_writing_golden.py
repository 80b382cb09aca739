"""The golden table: fourteen locales, the article's kinds of quantity, written out in full."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from babel import Locale

from translations.quantity import Kind, Modifier, Quantity, Ratio
from translations.writing import Written, supported_unit, write

GOLDEN = yaml.safe_load(Path(__file__).with_name("writing_golden.yaml").read_text(encoding="utf-8"))
CELLS = [(tag, spec, cells) for tag, rows in GOLDEN.items() for spec, cells in rows.items()]


def quantity(spec: str) -> Quantity:
    """Read a key of the table."""
    value, unit, *rest = spec.split()
    kind = supported_unit(unit)
    assert kind
    per = None
    if rest[:1] == ["per"]:
        kind, per, rest = Kind.RATE, quantity(" ".join(rest[1:3])), rest[3:]
    modifier = Modifier(rest[0]) if rest else None
    if "/" in value:
        terms = Ratio(*map(int, value.split("/")))
        fraction = Decimal(terms.numerator) / terms.denominator
        return Quantity(kind, unit, round(fraction, 12), modifier=modifier, ratio=terms)
    if ".." in value:
        low, high = map(Decimal, value.split(".."))
        return Quantity(kind, unit, low=low, high=high, modifier=modifier)
    return Quantity(kind, unit, Decimal(value), modifier=modifier, per=per)


@pytest.mark.parametrize(("tag", "spec", "cells"), CELLS, ids=[f"{tag} {spec}" for tag, spec, _ in CELLS])
def test_golden(tag: str, spec: str, cells: list[str]) -> None:
    written = write(quantity(spec), Locale.parse(tag, sep="-"))
    assert [written.text, written.short, written.exact] == cells


@pytest.mark.parametrize("tag", GOLDEN)
def test_every_locale_has_every_row(tag: str) -> None:
    assert list(GOLDEN[tag]) == list(GOLDEN["en"])


@pytest.mark.parametrize(
    ("spec", "tag", "written"),
    [
        (
            "5.3e12 JPY about",
            "en",
            Written(
                "about 5.3 trillion Japanese yen",
                "5.3 trillion Japanese yen",
                "JP¥5.3T",
                "5,300,000,000,000 Japanese yen",
            ),
        ),
        (
            "5.3e12 JPY about",
            "zh-Hant",
            Written("約5.3兆日圓", "5.3兆日圓", "5.3兆日圓", "5,300,000,000,000日圓"),
        ),
        (
            "4.5 CNY per 100 JPY about",
            "zh-Hans",
            Written(
                "100日元约合4.5元人民币",
                "100日元合4.5元人民币",
                "100日元≈4.5元人民币",
                "100日元合4.5元人民币",
            ),
        ),
    ],
)
def test_long_is_text_without_its_modifier(spec: str, tag: str, written: Written) -> None:
    assert write(quantity(spec), Locale.parse(tag, sep="-")) == written
