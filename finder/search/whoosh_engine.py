"""The search engine for a charity's own trials, Whoosh, which only this module knows.

Whoosh keeps the index. Its own scoring runs through several layers of Python for each place a term is held, so a term
is read from it once, with what it adds to the score of each document, and kept in memory while it is being asked for.
"""

import warnings
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from operator import mul
from pathlib import Path
from struct import Struct
from threading import Lock

from finder.search.bits import flags_of
from finder.search.bm25 import length_norms, length_step, rarity
from finder.search.engines import Documents, Found

with warnings.catch_warnings():
    # Whoosh 2.7.4 has invalid escapes, which Python 3.12 reports when it compiles them. Codecs are named here
    # although Whoosh imports them itself, so that they are compiled here and not at some later call.
    warnings.simplefilter("ignore")
    import whoosh.codec.whoosh3 as _  # noqa: F401
    from whoosh.fields import KEYWORD, STORED, Schema
    from whoosh.index import create_in, open_dir

_MEMORY_MB = 64
_LENGTHS = "lengths"
_TERMS_REMEMBERED, _TEXTS_REMEMBERED = 4096, 256

_COUNT, _TOTAL = Struct("!I"), Struct("!Q")


class _Counted(KEYWORD):  # type: ignore[misc]
    """Terms that are counted already: Whoosh need not take a text apart for them."""

    def index(self, value: Mapping[str, int], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        return ((term.encode(), count, float(count), _COUNT.pack(count)) for term, count in value.items())


def write_index(folder: Path, documents: Documents) -> None:
    """Write an index of documents into the folder, which is made."""
    folder.mkdir(parents=True)
    index = create_in(folder, Schema(terms=_Counted(scorable=True), kept=STORED))
    steps, total = bytearray(), 0
    try:
        with index.writer(limitmb=_MEMORY_MB) as writer:
            for terms, kept in documents:
                writer.add_document(terms=Counter(terms), kept=kept)
                steps.append(length_step(len(terms)))
                total += len(terms)
    finally:
        index.close()
    (folder / _LENGTHS).write_bytes(_TOTAL.pack(total) + steps)


class WhooshEngine:
    """A written index, open for reading. Threads may share it: they take turns at Whoosh's one reader."""

    def __init__(self, folder: Path) -> None:
        self._index = open_dir(folder)
        self._reader = self._index.reader()
        self._turn = Lock()
        held = (folder / _LENGTHS).read_bytes()
        steps = held[_TOTAL.size :]
        self._size = len(steps)
        norms = length_norms(_TOTAL.unpack_from(held)[0] / self._size if steps else 0)
        self._norms = array("d", (norms[step] for step in steps))
        self._worth = lru_cache(_TERMS_REMEMBERED)(self._read)
        self.kept = lru_cache(_TEXTS_REMEMBERED)(self._kept)
        """Returns the text kept of a document."""

    def __len__(self) -> int:
        return self._size

    def best(self, weights: Mapping[str, float], most: int, keep: int | None = None, held: str | None = None) -> Found:
        """Return the best documents that hold any of the terms and are among the bits of `keep`."""
        size = self._size if keep is None else min(self._size, keep.bit_length())
        scores = [0.0] * size
        for term, weight in weights.items():
            numbers, worths = self._worth(term)
            for number, worth in zip(islice(numbers, bisect_left(numbers, size)), worths):  # noqa: B905 - cut short
                scores[number] += weight * worth
        unfiltered = sum(map(bool, scores))
        if keep is not None:
            scores = list(map(mul, scores, flags_of(keep)))
        return Found(*_best(scores, most), unfiltered)

    def held_by(self, term: str) -> int:
        """Return how many documents hold the term."""
        with self._turn:
            return int(self._reader.doc_frequency("terms", term))

    def _kept(self, number: int) -> str:
        with self._turn:
            return str(self._reader.stored_fields(number)["kept"])

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._index.close()

    def _read(self, term: str) -> "tuple[array[int], array[float]]":
        """Return the documents that hold a term, and what it adds to the score of each."""
        numbers, counts = array("I"), array("d")
        with self._turn:
            if ("terms", term) in self._reader:
                places = self._reader.postings("terms", term)
                while places.is_active():
                    numbers.append(places.id())
                    counts.append(places.weight())
                    places.next()
        rare = rarity(len(numbers), self._size)
        norms = self._norms
        return numbers, array("d", (rare * c / (c + norms[n]) for n, c in zip(numbers, counts, strict=True)))


def _best(scores: list[float], most: int) -> tuple[list[tuple[int, float]], int]:
    held = list(filter(None, scores))
    least = sorted(held, reverse=True)[most - 1] if len(held) > most else min(held, default=0.0)
    best = [(-score, number) for number, score in enumerate(scores) if score and score >= least]
    return [(number, -score) for score, number in sorted(best)[:most]], len(held)


def open_index(folder: Path) -> WhooshEngine:
    """Open a written index."""
    return WhooshEngine(folder)
