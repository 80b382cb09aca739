"""The pictures of cards, of everything that is shipped: how large they are, how long they take.

Run: python benchmarks/cards.py [--every 5]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from api import create_app
from api.concepts import every_concept
from api.embedding.card import card_of
from api.embedding.editions import current_edition
from api.embedding.images import WIDTHS, image
from api.embedding.items import Item, ItemKind
from api.library import library
from api.pages.view import View
from api.settings import Settings

# As much as WhatsApp is reported to show.
MOST_BYTES = 300_000
VIEWS = ("en", "zh-Hans", "zh-Hant", "zh-Hans+en", "en+zh-Hant", "zh-Hans+zh-Hant")


def items() -> Iterator[Item]:
    """Yield everything that can be embedded."""
    shelf = library()
    for article in shelf.summaries.articles(100, 0).items:
        yield Item(ItemKind.ARTICLE, article.id)
        yield from (Item(ItemKind.SECTION, f"{article.id}/{section.id}") for section in article.sections)
        yield from (
            Item(ItemKind.CHART, f"{article.id}/{chart.id}") for chart in shelf.summaries.charts(article.id)
        )
        yield from (Item(ItemKind.FIGURE, id_) for id_ in shelf.summaries.figures_by_id(article.id))
    yield from (Item(ItemKind.TERM, concept.id) for concept in every_concept(shelf.glossary))


def main() -> None:
    """Draw the cards, and print a line for each view."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=5, help="draw every nth item")
    every = parser.parse_args().every
    with tempfile.TemporaryDirectory() as instance:
        app = create_app(Settings(Path(instance)))
        with app.test_request_context():
            drawn = [item for n, item in enumerate(items()) if n % every == 0]
            print(
                f"{len(drawn)} items\n{'view':16} {'median KB':>9} {'most KB':>8} {'median ms':>9}  the largest"
            )
            largest = max(measured(View.parse(name), drawn) for name in VIEWS)
            if largest > MOST_BYTES:
                sys.exit(f"a picture of {largest} bytes, {MOST_BYTES} at most")


def measured(view: View, drawn: list[Item]) -> int:
    """Print how large the pictures of `drawn` are in `view` and how long they took; return the bytes of the largest."""
    sizes: dict[int, Item] = {}
    taken = []
    for item in drawn:
        start = time.perf_counter()
        size = len(image(card_of(current_edition(item), view), WIDTHS[0]))
        taken.append(time.perf_counter() - start)
        sizes[size] = item
    most = max(sizes)
    median = statistics.median(sizes) / 1000
    print(
        f"{view!s:16} {median:9.1f} {most / 1000:8.1f} {statistics.median(taken) * 1000:9.0f}  {sizes[most]}"
    )
    return most


if __name__ == "__main__":
    main()
