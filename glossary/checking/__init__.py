"""Whether a translation has the terms that the glossary asks for."""

from glossary.checking.check import RULES, TermCheck
from glossary.checking.entry import Entry
from glossary.checking.model import Entries, Mention, Recognizer
from glossary.checking.recognizing import recognizer

__all__ = ["RULES", "Entries", "Entry", "Mention", "Recognizer", "TermCheck", "recognizer"]
