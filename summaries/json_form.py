"""Articles and figures as JSON, both ways; the form of the index and the base of the API's answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from summaries.model import Article, Bar, Chart, Comparison, Figure, Section, Sentence
from translations import CountNoun, Kind, LocalizedText, Modifier, Quantity, Ratio
from translations.writing import parse_period


def decimal_text(value: Decimal) -> str:
    """Return `value` as exact digits; in scientific form only where digits alone would lose significance."""
    significant_zero = value.as_tuple().exponent > 0 and value.as_tuple().digits[-1] == 0 and value != 0  # type: ignore[operator]
    return str(value) if significant_zero else f"{value:f}"


def quantity_to_json(quantity: Quantity) -> dict[str, Any]:
    """Return the fields that state a quantity, as the API names them; the absent ones are left out."""
    fields: dict[str, Any] = {"kind": quantity.kind.value, "unit": quantity.unit}
    for name in ("value", "low", "high"):
        number = getattr(quantity, name)
        if number is not None:
            fields[name] = decimal_text(number)
    if quantity.ratio is not None:
        fields["numerator"] = quantity.ratio.numerator
        fields["denominator"] = quantity.ratio.denominator
    if quantity.per is not None and quantity.per.value is not None:
        fields["per"] = {"value": decimal_text(quantity.per.value), "unit": quantity.per.unit}
    return {**fields, "modifier": quantity.modifier and quantity.modifier.value}


def quantity_from_json(data: Mapping[str, Any]) -> Quantity:
    """Build the quantity that `quantity_to_json` wrote."""
    numbers = {name: Decimal(data[name]) for name in ("value", "low", "high") if name in data}
    per = data.get("per")
    return Quantity(
        kind=Kind(data["kind"]),
        unit=data["unit"],
        **numbers,
        modifier=Modifier(data["modifier"]) if data["modifier"] else None,
        ratio=Ratio(data["numerator"], data["denominator"]) if "numerator" in data else None,
        per=Quantity(Kind.MONEY, per["unit"], Decimal(per["value"])) if per else None,
    )


def figure_to_json(figure: Figure) -> dict[str, Any]:
    """Return `figure` as plain data, nothing in it written for a locale."""
    return {
        "id": figure.id,
        "article": figure.article,
        "section": figure.section,
        "as_written": figure.as_written,
        **quantity_to_json(figure.quantity),
        "period": str(figure.period) if figure.period else None,
        "measures": dict(figure.measures.items()),
        "said_by": figure.said_by,
        "equals": list(figure.equals),
        "note": dict(figure.note.items()) if figure.note else None,
        "noun": {tag: dict(noun.forms) for tag, noun in figure.nouns.items()} or None,
        "replaces": list(figure.replaces),
    }


def figure_from_json(data: Mapping[str, Any]) -> Figure:
    """Build the figure that `figure_to_json` wrote."""
    return Figure(
        id=data["id"],
        article=data["article"],
        section=data["section"],
        as_written=data["as_written"],
        quantity=quantity_from_json(data),
        period=parse_period(data["period"]) if data["period"] else None,
        measures=LocalizedText.from_mapping(data["measures"]),
        said_by=data["said_by"],
        equals=tuple(data["equals"]),
        note=LocalizedText.from_mapping(data["note"]) if data["note"] else None,
        nouns={tag: CountNoun(tuple(forms.items())) for tag, forms in (data["noun"] or {}).items()},
        replaces=tuple(data["replaces"]),
    )


def chart_to_json(chart: Chart) -> dict[str, Any]:
    """Return `chart` as plain data, its figures by id."""
    return {
        "id": chart.id,
        "article": chart.article,
        "section": chart.section,
        "title": dict(chart.title.items()),
        "caption": dict(chart.caption.items()) if chart.caption else None,
        "bars": [
            {"figure": bar.figure, "label": dict(bar.label.items()), "highlight": bar.highlight}
            for bar in chart.bars
        ],
        "compare": chart.compare and {"more": chart.compare.more, "less": chart.compare.less},
        "replaces": list(chart.replaces),
    }


def chart_from_json(data: Mapping[str, Any]) -> Chart:
    """Build the chart that `chart_to_json` wrote."""
    return Chart(
        id=data["id"],
        article=data["article"],
        section=data["section"],
        title=LocalizedText.from_mapping(data["title"]),
        bars=tuple(
            Bar(bar["figure"], LocalizedText.from_mapping(bar["label"]), bar["highlight"])
            for bar in data["bars"]
        ),
        caption=LocalizedText.from_mapping(data["caption"]) if data["caption"] else None,
        compare=Comparison(**data["compare"]) if data["compare"] else None,
        replaces=tuple(data["replaces"]),
    )


def bibliography_to_json(article: Article) -> dict[str, Any]:
    """Return what `article` is, without its summaries, as plain data."""
    return {
        "id": article.id,
        "title": dict(article.title.items()),
        "author": dict(article.author.items()),
        "publisher": dict(article.publisher.items()),
        "language": article.language,
        "published": article.published,
        "published_note": dict(article.published_note.items()),
    }


def article_to_json(article: Article) -> dict[str, Any]:
    """Return `article` as plain data, its sentences still markup."""
    return {
        **bibliography_to_json(article),
        "abstract": section_to_json(article.abstract),
        "sections": [section_to_json(section) for section in article.sections],
    }


def article_from_json(data: Mapping[str, Any]) -> Article:
    """Build the article that `article_to_json` wrote."""
    return Article(
        id=data["id"],
        title=LocalizedText.from_mapping(data["title"]),
        author=LocalizedText.from_mapping(data["author"]),
        publisher=LocalizedText.from_mapping(data["publisher"]),
        language=data["language"],
        published=data["published"],
        published_note=LocalizedText.from_mapping(data["published_note"]),
        abstract=section_from_json(data["abstract"]),
        sections=tuple(section_from_json(section) for section in data["sections"]),
    )


def section_to_json(section: Section) -> dict[str, Any]:
    """Return `section` as plain data, its sentences still markup."""
    return {
        "id": section.id,
        "title": dict(section.title.items()),
        "begins": section.begins,
        "ends": section.ends,
        "sentences": [{"id": s.id, "markup": dict(s.markup.items())} for s in section.sentences],
        "replaces": list(section.replaces),
    }


def section_from_json(data: Mapping[str, Any]) -> Section:
    """Build the section that `section_to_json` wrote."""
    return Section(
        id=data["id"],
        title=LocalizedText.from_mapping(data["title"]),
        begins=data["begins"],
        ends=data["ends"],
        sentences=tuple(
            Sentence(s["id"], LocalizedText.from_mapping(s["markup"])) for s in data["sentences"]
        ),
        replaces=tuple(data["replaces"]),
    )
