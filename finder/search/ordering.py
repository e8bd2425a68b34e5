"""The order of what was found: by the words first, and among about equals by what is open."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from finder.core.statuses import Openness
from finder.search import tuning


def in_order(scores: Mapping[int, float], titles: Sequence[str], openness: Callable[[int], Openness]) -> list[int]:
    """Return the trials by score; those about equally relevant to the first of them by openness, score and title.

    Trials without a title here come after those with one, in their own order.
    """
    without = len(titles)

    def rank(number: int) -> tuple[float, str, int]:
        return -scores[number], titles[number] if number < without else _LAST, number

    by_score = sorted(scores, key=rank)
    return list(chain.from_iterable(sorted(equals, key=openness) for equals in _about_equal(by_score, scores)))


_LAST = "\U0010ffff"


def _about_equal(by_score: Sequence[int], scores: Mapping[int, float]) -> Iterator[list[int]]:
    equals: list[int] = []
    for number in by_score:
        if equals and scores[number] < tuning.ABOUT_EQUAL * scores[equals[0]]:
            yield equals
            equals = []
        equals.append(number)
    yield equals
