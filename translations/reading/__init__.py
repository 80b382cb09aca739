"""Numbers and dates read in Chinese and English text."""

from translations.reading.han_numbers import number_value as number
from translations.reading.model import DateMention, Mention, Reading, Sense
from translations.reading.reader import read

__all__ = ["DateMention", "Mention", "Reading", "Sense", "number", "read"]
