"""A copy of the article, cut into its sections, against which content can be proved."""

from __future__ import annotations

from dataclasses import dataclass

from summaries.model import Article


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of each section, by section id."""

    sections: dict[str, str]

    def contains(self, section: str, words: str) -> bool:
        """Whether `words` stand in `section`, character for character."""
        return words in self.sections.get(section, "")

    def mentions(self, section: str, term: str) -> bool:
        """Whether `term` occurs in `section` when blanks, quotation marks and case are left aside."""
        return _bare(term) in _bare(self.sections.get(section, ""))


class SectionNotFound(ValueError):
    """The source has no line with which a section begins."""


def cut(article: Article, text: str) -> SourceText:
    """Cut `text` at the lines that begin as the sections of `article` do; `SectionNotFound` when one is missing."""
    lines = text.splitlines(keepends=True)
    starts = [_line_beginning(lines, section.begins, section.id) for section in article.sections]
    ends = article.sections[-1].ends
    stop = _line_beginning(lines, ends, "the end") if ends else len(lines)
    bounds = [*starts, stop]
    return SourceText(
        {
            section.id: "".join(lines[start:end])
            for section, start, end in zip(article.sections, bounds, bounds[1:], strict=False)
        }
    )


def _line_beginning(lines: list[str], begins: str, section: str) -> int:
    for n, line in enumerate(lines):
        if line.strip().startswith(begins):
            return n
    raise SectionNotFound(f"no line of the source begins with {begins!r} ({section})")


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if not c.isspace() and c not in "\"'“”‘’「」《》")
