"""The hash by which a sequence of tokens is found: a polynomial modulo 2^64 over its characters.

It runs on, so that the hash of "data" is a step on the way to that of "data center", and does not see where a word
ends: "datacenter" comes to the same. Equal hashes are a hint; what is found is compared as text (`forms`).
"""

from __future__ import annotations

# Odd, with bits everywhere (the golden ratio's fraction, Knuth 6.4); the high bits of a product are good ones.
STEP = 0x9E3779B97F4A7C15
START = 0xD1B54A32D192ED03
_MASK = (1 << 64) - 1


def word_step(word: str) -> tuple[int, int]:
    """Return factor and summand by which `word` takes a hash further: h → factor * h + summand (modulo 2^64)."""
    factor, summand = 1, 0
    for character in word:
        factor = factor * STEP & _MASK
        summand = (summand + ord(character)) * STEP & _MASK
    return factor, summand


def advance(value: int, step: tuple[int, int]) -> int:
    """Return the hash behind a word whose `word_step` is `step`."""
    return (value * step[0] + step[1]) & _MASK
