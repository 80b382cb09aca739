"""Words of another region than the target's: 軟件 in a text for Taiwan."""

from __future__ import annotations

from collections.abc import Iterator

from babel.support import NullTranslations

from glossary.checking.chinese import folded_term
from glossary.checking.messages import REGIONS, tell
from glossary.checking.model import Named, Rendering
from glossary.checking.scene import Scene
from glossary.model import Term
from translations.checking import Issue, IssueKind, Severity


def region(scene: Scene, words: NullTranslations, language: str) -> Iterator[Issue]:
    """Yield each Chinese term that belongs elsewhere, where none that belongs here renders the concept; warnings."""
    if scene.target.language == "en" or scene.region is None:
        return
    for named in scene.named:
        found = scene.usable(named)
        if any(not _elsewhere(one, named, scene) for one in found):
            continue
        use = _own(named, scene)
        if use is None:
            continue
        for one in found:
            source, target = scene.source_span(named), scene.target_span(one.start, one.end)
            told = tell(words, REGIONS[scene.region], source=source.text, target=target.text, use=use.term)
            yield Issue(
                IssueKind.TERM_REGION,
                Severity.WARNING,
                told,
                source,
                target,
                use.term,
                term_id=named.entry.id,
            )


def _elsewhere(one: Rendering, named: Named, scene: Scene) -> bool:
    """Whether the term belongs to another region.

    zh-Hant is Taiwan's usage where no region stands beside a term. So Hong Kong has its own where the glossary names
    it; else it has the mainland's words in other characters, or Taiwan's.
    """
    term = one.term
    if term.lang != scene.target.language:
        return True
    if scene.region != "HK" or term.geographical_usage == "HK":
        return scene.of_elsewhere(term)
    everywhere = {folded_term(other) for other in named.concept.terms_in("zh-Hans") if other.status.usable}
    if folded_term(term) in everywhere:
        return False
    return scene.of_elsewhere(term) or _named_for("HK", named) is not None


def _own(named: Named, scene: Scene) -> Term | None:
    """Return the term to write: the region's own, else the preferred one of the language, if it is not elsewhere's."""
    own = _named_for(scene.region, named) if scene.region in ("TW", "HK") else None
    use = own or scene.preferred(named)
    return None if use is None or scene.of_elsewhere(use) else use


def _named_for(region: str | None, named: Named) -> Term | None:
    terms = (term for term in named.concept.terms_in("zh-Hant") if term.status.usable)
    return next((term for term in terms if term.geographical_usage == region), None)
