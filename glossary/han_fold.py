"""Traditional, Taiwan and Hong Kong glyphs folded onto simplified ones, one character for one.

The table is for finding, never for display: 乾, 幹 and 干 fall together. ``python -m glossary.han_fold``
makes it anew from OpenCC's character dictionaries (Apache-2.0).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("han_fold.txt")


@cache
def han_fold_table() -> dict[int, str]:
    """Return the table in the form that `str.translate` takes."""
    pairs = _TABLE.read_text(encoding="utf-8").split()
    return {ord(pair[0]): pair[1] for pair in pairs}


def _folds(characters: list[str]) -> dict[str, str]:
    import opencc  # a build-time tool, not a dependency

    converters = [opencc.OpenCC(name) for name in ("t2s", "tw2s", "hk2s")]
    folds = {}
    for character in characters:
        results = [converter.convert(character) for converter in converters]
        changed = [result for result in results if result != character and len(result) == 1]
        if changed:
            folds[character] = changed[0]
    # 着 ↔ 著: follow each chain to its end, so that folding twice changes nothing.
    return {
        source: folds.get(target, target) for source, target in folds.items() if folds.get(target) != source
    }


def _main() -> None:
    ideographs = [chr(c) for c in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    pairs = [source + target for source, target in sorted(_folds(ideographs).items())]
    lines = [" ".join(pairs[n : n + 32]) for n in range(0, len(pairs), 32)]
    _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _main()
