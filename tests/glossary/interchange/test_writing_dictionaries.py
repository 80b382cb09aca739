"""Dictionaries, read back by the rules of their formats."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from glossary import Concept

if TYPE_CHECKING:
    from conftest import Written


def members(octets: bytes) -> dict[str, bytes]:
    """Return the files of an archive that is whole."""
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def yomitan(octets: bytes) -> tuple[dict[str, Any], list[list[Any]]]:
    """Return index and rows, held against what Yomitan's schemas of version 3 say of them."""
    files = {name: json.loads(data) for name, data in members(octets).items()}
    index = files.pop("index.json")
    assert index["title"]
    assert index["revision"]
    assert index["format"] == 3
    names = {tag[0] for tag in files.pop("tag_bank_1.json")}
    assert sorted(files) == sorted(f"term_bank_{n}.json" for n in range(1, len(files) + 1))
    rows = [row for n in range(1, len(files) + 1) for row in files[f"term_bank_{n}.json"]]
    for term, reading, tags, rules, score, definitions, sequence, term_tags in rows:
        assert all(isinstance(text, str) for text in (term, reading, tags, rules, term_tags))
        assert set(tags.split()) <= names
        assert isinstance(score, int)
        assert isinstance(sequence, int)
        for definition in definitions:
            assert definition["type"] == "structured-content"
            for line in definition["content"]:
                assert line["tag"] == "div"
                assert isinstance(line["content"], str)
    return index, rows


def stardict(octets: bytes) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return the headings of the .ifo and each word with its article, held against StarDict's description.

    https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat
    """
    by_ending = {name.rpartition(".")[2]: data for name, data in members(octets).items()}
    first, *lines = by_ending["ifo"].decode().splitlines()
    assert first == "StarDict's dict ifo file"
    assert lines[0] == "version=2.4.2"
    about = dict(line.split("=", 1) for line in lines)
    assert int(about["idxfilesize"]) == len(by_ending["idx"])
    entries = list(_index(by_ending["idx"]))
    assert int(about["wordcount"]) == len(entries)
    words = [word for word, _, _ in entries]
    assert words == sorted(words, key=cmp_to_key(_stardict_strcmp))
    assert all(0 < len(word) < 256 for word in words)
    articles = by_ending["dict"]
    assert all(offset + size <= len(articles) for _, offset, size in entries)
    return about, [(word.decode(), articles[at : at + size].decode()) for word, at, size in entries]


def _index(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    while data:
        word, _, rest = data.partition(b"\0")
        yield (word, *struct.unpack(">II", rest[:8]))
        data = rest[8:]


def _stardict_strcmp(a: bytes, b: bytes) -> int:
    """g_ascii_strcasecmp, then strcmp."""
    for x, y in ((a.lower(), b.lower()), (a, b)):
        if x != y:
            return -1 if x < y else 1
    return 0


def test_yomitan_has_readings_statuses_and_what_to_use(written: Written, rich: Concept) -> None:
    index, rows = yomitan(written.octets("yomitan", [rich], "zh-CN", "en"))
    assert index["title"] == "Glossary (zh-CN → en)"
    assert (index["sourceLanguage"], index["targetLanguage"]) == ("zh", "en")
    assert [row[:5] for row in rows] == [
        ["软银集团", "ruǎn yín jí tuán", "preferred", "", 1],
        ["软银", "ruǎn yín", "preferred", "", 1],
    ]
    assert [line["content"] for line in rows[0][5][0]["content"]] == [
        "SoftBank Group Corp.; SoftBank (US)",
        "Japanese <holding> & more.",
        "Not SoftBank Corp.",
    ]


def test_yomitan_explains_a_deprecated_word_that_is_met(written: Written, rich: Concept) -> None:
    _, rows = yomitan(written.octets("yomitan", [rich], "en", "zh-Hant"))
    met = {row[0]: row for row in rows}
    assert met["Softbank"][2:5] == ["deprecated", "", -1]
    assert [line["content"] for line in met["Softbank"][5][0]["content"]][:2] == [
        "軟銀集團 (ruǎn yín jí tuán)",
        "→ SoftBank",
    ]


def test_yomitan_gets_banks_of_ten_thousand(written: Written, pair: Callable[..., Concept]) -> None:
    octets = written.octets("yomitan", (pair(f"词{n}", id=f"c{n}") for n in range(20_001)))
    _, rows = yomitan(octets)
    assert [row[6] for row in rows] == list(range(1, 20_002))
    banks = [json.loads(data) for name, data in members(octets).items() if name.startswith("term_bank")]
    assert [len(bank) for bank in banks] == [10_000, 10_000, 1]


def test_stardict_is_sorted_and_homographs_share_an_article(
    written: Written, pair: Callable[..., Concept]
) -> None:
    words = ["b", "B", "a", "Ab", "aB", "é", "Z", "软银", "兆", "兆", "a"]
    concepts = [pair(word, f"meaning {n}", id=f"c{n}") for n, word in enumerate(words)]
    about, entries = stardict(written.octets("stardict", concepts))
    assert about["bookname"] == "Glossary (zh-Hans → en)"
    assert about["sametypesequence"] == "m"
    assert [word for word, _ in entries] == ["a", "Ab", "aB", "B", "b", "Z", "é", "兆", "软银"]
    assert dict(entries)["兆"] == "meaning 8\n\nmeaning 9"
    assert dict(entries)["a"] == "meaning 2\n\nmeaning 10"


def test_a_stardict_article(written: Written, rich: Concept) -> None:
    _, entries = stardict(written.octets("stardict", [rich]))
    assert dict(entries)["软银"] == (
        "ruǎn yín\nSoftBank Group Corp.\nSoftBank (US)\nJapanese <holding> & more.\nNot SoftBank Corp."
    )
    _, entries = stardict(written.octets("stardict", [rich], "en", "zh-Hans"))
    assert dict(entries)["Soft Bank"].splitlines()[0] == "[superseded] → SoftBank"


def test_a_word_too_long_for_stardict_is_left_out(written: Written, pair: Callable[..., Concept]) -> None:
    _, entries = stardict(written.octets("stardict", [pair("软" * 85), pair("银" * 86, id="d")]))
    assert [word for word, _ in entries] == ["软" * 85]
    assert written.omissions == [("银" * 86, "is longer than 255 bytes")]


def test_an_archive_has_the_same_bytes_every_time(
    written: Written, tiny_concepts: tuple[Concept, ...]
) -> None:
    for profile in ("yomitan", "stardict"):
        assert written.octets(profile, tiny_concepts) == written.octets(profile, tiny_concepts)
    with zipfile.ZipFile(io.BytesIO(written.octets("yomitan", tiny_concepts))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
