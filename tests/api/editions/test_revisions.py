"""The revision of an edition: the same for the same content, another for any other, whatever the software."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.editions.json_form import edition_from_json, edition_to_json, revision_of
from api.editions.making import EditionMaker
from api.editions.model import Edition, Item, ItemKind
from api.index import open_index
from api.settings import Settings
from glossary import Glossary
from summaries import Summaries

Edit = Callable[[str, str, str], Path]


def maker(settings: Settings) -> EditionMaker:
    index = open_index(settings)
    return EditionMaker(Summaries(index.query), Glossary(index.query))


def every_edition(settings: Settings) -> Iterator[Edition]:
    index = open_index(settings)
    summaries, glossary = Summaries(index.query), Glossary(index.query)
    make = EditionMaker(summaries, glossary)
    for article in summaries.articles().items:
        yield from make.of_article(article)
    for concept in glossary.fragments():
        edition = make.edition(Item(ItemKind.TERM, json.loads(concept)["id"]))
        assert edition is not None
        yield edition


def revisions(content: Path, instance: Path) -> dict[str, str]:
    settings = Settings(instance, content=content)
    return {str(edition.item): revision_of(edition) for edition in every_edition(settings)}


def test_every_shipped_edition_goes_through_json_and_has_a_revision_of_its_own(settings: Settings) -> None:
    editions = list(every_edition(settings))
    for edition in editions:
        assert edition_from_json(json.loads(json.dumps(edition_to_json(edition)))) == edition
    assert {edition.item.kind for edition in editions} == set(ItemKind)
    assert len({revision_of(edition) for edition in editions}) == len(editions)


def test_it_is_the_same_on_every_machine_and_in_every_release(tiny: Path, tmp_path: Path) -> None:
    """Whoever makes this fail makes every pinned address a 404: a revision is part of addresses in other sites."""
    found = revisions(tiny, tmp_path)
    wanted = ("article/harbor", "section/harbor/s1", "figure/harbor-rate", "term/chip")
    assert {name: found[name] for name in wanted} == {
        "article/harbor": "e020d07acb77",
        "section/harbor/s1": "564b59a32d79",
        "figure/harbor-rate": "0549d74cf123",
        "term/chip": "18f587b3b83c",
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        ("summaries/harbor/figures.yaml", "value: 29.7", "value: 29.8", {"figure/harbor-growth", "section/harbor/s2"}),
        ("summaries/harbor/article.yaml", "The plan costs", "It costs", {"section/harbor/s1"}),
        ("glossary/finance.yaml", "term: Harbor Data", "term: Harbor data", {"term/harbor-data", "figure/harbor-capacity", "section/harbor/s1"}),
        ("glossary/technology.yaml", "Recorded facts.", "Facts.", {"term/data"}),
        # What no card shows changes no edition.
        ("summaries/harbor/article.yaml", "begins: 成本", "begins: 成", set()),
        ("glossary/technology.yaml", "distractors: [薯片芯片]", "distractors: [大薯片芯片]", set()),
        ("glossary/technology.yaml", "sections: [harbor/s2]", "sections: [harbor/s1]", set()),
        ("summaries/harbor/figures.yaml", "  - id: harbor-rate", "  - id: harbor-rate\n    replaces: [harbor-old-rate]", set()),
    ],
)  # fmt: skip
def test_what_shows_a_change_has_another(
    tiny: Path, edit: Edit, tmp_path: Path, file: str, old: str, new: str, changed: set[str]
) -> None:
    before, after = revisions(tiny, tmp_path), revisions(edit(file, old, new), tmp_path)
    assert {name for name in before if before[name] != after[name]} == changed


def test_an_empty_field_says_nothing(settings: Settings) -> None:
    edition = next(every_edition(settings))
    said = replace(edition, names={**edition.names, "someone": {}})
    assert revision_of(said) == revision_of(edition)
