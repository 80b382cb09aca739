"""The sentences to develop on stay read, and the pairs to develop on stay judged. The held-out halves are for benchmarks."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from translations import resolve
from translations.checking import Segment, check_segment
from translations.reading import Mention, read

CORPORA = Path(__file__).parents[2] / "benchmarks/corpora"


def rows(name: str) -> list[dict[str, Any]]:
    with (CORPORA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def said(mention: Mention) -> tuple[Any, ...]:
    quantity = mention.quantity
    modifier = quantity.modifier and quantity.modifier.value
    numbers = (quantity.value, quantity.low, quantity.high)
    return (mention.text, quantity.kind.value, quantity.unit, *numbers, modifier)


def annotated(figure: dict[str, Any]) -> tuple[Any, ...]:
    numbers = (Decimal(figure[name]) if name in figure else None for name in ("value", "low", "high"))
    return (figure["text"], figure["kind"], figure["unit"], *numbers, figure.get("modifier"))


@pytest.mark.parametrize("name", ["reading_zh_dev", "reading_en_dev", "reading_zh_dev_2", "reading_en_dev_2"])
def test_figures_are_read_as_people_read_them(name: str) -> None:
    right = given = wanted = 0
    for case in rows(name):
        found = [said(mention) for mention in read(case["text"], case["lang"]).figures]
        expected = [annotated(figure) for figure in case["figures"]]
        right += sum(figure in expected for figure in found)
        given += len(found)
        wanted += len(expected)
    assert right / given >= 0.975
    assert right / wanted >= 0.975


@pytest.mark.parametrize("name", ["check_dev", "check_dev_2"])
def test_pairs_are_judged_as_people_judge_them(name: str) -> None:
    pairs = rows(name)
    judged = {
        pair["id"]: check_segment(
            Segment(pair["source"], pair["target"], pair["source_lang"], pair["target_lang"]), resolve("en")
        ).ok
        for pair in pairs
    }
    wrong = [pair["id"] for pair in pairs if not pair["ok"]]
    right = [pair["id"] for pair in pairs if pair["ok"]]
    assert sum(not judged[id_] for id_ in wrong) / len(wrong) >= 0.975
    assert sum(not judged[id_] for id_ in right) / len(right) <= 0.02
