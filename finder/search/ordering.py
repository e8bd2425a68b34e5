"""The order of what was found: by the words first, and among about equals by what is open."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from finder.core.statuses import Openness

_ABOUT_EQUAL = 0.95
"""A trial that scores at least this share of another is about equally relevant."""


def in_order(scores: Mapping[int, float], titles: Sequence[str], openness: Callable[[int], Openness]) -> list[int]:
    """Return the trials by score; those about equally relevant to the first of them by openness, score and title."""
    by_score = sorted(scores, key=lambda number: (-scores[number], titles[number]))
    return list(chain.from_iterable(sorted(equals, key=openness) for equals in _about_equal(by_score, scores)))


def _about_equal(by_score: Sequence[int], scores: Mapping[int, float]) -> Iterator[list[int]]:
    equals: list[int] = []
    for number in by_score:
        if equals and scores[number] < _ABOUT_EQUAL * scores[equals[0]]:
            yield equals
            equals = []
        equals.append(number)
    yield equals
