"""The check of terms on texts and their translations: false alarms on right ones, errors found in wrong ones.

    python benchmarks/checking_terms.py                      the sets to develop with
    python benchmarks/checking_terms.py --set held-out -v    the set kept aside, with every miss
    python benchmarks/checking_terms.py --severity note      with what is only a note

The sentences are the project's own, about the subject of the shipped glossary. A wrong text has one error, of one
kind, at one place: it counts as found when an issue of that kind is told for its segment. A right text is a false
alarm when anything is told of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from api.content import read_content
from api.folders import ContentFolders
from glossary.checking import Entry, Recognizer, TermCheck, recognizer
from glossary.recognition.of_concepts import reader
from translations import resolve
from translations.checking import Issue, Segment, Severity, Verdict, check_figures, check_segment

CORPORA = Path(__file__).parent / "corpora"
SETS = {
    "dev": ("check_terms_dev.jsonl", "check_terms_dev_2.jsonl"),
    "held-out": ("check_terms_held_out.jsonl",),
}
GOALS = {"found": 0.9, "false alarms": 0.05}
_REPEATS = 7


@dataclass(frozen=True, slots=True)
class Text:
    """One line of a corpus: the segments of a text, and what is wrong in which of them, if anything."""

    id: str
    segments: tuple[Segment, ...]
    ok: bool
    segment: int | None
    issue: str | None
    wrong: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was told of a text, segment by segment."""

    text: Text
    issues: tuple[tuple[Issue, ...], ...]

    @property
    def alarmed(self) -> bool:
        return any(self.issues)

    @property
    def found(self) -> bool:
        """Whether the error was told, by its kind and in its segment."""
        return self.text.segment is not None and any(
            issue.kind == self.text.issue for issue in self.issues[self.text.segment]
        )

    @property
    def beside(self) -> bool:
        """Whether anything else was told."""
        return any(issue.kind != self.text.issue for issues in self.issues for issue in issues)


def load(names: Sequence[str]) -> list[Text]:
    lines = [line for name in names for line in (CORPORA / name).read_text(encoding="utf-8").splitlines()]
    return [_text(json.loads(line)) for line in lines if line.strip()]


def _text(line: dict[str, object]) -> Text:
    langs = str(line["source_lang"]), str(line["target_lang"])
    segments = tuple(Segment(pair["source"], pair["target"], *langs) for pair in line["segments"])  # type: ignore[attr-defined]
    segment, issue, wrong = (line.get(name) for name in ("segment", "issue", "wrong"))
    return Text(str(line["id"]), segments, bool(line["ok"]), segment, issue, wrong)  # type: ignore[arg-type]


class Terms:
    """The shipped glossary, ready to check texts."""

    def __init__(self) -> None:
        concepts = read_content(ContentFolders.at(None)).glossary.concepts
        self._entries = {concept.id: Entry(concept) for concept in concepts}
        self.recognize: Recognizer = recognizer(reader(concepts))

    def check(self, text: Text, least: Severity) -> Outcome:
        checks = (TermCheck(self.recognize, self._entries.get),)
        verdicts = [check_segment(segment, resolve("en"), checks) for segment in text.segments]
        return Outcome(text, tuple(_kept(verdict, least) for verdict in verdicts))

    def one_text(self, segments: Sequence[Segment]) -> TermCheck:
        """Return a check for which `segments`, all of one language, are recognized in one go."""
        check = TermCheck(self.recognize, self._entries.get)
        check.prepare((segment.source for segment in segments), segments[0].source_lang)
        return check


def _kept(verdict: Verdict, least: Severity) -> tuple[Issue, ...]:
    return tuple(issue for issue in verdict.issues if issue.severity.reaches(least))


def show(outcomes: Sequence[Outcome], name: str) -> tuple[int, int, int, int]:
    right = [outcome for outcome in outcomes if outcome.text.ok]
    wrong = [outcome for outcome in outcomes if not outcome.text.ok]
    alarms, found = sum(each.alarmed for each in right), sum(each.found for each in wrong)
    print(f"{name:34}{found:4}/{len(wrong):<4}{found / max(len(wrong), 1):7.1%} errors found")
    print(f"{'':34}{alarms:4}/{len(right):<4}{alarms / max(len(right), 1):7.1%} false alarms")
    beside = sum(each.beside for each in wrong)
    print(
        f"{'  wrong, and something else told':34}{beside:4}/{len(wrong):<4}{beside / max(len(wrong), 1):7.1%}"
    )
    all_of = Counter(each.text.issue for each in wrong)
    told = Counter(each.text.issue for each in wrong if each.found)
    for kind, number in all_of.most_common():
        print(f"{'  ' + str(kind):34}{told[kind]:4}/{number:<4}{told[kind] / number:7.1%}")
    return found, len(wrong), alarms, len(right)


def show_speed(terms: Terms, texts: Sequence[Text]) -> None:
    """Print what a segment costs in one request of Chinese into English, with terms and without any."""
    plain = ("他走了{}里路，然后在{}号门口停了下来。", "He walked {} li, and then stopped at gate {}.")
    without = [Segment(*(side.format(n, n % 7) for side in plain), "zh-Hans", "en") for n in range(1000)]
    named = [
        s for text in texts for s in text.segments if (s.source_lang, s.target_lang) == ("zh-Hans", "en")
    ]
    for name, segments in (("with terms", named), ("without any", without)):
        alone = _fastest(terms, segments, with_terms=False)
        both = _fastest(terms, segments, with_terms=True)
        number = len(segments)
        print(f"{f'  {number} segments {name}':34}{both / alone:9.2f} times the check of figures alone")


def _fastest(terms: Terms, segments: Sequence[Segment], *, with_terms: bool) -> float:
    taken = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        checks = (check_figures, terms.one_text(segments)) if with_terms else (check_figures,)
        for segment in segments:
            check_segment(segment, resolve("en"), checks)
        taken.append(time.perf_counter() - start)
    return min(taken)


def tell(outcome: Outcome) -> None:
    """A miss or a false alarm in full."""
    text = outcome.text
    print(f"\n{text.id}  {'right' if text.ok else f'wrong: {text.issue} at {text.wrong!r}'}")
    for segment, issues in zip(text.segments, outcome.issues, strict=True):
        print(f"  {segment.source}\n  {segment.target}")
        for issue in issues:
            print(f"    {issue.severity} {issue.kind}: {issue.message}")


def main() -> int:
    arguments = _arguments()
    texts = load(SETS["dev"] + SETS["held-out"] if arguments.set == "all" else SETS[arguments.set])
    terms = Terms()
    outcomes = [terms.check(text, Severity(arguments.severity)) for text in texts]
    found, wrong, alarms, right = show(outcomes, f"terms, {arguments.set}")
    show_speed(terms, texts)
    for outcome in outcomes if arguments.verbose else ():
        if outcome.alarmed if outcome.text.ok else (outcome.beside or not outcome.found):
            tell(outcome)
    return int(found < wrong * GOALS["found"] or alarms > right * GOALS["false alarms"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--set", choices=[*SETS, "all"], default="dev")
    parser.add_argument("--severity", choices=[*map(str, Severity)], default="warning")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every miss and false alarm")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
