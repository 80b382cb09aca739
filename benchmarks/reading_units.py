"""What the units of other readers mean in ours: Recognizers-Text's names, quantulum3's, jionlp's.

A meaning is the set of our units that the name allows and how many of them one is: 'Cent' is 0.01 of any
currency that has cents, 'Jin' half a kilogram. Their names of currencies and units are matched to CLDR's English
names first; the tables have what CLDR calls otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale

from translations.checking.dimensions import measure
from translations.writing.kinds import supported_unit


@dataclass(frozen=True, slots=True)
class Meaning:
    """Any of `units`, times `factor`."""

    units: frozenset[str]
    factor: Decimal = Decimal(1)


def meaning(units: str, factor: str = "1") -> Meaning:
    """The meaning of `units`, separated by spaces."""
    return Meaning(frozenset(units.split()), Decimal(factor))


DOLLARS = "USD AUD CAD HKD SGD TWD NZD JMD BSD BBD BMD BZD FJD GYD KYD LRD NAD SRD TTD XCD"
PERCENT = meaning("percent")
# Recognizers-Text has one unit, %, for 5% and 5个百分点; a peer is not told off for that.
PERCENT_OR_POINTS = meaning("percent percentage_point")

# Recognizers-Text, in the words of its resources (NumberWithUnit).
_RECOGNIZERS = {
    "%": PERCENT,
    "Dollar": meaning(DOLLARS),
    "Pound": meaning("GBP EGP LBP SYP pound"),
    "Cent": meaning(f"{DOLLARS} EUR ZAR", "0.01"),
    "Pence": meaning("GBP", "0.01"),
    "Penny": meaning("GBP USD", "0.01"),
    "Fen": meaning("CNY", "0.01"),
    "Jiao": meaning("CNY", "0.1"),
    "Sen": meaning("JPY MYR IDR KHR BND", "0.01"),
    "Kopek": meaning("RUB UAH", "0.01"),
    "Paisa": meaning("INR PKR NPR", "0.01"),
    "Centavo": meaning("MXN PHP BRL ARS", "0.01"),
    "Kobo": meaning("NGN", "0.01"),
    "Satang": meaning("THB", "0.01"),
    "Rappen": meaning("CHF", "0.01"),
    "Øre": meaning("NOK DKK SEK", "0.01"),
    "Penni": meaning("FIM", "0.01"),
    "Korean won": meaning("KRW KPW"),
    "Chinese yuan": meaning("CNY"),
    "Franc": meaning("CHF FRF BEF XAF XOF"),
    "Guilder": meaning("NLG ANG"),
    "Netherlands guilder": meaning("NLG"),
    "Peseta": meaning("ESP"),
    "Riyal": meaning("SAR QAR YER"),
    "Shilling": meaning("KES UGX TZS SOS"),
    "Leu": meaning("RON MDL"),
    "Macau Pataca": meaning("MOP"),
    "Jin": meaning("kilogram", "0.5"),
    "Liang": meaning("gram", "50"),
    "Li": meaning("kilometer", "0.5"),
    "Mu": meaning("square-meter", "666.6666666666666666666666667"),
    "Ton": meaning("ton tonne"),
    "Metric ton": meaning("tonne"),
    "Turn": meaning("revolution"),
    "Cubic feet": meaning("cubic-foot"),
    "Kilocalorie": meaning("kilocalorie foodcalorie"),
    "Calorie": meaning("calorie foodcalorie"),
    "Square centimetre": meaning("square-centimeter"),
    "Microns": meaning("micrometer"),
    "C": meaning("celsius"),
    "F": meaning("fahrenheit"),
    "K": meaning("kelvin"),
    "Year": meaning("year"),
    "Month": meaning("month"),
    "Week": meaning("week"),
    "Day": meaning("day"),
}

# quantulum3, units.json: name → ours, where they differ.
_QUANTULUM = {
    "percentage": PERCENT_OR_POINTS,
    "basis point": meaning("basis_point"),
    "dollar": meaning(DOLLARS),
    "united states dollar": meaning("USD"),
    "pound sterling": meaning("GBP"),
    "cent": meaning(f"{DOLLARS} EUR", "0.01"),
    "penny": meaning("GBP USD", "0.01"),
    "yuan": meaning("CNY"),
    "chinese yuan": meaning("CNY"),
    "yen": meaning("JPY"),
    "pound-mass": meaning("pound"),
    "tonne": meaning("tonne"),
    "short ton": meaning("ton"),
    "degree Celsius": meaning("celsius"),
    "degree fahrenheit": meaning("fahrenheit"),
    "centimetre": meaning("centimeter"),
    "square foot": meaning("square-foot"),
    "degree angle": meaning("degree"),
}

# jionlp, extract_money: detail.case.
_JIONLP = {
    "元": meaning("CNY"),
    "人民币": meaning("CNY"),
    "美元": meaning("USD"),
    "港元": meaning("HKD"),
    "台元": meaning("TWD"),
    "新台币": meaning("TWD"),
    "澳门元": meaning("MOP"),
    "日元": meaning("JPY"),
    "韩元": meaning("KRW"),
    "欧元": meaning("EUR"),
    "英镑": meaning("GBP"),
    "澳元": meaning("AUD"),
    "加元": meaning("CAD"),
    "新加坡元": meaning("SGD"),
    "卢布": meaning("RUB"),
    "卢比": meaning("INR PKR"),
    "印度卢比": meaning("INR"),
    "印尼卢比": meaning("IDR"),
    "泰铢": meaning("THB"),
    "瑞士法郎": meaning("CHF"),
}


def recognizers_unit(name: str, code: str | None = None) -> Meaning | None:
    """What Recognizers-Text's `name` means, with its `isoCurrency`."""
    return Meaning(frozenset({code})) if code else _RECOGNIZERS.get(name) or _named(name)


def peer_unit(peer: str, name: str | None) -> Meaning | None:
    """What `name` means in the answers of `peer`; None for a bare number or a unit that we have not."""
    if name is None:
        return None
    if peer == "recognizers":
        unit, _, code = name.partition("|")
        return PERCENT_OR_POINTS if unit == "%" else recognizers_unit(unit, code)
    table = _QUANTULUM if peer == "quantulum3" else _JIONLP
    return table.get(name) or _named(name)


@cache
def _named(name: str) -> Meaning | None:
    code = _currencies().get(name.lower())
    if code:
        return Meaning(frozenset({code}))
    unit = name.lower().replace("metre", "meter").replace("litre", "liter").replace(" ", "-")
    return Meaning(frozenset({unit})) if supported_unit(unit) else None


@cache
def _currencies() -> dict[str, str]:
    """Names and codes of currencies, lower-cased; a current one before one of the past of the same name."""
    locale = Locale("en")
    names = {name.lower(): code for code, name in locale.currencies.items()}
    return names | {code.lower(): code for code in names.values()} | {"finnish markka": "FIM"}


def in_base(unit: str, value: Decimal) -> tuple[str, Decimal]:
    """The dimension of `unit`, and `value` in its base."""
    known = measure(unit)
    return known.dimension, value * known.factor + known.offset
