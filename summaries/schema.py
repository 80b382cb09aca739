"""The fields of an article's files, and what they load into (docs/content.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from babel import Locale
from marshmallow import ValidationError, fields, post_load, validate

from summaries.model import Article, Bar, Chart, Comparison, Figure, Section, Sentence
from translations import (
    CONTENT_LANGUAGES,
    DEFAULT_LANGUAGE,
    CountNoun,
    Kind,
    LocalizedText,
    MalformedTag,
    Modifier,
    Quantity,
    Ratio,
    ratio_value,
    resolve,
)
from translations.authoring import AuthoringSchema, Choice, Text, identifier, listed, localized, nested
from translations.writing import (
    BadQuantity,
    NumberOutOfRange,
    parse_decimal,
    parse_period,
    parse_ratio,
    write,
)

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


class _Number(Text):
    """An exact decimal: 26.7, 5.3e12."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return self._parsed(text)
        except BadQuantity as error:
            raise ValidationError(
                "this is no number; write digits, a point and perhaps an exponent: 5.3e12"
            ) from error

    def _parsed(self, text: str) -> Decimal | Ratio:
        return parse_decimal(text)


class _NumberOrFraction(_Number):
    """A decimal, or a fraction such as 1/9."""

    def _parsed(self, text: str) -> Decimal | Ratio:
        return parse_ratio(text) if "/" in text else super()._parsed(text)


class _Period(Text):
    """A point or stretch of time."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            return parse_period(text)
        except ValueError as error:
            raise ValidationError(f"{error}; see the periods in docs/content.md") from error


class _PerSchema(AuthoringSchema):
    value = _Number(required=True)
    unit = Text(required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Quantity:
        return Quantity(Kind.MONEY, data["unit"], data["value"])


class _EnglishNounSchema(AuthoringSchema):
    one = Text(required=True)
    other = Text(required=True)

    @post_load
    def build(self, data: dict[str, str], **kwargs: Any) -> CountNoun:
        return CountNoun(tuple(data.items()))


class _NounSchema(AuthoringSchema):
    en = nested(_EnglishNounSchema, required=True)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> dict[str, CountNoun]:
        return {
            tag: noun if isinstance(noun, CountNoun) else CountNoun((("other", noun),))
            for tag, noun in data.items()
        }


_Noun = _NounSchema.from_dict({tag: Text(required=True) for tag in CONTENT_LANGUAGES if tag != "en"})


class FigureSchema(AuthoringSchema):
    """One entry of figures.yaml, loaded as `Figure` (its article still to be named)."""

    id = identifier(required=True)
    section = Text(required=True)
    as_written = Text(
        required=True, validate=validate.Length(max=40, error="this is too long; quote the quantity only")
    )
    kind = Choice(Kind, required=True)
    value = _NumberOrFraction()
    low = _Number()
    high = _Number()
    unit = Text(required=True)
    modifier = Choice(Modifier)
    per = nested(_PerSchema)
    noun = nested(_Noun)
    period = _Period()
    measures = localized(required=True)
    said_by = identifier()
    equals = listed(identifier())
    note = localized()
    replaces = listed(identifier(), load_default=[])

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Figure:
        quantity = _quantity(data)
        return Figure(
            article="",
            quantity=quantity,
            nouns=data.pop("noun", {}),
            equals=tuple(data.pop("equals", ())),
            replaces=tuple(data.pop("replaces")),
            **data,
        )


def _quantity(data: dict[str, Any]) -> Quantity:
    """Take the fields of the quantity out of `data`."""
    numbers = {name: data.pop(name) for name in ("value", "low", "high") if name in data}
    if set(numbers) not in ({"value"}, {"low", "high"}):
        raise ValidationError("a figure has a value, or low and high; write one of the two", "value")
    others: dict[str, Any] = {name: data.pop(name) for name in ("modifier", "per") if name in data}
    if isinstance(numbers.get("value"), Ratio):
        others["ratio"] = numbers["value"]
        numbers["value"] = ratio_value(others["ratio"])
    quantity = Quantity(kind=data.pop("kind"), unit=data.pop("unit"), **numbers, **others)
    if (quantity.kind is Kind.RATIO) != (quantity.ratio is not None):
        raise ValidationError(
            "a ratio is a fraction, and nothing else is; write it as 1/9, or change the kind", "value"
        )
    if (quantity.kind is Kind.RATE) != (quantity.per is not None):
        raise ValidationError(
            "a rate is quoted for an amount, and nothing else is; write per: {value: 100, unit: JPY}, or change the kind",
            "per",
        )
    if quantity.low is not None and quantity.high is not None and quantity.low >= quantity.high:
        raise ValidationError("the range does not rise; put the smaller number in low", "low")
    try:
        write(quantity, Locale(DEFAULT_LANGUAGE))  # what cannot be written has a wrong kind, unit or size
    except NumberOutOfRange as error:
        raise ValidationError(f"{error}; see the kinds in docs/content.md", next(iter(numbers))) from error
    except ValueError as error:
        raise ValidationError(f"{error}; see the kinds in docs/content.md", "unit") from error
    return quantity


class _BarSchema(AuthoringSchema):
    figure = identifier(required=True)
    label = localized(required=True)
    highlight = fields.Boolean(error_messages={"invalid": "this is neither true nor false; write true"})

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Bar:
        return Bar(**data)


class _ComparisonSchema(AuthoringSchema):
    more = identifier(required=True)
    less = identifier(required=True)

    @post_load
    def build(self, data: dict[str, str], **kwargs: Any) -> Comparison:
        return Comparison(**data)


class ChartSchema(AuthoringSchema):
    """One chart of figures.yaml, loaded as `Chart` (its article and section still to be named)."""

    id = identifier(required=True)
    title = localized(required=True)
    caption = localized()
    bars = listed(
        nested(_BarSchema),
        required=True,
        validate=validate.Length(min=2, error="one bar is no comparison; write two or more"),
    )
    compare = nested(_ComparisonSchema)
    replaces = listed(identifier(), load_default=[])

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Chart:
        lists: dict[str, Any] = {name: tuple(data.pop(name)) for name in ("bars", "replaces")}
        return Chart(article="", section="", **lists, **data)


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """What figures.yaml says."""

    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...]


class FiguresFileSchema(AuthoringSchema):
    """figures.yaml, loaded as `FiguresFile`."""

    figures = listed(nested(FigureSchema), required=True)
    charts = listed(nested(ChartSchema), load_default=[])

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> FiguresFile:
        return FiguresFile(tuple(data["figures"]), tuple(data["charts"]))


_SOME = validate.Length(min=1, error="this list is empty; write at least one")


def _check_tag(text: str) -> None:
    try:
        resolve(text)
    except MalformedTag as error:
        raise ValidationError("this is no BCP 47 language tag; write one like zh-Hans") from error


def _check_date(text: str) -> None:
    whole = text + "-01" * (2 - text.count("-"))
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(whole)
    except ValueError as error:
        raise ValidationError("this is no date; write 2025, 2025-12 or 2025-12-31") from error


_SECTION_ID = validate.Regexp(r"s[1-9][0-9]*\Z", error="this is no section id; write s1")


class _SectionSchema(AuthoringSchema):
    id = Text(required=True, validate=_SECTION_ID)
    begins = Text(required=True)
    ends = Text(load_default="")
    title = localized(required=True)
    summary = listed(localized(), required=True, validate=_SOME)
    replaces = listed(Text(validate=_SECTION_ID), load_default=[])

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Section:
        sentences = _sentences(data["id"], data.pop("summary"))
        return Section(sentences=sentences, replaces=tuple(data.pop("replaces")), **data)


def _sentences(section: str, markups: list[LocalizedText]) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{section}.{n}", markup) for n, markup in enumerate(markups, 1))


class ArticleFileSchema(AuthoringSchema):
    """article.yaml, loaded as `Article`."""

    id = identifier(required=True)
    title = localized(required=True)
    author = localized(required=True)
    publisher = localized(required=True)
    language = Text(required=True, validate=_check_tag)
    published = Text(required=True, validate=_check_date)
    published_note = localized(required=True)
    abstract = listed(localized(), required=True, validate=_SOME)
    sections = listed(nested(_SectionSchema), required=True, validate=_SOME)

    @post_load
    def build(self, data: dict[str, Any], **kwargs: Any) -> Article:
        abstract = Section("s0", data["title"], _sentences("s0", data.pop("abstract")))
        return Article(abstract=abstract, sections=tuple(data.pop("sections")), **data)
