"""Finds more of a register's records of the same kind, by what the best of them are about.

A query has few words, and records say the same thing in many: "DIPG", "diffuse midline glioma", "brain stem tumour".
What the best five records say most is searched for beside the query. That finds a tenth more of what doctors judged
relevant (see `tuning`), and is done for records only: the words of summarised trials are the charity's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from heapq import nlargest

from finder.search import tuning
from finder.search.bm25 import rarity
from finder.search.engines import Engine, Found

_TERMS_REMEMBERED = 50_000

Terms = Mapping[str, float]
Best = list[tuple[int, float]]


def strongest(terms: Iterable[str]) -> str:
    """Return what a record says most, to be kept with it: each term with how often it counts.

    >>> strongest(["glioma", "glioma", "diagnosis/glioma", "diagnosis/glioma/itself", "the"])
    'glioma 2 diagnosis/glioma 1 the 1'
    """
    counts = Counter(term for term in terms if not term.endswith("/itself"))
    return " ".join(f"{term} {count}" for term, count in counts.most_common(tuning.TERMS_KEPT))


class Feedback:
    """Asks an index for records, and reads what the best of them say."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._rarity = lru_cache(_TERMS_REMEMBERED)(self._rarity_of)

    def best(self, terms: Terms, most: int, keep: int | None, held: str | None = None) -> Found:
        """Return the best records for the terms, and for what the best of them say.

        They score as high as for the terms alone. Where few hold the terms, those that come close are found too.
        """
        terms = {term: weight * (tuning.RECORD_NAMED if "/" in term else 1) for term, weight in terms.items()}
        found = self._engine.best(terms, max(most, tuning.BLOCK), keep, held)
        more = self._more(terms, found)
        if not more:
            return replace(found, best=found.best[:most])
        better = self._engine.best(_both(terms, more), max(most, tuning.BLOCK), keep, held).best
        share = found.best[0][1] / better[0][1]
        best = [(number, score * share) for number, score in better]
        if found.is_least or found.total > tuning.BLOCK:
            return replace(found, best=best[:most])
        best = _with_all_of(found, best[: tuning.BLOCK])
        return replace(found, best=best[:most], total=len(best))

    def _more(self, terms: Terms, found: Found) -> dict[str, float]:
        """Return what the best records say most and few others do, weighted against the terms as a whole."""
        said: dict[str, float] = defaultdict(float)
        for number, score in found.best[: tuning.RECORDS_READ]:
            for term, count in _read(self._engine.kept(number)):
                said[term] += score * min(count, tuning.MOST_COUNTED)
        worth = ((term, weight * self._rarity(term)) for term, weight in said.items())
        chosen = nlargest(tuning.TERMS_ADDED, (one for one in worth if one[1]), key=lambda one: one[1])
        share = tuning.FEEDBACK * sum(terms.values()) / (sum(weight for _, weight in chosen) or 1)
        return {term: weight * share for term, weight in chosen}

    def _rarity_of(self, term: str) -> float:
        """Return how much a term tells: nothing where one record alone holds it, or many do."""
        held_by, documents = self._engine.held_by(term), len(self._engine)
        return rarity(held_by, documents) if 1 < held_by <= tuning.RARE * documents else 0.0


def _with_all_of(found: Found, best: Best) -> Best:
    """Return the best with those at the end that the terms alone found."""
    numbers, last = {number for number, _ in best}, best[-1][1]
    return best + [(number, min(score, last)) for number, score in found.best if number not in numbers]


def _both(terms: Terms, more: Terms) -> dict[str, float]:
    return {term: terms.get(term, 0.0) + more.get(term, 0.0) for term in (*terms, *more)}


def _read(kept: str) -> Iterator[tuple[str, int]]:
    parts = kept.split(" ")
    return zip(parts[::2], map(int, parts[1::2]), strict=True)
