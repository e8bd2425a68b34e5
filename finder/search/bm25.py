"""The ranking formula, BM25, exactly as tantivy computes it, so that every engine ranks alike.

A length is kept as one of 256 steps, as search engines do: exact up to 40 terms, then within an eighth.
"""

from bisect import bisect_right
from math import log

K1, B = 1.2, 0.75
"""How soon a repeated word stops counting, and how much a long text loses. tantivy has them built in."""

_EXACT, _STEP_BITS = 24, 3


def _step(number: int) -> int:
    """Return the shortest length of a step."""
    shift, bits = divmod(number - _EXACT, 1 << _STEP_BITS)
    if number < _EXACT or shift == 0:
        return number
    return _EXACT + ((bits + (1 << _STEP_BITS)) << (shift - 1))


LENGTHS = tuple(_step(number) for number in range(256))
"""The length that each step stands for.

>>> LENGTHS[:3], LENGTHS[39:43], LENGTHS[255]
((0, 1, 2), (39, 40, 42, 44), 2013265944)
"""


def length_step(length: int) -> int:
    """Return the step that a number of terms falls in.

    >>> [LENGTHS[length_step(length)] for length in (0, 39, 43, 1000)]
    [0, 39, 42, 984]
    """
    return bisect_right(LENGTHS, length) - 1


def rarity(held_by: int, documents: int) -> float:
    """Return how much a term counts that so many of the documents hold: the rarer, the more."""
    return log(1 + (documents - held_by + 0.5) / (held_by + 0.5)) * (1 + K1)


def length_norms(average: float) -> list[float]:
    """Return for each step how much a text of that length must make up for."""
    return [K1 * (1 - B + B * length / average) for length in LENGTHS] if average else [K1] * len(LENGTHS)
