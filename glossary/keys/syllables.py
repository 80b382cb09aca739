"""The syllables of standard Chinese, without tones; ü is written v.

Source: Scheme of the Chinese Phonetic Alphabet (汉语拼音方案, 1958), the table of syllables in ISO 7098:2015, and
the few that the 现代汉语词典 has beside it (dei, den, eng, kei, lo, nou, rua, shei, tei, yo, zhei). Left out:
interjections without a vowel (m, n, ng, hm, hng) and dialect (biang, fiao).
"""

from __future__ import annotations

from functools import cache

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
LONGEST_SYLLABLE = len("zhuang")


@cache
def syllables() -> frozenset[str]:
    """Return all 412 of them."""
    return frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())


def is_joined(letters: str) -> bool:
    """Return whether `letters` are syllables (or the r of erhua)."""
    return bool(letters) and len(letters) in reached_from_start(letters)


def reached_from_start(letters: str) -> set[int]:
    """Return the places up to which `letters` can be cut into syllables from the start."""
    known, reached = syllables(), {0}
    for start in range(len(letters)):
        if start in reached:
            if start and letters[start] == "r":
                reached.add(start + 1)
            ends = range(start + 1, min(start + LONGEST_SYLLABLE, len(letters)) + 1)
            reached.update([end for end in ends if letters[start:end] in known])
    return reached


def reached_from_end(letters: str) -> set[int]:
    """Return the places from which `letters` can be cut into syllables to the end."""
    known, size = syllables(), len(letters)
    reached = {size}
    for start in range(size - 1, -1, -1):
        ends = range(start + 1, min(start + LONGEST_SYLLABLE, size) + 1)
        if any(end in reached and letters[start:end] in known for end in ends) or (
            start and letters[start] == "r" and start + 1 in reached
        ):
            reached.add(start)
    return reached
