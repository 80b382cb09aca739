"""What the number writer prints, compared with ICU as Node's Intl prints it.

Every difference must be one of `OVERRIDES`, each a documented decision of ours; `compare` counts the rest.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from babel import Locale

from translations.quantity import Kind
from translations.writing import Width, writer

LOCALES = (
    *("en-US", "en-GB", "en-IN", "zh-Hans-CN", "zh-Hant-TW", "zh-Hant-HK", "ja-JP", "ko-KR"),
    *("de-DE", "fr-FR", "es-ES", "pt-BR", "hi-IN", "ar-EG"),
)
AMOUNTS = (
    *("5.3e12", "5.30e12", "39.77e9", "309.93e9", "105.773e9", "8.3e11", "45e9", "1e9", "1.5e6", "1e6"),
    *("999999", "99999999", "28012", "12500", "2800", "100", "4.50", "4.5", "1", "0.05", "-5.2e8", "-12.5"),
    *("5.3e16", "1234567.891"),
)
CURRENCIES = ("JPY", "CNY", "USD", "EUR", "KRW")
PERCENTAGES = ("26.7", "5", "6.50", "0.5", "-8", "100", "2800")
UNITS = ("year", "month", "day", "kilometer", "kilogram")
UNIT_VALUES = ("1", "2", "5", "10", "2.5", "1234.5")
PLAIN = ("269", "20", "2800", "28000", "1234567", "-5.3", "0.05", "4.50")


@dataclass(frozen=True)
class Case:
    """One thing written both ways; `others` are ICU's answers to neighbouring questions, by their name."""

    locale: str
    what: str
    unit: str
    value: str
    ours: str
    icu: str
    others: dict[str, str]


Override = tuple[str, Callable[[Case, str], str]]
Applies = Callable[[Case, str], bool]


def _money_style(unit: str, display: str, **more: str) -> dict[str, Any]:
    return {"style": "currency", "currency": unit, "currencyDisplay": display, **more}


def questions(locale: str, what: str, unit: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Name → (locale, options); "icu" is the question itself, the rest serve the documented overrides."""
    compact = {"notation": "compact", "compactDisplay": "long"}
    match what:
        case "money long":
            return {
                "icu": (locale, _money_style(unit, "name", **compact)),
                "full": (locale, _money_style(unit, "name")),
                "taiwan": ("zh-Hant-TW", _money_style(unit, "name", **compact)),
            }
        case "money exact":
            return {"icu": (locale, _money_style(unit, "name"))}
        case "money short":
            return {
                "icu": (locale, _money_style(unit, "symbol", notation="compact")),
                "full": (locale, _money_style(unit, "name" if locale.startswith("zh") else "symbol")),
                "name": (locale, _money_style(unit, "name", **compact)),
                "taiwan": ("zh-Hant-TW", _money_style(unit, "name", **compact)),
            }
        case "percent":
            return {"icu": (locale, {"style": "percent"})}
        case "unit long" | "unit short":
            width = what.removeprefix("unit ")
            return {"icu": (locale, {"style": "unit", "unit": unit, "unitDisplay": width})}
    return {"icu": (locale, {})}


def ours(locale: str, what: str, unit: str, value: str) -> str:
    """Our writing of the same thing."""
    kind, _, width = what.partition(" ")
    kinds = {"money": Kind.MONEY, "percent": Kind.PERCENT, "plain": Kind.RATIO}
    wanted = kinds.get(kind) or {"kilometer": Kind.MEASURE, "kilogram": Kind.MEASURE}.get(unit, Kind.DURATION)
    return writer(Locale.parse(locale, sep="-"), wanted, unit, Width(width or "long"))(Decimal(value))


def combinations() -> Iterator[tuple[str, str, str, str]]:
    """(locale, what, unit, value) of everything that is compared."""
    for locale in LOCALES:
        yield from product([locale], ["money long", "money short", "money exact"], CURRENCIES, AMOUNTS)
        yield from product([locale], ["percent"], ["percent"], PERCENTAGES)
        yield from product([locale], ["unit long", "unit short"], UNITS, UNIT_VALUES)
        yield from product([locale], ["plain"], ["ratio"], PLAIN)


def cases() -> tuple[list[Case], str]:
    """Every case with ICU's answers, and ICU's version."""
    asked, requests = [], []
    for locale, what, unit, value in combinations():
        for name, (tag, options) in questions(locale, what, unit).items():
            asked.append((locale, what, unit, value, name))
            requests.append({"locale": tag, "value": _said(what, value), "options": options | _digits(value)})
    oracle = Path(__file__).with_name("icu_oracle.mjs")
    asking = json.dumps(requests)
    answer = subprocess.run(
        ["node", str(oracle)], input=asking, stdout=subprocess.PIPE, text=True, check=True
    )
    result = json.loads(answer.stdout)
    answers: dict[tuple[str, str, str, str], dict[str, str]] = {}
    for (*key, name), text in zip(asked, result["written"], strict=True):
        answers.setdefault((key[0], key[1], key[2], key[3]), {})[name] = text
    found = [Case(*key, ours(*key), texts.pop("icu"), texts) for key, texts in answers.items()]
    return found, f"ICU {result['icu']}, CLDR {result['cldr']}"


def _said(what: str, value: str) -> str:
    return str(Decimal(value).scaleb(-2)) if what == "percent" else value


def _digits(value: str) -> dict[str, int]:
    """Keep the digits that were said: all of them, and trailing zeros only if they are significant."""
    number = Decimal(value)
    digits = len(number.as_tuple().digits)
    if number.as_tuple().exponent == 0:
        digits = len(str(abs(int(number))).rstrip("0"))
    return {"minimumSignificantDigits": max(digits, 1), "maximumSignificantDigits": 21}


def language(case: Case) -> str:
    """The language of its locale."""
    return case.locale.partition("-")[0]


def _instead(name: str, applies: Applies) -> Callable[[Case, str], str]:
    return lambda case, text: case.others[name] if name in case.others and applies(case, text) else text


def _in(*languages: str) -> Applies:
    return lambda case, _text: case.locale.startswith(languages)


def _below_smallest_word(case: Case, _text: str = "") -> bool:
    smallest = {"ko": 4, "hi": 5}.get(language(case), 5 if case.locale == "en-IN" else 6)
    return language(case) not in ("zh", "ja") and abs(Decimal(case.value)) < Decimal(10) ** smallest


def _too_many_decimals(case: Case, text: str) -> bool:
    return not _below_smallest_word(case) and re.search(r"[.,٫]\d{6}", text) is not None


def _prepositions(case: Case, text: str) -> str:
    if language(case) not in ("fr", "es", "pt") or case.what != "money long":
        return text
    text = re.sub(r"\b((?:mi|bi|tri)l(?:lion|liard|lón|lones|hão|hões)s?) ", r"\1 de ", text)
    return text.replace("de euro", "d’euro") if language(case) == "fr" else text


def _counted(_case: Case, text: str) -> str:
    return re.sub("人民[币幣]", r"元\g<0>", text)


def _lower_names(case: Case, text: str) -> str:
    if language(case) != "pt" or not case.what.startswith("money") or case.what.endswith("short"):
        return text
    for name in ("Iene", "Yuan", "Dólar", "Euro", "Won"):
        text = text.replace(f" {name}", f" {name.lower()}")
    return text


def _thousand_crore(case: Case, text: str) -> str:
    whole = re.sub(r"([\d.]+)KCr", lambda found: f"{_crore(Decimal(found[1]) * 1000)}Cr", text)
    return whole if case.locale == "en-IN" else text


def _crore(number: Decimal) -> str:
    number = number.normalize()
    return f"{number:,f}" if number >= 10_000 else f"{number:f}"


def _keeps_digit(case: Case, text: str) -> str:
    named = {"year": "سنة", "month": "شهر", "day": "يوم"}.get(case.unit)
    wordy = named and language(case) == "ar" and not re.search(r"\d", text)
    return f"{'٠١٢'[int(case.value)]} {named}" if wordy else text


def _english_yen(case: Case, text: str) -> str:
    return text.replace("¥", "JP¥") if (case.locale, case.unit) == ("en-US", "JPY") else text


def _no_han_space(case: Case, text: str) -> str:
    if language(case) not in ("zh", "ja") or (case.what == "money short" and language(case) == "ja"):
        return text
    return re.sub("[ \u00a0]", "", text) if re.search("[\u3040-\u9fff]", text) else text


OVERRIDES: list[Override] = [
    ("Chinese short money has the currency's name, not its sign", _instead("name", _in("zh"))),
    ("zh-Hant-HK counts in 萬, 億 (CLDR: K, M, B, T)", _instead("taiwan", _in("zh-Hant-HK"))),
    (
        "zh-Hant-HK has 萬億, not Taiwan's 兆",
        lambda c, text: text.replace("兆", "萬億") if _in("zh-Hant-HK")(c, text) else text,
    ),
    ("no word for a thousand: full digits below the first larger", _instead("full", _below_smallest_word)),
    ("more than five decimals before a word: full digits", _instead("full", _too_many_decimals)),
    ("no space between a number and a Chinese or Japanese word", _no_han_space),
    ("人民币 is counted in 元", _counted),
    ("English yen is JP¥, never a bare ¥", _english_yen),
    ("de after million (fr, es, pt)", _prepositions),
    ("Portuguese currency names are lower case in a sentence", _lower_names),
    ("a unit keeps its digit (Arabic one year, two years)", _keeps_digit),
    ("en-IN short: crore, not a thousand crore", _thousand_crore),
]


def explain(case: Case) -> list[str] | None:
    """The overrides that turn ICU's text into ours, empty if none is needed, None if they do not."""
    text, used = case.icu, []
    for reason, apply in OVERRIDES:
        if text == case.ours:
            break
        changed = apply(case, text)
        used += [reason] if changed != text else []
        text = changed
    return used if text == case.ours else None


def compare() -> int:
    """Print the comparison; the number of unexplained differences."""
    found, version = cases()
    verdicts = [(case, explain(case)) for case in found]
    unexplained, equal = [case for case, used in verdicts if used is None], sum(v == [] for _, v in verdicts)
    print(f"{version}; {len(LOCALES)} locales, {len(found)} formats")
    explained = len(found) - equal - len(unexplained)
    print(f"  equal {equal}, documented override {explained}, unexplained {len(unexplained)}")
    for reason, count in Counter(reason for _, used in verdicts for reason in used or []).most_common():
        print(f"  {count:6}  {reason}")
    for case in unexplained[:60]:
        print("  ?", case.locale, case.what, case.unit, case.value, repr(case.ours), repr(case.icu))
    return len(unexplained)
