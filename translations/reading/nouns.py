"""Whether an English number counts something: the words behind it and before it."""

from __future__ import annotations

import re
from functools import cache

# Function words, adverbs and verbs that may follow a bare number; what else follows is what it counts.
_NO_NOUN_WORDS = (
    "of and or to in on at for from by with per than is was were are be been has have had will would "
    "could should may might can must but as the a an that this these those which who whom whose when "
    "while where after before since until till into onto out over under up down off about above below "
    "between during through against if so not no nor it its he she they their his her we our you your "
    "i also only just still even both each either neither too very compared versus vs via because "
    "although though however then there here again ago apart away back later earlier yesterday today "
    "tomorrow now already once twice said says say saying according including rose fell gained lost "
    "grew dropped climbed jumped slid plus minus times amid despite within without across among around "
    "like unlike respectively came went ended closed opened stood am pm percent st nd rd th et al pt "
    "pts"
)
_NO_NOUN = frozenset(_NO_NOUN_WORDS.split())


# A capitalized word before a number makes a name of both (Boeing 737, iPhone 15, Fortune 500) unless it is one of these.
@cache
def _naming() -> re.Pattern[str]:
    return re.compile(
        r"(?:[A-Z][A-Za-z'.&-]*|[a-z]+[A-Z][A-Za-z]*|No\.?|nos?\.?|number|magnitude|chapter|section|page|top|type|level|phase|version|article|clause|tier|grade|route|highway|exit|gate|room|suite|flight|series|model|channel|form|figure|table|part|step|class|group|unit|line|day|episode|season|volume|issue|track|lot) ?#?\Z"
    )


_SENTENCE_STARTERS_WORDS = (
    "A An The About Some Over Nearly Almost Around Roughly Only Just At In On By For From With Of And But "
    "Or To More Less Fewer Under Up As All Its Their His Her Our These Those This That Another Other "
    "Last Next Still Yet Also Besides Among Within After Before Since During Between Both Each Every "
    "Than Not Now Then Today Yesterday When While Where Approximately Currently Altogether Meanwhile "
    "Only Another"
)
_SENTENCE_STARTERS = frozenset(_SENTENCE_STARTERS_WORDS.split())
_NOUN = re.compile(r"(?: |-(?![A-Z](?![A-Z]{2})))([A-Za-z][A-Za-z'’]*)(-[A-Za-z]+|[0-9][0-9A-Za-z-]*)?")
_OF = re.compile(r" of ")
_MARK = re.compile(r"[ -](?:mark|level|threshold|line|point)(?![a-z])")
_OF_MORE = re.compile(r" of (?:the |its |their |all )?[0-9]{1,6} [a-z]")  # 32 of 36 economists
# 13.2 million 60-kg bags
_MEASURED_NOUN = re.compile(r" [0-9][0-9,.]*(?:-[a-z]| (?:cubic|square) [a-z]+ [a-z])")
# two-way, three-pronged: how it is, not how many there are.
_MANNERS_WORDS = "for to by in way ways pronged fold handed sided time hand and or"
_MANNERS = frozenset(_MANNERS_WORDS.split())
_WINDOW = 24


def counts_something(text: str, start: int, end: int, *, many: bool = False) -> bool:
    """Whether the number at `start`..`end` is followed by a noun phrase, and is no part of a name.

    `many`: it ends in a word of scale, so that what is counted may begin with a number, too.
    """
    if text[max(0, start - 4) : start].lower() == "the " and _MARK.match(text, end):
        return False  # below the 50 mark
    if _OF_MORE.match(text, end):
        return True
    of = _OF.match(text, end) if text[end - 1 : end] == "s" else None  # dozens of tankers
    match = _NOUN.match(text, of.end() - 1 if of else end)
    if match is None:
        return (many or text[start].isalpha()) and _MEASURED_NOUN.match(text, end) is not None
    if match[1].lower() in _NO_NOUN and not match[2]:
        return False
    if text[start - 1 : start] == "-":
        return False  # an under-16 ban
    if text.startswith("-", end) and match[1].lower() in _MANNERS:
        return False
    if match[1][0].isupper() and text[start].isupper() and start and text[start - 2 : start] != ". ":
        return False  # Ten Bank Street
    naming = _naming().search(text[max(0, start - _WINDOW) : start])
    if naming is None:
        return True
    before = naming[0].rstrip(" #")
    if before in _SENTENCE_STARTERS or before.endswith(("'s", "’s", "s'")):
        return True
    # The first word of a sentence is capitalized whatever it is.
    begins = max(0, start - _WINDOW) + naming.start()
    sentence = text[max(0, begins - _WINDOW) : begins].rstrip()
    return before[0].isupper() and before.endswith("ly") and (not sentence or sentence[-1] in ".!?")
