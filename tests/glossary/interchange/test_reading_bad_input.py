"""Files that are broken, hostile or something else: one line that names the place, and nothing half read."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary.interchange.reading import Options
from tests.glossary.interchange.reading_support import Read, read
from translations.files import BadFile
from translations.files.octets import open_octets

Write = Callable[[str, "str | bytes"], Path]

HAN = "泊位的人"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def complaint(path: Path, options: Options = Options()) -> str:  # noqa: B008 - frozen
    """Return the one line that says why `path` cannot be read, without the folder."""
    with pytest.raises(BadFile) as caught:
        read(path, options)
    text = str(caught.value)
    assert "\n" not in text
    return text.replace(f"{path.parent}/", "")


def refusals(found: Read) -> list[str]:
    return [
        str(refused.complaint).replace(f"{Path(refused.complaint.file).parent}/", "")
        for refused in found.refused
    ]


def martif(body: str, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>\n{doctype}\n<martif type="TBX"><text><body>{body}</body></text></martif>'


def entry(term: str, id_: str = "a") -> str:
    return (
        f'<termEntry id="{id_}"><langSet xml:lang="en"><tig><term>{term}</term></tig></langSet></termEntry>'
    )


BOMB = '<!DOCTYPE martif [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
FETCH = '<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DTD = '<!DOCTYPE martif SYSTEM "http://192.0.2.1/TBXcoreStructV02.dtd">'
READ = "TBX, TMX, CSV, TSV, OmegaT's text, UTX, CC-CEDICT, JSON and YAML of Duizhao are read"
LANGUAGES = "say which with --source-lang and --target-lang, or name the columns with --columns"
ENTITIES = "write the characters themselves, and leave the declarations out"
JSON_MEND = "export it again; docs/importing.md shows the form"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        # XML
        (
            "bomb.tbx",
            martif(entry("&c;"), BOMB),
            f"3: entities are not read, and its DOCTYPE declares some; {ENTITIES}",
        ),
        (
            "xxe.tbx",
            martif(entry("&x;"), FETCH),
            f"3: entities are not read, and its DOCTYPE declares some; {ENTITIES}",
        ),
        (
            "dtd.tbx",
            martif(entry("&nbsp;"), DTD),
            "3: entities are not read: '&nbsp;'; write the character itself",
        ),
        (
            "deep.tbx",
            martif("<x>" * 300 + "</x>" * 300),
            "3: the elements are nested more than 256 deep; export it again from the tool that wrote it",
        ),
        (
            "cut.tbx",
            martif(entry("berth"))[:-40],
            "3: is not well-formed XML at column 107: expected '>'; export it again from the tool that wrote it",
        ),
        (
            "other.tbx",
            '<tbx xmlns="http://example.org/x"><text/></tbx>',
            " its namespace is 'http://example.org/x'; TBX v3 has urn:iso:std:iso:30042:ed-2, v2 has none",
        ),
        ("page.tbx", "<html/>", f" its root is '<html>', neither <tbx>, <martif> nor <tmx>; {READ}"),
        (
            "bilingual.xlf",
            "<xliff/>",
            " its root is '<xliff>', neither <tbx>, <martif> nor <tmx>; it is a bilingual file, which duizhao check reads",
        ),
        # Encodings
        (
            "gb.csv",
            f"zh-Hans,en\n{HAN},x\n".encode("gb18030"),
            "2: is not UTF-8 at byte 11; it looks like GB18030; save it as UTF-8",
        ),
        (
            "big5.csv",
            "zh-TW,en\n港口的人,x\n".encode("big5"),
            "2: is not UTF-8 at byte 9; it looks like Big5; save it as UTF-8",
        ),
        (
            "latin1.csv",
            "zh-Hans,en\nx,café\n".encode("latin-1"),
            "2: is not UTF-8 at byte 16; save it as UTF-8",
        ),
        (
            "unmarked.csv",
            "zh,en\nx,y\n".encode("utf-16-le"),
            "1: there is a NUL: this is no text, or UTF-16 without a byte order mark; save it as UTF-8",
        ),
        (
            "nul.csv",
            "zh-Hans,en\nx\0,y\n",
            "2: there is a NUL: this is no text, or UTF-16 without a byte order mark; save it as UTF-8",
        ),
        (
            "said.txt",
            "# -*- coding: klingon -*-\nx\ty\n",
            "1: its first line says that it is in 'klingon', which is no encoding; save it as UTF-8, and say so",
        ),
        (
            "host.txt",
            "# -*- coding: idna -*-\nx\ty\n",
            "1: its first line says that it is in 'idna', which is no encoding; save it as UTF-8, and say so",
        ),
        # Tables
        (
            "quote.csv",
            'zh-Hans,en\nx,"open\n',
            '2: a quotation mark opens or closes in the wrong place: unexpected end of data; write a " inside a quoted cell twice',
        ),
        (
            "cell.csv",
            'zh-Hans,en\nx,"' + "y" * 10_000_000 + '"\n',
            "2: a cell is longer than 100,000 characters; close the quotation mark that is left open, or split the cell",
        ),
        (
            "line.csv",
            "zh-Hans,en\nx," + "y" * 10_000_000,
            "2: a cell is longer than 100,000 characters; close the quotation mark that is left open, or split the cell",
        ),
        (
            "unsaid.csv",
            "a,b\nc,d\n",
            f"1: it cannot be told which column is Chinese and which English; {LANGUAGES}",
        ),
        (
            "five.csv",
            "a,b,c,d,e\n",
            "1: the first row names no columns ('a', 'b', 'c', 'd', 'e'); add a row of headings (id, zh-Hans, en, note), or name them with --columns",
        ),
        (
            "untitled.utx",
            "#UTX 1.11; en/zh-CN\nberth\t泊位\n",
            "2: no line names its columns; begin the second line with #src and tgt",
        ),
        # Other things
        ("empty.csv", "", " is empty; name a file that has terms"),
        ("blank.tbx", "  \n\n", " is empty; name a file that has terms"),
        ("sheet.csv", b"PK\x03\x04" + bytes(100), " is a zip package; unpack it; save a spreadsheet as CSV"),
        (
            "sheet.xls",
            b"\xd0\xcf\x11\xe0" + bytes(100),
            " is a file of old Microsoft Office; save the spreadsheet as CSV",
        ),
        ("paper.tbx", b"%PDF-1.7", " is a PDF; export the glossary from the tool that made it"),
        ("what.xyz", "x\ty\n", f" the format of a '.xyz' file is not known; {READ}"),
        # JSON and YAML
        (
            "none.json",
            '{"a": 1}',
            f"1: is not such JSON as Duizhao writes: the object has no concepts; {JSON_MEND}",
        ),
        (
            "cut.json",
            '{\n"concepts": [{"id": "a"',
            f"2: is not such JSON as Duizhao writes: Expecting ',' delimiter; {JSON_MEND}",
        ),
        (
            "deep.json",
            '{"concepts": ' + "[" * 100_000,
            f"1: is not such JSON as Duizhao writes: it is nested without end; {JSON_MEND}",
        ),
        (
            "long.json",
            '{"a": "' + "y" * 20_000_000,
            f"1: is not such JSON as Duizhao writes: a value is longer than 4,194,304 characters, or is not closed; {JSON_MEND}",
        ),
        (
            "alias.yaml",
            "a: &a [1]\nb: *a\nconcepts: []\n",
            "1: anchors and aliases are not read here; write the value out",
        ),
        (
            "none.yaml",
            "concepts: 5\n",
            "1: the file has no list of concepts; begin it as docs/content.md shows",
        ),
        # gzip
        (
            "cut.u8.gz",
            gzip.compress(os.urandom(3000))[:1000],
            " is cut off: its gzip stream ends too early, 0 bytes in; fetch it again",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_a_file_that_cannot_be_read(write: Write, name: str, content: str | bytes, expected: str) -> None:
    assert complaint(write(name, content)) == f"{name}:{expected}"


@pytest.mark.parametrize(
    ("name", "content", "taken", "expected"),
    [
        (
            "twice.tbx",
            martif(f"{entry('berth')}\n{entry('quay')}"),
            ["a"],
            ["twice.tbx:4: 'a': this id is taken, at twice.tbx:3; choose another, or merge the two"],
        ),
        (
            "inner.tbx",
            '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><conceptEntry xmlns="http://o" id="a"/></tbx>',
            [],
            [
                "inner.tbx:1: 'http://o': this is another namespace than that of <tbx>; write <conceptEntry> in the namespace of <tbx>"
            ],
        ),
        (
            "tongue.tbx",
            martif(
                '<termEntry id="a"><langSet><tig><term>x</term></tig></langSet>'
                '<langSet xml:lang="en"><tig><term>y</term></tig></langSet></termEntry>'
            ),
            ["a"],
            [
                "tongue.tbx:3: 'langSet': these terms are left out: its language is not said; give it an xml:lang"
            ],
        ),
        (
            "control.tbx",
            martif(entry("a&#x85;b")),
            [],
            ["control.tbx:3: 'a\\x85b': this term has U+0085, a control character; remove it"],
        ),
        (
            "long.tbx",
            martif(entry("泊" * 400)),
            [],
            [f"long.tbx:3: '{'泊' * 59}…': this term has 1,200 bytes, more than 1,024; shorten it"],
        ),
        (
            "ragged.csv",
            "id,zh-Hans,en\n1,泊位,berth\n2,吃水\n3,码头,quay,?\n4,港口,port\n",
            ["c-1", "c-4"],
            [
                f"ragged.csv:{line}: '{id_}': the row has {cells} cells, and the first row has 3;"
                " quote a cell that holds the separator, and fill up short rows"
                for line, id_, cells in ((3, "2", 2), (4, "3", 4))
            ],
        ),
        (
            "lines.csv",
            'zh-Hans,en\n泊位,"berth\nof a ship"\n码头,quay\u2028side\n',
            [],
            [
                "lines.csv:2: 'berth\\nof a ship': this term has U+000A, a line break; remove it",
                "lines.csv:4: 'quay\\u2028side': this term has U+2028, a line separator; remove it",
            ],
        ),
        (
            "pairs.csv",
            "zh-Hans,en\n泊位,berth\n码头,quay\n泊位,berth\n",
            ["berth-bb188a5b2566", "quay-9243e56cad1a"],
            ["pairs.csv:4: '泊位': the same terms are an entry already, at pairs.csv:2; remove one of them"],
        ),
        (
            "reading.csv",
            "id,zh-Hans,reading,en\n1,泊位,bo wei shi,berth\n",
            ["c-1"],
            [
                "reading.csv:2: 'bo wei shi': this reading is left out: 泊位 has 2 Han characters, its reading 3"
                " syllables; write a pinyin syllable for each Han character, with blanks between"
            ],
        ),
        (
            "endless.csv",
            "id,zh-Hans,en\n" + "".join(f"1,词{n},word {n}\n" for n in range(2_000)),
            [],
            ["endless.csv:2: '1': this entry has more than 1,000 terms; split it"],
        ),
        (
            "line.u8",
            "軟件 软件 [ruan3 jian4] /" + "x" * 1_000_000 + "/\n硬件 硬件 [ying4 jian4] /hardware/\n",
            ["ying4jian4-66934bbc07f2"],
            [
                f"line.u8:1: '軟件 软件 [ruan3 jian4] /{'x' * 38}…': this is no entry of CC-CEDICT;"
                " write Traditional Simplified [pin1 yin1] /gloss/gloss/"
            ],
        ),
        (
            "shapes.json",
            '{"concepts": [1,\n{"id": 5},\n{"id": "a", "languages": {"en": {"terms": [{"term": "x", "status": "odd"}]}}},\n'
            '{"id": "b", "languages": {"en": {"terms": [{"term": "\\ud800"}]}}},\n'
            '{"id": "c", "languages": {"en": {"terms": [{"term": "fine"}]}}}]}',
            ["c"],
            [
                f"shapes.json:1: a concept is no mapping; {JSON_MEND}",
                f"shapes.json:2: id is no text; {JSON_MEND}",
                f"shapes.json:3: 'odd': this is no status; there are preferred, admitted, deprecated, superseded; {JSON_MEND}",
                "shapes.json:4: '\\ud800': this term has U+D800, half of a surrogate pair; remove it",
            ],
        ),
        (
            "units.tmx",
            '<tmx version="1.4"><body><tu tuid="1"><tuv><seg>x</seg></tuv></tu>\n'
            '<tu tuid="2"><tuv xml:lang="de"><seg>x</seg></tuv></tu>\n'
            '<tu tuid="3"><tuv xml:lang="en"><seg>berth</seg></tuv></tu></body></tmx>',
            ["c-3"],
            [
                "units.tmx:1: '1': a <tuv> has no xml:lang; give it the code of its language",
                "units.tmx:2: '2': there is no term in Chinese or English; add one",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_an_entry_that_cannot_be_taken(
    write: Write, name: str, content: str, taken: list[str], expected: list[str]
) -> None:
    found = read(write(name, content))
    assert [concept.id for concept in found.concepts] == taken
    assert refusals(found) == expected


def test_a_dtd_is_named_and_never_fetched(write: Write) -> None:
    assert [concept.id for concept in read(write("dtd.tbx", martif(entry("berth"), DTD))).concepts] == ["a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_none_of_the_first_heading(write: Write, encoding: str) -> None:
    found = read(write("marked.csv", "id,zh-Hans,en\r\n1,泊位,berth\r\n".encode(encoding)))
    assert [concept.id for concept in found.concepts] == ["c-1"]


def test_what_a_spreadsheet_would_run_is_a_term_as_it_is(write: Write) -> None:
    """A tab before it is our export's, and comes off; nothing else does."""
    found = read(write("formula.csv", 'zh-Hans,en\n"\t=1+1",@home\n-5,"\tplain"\n'))
    assert [term.term for concept in found.concepts for term in concept.terms] == [
        "=1+1",
        "@home",
        "-5",
        "plain",
    ]


def test_gzip_is_unpacked_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.u8.gz"
    path.write_bytes(gzip.compress(b"#" * 1_000_000))
    with open_octets(path, most=999_999) as stream, pytest.raises(BadFile) as caught:
        stream.read()
    assert str(caught.value) == f"{path}: unpacks to more than 999,999 bytes; split it, or unpack it first"


_PEAK = """
import resource, sys
from pathlib import Path
from tests.glossary.interchange.reading_support import Options, Refused, Seen, SubjectFields, open_glossary
reading = open_glossary(Path(sys.argv[1]), Options(), SubjectFields((), None), Seen())
print(sum(1 for _ in reading.entries), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize(
    ("name", "begin", "row", "end"),
    [
        ("all.csv", "id,zh-Hans,en\n", "{n},泊位{n},berth {n}\n", ""),
        ("all.tbx", "<martif><text><body>", entry("berth {n}", "b{n}"), "</body></text></martif>"),
        ("all.u8", "", "泊位{n} 泊位{n} [bo2 wei4] /berth {n}/\n", ""),
        (
            "all.json",
            "[",
            '{{"id":"b{n}","languages":{{"en":{{"terms":[{{"term":"berth {n}"}}]}}}}}},',
            "{}]",
        ),
        ("all.tmx", "<tmx><body>", '<tu><tuv xml:lang="en"><seg>berth {n}</seg></tuv></tu>', "</body></tmx>"),
    ],
)
def test_memory_does_not_grow_with_the_file(
    tmp_path: Path, name: str, begin: str, row: str, end: str
) -> None:
    """Ten times the entries, and hardly more memory: the ids that were seen go to disk."""
    peaks = []
    for count in (2_000, 40_000):
        path = tmp_path / name
        with path.open("w", encoding="utf-8") as stream:
            stream.write(begin)
            stream.writelines(row.format(n=n) for n in range(count))
            stream.write(end)
        done = subprocess.run(
            [sys.executable, "-c", _PEAK, str(path)], capture_output=True, check=True, text=True
        )
        entries, peak = map(int, done.stdout.split())
        assert entries >= count
        peaks.append(peak)
    assert peaks[1] < peaks[0] + 16
