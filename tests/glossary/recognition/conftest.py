"""Small glossaries of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary import Concept
from glossary.recognition.build import write_patterns
from glossary.recognition.model import Reading
from glossary.recognition.recognition import recognize
from glossary.recognition.recognizer import Recognizer
from tests.glossary.recognition.recognition_support import Read


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(text: str, *concepts: Concept, lang: str | None = None, overlaps: bool = False) -> Reading:
        write_patterns(tmp_path / "own.terms", concepts)
        by_id = {each.id: each for each in concepts}
        recognizer = Recognizer.open(tmp_path / "own.terms")
        return recognize(recognizer, by_id.get, text, lang, overlaps=overlaps)

    return read
