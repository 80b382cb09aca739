"""TBX: valid by the schema, by the rules that the schema cannot say, and with nothing lost that it has room for."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from api.content import Content
from glossary import Concept
from glossary.interchange.tbx_terms import NAMESPACE

if TYPE_CHECKING:
    from conftest import Written

SCHEMA = Path(__file__).parents[2] / "data" / "schemas" / "TBX-Basic-v3-integrated.rng"
TBX = {"t": NAMESPACE}


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(SCHEMA)))


def assert_valid(schema: etree.RelaxNG, text: str) -> etree._Element:
    """Hold `text` against the schema, and against what TBX-Basic_DCA.sch (LTAC, 1.2.1) asks beyond it."""
    root = etree.fromstring(text.encode())
    assert schema.validate(root), schema.error_log
    ids = set(root.xpath("//@id"))
    assert root.get("type") == "TBX-Basic"
    assert root.xpath("//t:descrip[@type='subjectField'][not(parent::t:conceptEntry)]", namespaces=TBX) == []
    assert root.xpath("//t:descrip[@type='definition'][parent::t:termSec]", namespaces=TBX) == []
    assert root.xpath("//t:descrip[@type='context'][not(parent::t:termSec)]", namespaces=TBX) == []
    for reference in root.xpath("//t:ref/@target", namespaces=TBX):
        assert reference in ids
    picked = {
        "administrativeStatus": {
            f"{s}Term-admn-sts" for s in ("preferred", "admitted", "deprecated", "superseded")
        },
        "partOfSpeech": {"adjective", "noun", "other", "verb", "adverb"},
        "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    }
    for category, allowed in picked.items():
        assert set(root.xpath(f"//t:termNote[@type='{category}']/text()", namespaces=TBX)) <= allowed
    return root


RICH_BASIC = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="zh-Hans" xmlns="urn:iso:std:iso:30042:ed-2">
 <tbxHeader>
  <fileDesc>
   <titleStmt><title>Glossary</title></titleStmt>
   <sourceDesc><p>Duizhao 1.0</p></sourceDesc>
  </fileDesc>
 </tbxHeader>
 <text>
  <body>
   <conceptEntry id="softbank-group">
    <descrip type="subjectField">finance</descrip>
    <xref type="externalCrossReference" target="https://www.wikidata.org/entity/Q201653">https://www.wikidata.org/entity/Q201653</xref>
    <note xml:lang="en">Not SoftBank Corp.</note>
    <langSec xml:lang="zh-Hans">
     <descrip type="definition">日本投资公司。</descrip>
     <termSec>
      <term>软银集团</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">fullForm</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <note xml:lang="zh-Latn-pinyin">ruǎn yín jí tuán</note>
     </termSec>
     <termSec>
      <term>软银</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">shortForm</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <note xml:lang="zh-Latn-pinyin">ruǎn yín</note>
     </termSec>
    </langSec>
    <langSec xml:lang="en">
     <descrip type="definition">Japanese &lt;holding&gt; &amp; more.</descrip>
     <termSec>
      <term>SoftBank Group Corp.</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">fullForm</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <descrip type="context">SoftBank Group Corp. reports in May.</descrip>
      <admin type="source">https://group.softbank/en</admin>
     </termSec>
     <termSec id="_softbank-group.en.2">
      <term>SoftBank</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">shortForm</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
      <termNote type="geographicalUsage">US</termNote>
     </termSec>
     <termSec>
      <term>Softbank</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">variant</termNote>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <ref type="crossReference" target="_softbank-group.en.2">SoftBank</ref>
      <note xml:lang="en">The B is a capital.</note>
     </termSec>
     <termSec>
      <term>Soft Bank</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="termType">variant</termNote>
      <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>
      <ref type="crossReference" target="_softbank-group.en.2">SoftBank</ref>
     </termSec>
    </langSec>
   </conceptEntry>
   <!-- 1 left out: not to be had in TBX -->
  </body>
 </text>
</tbx>
"""


def test_everything_that_tbx_basic_has_room_for(
    written: Written, schema: etree.RelaxNG, rich: Concept
) -> None:
    """The preferred term comes first, the deprecated ones name what to use, and what is nowhere is not referred to."""
    text = written("tbx", [rich])
    assert text == RICH_BASIC
    assert written.omissions == [("urn:isbn:0", "is no http address")]
    assert_valid(schema, text)


def test_the_shipped_glossary_is_valid(
    written: Written, schema: etree.RelaxNG, shipped_content: Content
) -> None:
    concepts = shipped_content.glossary.concepts
    root = assert_valid(schema, written("tbx", concepts, "zh-Hans", "zh-Hant", "en"))
    assert len(root.findall(".//t:conceptEntry", TBX)) == len(tuple(concepts))
    assert len(root.findall(".//t:termSec", TBX)) == sum(len(concept.terms) for concept in concepts)
    assert written.omissions == []


def test_a_related_concept_that_is_not_in_the_file_is_not_referred_to(
    written: Written, schema: etree.RelaxNG, pair: Callable[..., Concept]
) -> None:
    here = pair("甲", id="here", related=("there", "gone"))
    there = pair("乙", id="there")
    assert '<ref type="crossReference" target="there">there</ref>' in written("tbx", [here, there])
    only_chinese = replace(there, terms=there.terms_in("zh-Hans"))
    text = written("tbx", [here, only_chinese], "en", "zh-Hant")
    assert_valid(schema, text)
    assert "<ref" not in text


def test_a_definition_without_a_term_in_its_language_stands_at_the_concept(
    written: Written, schema: etree.RelaxNG, rich: Concept
) -> None:
    text = written("tbx", [replace(rich, terms=rich.terms_in("zh-Hans"))])
    root = assert_valid(schema, text)
    assert (
        '    <descrip type="definition" xml:lang="en">Japanese &lt;holding&gt; &amp; more.</descrip>\n'
        in text
    )
    assert [
        found.get("{http://www.w3.org/XML/1998/namespace}lang")
        for found in root.iter(f"{{{NAMESPACE}}}langSec")
    ] == ["zh-Hans"]


def test_a_tool_spells_the_languages(written: Written, schema: etree.RelaxNG, rich: Concept) -> None:
    root = assert_valid(schema, written("tbx", [rich], "zh_TW", "en-US"))
    assert root.xpath("//t:langSec/@xml:lang", namespaces=TBX) == ["zh_TW", "en-US"]


def test_a_term_that_xml_cannot_hold_is_left_out(
    written: Written, schema: etree.RelaxNG, pair: Callable[..., Concept]
) -> None:
    good = pair("好", "a\tb  c")
    text = written("tbx", [pair("坏\x01", "bad", id="d"), pair("坏\x00", "\x0b", id="e"), good])
    assert_valid(schema, text)
    assert [text for text, _ in written.omissions] == ["坏\x01", "坏\x00", "\x0b"]
    assert text.count("<conceptEntry") == 2
    assert "<term>a\tb  c</term>" in text


# What ISO 30042:2008 lets stand where, of the elements that we write.
MARTIF = """
<!ENTITY % auxInfo "(descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref)*">
<!ELEMENT martif (martifHeader, text)> <!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?, revisionDesc?)>
<!ELEMENT fileDesc (titleStmt?, publicationStmt?, sourceDesc+)> <!ELEMENT titleStmt (title, note*)>
<!ELEMENT title (#PCDATA)> <!ELEMENT sourceDesc (p+)> <!ELEMENT encodingDesc (p+)>
<!ELEMENT p (#PCDATA)> <!ATTLIST p type CDATA #IMPLIED>
<!ELEMENT text (body, back?)> <!ELEMENT body (termEntry+)>
<!ELEMENT termEntry (%auxInfo;, langSet+)> <!ATTLIST termEntry id ID #IMPLIED>
<!ELEMENT langSet (%auxInfo;, (tig|ntig)+)> <!ATTLIST langSet id ID #IMPLIED xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, %auxInfo;)> <!ATTLIST tig id ID #IMPLIED>
<!ELEMENT term (#PCDATA)>
<!ELEMENT termNote (#PCDATA)> <!ATTLIST termNote type CDATA #REQUIRED>
<!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT admin (#PCDATA)> <!ATTLIST admin type CDATA #REQUIRED>
<!ELEMENT note (#PCDATA)> <!ATTLIST note xml:lang CDATA #IMPLIED>
<!ELEMENT ref (#PCDATA)> <!ATTLIST ref type CDATA #REQUIRED target IDREF #IMPLIED>
<!ELEMENT xref (#PCDATA)> <!ATTLIST xref type CDATA #REQUIRED target CDATA #REQUIRED>
"""


def test_version_2_has_everything_where_it_belongs(
    written: Written, rich: Concept, shipped_content: Content
) -> None:
    allowed = etree.DTD(io.StringIO(MARTIF))
    for concepts in ([rich], shipped_content.glossary.concepts):
        root = etree.fromstring(written("tbx2", concepts, "zh-Hans", "zh-Hant", "en").encode())
        assert allowed.validate(root), allowed.error_log


def test_version_2_is_what_older_tools_read(written: Written, rich: Concept) -> None:
    """Weblate keeps the first tig of a language, OmegaT and it know a martif only; neither fetches the DTD."""
    text = written("tbx2", [rich], "zh-CN", "en")
    assert text.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
        '<martif type="TBX" xml:lang="zh-CN">\n'
    )
    root = etree.fromstring(text.encode(), etree.XMLParser(load_dtd=False, no_network=True))
    assert root.xpath("//termEntry/@id") == ["softbank-group"]
    assert root.xpath("//langSet/@xml:lang") == ["zh-CN", "en"]
    assert root.xpath("//langSet/tig[1]/term/text()") == ["软银集团", "SoftBank Group Corp."]
    assert root.xpath("//tig[1]/termNote[@type='partOfSpeech']/text()") == ["properNoun"] * 2
    assert root.xpath("//tig/termNote[@type='administrativeStatus']/text()")[-2:] == [
        "deprecatedTerm-admn-sts",
        "supersededTerm-admn-sts",
    ]
