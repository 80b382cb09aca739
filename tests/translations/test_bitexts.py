"""Bilingual files: what translators have is read; what is bad or hostile is refused in one line."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from translations.bitexts import Bitext, Limits, Skip, TranslationUnit, read_aligned, read_bitext
from translations.files import BadFile

DATA = Path(__file__).parents[1] / "data" / "bitexts"
P = "\N{OBJECT REPLACEMENT CHARACTER}"

Write = Callable[[str, "str | bytes"], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


def pairs(bitext: Bitext) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in bitext.units]


def complaint(path: Path, **options: object) -> str:
    """Read `path` to its end, and return the one line that says what is wrong, without the folder."""
    with pytest.raises(BadFile) as caught:
        for _ in read_bitext(path, **options).units:  # type: ignore[arg-type]
            pass
    text = str(caught.value)
    assert "\n" not in text
    return text.removeprefix(f"{path.parent}/")


def tmx(body: str, doctype: str = "", encoding: str = "UTF-8", srclang: str = "zh") -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n{doctype}\n<tmx version="1.4">'
    return f'{head}<header srclang="{srclang}"/><body>\n{body}\n</body></tmx>'


def tu(**texts: str) -> str:
    variants = (
        f'<tuv xml:lang="{tag.replace("_", "-")}"><seg>{text}</seg></tuv>' for tag, text in texts.items()
    )
    return f"<tu>{''.join(variants)}</tu>"


# What the tools write


def test_tmx_of_omegat() -> None:
    bitext = read_bitext(DATA / "omegat.tmx")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-CN", "en-US")
    assert list(bitext.units) == [
        TranslationUnit("港口数据投资 83 亿美元。", "Harbor Data invests $8.3 billion.", None, 7),
        TranslationUnit(f"第一期\n1.2 吉瓦，见{P}页。", f"Phase one\n1.2 gigawatts, see page {P}.", None, 16),
    ]
    assert bitext.skipped == {Skip.UNTRANSLATED: 1}


def test_tmx_of_memoq() -> None:
    bitext = read_bitext(DATA / "memoq.tmx")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-CN", "en-US")
    assert list(bitext.units) == [
        TranslationUnit(f"净利润下降三成半{P}同比{P}。", "Net profit fell 35%.", "17", 8),
        TranslationUnit("园区数量翻一番。", "The number of sites doubled.", "18", 19),
    ]


def test_sdlxliff_is_read_by_segment() -> None:
    bitext = read_bitext(DATA / "trados.sdlxliff")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-CN", "en-US")
    assert list(bitext.units) == [
        TranslationUnit("港口数据投资 83 亿美元。", "Harbor Data invests $8.3 billion.", "a4cf2c1e:1", 3),
        TranslationUnit("占 GDP 的 1.6%。", "That is 1.6% of GDP.", "a4cf2c1e:2", 3),
        TranslationUnit(f"见第{P}页。", f"See page {P}.", "b1", 5),
    ]
    assert bitext.skipped == {Skip.LOCKED: 1, Skip.UNTRANSLATED: 1}


def test_mqxliff_leaves_its_history_alone() -> None:
    bitext = read_bitext(DATA / "memoq.mqxliff")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-TW", "en")
    assert list(bitext.units) == [TranslationUnit("營收為 12 億美元。", "Revenue was $1.2 billion.", "1", 6)]
    assert bitext.skipped == {Skip.UNTRANSLATED: 1}


def test_xliff_of_okapi() -> None:
    """A draft that waits for review is read; a copy of the source in a new target is no translation."""
    bitext = read_bitext(DATA / "okapi.xlf")
    assert (bitext.source_lang, bitext.target_lang) == ("en", "zh-Hans")
    assert list(bitext.units) == [
        TranslationUnit("Revenue rose 12.5% to \n$1.2 billion.", "营收增长12.5%，达\n12 亿美元。", "tu1", 8)
    ]
    assert bitext.skipped == {Skip.LOCKED: 1, Skip.UNTRANSLATED: 1}


def test_xliff_of_angular() -> None:
    """Its x elements are tags, breaks and interpolations, which only their text tells apart."""
    bitext = read_bitext(DATA / "angular.xlf")
    assert pairs(bitext) == [(f"3.5 million of {P} visits\nin May", f"共 {P} 次访问中的 350 万次\n在 5 月")]


def test_xliff_2_2() -> None:
    bitext = read_bitext(DATA / "xliff22.xlf")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-Hans-CN", "en-US")
    assert list(bitext.units) == [
        TranslationUnit(f"投资83 亿美元\n第{P}期", f"invests $8.3 billion\nphase {P}", "u1:s1", 9),
        TranslationUnit("占 1.6%\t。", "That is 1.6%\t.", "u1:s2", 14),
    ]
    assert bitext.skipped == {Skip.UNTRANSLATED: 2, Skip.LOCKED: 1}


def test_po_of_weblate() -> None:
    bitext = read_bitext(DATA / "weblate.po")
    assert (bitext.source_lang, bitext.target_lang) == ("en", "zh-Hans")
    assert list(bitext.units) == [
        TranslationUnit("Revenue rose to $1.2 billion.", "营收增至 12 亿美元。", None, 18),
        TranslationUnit("Capacity: %(value)s gigawatts", "容量：%(value)s 吉瓦", "capacity", 24),
        TranslationUnit("%d new sites", "%d 个新园区", None, 29),
    ]
    assert bitext.skipped == {Skip.FUZZY: 1, Skip.OBSOLETE: 1, Skip.UNTRANSLATED: 1}


FROM_PO = [
    ("Revenue rose to $1.2 billion.", "营收增至 12 亿美元。"),
    ("Capacity: %(value)s gigawatts", "容量：%(value)s 吉瓦"),
    ("%d new site", "%d 个新园区"),
]


def test_tmx_of_translate_toolkit() -> None:
    bitext = read_bitext(DATA / "toolkit.tmx")
    assert (bitext.source_lang, bitext.target_lang) == ("en", "zh-CN")
    assert pairs(bitext) == FROM_PO


def test_xliff_of_translate_toolkit() -> None:
    bitext = read_bitext(DATA / "toolkit.xlf")
    assert (bitext.source_lang, bitext.target_lang) == ("en-US", "zh-Hans")
    assert pairs(bitext) == [*FROM_PO, ("Old plan: 5 sites", "旧计划：5 个园区")]
    assert bitext.skipped == {Skip.LOCKED: 1, Skip.FUZZY: 1, Skip.UNTRANSLATED: 2}


def test_xliff_2_of_translate_toolkit() -> None:
    bitext = read_bitext(DATA / "toolkit2.xlf")
    assert pairs(bitext) == [*FROM_PO, ("Net profit was $310 million.", "净利润为 3 亿美元。")]


def test_csv_of_translate_toolkit() -> None:
    bitext = read_bitext(DATA / "toolkit.csv")
    assert (bitext.source_lang, bitext.target_lang) == (None, None)
    assert pairs(bitext)[:3] == FROM_PO
    assert bitext.skipped == {Skip.UNTRANSLATED: 1}


def test_text_of_excel() -> None:
    """UTF-16, tabs, quotation marks doubled, a line feed in a cell."""
    bitext = read_bitext(DATA / "excel.txt")
    assert (bitext.source_lang, bitext.target_lang) == ("zh", "en")
    assert list(bitext.units) == [
        TranslationUnit('港口数据说："投资 83 亿美元"。', 'Harbor Data: "invests $8.3 billion".', "1", 2),
        TranslationUnit("第一行\n第二行 5 个", "line one\nline two: 5", "2", 3),
    ]
    assert bitext.skipped == {Skip.UNTRANSLATED: 1}


# Two aligned texts


def test_aligned_lines(write: Write) -> None:
    source = write("zh.txt", "\ufeff营收 5 亿\r\n\r\n待译\r\n三成\r\n")
    target = write("en.txt", "500 million\n\n\n30%".encode("utf-16"))
    bitext = read_aligned(source, target, source_lang="zh_cn", target_lang="EN")
    assert (bitext.source_lang, bitext.target_lang) == ("zh-CN", "en")
    assert list(bitext.units) == [
        TranslationUnit("营收 5 亿", "500 million", None, 1, 1),
        TranslationUnit("三成", "30%", None, 4, 4),
    ]
    assert bitext.skipped == {Skip.EMPTY: 1, Skip.UNTRANSLATED: 1}


@pytest.mark.parametrize(
    ("source", "target"), [("a\nb\n", "c\nd"), ("a\nb\n\n\n", "c\nd\n"), ("a\nb", "c\n\n")]
)
def test_blank_lines_at_the_end_do_not_count(write: Write, source: str, target: str) -> None:
    bitext = read_aligned(write("s", source), write("t", target))
    assert pairs(bitext) == list(zip("ab", target.split(), strict=False))


def test_unequal_numbers_of_lines(write: Write) -> None:
    with pytest.raises(BadFile, match=r"t: has 1 lines, and .*/s has 3; a translation stands on the line"):
        read_aligned(write("s", "a\nb\nc\n"), write("t", "a\n"))


def test_separators_of_unicode_end_no_line(write: Write) -> None:
    assert pairs(read_aligned(write("s", "a\u2028b\x0bc\x85d\n"), write("t", "x\n"))) == [
        ("a\u2028b\x0bc\x85d", "x")
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            "好\n中国的经济在上升\n".encode("gb18030"),
            ":1: is not UTF-8 at byte 0; it looks like GB18030; save it as",
        ),
        (
            "ok\n中國的經濟在上升\n".encode("big5"),
            ":2: is not UTF-8 at byte 3; it looks like Big5; save it as UTF-8",
        ),
        (b"ok\nna\xefve\n", ":2: is not UTF-8 at byte 5; save it as UTF-8"),
        (
            b"ok\na\0b\0\n",
            ":2: there is a NUL: this is no text, or UTF-16 without a byte order mark; save it",
        ),
        (b"ok\n" * 400_000 + b"\xff", ":400001: is not UTF-8 at byte 1,200,000"),
        ("好\n".encode("utf-16") + b"\x00\xd8", ": is not UTF-16 at byte 6"),
        (b"\xed\xa0\x80", ":1: is not UTF-8 at byte 0"),
    ],
)
def test_other_encodings_are_named(write: Write, content: bytes, says: str) -> None:
    with pytest.raises(BadFile) as caught:
        read_aligned(write("s.txt", content), write("t.txt", "x"))
    assert says in str(caught.value)


# Tables


@pytest.mark.parametrize(
    ("first", "langs"),
    [
        ("zh-CN,en-US", ("zh-CN", "en-US")),
        ("原文,译文", (None, None)),
        ("Source (zh-Hant),Target (English)", ("zh-Hant", "en")),
        ("Chinese (Simplified),English", ("zh-Hans", "en")),
        ("中文,英文", ("zh", "en")),
        ("繁體中文,English translation", ("zh-Hant", "en")),
        ("Source text,Target text", (None, None)),
        ("source language: Chinese,target language: en_GB", ("zh", "en-GB")),
    ],
)
def test_headings(write: Write, first: str, langs: tuple[str | None, str | None]) -> None:
    bitext = read_bitext(write("a.csv", f"{first}\n五亿,500 million\n"))
    assert (bitext.source_lang, bitext.target_lang) == langs
    assert list(bitext.units) == [TranslationUnit("五亿", "500 million", None, 2)]


def test_columns_go_by_part_not_by_place(write: Write) -> None:
    table = "id,译文,备注,原文,fuzzy\nk1,500 million,x,五亿,\nk2,x,y,z,True\n"
    bitext = read_bitext(write("a.csv", table))
    assert list(bitext.units) == [TranslationUnit("五亿", "500 million", "k1", 2)]
    assert bitext.skipped == {Skip.FUZZY: 1}


def test_without_headings_the_first_two_columns(write: Write) -> None:
    assert pairs(read_bitext(write("a.tsv", "五亿\t500 million\tok\n七成\t70%\tok\n"))) == [
        ("五亿", "500 million"),
        ("七成", "70%"),
    ]


def test_the_languages_choose_among_columns(write: Write) -> None:
    path = write("a.csv", "zh-CN,zh-TW,en,fr\n亿,億,e,f\n")
    assert pairs(read_bitext(path, source_lang="en", target_lang="zh-Hant")) == [("e", "億")]
    assert "its columns are in 'en', 'zh-TW'; say which" in complaint(path)
    assert "'zh-CN', 'zh-TW' are both 'zh'; say which" in complaint(path, source_lang="zh", target_lang="en")
    assert "the headings name no column in ja" in complaint(path, source_lang="zh-CN", target_lang="ja")


def test_columns_by_name_and_number(write: Write) -> None:
    path = write("a.csv", "n,Text A,Text B\n1,五亿,500 million\n")
    assert pairs(read_bitext(path, source_column="text a", target_column="3")) == [("五亿", "500 million")]
    assert pairs(read_bitext(path, source_column=2, target_column=3))[1] == ("五亿", "500 million")
    assert (
        complaint(path, source_column="x")
        == "a.csv:1: there is no column 'x'; name one of 'n', 'Text A', 'Text B'"
    )
    assert "a.csv:1: there is no column 9; name one from 1 to 3" in complaint(
        path, source_column=9, target_column=1
    )


def test_semicolons_and_tabs_in_a_csv(write: Write) -> None:
    assert pairs(read_bitext(write("a.csv", "原文;译文\n5,3 亿;530 million\n"))) == [
        ("5,3 亿", "530 million")
    ]
    assert pairs(read_bitext(write("b.csv", "原文\t译文\n5,3 亿\t530 million\n"))) == [
        ("5,3 亿", "530 million")
    ]


def test_a_tab_separated_file_may_have_bare_quotation_marks(write: Write) -> None:
    path = write("a.tsv", '"五亿"元\t"500 million" yuan\n"未完\t"open\n')
    assert pairs(read_bitext(path)) == [('"五亿"元', '"500 million" yuan'), ('"未完', '"open')]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("zh,en\na,b\nc,d,e\n", "a.csv:3: the row has 3 cells, and the first row has 2; quote a cell"),
        ('zh,en\n"a\nb",c\nd\n', "a.csv:4: the row has 1 cells, and the first row has 2"),
        ('zh,en\n"x,y\nz,w\n', "a.csv:2: a quotation mark opens or closes in the wrong place"),
        ("五亿\n", "a.csv:1: the first row has 1 cell; a source and a target are needed"),
        ("zh,en\na,\0\n", "a.csv:2: there is a NUL"),
    ],
)
def test_bad_tables(write: Write, table: str, says: str) -> None:
    assert complaint(write("a.csv", table)).startswith(says)


def test_an_empty_table_has_no_units(write: Write) -> None:
    assert pairs(read_bitext(write("a.csv", ""))) == []


# TMX


def test_tmx_1_1_says_lang(write: Write) -> None:
    body = '<tu><tuv lang="EN"><seg>five</seg></tuv><tuv lang="ZH_TW"><seg>五</seg></tuv></tu>'
    bitext = read_bitext(write("a.tmx", tmx(body, srclang="*all*")))
    assert (bitext.source_lang, bitext.target_lang, pairs(bitext)) == ("en", "zh-TW", [("five", "五")])


def test_the_header_says_which_is_the_source(write: Write) -> None:
    assert pairs(read_bitext(write("a.tmx", tmx(tu(en="a", zh_CN="b"), srclang="zh")))) == [("b", "a")]


def test_languages_choose_among_variants(write: Write) -> None:
    path = write(
        "a.tmx",
        tmx(tu(en_US="e", zh_CN="s", zh_TW="t", fr="f") + tu(fr="f", de="d") + tu(en_GB="g", zh_HK="h")),
    )
    bitext = read_bitext(path, source_lang="zh-Hant", target_lang="en")
    assert pairs(bitext) == [("t", "e"), ("h", "g")]
    assert bitext.skipped == {Skip.OTHER_LANGUAGE: 1}
    assert pairs(read_bitext(path, source_lang="en-US", target_lang="zh-CN")) == [("e", "s")]


def test_more_than_two_languages_are_listed(write: Write) -> None:
    body = tu(zh_CN="a", en="b") + "\n" + tu(zh_CN="a", fr="b")
    says = "a.tmx:4: its languages are 'en', 'fr', 'zh-CN'; say which is the source and which the target"
    path = write("a.tmx", tmx(body))
    assert complaint(path) == says.replace(":4:", ":5:")
    assert complaint(path, source_lang="ja", target_lang="ko") == (
        "a.tmx: has no unit in ja and ko; it has 'en', 'fr', 'zh-CN'; say which languages to take"
    )


def test_lines_are_right_beyond_16_bits(write: Write) -> None:
    body = "\n".join(["<tu>\n\n" + tu(zh="a", en="b")[4:]] * 40_000)
    lines = [unit.line for unit in read_bitext(write("a.tmx", tmx(body))).units]
    assert lines == [4 + 3 * index for index in range(40_000)]


# XLIFF

XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="zh-CN"><body>{}</body></file></xliff>'
)


def test_xliff_in_other_languages_than_asked_for(write: Write) -> None:
    path = write("a.xlf", XLIFF.format(""))
    assert complaint(path, source_lang="zh") == (
        "a.xlf:1: the source language is 'en', and zh is asked for; "
        "leave the languages to the file, or split it by language"
    )
    assert read_bitext(path, target_lang="zh-Hans").target_lang == "zh-Hans"
    assert read_bitext(path, target_lang="zh").target_lang == "zh-CN"


def test_xliff_with_files_in_several_languages(write: Write) -> None:
    both = (
        XLIFF.format("").replace("</xliff>", "")
        + '\n<file source-language="en" target-language="fr"/></xliff>'
    )
    assert "a.xlf:2: the target language is 'fr', and zh-CN is asked for" in complaint(write("a.xlf", both))


def test_xliff_without_segments_in_the_target(write: Write) -> None:
    unit = (
        "<trans-unit id='1'><source>One. Two.</source><seg-source><mrk mtype='seg' mid='a'>One.</mrk> "
        "<mrk mtype='seg' mid='b'>Two.</mrk></seg-source><target>一二。</target></trans-unit>"
    )
    assert pairs(read_bitext(write("a.xlf", XLIFF.format(unit)))) == [("One. Two.", "一二。")]
    assert "a <trans-unit> has no <source>" in complaint(write("b.xlf", XLIFF.format("<trans-unit id='1'/>")))


# PO


def test_plural_forms(write: Write) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh_CN\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n'
    body = 'msgid "%d 个"\nmsgid_plural "%d 个"\nmsgstr[0] "%d site"\nmsgstr[1] "%d sites"\n'
    bitext = read_bitext(write("a.po", head + body))
    assert (bitext.source_lang, bitext.target_lang) == ("zh-CN", "en")
    assert pairs(bitext) == [("%d 个", "%d site"), ("%d 个", "%d sites")]


def test_a_catalog_in_the_charset_that_its_header_names(write: Write) -> None:
    text = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=GB18030\\n"\n"POT-Creation-Date: \\n"\n\nmsgid "5"\nmsgstr "五亿"\n'
    assert pairs(read_bitext(write("a.po", text.encode("gb18030")))) == [("5", "五亿")]
    assert "is not GB18030 at byte 108; save it" in complaint(
        write("b.po", text.encode("gb18030").replace(b"\xce\xe5", b"\xff\xff"))
    )
    assert "its charset klingon is unknown" in complaint(write("c.po", text.replace("GB18030", "klingon")))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('msgid "a"\nmsgstr "b"\nfoo bar\n', "a.po:3: is not a PO file: Unknown or misformatted keyword"),
        ('"x"\n', 'a.po:1: is not a PO file: Got line starting with "'),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "a.po:1: is not a PO file: missing msgstr for msgid 'a'"),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=0;\\n"\n\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n',
            "a.po: its header says nplurals=999999999",
        ),
    ],
)
def test_bad_catalogs(write: Write, text: str, says: str) -> None:
    assert complaint(write("a.po", text)).startswith(says)


def test_odd_headers_and_locations_are_no_fault(write: Write) -> None:
    head = 'msgid ""\nmsgstr ""\n"Language: Chinese (Simplified)\\n"\n"PO-Revision-Date: \\n"\n\n#: \u2068a b.c:1\n'
    body = 'msgid "5"\nmsgstr "五"\n\nmsgid ""\n"Language: English (UK) #: 5\\n"\nmsgstr "语言：英语（英国）\\n"\n'
    bitext = read_bitext(write("a.po", head + body))
    assert (bitext.source_lang, bitext.target_lang) == ("en", None)
    assert list(bitext.units) == [
        TranslationUnit("5", "五", None, 7),
        TranslationUnit("Language: English (UK) #: 5\n", "语言：英语（英国）\n", None, 10),
    ]


def test_a_template_is_untranslated(write: Write) -> None:
    bitext = read_bitext(write("a.pot", 'msgid "a"\nmsgstr ""\n'))
    assert (pairs(bitext), bitext.skipped) == ([], {Skip.UNTRANSLATED: 1})


# Formats


def test_formats_are_known_by_content(write: Write) -> None:
    assert pairs(read_bitext(write("memory", tmx(tu(zh="a", en="b"))))) == [("a", "b")]
    assert pairs(
        read_bitext(write("memory.xml", tmx(tu(zh="a", en="b"), encoding="UTF-16").encode("utf-16")))
    ) == [("a", "b")]
    assert pairs(read_bitext(write("x.xliff", tmx(tu(zh="a", en="b"))))) == [("a", "b")]
    assert pairs(read_bitext(write("catalog", 'msgid "a"\nmsgstr "b"\n'))) == [("a", "b")]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", b"PK\x03\x04", "a.docx: is a zip package; unpack it"),
        ("a.foo", b"hello", "a.foo: the format of a .foo file is not known; TMX, XLIFF"),
        ("a.xml", b"<html/>", "a.xml: its root is <html>, neither <tmx> nor <xliff>"),
        ("a.tmx", b"", "a.tmx: is not well-formed XML: no element found; export it again"),
        ("a.tmx", b"hello", "a.tmx:1: is not well-formed XML at column 1: Start tag expected"),
    ],
)
def test_what_is_no_bitext(write: Write, name: str, content: bytes, says: str) -> None:
    assert complaint(write(name, content)).startswith(says)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert complaint(tmp_path).endswith("is not a file; name a file")
    with pytest.raises(FileNotFoundError):
        read_bitext(tmp_path / "none.tmx")


# Limits


def test_limits_are_named(write: Write) -> None:
    path = write("a.tmx", tmx("\n".join([tu(zh="五", en="five")] * 3)))
    size = path.stat().st_size
    assert complaint(path, limits=Limits(max_bytes=99)) == (
        f"a.tmx: has {size} bytes, more than max_bytes = 99; split it, or raise the limit"
    )
    assert complaint(path, limits=Limits(max_units=2)) == (
        "a.tmx:6: has more than max_units = 2 translated units; split the file, or raise the limit"
    )
    assert complaint(path, limits=Limits(max_segment=3)) == (
        "a.tmx:4: a segment is longer than max_segment = 3 characters; split the segment, or raise the limit"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "a," + "x" * 101),
        ("a.csv", "a," * 1000),
        ("a.csv", 'a,"' + "x\n" * 70_000),
        ("a.tsv", "a\t" + "x" * 101),
        ("a.po", 'msgid "a"\nmsgstr "' + "x" * 101 + '"\n'),
        ("a.po", 'msgid "a"\n"' + "x" * 1000 + '"\nmsgstr ""\n'),
    ],
)
def test_long_segments(write: Write, name: str, content: str) -> None:
    text = complaint(write(name, content), limits=Limits(max_segment=100))
    assert "a segment is longer than max_segment = 100 characters" in text


def test_long_lines(write: Write) -> None:
    aligned = read_aligned(write("s", "a\n" + "x" * 101), write("t", "a\nb"), limits=Limits(max_segment=100))
    with pytest.raises(BadFile, match="s:2: a segment is longer than max_segment = 100 characters"):
        list(aligned.units)


# Hostile XML

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_PARAMETERS = "".join(f'<!ENTITY % p{n} "{f"&#37;p{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("doctype", "reference"),
    [
        (f'<!ENTITY l0 "lol">{_LAUGHS}', "&l9;"),
        (f'<!ENTITY a "{"A" * 100_000}">', "&a;" * 10_000),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
        ('<!ENTITY a SYSTEM "http://127.0.0.1:9/">', "&a;"),
        ('<!ENTITY a PUBLIC "x" "http://127.0.0.1:9/">', "&a;"),
        ('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;', ""),
        ('<!ENTITY % a SYSTEM "http://127.0.0.1:9/"> %a;', ""),
        (f'<!ENTITY % p0 "<!ELEMENT tmx ANY>">{_PARAMETERS}%p11;', ""),
        ('<!ENTITY harmless "x">', ""),
    ],
)
@pytest.mark.parametrize("size", [0, 200_000])
def test_no_entity_is_read(write: Write, doctype: str, reference: str, size: int) -> None:
    path = write("a.tmx", tmx(tu(zh=f"{reference}5", en="5") + " " * size, f"<!DOCTYPE tmx [{doctype}]>"))
    assert (
        "entities are not read, and its DOCTYPE declares some; write the characters themselves"
        in complaint(path)
    )


def test_a_doctype_alone_is_accepted_and_not_fetched(write: Write, tmp_path: Path) -> None:
    """The DTD is there, and would give &secret; a meaning; a server waits, and is not called."""
    write("my.dtd", '<!ENTITY secret "42"><!ATTLIST tu tuid CDATA "from the DTD">')
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        for system in (
            "tmx14.dtd",
            "my.dtd",
            f"{tmp_path}/my.dtd",
            f"file://{tmp_path}/my.dtd",
            f"http://127.0.0.1:{port}/",
        ):
            doctype = f'<!DOCTYPE tmx SYSTEM "{system}">'
            units = read_bitext(write("a.tmx", tmx(tu(zh="五", en="5"), doctype))).units
            assert list(units) == [TranslationUnit("五", "5", None, 4)]
            path = write("b.tmx", tmx(tu(zh="&secret;", en="5"), doctype))
            assert complaint(path) == "b.tmx:4: entities are not read: '&secret;'; write the character itself"
        with pytest.raises(TimeoutError):
            server.accept()


def test_an_entity_of_html(write: Write) -> None:
    assert "entities are not read: Entity 'nbsp' not defined" in complaint(
        write("a.tmx", tmx(tu(zh="&nbsp;", en="5")))
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<a>" * 100_000, "a.tmx:1: the elements are nested more than 256 deep"),
        (tmx(tu(zh="<hi>" * 100_000, en="x")), "a.tmx:4: the elements are nested more than 256 deep"),
        (
            tmx(f'<tu tuid="{"x" * 50_000_000}"/>'),
            "a.tmx: what follows has no <tu> in 16 MB, or one that is longer",
        ),
        (tmx(tu(zh="x" * 11_000_000, en="x")), "a.tmx:4: a text is longer than 10 MB"),
        (
            tmx("<tu>" + "<ph/>" * 4_000_000),
            "a.tmx: what follows has no <tu> in 16 MB, or one that is longer",
        ),
        (
            tmx(f'<header note="{"x" * 100}"/>' * 200_000),
            "a.tmx: what follows has no <tu> in 16 MB, or one that is longer",
        ),
        ("<?xml version='1.0'?>" + " " * 20_000_000 + "<tmx/>", "a.tmx: what follows has no <*> in 16 MB"),
        (tmx(tu(zh="a", en="b") * 1000)[:9000], "a.tmx:4: is not well-formed XML at column"),
        (
            tmx(tu(zh="a", en="<b>")),
            "a.tmx:4: is not well-formed XML at column 75: Opening and ending tag mismatch",
        ),
        (tmx(tu(zh="五", en="b")).encode("gb18030"), "a.tmx:4: is not well-formed XML at column"),
        (tmx(tu(zh="五", en="b"), encoding="klingon"), "a.tmx:1: is not well-formed XML at column"),
        (tmx("<tu><tuv><seg>a</seg></tuv></tu>"), "a.tmx:4: a <tuv> has no xml:lang"),
    ],
    ids=[
        "deep",
        "deep hi",
        "attribute",
        "text",
        "inline",
        "headers",
        "blanks",
        "truncated",
        "tags",
        "gb",
        "klingon",
        "lang",
    ],
)
def test_hostile_and_broken_xml(write: Write, content: str | bytes, says: str) -> None:
    start = time.perf_counter()
    assert complaint(write("a.tmx", content)).startswith(says)
    assert time.perf_counter() - start < 10


def test_xml_in_another_declared_encoding(write: Write) -> None:
    path = write("a.tmx", tmx(tu(zh="五亿", en="b"), encoding="GB18030").encode("gb18030"))
    assert pairs(read_bitext(path)) == [("五亿", "b")]


SAMPLES = sorted(path for path in DATA.iterdir() if path.suffix != ".md")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sample=st.sampled_from(SAMPLES), seed=st.integers(0, 2**32))
@example(sample=DATA / "weblate.po", seed=0)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, sample: Path, seed: int) -> None:
    """No other error comes of bytes changed, cut out, or doubled."""
    chance = random.Random(seed)  # noqa: S311
    content = bytearray(sample.read_bytes())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(4):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + chance.randrange(200)]
            case 2:
                content[at:at] = content[at : at + chance.randrange(200)]
            case _:
                content[at:at] = chance.choice(
                    [b"<", b">", b'"', b"\n", b"\\", b"&x;", b"]", b"msgid ", b"\xef\xbb\xbf"]
                )
    path = tmp_path / f"damaged{sample.suffix}"
    path.write_bytes(content)
    read = units_or_complaint(path)
    if isinstance(read, str):
        assert read.startswith(str(path))
        assert "\n" not in read
    else:
        assert all(unit.source.strip() and unit.target.strip() for unit in read)


def units_or_complaint(path: Path) -> list[TranslationUnit] | str:
    try:
        return list(read_bitext(path).units)
    except BadFile as error:
        return str(error)


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    program = (
        "import resource, sys; from translations.bitexts import read_bitext\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(sum(1 for _ in read_bitext(sys.argv[1]).units))\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    path = tmp_path / "a.tmx"
    with path.open("w", encoding="utf-8") as stream:
        before, after = tmx("|").split("|")
        stream.write(before)
        for _ in range(400_000):
            stream.write(
                tu(zh="港口数据投资 83 亿美元。" * 3, en="Harbor Data invests $8.3 billion. " * 4) + "\n"
            )
        stream.write(after)
    run = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    units, megabytes = map(int, run.stdout.split())
    assert units == 400_000
    assert megabytes < 32
