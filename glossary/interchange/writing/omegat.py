"""OmegaT's glossary: source, target and comment with tabs between, a line each, nothing quoted."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.writing.characters import cell_fault
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import rows
from glossary.interchange.writing.remarks import remark


def write_omegat(content: Content) -> Iterator[str]:
    """Write a line for each usable source term and target term, preferred first; OmegaT shows them together."""
    header = content.header
    yield "# -*- coding: utf-8 -*-\n"
    yield f"# {header.title}, {content.source.tag} → {content.target.tag}\n"
    yield f"# {header.program} {header.version}\n"
    for row in rows(content, _fault):
        for target in row.targets:
            comment = remark(row.concept, row.source, target, content.target)
            yield f"{row.source.term}\t{target.term}\t{comment}\n"
        if not row.targets:
            # Without a comment OmegaT drops the line: Java's split leaves out what is empty at the end.
            comment = remark(row.concept, row.source, None, content.target) or row.concept.id
            yield f"{row.source.term}\t\t{comment}\n"
    if content.omissions.total:
        yield f"# {content.omissions.total} left out\n"


def _fault(text: str) -> str | None:
    return "begins with #, as a comment does" if text.startswith("#") else cell_fault(text)
