"""Glossaries of any size to measure searches with: the shipped one, and CC-CEDICT with what `million.py` makes of it, really imported.

Kept in a folder, by what an index is made from: made once, a million takes minutes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent))

import million

from api.folders import ContentFolders
from api.index import Index, fingerprint_of, open_index
from api.settings import Settings
from glossary import Concept, Glossary, concept_from_json
from glossary.keys.pinyin import initials, pinyin_key
from glossary.search_key import search_key

ROOT = Path(__file__).parent.parent
SHIPPED = 170
CEDICT = 124_260
CACHE = Path(tempfile.gettempdir()) / "duizhao-bench"
_SEED = 5


def settings_for(count: int, cedict: Path = million.CEDICT) -> Settings:
    """Return the settings of a service over `count` concepts, made where they are not yet."""
    own = sha256(fingerprint_of(ContentFolders.at(None)).encode()).hexdigest()[:12]
    settings = Settings(CACHE / f"{own}-{count}")
    if count <= SHIPPED:
        open_index(settings).close()
    elif not (settings.instance / "done").exists():
        print(f"importing {count:,} concepts into {settings.instance} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "concepts.u8"
            million.write(file, count, cedict)
            command = [sys.executable, "-c", "from api.cli import main; main()", "import", str(file)]
            code = subprocess.run(command, env=environment_of(settings), stdout=sys.stderr).returncode
        if code not in (0, 1):  # 1: some entries were refused
            sys.exit(f"the import ended with exit code {code}")
        (settings.instance / "done").touch()
    return settings


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the environment of a process that serves `settings`."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "DUIZHAO_INSTANCE": str(settings.instance)}


@dataclass(frozen=True, slots=True)
class Sample:
    """Some of a glossary's terms, as a person may look for them: folded Chinese, English, joined pinyin, initials."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    pinyin: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of query: its match mode, and the queries."""

    name: str
    match: str
    queries: tuple[str, ...]

    def paths(self, locale: str = "en") -> list[str]:
        """Return the addresses that ask for them."""
        return [
            f"/api/v1/terms?{urlencode({'q': q, 'match': self.match, 'locale': locale})}"
            for q in self.queries
        ]


def sample(index: Index, size: int = 600) -> Sample:
    """Return the terms of `size` concepts of `index`, the same ones each time."""
    total = index.query("SELECT max(rank) FROM concept", ())[0][0]
    chosen = random.Random(_SEED)
    ranks = [chosen.randint(1, total) for _ in range(size)]
    terms = [term for rank in ranks for term in _concept(index, rank).terms]
    chinese = [term for term in terms if term.lang == "zh-Hans"]
    readings = [term.reading for term in chinese if term.reading]
    return Sample(
        tuple(filter(None, (search_key(term.term) for term in chinese))),
        tuple(term.term for term in terms if term.lang == "en" and len(term.term) > 1),
        tuple(filter(str.isalpha, map(pinyin_key, readings))),
        tuple(key for key in map(initials, readings) if len(key) > 1),
    )


def _concept(index: Index, rank: int) -> Concept:
    return concept_from_json(json.loads(next(Glossary(index.query).fragments(rank - 1))))


def kinds(found: Sample) -> list[Kind]:
    """Return every kind of query, made of `found`."""
    chosen = random.Random(_SEED)

    def within(text: str, length: int) -> str:
        start = chosen.randrange(max(1, len(text) - length + 1))
        return text[start : start + length]

    def of(texts: tuple[str, ...], change: Callable[[str], str], least: int = 1) -> tuple[str, ...]:
        return tuple(query for text in texts if len(text) >= least and (query := change(text)).strip())

    chinese, english, pinyin = found.chinese, found.english, found.pinyin
    return [
        Kind("exact zh", "exact", chinese),
        Kind("exact en", "exact", english),
        Kind("prefix zh 1", "prefix", of(chinese, lambda text: text[:1])),
        Kind("prefix zh 2", "prefix", of(chinese, lambda text: text[:2], 2)),
        Kind("prefix en 3", "prefix", of(english, lambda text: text[:3], 3)),
        Kind("prefix en 6", "prefix", of(english, lambda text: text[:6], 6)),
        Kind("infix zh 1", "infix", of(chinese, lambda text: within(text, 1))),
        Kind("infix zh 2", "infix", of(chinese, lambda text: within(text, 2), 2)),
        Kind("infix zh 3", "infix", of(chinese, lambda text: within(text, 3), 3)),
        Kind("infix en", "infix", of(english, lambda text: chosen.choice(text.split()))),
        Kind("pinyin", "pinyin", pinyin),
        Kind("pinyin prefix", "pinyin", of(pinyin, lambda text: text[: max(2, len(text) // 2)], 3)),
        Kind("initials", "initials", found.initials),
        Kind("auto zh", "auto", chinese),
        Kind("auto en", "auto", english),
        Kind("auto pinyin", "auto", pinyin),
        Kind("inflection", "auto", of(english, lambda text: text + "s" if text[-1:].isalpha() else text)),
        Kind("fuzzy zh", "fuzzy", of(chinese, lambda text: _wrong(text, chosen), 3)),
        Kind("fuzzy en", "fuzzy", of(english, lambda text: _without_one(text, chosen), 6)),
        Kind("fuzzy pinyin", "fuzzy", of(pinyin, lambda text: _without_one(text, chosen), 6)),
    ]


def _wrong(text: str, chosen: random.Random) -> str:
    place = chosen.randrange(len(text))
    return text[:place] + "鼐" + text[place + 1 :]


def _without_one(text: str, chosen: random.Random) -> str:
    place = chosen.randrange(1, len(text))
    return text[:place] + text[place + 1 :]


if __name__ == "__main__":
    for wanted in map(int, sys.argv[1:]):
        print(settings_for(wanted).index)
