"""A text's terms as plain text for a language model: what each is to be called, and what not."""

from __future__ import annotations

from collections import Counter

from api.recognized.renderings import usable_terms
from glossary import Concept, Term
from glossary.recognition.model import Reading

LONGEST, USUAL = 1_000_000, 2000


def prompt(reading: Reading, target: str, most: int = USUAL) -> str:
    """Return a line for each concept of the text, in `most` bytes of UTF-8 at most; empty when none fits.

    The concepts that are named most come first, of those the ones that come first. What a text calls by another
    name than the preferred one is told; what must not be written follows as "not …".
    """
    header = f"Terms ({reading.lang} → {target}):\n"
    lines, left = [header], most - len(header.encode())
    for line in _lines(reading, target):
        left -= len(line.encode("utf-8", "backslashreplace"))
        if left < 0:
            break
        lines.append(line)
    return "".join(lines) if len(lines) > 1 else ""


def _lines(reading: Reading, target: str) -> list[str]:
    concepts: dict[str, Concept] = {}
    spelled: dict[str, dict[str, Term]] = {}
    named: Counter[str] = Counter()
    for found in reading.terms:
        concept = found.meaning.concept
        concepts[concept.id] = concept
        spelled.setdefault(concept.id, {}).setdefault(found.meaning.term.term, found.meaning.term)
        named[concept.id] += 1
    told = ((id_, _line(list(spelled[id_].values()), concepts[id_], target)) for id_ in concepts)
    ranked = [(-named[id_], n, line) for n, (id_, line) in enumerate(told) if line]
    return [line for _, _, line in sorted(ranked)]


def _line(spelled: list[Term], concept: Concept, target: str) -> str:
    """Return ``数据中心 = data center, data centre (not: data hub)``; empty when there is nothing to tell."""
    usable = [term.term for term in usable_terms(concept, target, spelled[0])]
    wrong = [term.term for term in concept.terms_in(target) if not term.status.usable]
    if not usable and not wrong:
        return ""
    refused = f" (not: {', '.join(wrong)})" if wrong else ""
    text = f"{' / '.join(term.term for term in spelled)} = {', '.join(usable) or '?'}{refused}"
    return " ".join(text.split()) + "\n"
