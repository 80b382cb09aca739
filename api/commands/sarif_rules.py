"""What each kind of issue is, as SARIF's viewers show it."""

from __future__ import annotations

from typing import Any

from translations.checking import IssueKind

_RULES = {
    IssueKind.SCALE: (
        "WrongScale",
        "The amount is off by a power of ten.",
        "The digits of the source were copied and its word of scale was read as another: 90亿 is 9 billion,"
        " 5.3万亿 is 5.3 trillion, and Taiwan's 兆 is 10 to the 12th. Work out the amount, then write it.",
    ),
    IssueKind.VALUE: (
        "WrongValue",
        "The numbers differ.",
        "The target says another number than the source, beyond what rounding explains.",
    ),
    IssueKind.UNIT: (
        "WrongUnit",
        "The unit is another.",
        "The number is the same, but it counts something else: 吉瓦 is gigawatt, 兆瓦 megawatt.",
    ),
    IssueKind.CURRENCY: (
        "WrongCurrency",
        "The currency is another.",
        "The amount is the same in another currency: 日元 is yen, 元 by itself is the money of where the text is from.",
    ),
    IssueKind.PERCENT_POINTS: (
        "PercentOrPoints",
        "Percent and percentage points are confused.",
        "百分点 is a percentage point. A rate that goes from 4% to 5% rises by one percentage point, or 25 percent.",
    ),
    IssueKind.GROWTH: (
        "GrowthOrLevel",
        "How much it grew and how much it became are confused.",
        "增长两倍 is tripled, 增至两倍 and 是…的两倍 are doubled, 翻两番 is four times as much.",
    ),
    IssueKind.MISSING: (
        "MissingFigure",
        "The target lacks a figure or date of the source.",
        "Every amount of the source is expected in the target, in whatever unit and wording.",
    ),
    IssueKind.ADDED: (
        "AddedFigure",
        "The target has a figure or date that the source lacks.",
        "An amount that the source does not say is expected to come from nowhere else.",
    ),
    IssueKind.SWAPPED: (
        "SwappedFigures",
        "Two figures changed places.",
        "Both figures are in the target, each where the other belongs.",
    ),
    IssueKind.DATE: (
        "WrongDate",
        "The dates differ.",
        "The target names another day, month, quarter, year or period than the source.",
    ),
    IssueKind.TERM_MISSING: (
        "MissingTerm",
        "The target lacks a term of the source.",
        "The glossary has a term for what the source says, and the target has none of those it may use, in any form.",
    ),
    IssueKind.TERM_DEPRECATED: (
        "DeprecatedTerm",
        "The target uses a term that the glossary says not to use.",
        "The glossary names what to write instead, and often why.",
    ),
    IssueKind.TERM_PINYIN: (
        "NameInPinyin",
        "A name is rendered by the pinyin of its Chinese form.",
        "A name keeps the form that its owner uses in English: 孙正义 is Masayoshi Son, 丰田 is Toyota.",
    ),
    IssueKind.TERM_INCONSISTENT: (
        "InconsistentTerm",
        "One term of the source is rendered by two.",
        "A reader takes two terms for two things. A full form and a short one may stand for each other.",
    ),
    IssueKind.TERM_FULL_FORM: (
        "FullFormFirst",
        "A short form is used before the full one.",
        "The glossary asks that the first mention in a text has the full form.",
    ),
    IssueKind.TERM_REGION: (
        "WordOfAnotherRegion",
        "The term belongs to another region.",
        "The mainland, Taiwan and Hong Kong differ in words, not only in characters: 数据中心, 資料中心, 數據中心.",
    ),
    IssueKind.SCRIPT: (
        "WrongScript",
        "Simplified and traditional characters are mixed.",
        "Characters that the target's script does not have are left over from a conversion, or from the source.",
    ),
}

_WARNINGS = (
    IssueKind.TERM_MISSING,
    IssueKind.TERM_INCONSISTENT,
    IssueKind.TERM_FULL_FORM,
    IssueKind.TERM_REGION,
)


def rules() -> list[dict[str, Any]]:
    """Return a SARIF reportingDescriptor for each kind of issue."""
    return [_rule(kind) for kind in IssueKind]


def _rule(kind: IssueKind) -> dict[str, Any]:
    name, short, text = _RULES[kind]
    return {
        "id": kind.value,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": "warning" if kind in _WARNINGS else "error"},
    }
