"""Numbers and periods written in any locale that CLDR knows."""

from translations.writing.kinds import OWN_UNITS, supported_unit
from translations.writing.model import BadQuantity, NumberOutOfRange, UnknownUnit, Width, Written
from translations.writing.notation import parse_decimal, parse_quantity, parse_ratio
from translations.writing.period_words import write_period
from translations.writing.periods import Period, Point, Relation, parse_period
from translations.writing.units import unit_name
from translations.writing.writer import write, writer

__all__ = [
    "OWN_UNITS",
    "BadQuantity",
    "NumberOutOfRange",
    "Period",
    "Point",
    "Relation",
    "UnknownUnit",
    "Width",
    "Written",
    "parse_decimal",
    "parse_period",
    "parse_quantity",
    "parse_ratio",
    "supported_unit",
    "unit_name",
    "write",
    "write_period",
    "writer",
]
