"""One segment as the rules on terms see it: what its source names, and how its target renders that."""

from __future__ import annotations

from glossary.checking.model import Named, Rendering
from glossary.checking.renderings import Target, renderings
from glossary.checking.story import SHORT, Story
from glossary.model import Status, Term
from translations import resolve
from translations.checking import Segment, Span


class Scene:
    """A segment; `named` has each concept once, in the order of the source, homonyms beside each other."""

    def __init__(self, segment: Segment, named: tuple[Named, ...], story: Story) -> None:
        self.segment = segment
        self.named = named
        self.story = story
        self.target = Target(segment.target, segment.target_lang)
        self.region = _region(self.target)
        self._renderings = {each.entry.id: renderings(each.entry, self.target) for each in named}

    def all(self, named: Named) -> tuple[Rendering, ...]:
        """Return the renderings of a concept, deprecated ones included."""
        return self._renderings[named.entry.id]

    def usable(self, named: Named) -> list[Rendering]:
        """Return the renderings of a concept that a translator may use."""
        return [one for one in self.all(named) if one.term.status.usable]

    def homonyms(self, named: Named) -> list[Named]:
        """Return the concepts that the same word of the source may name, this one included."""
        return [other for other in self.named if other.start < named.end and named.start < other.end]

    def preferred(self, named: Named) -> Term | None:
        """Return the term that the target should have: its region's, else the one preferred in its language."""
        terms = [term for term in named.concept.terms_in(self.target.language) if term.status.usable]
        return min(
            terms,
            key=lambda term: (
                self.of_elsewhere(term),
                term.geographical_usage != self.region and self.region == "HK",
                term.status is not Status.PREFERRED,
                named.term.term_type in SHORT and term.term_type is not named.term.term_type,
            ),
            default=None,
        )

    def of_elsewhere(self, term: Term) -> bool:
        """Whether `term` is one of another region than the target's."""
        return self.region is not None and term.geographical_usage not in (None, self.region)

    def source_span(self, named: Named) -> Span:
        """Return where the source names the concept."""
        return Span(named.start, named.end, self.segment.source[named.start : named.end])

    def target_span(self, start: int, end: int) -> Span:
        """Return a place in the target."""
        return Span(start, end, self.segment.target[start:end])


def _region(target: Target) -> str | None:
    """Return whose words the target should have: CN, TW or HK; of English US or GB, None where the tag says neither."""
    territory: str | None = resolve(target.tag).formatting.territory
    if target.language == "en":
        return territory if territory in ("US", "GB") else None
    if target.language == "zh-Hans":
        return "CN"
    return "HK" if territory in ("HK", "MO") else "TW"
