"""The shape of everything we send, for the OpenAPI document; tests hold the answers against it."""

from __future__ import annotations

from typing import Any

from marshmallow import EXCLUDE, Schema, fields

from glossary import ConceptType, MatchKind, PartOfSpeech, Status, TermType
from glossary.store.changes import ChangeKind
from translations import CONTENT_LANGUAGES, Kind, Modifier
from translations.checking import IssueKind, Severity
from translations.reading import Sense


class WireSchema(Schema):
    """EXCLUDE, so that the document lets a later release add fields."""

    class Meta:
        unknown = EXCLUDE


def _text(description: str, example: str, **options: Any) -> fields.String:
    return fields.String(
        required=True, metadata={"description": description, "examples": [example]}, **options
    )


def _optional_text(description: str) -> fields.String:
    return fields.String(required=True, allow_none=True, metadata={"description": description})


def _choice(description: str, choices: Any, *, allow_none: bool = False) -> fields.String:
    values = [*map(str, choices), *([None] if allow_none else [])]
    return fields.String(
        required=True, allow_none=allow_none, metadata={"description": description, "enum": values}
    )


def _whole(description: str) -> fields.Integer:
    return fields.Integer(required=True, metadata={"description": description, "minimum": 0})


def _nested(schema: Any, **options: Any) -> fields.Nested:
    return fields.Nested(schema, required=True, **options)


def _by_tag(description: str) -> fields.Dict:
    return fields.Dict(
        keys=fields.String(), values=fields.String(), required=True, metadata={"description": description}
    )


def _several(field: Any) -> fields.List[Any]:
    return fields.List(field, required=True)


def _by_language(name: str, field: Any) -> Any:
    """Return a schema that has `field` (a factory) under each content language."""
    return WireSchema.from_dict({tag: field() for tag in CONTENT_LANGUAGES}, name=name)


def _strings() -> fields.List[Any]:
    return _several(fields.String())


TextsSchema = _by_language("Texts", lambda: fields.String(required=True))


class PartialTextsSchema(
    WireSchema.from_dict({tag: fields.String() for tag in CONTENT_LANGUAGES}, name="PartialTextsBase")  # type: ignore[misc]
):
    """A text in those languages that its author wrote it in."""


class TermSchema(WireSchema):
    """A term in one language."""

    term = _text("as it is written in running text", "算力")
    status = _choice("administrative status", Status)
    term_type = _choice("TBX-Basic term type", TermType)
    part_of_speech = _choice("part of speech", PartOfSpeech)
    reading = _optional_text("pinyin with tone marks, a syllable for each Han character")
    geographical_usage = _optional_text("region code, such as TW")
    use = _optional_text("what to write instead, when deprecated or superseded")
    note = _nested(PartialTextsSchema, allow_none=True)
    context = _optional_text("a sentence that shows the term in use")
    source = _optional_text("where the term is attested")


class TermsSchema(WireSchema):
    """The terms of a concept in one language, in the editor's order."""

    terms = _several(fields.Nested(TermSchema))


class ConceptSchema(WireSchema):
    """One meaning with its terms in every language."""

    id = _text("never reused", "computing-power")
    concept_type = _choice("general, or individual (a proper name)", ConceptType)
    subject_field = _text("id of the subject field", "technology")
    definition = _nested(PartialTextsSchema, allow_none=True)
    note = _nested(PartialTextsSchema, allow_none=True)
    languages = _nested(_by_language("TermsByLanguage", lambda: _nested(TermsSchema)))
    distractors = _strings()
    related = _strings()
    sections = _strings()
    xrefs = _strings()
    replaces = _strings()
    full_form_first = fields.Boolean(
        required=True, metadata={"description": "whether a text's first mention takes the full form"}
    )


class MatchSchema(WireSchema):
    """Why a concept was found."""

    form = _text("the part of the term that matched", "算力")
    kind = _choice("how it matched", MatchKind)
    term = _text("the term that matched", "算力")
    lang = _choice("its language", CONTENT_LANGUAGES)
    status = _choice("its administrative status", Status)
    use = _optional_text("what to write instead of it")


class HitSchema(ConceptSchema):
    """A concept, and why it was found; null when nothing was asked for."""

    matched = _nested(MatchSchema, allow_none=True)


class ExportSchema(WireSchema):
    """A form in which the glossary can be had."""

    profile = _text("id of the form", "omegat")
    purpose = _text("which tools it is for, in the reader's language", "OmegaT glossary")
    extension = _text("the end of its address", "txt")
    media_type = _text("of the file", "text/plain")
    pattern = _text(
        "its address, to be filled with two language tags", "/exports/omegat/{source}_{target}.txt"
    )
    url = _text("its address for simplified Chinese to English", "/exports/omegat/zh-Hans_en.txt")
    all_languages = _optional_text("its address with every language, null where a file has two")


class ExportListSchema(WireSchema):
    """Every form."""

    items = _several(fields.Nested(ExportSchema))
    total = _whole("how many there are")


class SpanSchema(WireSchema):
    """Where a term or figure stands in a sentence."""

    start = _whole("first code point")
    end = _whole("code point after the last")
    kind = _choice("what it is", ["term", "figure"])
    id = _text("id of the concept or figure", "softbank-group")


class SentencePairSchema(WireSchema):
    """The same sentence in every content language."""

    id = _text("the same in every language", "s2.3")
    text = _nested(TextsSchema)
    spans = _nested(_by_language("SpansByLanguage", lambda: _several(fields.Nested(SpanSchema))))


class SectionTitleSchema(WireSchema):
    """A section by name."""

    id = _text("id within the article", "s2")
    title = _nested(TextsSchema)


class SectionSchema(SectionTitleSchema):
    """A section and its summary."""

    article = _text("id of the article", "softbank-ai")
    summary = _several(fields.Nested(SentencePairSchema))


class ArticleCardSchema(WireSchema):
    """What an article is."""

    id = _text("id of the article", "softbank-ai")
    title = _nested(TextsSchema)
    author = _nested(TextsSchema)
    publisher = _nested(TextsSchema)
    language = _text("BCP 47 tag of the original", "zh-Hans")
    published = _text("ISO 8601, as precise as the article supports", "2025-12")
    published_note = _nested(TextsSchema)
    sections = _several(fields.Nested(SectionTitleSchema))


class ArticleSchema(ArticleCardSchema):
    """An article and the summary of the whole."""

    summary = _several(fields.Nested(SentencePairSchema))


class WrittenSchema(WireSchema):
    """A quantity as written in the reader's locale."""

    text = _text("with the modifier in words", "about 5.3 trillion Japanese yen")
    long = _text("without the modifier", "5.3 trillion Japanese yen")
    short = _text("compact", "JP¥5.3T")
    exact = _text("every digit", "5,300,000,000,000 Japanese yen")


class AmountSchema(WireSchema):
    """The other side of a rate."""

    value = _text("exact decimal", "100")
    unit = _text("ISO 4217 code", "JPY")


class QuantitySchema(WireSchema):
    """A quantity: `value`, or `low` and `high`; a ratio also has its fraction, a rate what it is quoted for."""

    kind = _choice("what sort of quantity", Kind)
    unit = _text(
        "ISO 4217 code, CLDR unit id, percent, percentage_point, basis_point, times, ratio or count", "JPY"
    )
    value = fields.String(metadata={"description": "exact decimal", "examples": ["5300000000000"]})
    low = fields.String(metadata={"description": "exact decimal"})
    high = fields.String(metadata={"description": "exact decimal"})
    numerator = fields.Integer()
    denominator = fields.Integer()
    per = fields.Nested(AmountSchema)
    modifier = _choice("how sure the writer was", Modifier, allow_none=True)


class FormatSchema(QuantitySchema):
    """A quantity and how it is written."""

    locale = _text("CLDR locale that wrote it", "de")
    formatted = _nested(WrittenSchema)


class PeriodSchema(WireSchema):
    """A point or stretch of time."""

    value = _text("ISO 8601, extended as docs/content.md says", "<=2025-06-30")
    formatted = _text("in the reader's locale", "as of 30 June 2025")


class SpeakerSchema(WireSchema):
    """Who says so."""

    id = _text("id of the concept", "bain-and-company")
    name = _nested(PartialTextsSchema)


class FigureSchema(QuantitySchema):
    """One quantitative statement of an article."""

    id = _text("unique over all articles", "vision-fund-loss-fy2022-jpy")
    article = _text("id of the article", "softbank-ai")
    section = _text("id of the section", "s2")
    as_written = _text("the article's own wording of the quantity", "5.3 万亿日元")
    period = _nested(PeriodSchema, allow_none=True)
    measures = _nested(TextsSchema)
    said_by = _nested(SpeakerSchema, allow_none=True)
    equals = _strings()
    note = _nested(TextsSchema, allow_none=True)
    noun = fields.Dict(
        required=True,
        allow_none=True,
        metadata={"description": "what is counted, by language and CLDR plural category"},
    )
    replaces = _strings()
    formatted = _nested(WrittenSchema)


class ProblemFaultSchema(WireSchema):
    """One thing wrong in the request."""

    location = _text("query, json, form or path", "query")
    name = _text("name of the parameter", "limit")
    value = _optional_text("what was sent")
    detail = _text("what is wrong with it, and the mend", "This must lie between 1 and 100.")


class ProblemSchema(WireSchema):
    """RFC 9457 problem, in the reader's language."""

    type = _text("about:blank: the status says it all", "about:blank")
    title = _text("what the status means", "Invalid request")
    status = fields.Integer(required=True)
    detail = _text("what is wrong and what to do", "limit=0: This must lie between 1 and 100.")
    errors = fields.List(fields.Nested(ProblemFaultSchema))


class PlaceSchema(WireSchema):
    """Where something stands in a text."""

    start = _whole("first code point, or UTF-16 unit")
    end = _whole("the one after the last")
    text = _text("what stands there", "5.3万亿日元")


class ExtractedFigureSchema(PlaceSchema, QuantitySchema):
    """A figure of a text."""

    classifier = fields.String(
        metadata={"description": "what a count in Chinese counts by", "examples": ["座"]}
    )
    alternatives = fields.List(
        fields.String(), metadata={"description": "other units that the writing allows: ¥ is yen or yuan"}
    )
    sense = fields.String(
        metadata={
            "description": "what a multiple was said of: 增长两倍 (growth) and 增至三倍 (level) both have the value 3",
            "enum": [*map(str, Sense)],
        }
    )


class ExtractedDateSchema(PlaceSchema):
    """A date or period of a text."""

    value = _text("EDTF (ISO 8601-2) as docs/reading.md extends it", "XXXX-10-12")


class ExtractionSchema(WireSchema):
    """What a text says, in its order."""

    figures = _several(fields.Nested(ExtractedFigureSchema))
    dates = _several(fields.Nested(ExtractedDateSchema))


class RenderingSchema(WireSchema):
    """A term that may be written for another."""

    term = _text("as it is written in running text", "data center")
    status = _choice("administrative status", [Status.PREFERRED, Status.ADMITTED])
    geographical_usage = _optional_text("region code, such as US")


class RenderingsSchema(
    WireSchema.from_dict(  # type: ignore[misc]
        {tag: fields.List(fields.Nested(RenderingSchema)) for tag in CONTENT_LANGUAGES}, name="RenderingsBase"
    )
):
    """The usable terms in each content language other than the term's own, preferred ones first; maybe none."""


class RecognizedTermSchema(PlaceSchema):
    """A term of a text."""

    term = _text("the term as the glossary has it", "数据中心")
    term_id = _text("id of the concept", "data-center")
    lang = _choice("the term's language", CONTENT_LANGUAGES)
    status = _choice("its administrative status", Status)
    use = _optional_text("what to write instead of it, when deprecated or superseded")
    translations = _nested(RenderingsSchema)
    also = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "ids of other concepts that have the same term, the likeliest first"},
    )


class RecognitionSchema(WireSchema):
    """The terms of a text, in its order."""

    matches = _several(fields.Nested(RecognizedTermSchema))


class IssueSchema(WireSchema):
    """One thing that a translation says otherwise than its source."""

    kind = _choice("what is wrong", IssueKind)
    severity = _choice(
        "an error makes the segment wrong, a warning is for the translator to judge, a note for who asks for notes",
        Severity,
    )
    message = _text("a sentence in the reader's language", "“90亿美元” is missing from the target.")
    source = _nested(PlaceSchema, allow_none=True)
    target = _nested(PlaceSchema, allow_none=True)
    suggestion = _optional_text("what could stand at target instead, or be added, in the target's language")
    term_id = fields.String(metadata={"description": "of an issue about a term: the id of its concept"})


class VerdictSchema(WireSchema):
    """What was found in one segment."""

    ok = fields.Boolean(required=True, metadata={"description": "whether there is no error"})
    issues = _several(fields.Nested(IssueSchema))


class VerdictListSchema(WireSchema):
    """A verdict for each segment, in the order of the request."""

    segments = _several(fields.Nested(VerdictSchema))


class StatusSchema(WireSchema):
    """How the service is."""

    status = _choice("ok; a problem otherwise", ["ok"])
    revision = fields.String(metadata={"description": "fingerprint of the content and layout being served"})


def _page(name: str, schema: Any) -> Any:
    return WireSchema.from_dict(
        {"items": _several(fields.Nested(schema)), "total": _whole("items in all")}, name=name
    )


class TermListSchema(_page("TermListBase", HitSchema)):  # type: ignore[misc]
    """The concepts found."""

    did_you_mean = fields.List(
        fields.String(), metadata={"description": "terms near the query, when nothing is found"}
    )
    total_is = fields.String(
        metadata={
            "description": "there where the total is not counted to the end: there are at least so many",
            "enum": ["at_least"],
        }
    )


class ChangeSchema(WireSchema):
    """What became of a concept."""

    id = _text("id of the concept", "data-center")
    change = _choice("what became of it, all in all", ChangeKind)
    at = _text("when, RFC 3339", "2026-11-22T08:00:00Z")
    replaced_by = _optional_text("id of the concept that it was merged into")
    concept = _nested(ConceptSchema, allow_none=True)


class ChangeListSchema(_page("ChangeListBase", ChangeSchema)):  # type: ignore[misc]
    """What changed."""

    revision = _text("what to ask with next time, as `since`", "8f3a1c2d-7")


# OpenSearch Suggestions 1.1, which names its parts by their places.
SUGGESTIONS = {
    "type": "array",
    "description": "what was typed, then three lists of one length: completions, descriptions, addresses",
    "items": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "minItems": 4,
    "maxItems": 4,
}


class LookupAnswerSchema(WireSchema):
    """What one of many queries found, or why it cannot be answered."""

    q = _optional_text("the query as it was sent; null when it was no text")
    items = fields.List(fields.Nested(HitSchema))
    total = fields.Integer(metadata={"description": "concepts found in all", "minimum": 0})
    did_you_mean = fields.List(
        fields.String(), metadata={"description": "terms near the query, when nothing is found"}
    )
    error = fields.Nested(ProblemSchema)


class LookupAnswerListSchema(WireSchema):
    """An answer to each query, in their order."""

    answers = _several(fields.Nested(LookupAnswerSchema))


ArticleListSchema = _page("ArticleList", ArticleCardSchema)
SectionListSchema = _page("SectionList", SectionSchema)
FigureListSchema = _page("FigureList", FigureSchema)


class CardFigureSchema(WireSchema):
    """A figure of a card; texts are by language."""

    id = _text("id of the figure", "vision-fund-loss-fy2022-jpy")
    url = _text("address of its page", "https://example.org/en/figures/vision-fund-loss-fy2022-jpy")
    measures = _by_tag("what is measured")
    text = _by_tag("the quantity, as a reader of the language has it")
    exact = _by_tag("the quantity with every digit")
    kind = _choice("what sort of quantity", Kind)
    value = _text("digits by themselves", "5.3e12")
    unit = _text("ISO 4217 code, CLDR unit id, or our own", "JPY")
    as_written = _text("wording of the article", "5.3 万亿日元")
    period = _by_tag("when")
    said_by = _by_tag("who says so")


class OembedSchema(WireSchema):
    """oEmbed 1.0, and our own keys from `lang` on; as XML the same names (docs/embedding.md)."""

    type = _choice("link: there is no room for the picture that was asked for", ("rich", "photo", "link"))
    version = _choice("of oEmbed, a string", ("1.0",))
    title = _text("title, without markup", "The computing-power gap")
    author_name = _text("who wrote the summary", "Duizhao")
    author_url = _text("home page of the language", "https://example.org/en/")
    provider_name = _text("who provides the card", "Duizhao")
    provider_url = _text("where", "https://example.org/")
    cache_age = _whole("seconds for which this may be kept")
    thumbnail_url = fields.String(metadata={"description": "picture of the card that fits, if one does"})
    thumbnail_width = fields.Integer(metadata={"description": "its width in pixels"})
    thumbnail_height = fields.Integer(metadata={"description": "its height in pixels"})
    html = fields.String(metadata={"description": "rich: what to paste"})
    url = fields.String(metadata={"description": "photo: address of the picture"})
    width = fields.Integer(metadata={"description": "rich, photo: pixels", "minimum": 1})
    height = fields.Integer(metadata={"description": "rich, photo: pixels", "minimum": 1})
    lang = _choice("first language of the card", CONTENT_LANGUAGES)
    languages = _several(_choice("language of the card", CONTENT_LANGUAGES))
    alternates = _by_tag("address of the page in every view, by the view")
    text = _by_tag("what the card says, without markup")
    figures = _several(fields.Nested(CardFigureSchema))


class CardSentenceSchema(WireSchema):
    """A sentence of a card's summary."""

    id = _text("id within the article", "s2.1")
    text = _by_tag("the sentence by language, without markup")


class CardBarSchema(WireSchema):
    """A bar of a card's chart."""

    figure = _text("id of its figure", "generative-ai-users-japan")
    label = _by_tag("what it stands for")
    highlight = fields.Boolean(required=True, metadata={"description": "whether the chart is about it"})


class CardChartSchema(WireSchema):
    """The chart of a card; its numbers are the card's figures."""

    id = _text("id of the chart", "ai-use")
    title = _by_tag("heading")
    description = _text("the chart in words, in the first language", "Japan 26.7%; China 81%")
    comparison = _by_tag("what follows from the numbers")
    caption = _by_tag("what is said below it")
    bars = _several(fields.Nested(CardBarSchema))


class CardNameSchema(WireSchema):
    """What a concept is called."""

    lang = _choice("language", CONTENT_LANGUAGES)
    sign = _text("what stands for the language where there is little room", "简")
    text = _text("preferred term", "算力")
    reading = _text("pinyin; empty where there is none", "suàn lì")


class CardTermSchema(WireSchema):
    """The concept of a card."""

    names = _several(fields.Nested(CardNameSchema))
    definition = _by_tag("what it means")


class CardSchema(WireSchema):
    """All that a card says; texts are by language tag, in the order of its view."""

    kind = _choice("what it is of", ("article", "section", "figure", "chart", "term"))
    id = _text("id of that", "softbank-ai/s2")
    revision = _text("names this edition: `?at=` pins it", "5d1c0a9e77f2")
    lang = _choice("first language", CONTENT_LANGUAGES)
    languages = _several(_choice("language", CONTENT_LANGUAGES))
    url = _text("address of the page", "https://example.org/en/articles/softbank-ai/sections/s2")
    embed = _text("address of the embed page", "https://example.org/embed/en/section/softbank-ai/s2")
    image = _text("address of the picture", "https://example.org/embed/en/section/softbank-ai/s2.png")
    title = _by_tag("heading")
    kicker = _by_tag("what it is part of")
    source = _by_tag("who published it, and when")
    text = _by_tag("all that it says, without markup")
    sentences = _several(fields.Nested(CardSentenceSchema))
    figures = _several(fields.Nested(CardFigureSchema))
    chart = _nested(CardChartSchema, allow_none=True)
    term = _nested(CardTermSchema, allow_none=True)
    labels = _by_tag("words that whoever draws it needs, in the first language, by what they are for")
    alternates = _by_tag("address of the page in every view, by the view")
    cards = _by_tag("address of this in every view, by the view")
