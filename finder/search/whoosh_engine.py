"""The search engine, Whoosh, which only this module knows.

It is given terms and gives back scores. It never sees what a visitor wrote, so none of its query language can be
reached: a wildcard there takes half a second, and a thousand brackets crash it.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock

with warnings.catch_warnings():
    # Whoosh 2.7.4 has invalid escapes, which Python 3.12 reports when it compiles them. Codecs are named here
    # although Whoosh imports them itself, so that they are compiled here and not at some later call.
    warnings.simplefilter("ignore")
    import whoosh.codec.whoosh3 as _  # noqa: F401
    from whoosh.fields import KEYWORD, STORED, Schema
    from whoosh.index import create_in, open_dir
    from whoosh.query import Or, Term
    from whoosh.scoring import BM25F

_MEMORY_MB = 64
_RANKING = {"B": 0.55, "K1": 1.2}


def write_index(folder: Path, documents: Iterable[tuple[Sequence[str], str]]) -> None:
    """Write an index of documents into the folder, which is made: the terms of each, and the text to keep of it.

    Documents are numbered in their order, from 0. No term holds a space.
    """
    folder.mkdir(parents=True)
    index = create_in(folder, Schema(terms=KEYWORD(scorable=True), kept=STORED))
    try:
        with index.writer(limitmb=_MEMORY_MB) as writer:
            for terms, kept in documents:
                writer.add_document(terms=" ".join(terms), kept=kept)
    finally:
        index.close()


class WhooshEngine:
    """A written index, open for reading. Threads may share it: they take turns at Whoosh's one reader."""

    def __init__(self, folder: Path) -> None:
        self._index = open_dir(folder)
        self._searcher = self._index.searcher(weighting=BM25F(**_RANKING))
        self._turn = Lock()

    def __len__(self) -> int:
        return int(self._searcher.doc_count())

    def scores(self, weights: Mapping[str, float]) -> dict[int, float]:
        """Return the score of every document that holds any of the terms, by its number."""
        query = Or([Term("terms", term, boost=weight) for term, weight in weights.items()])
        with self._turn:
            return {number: score for score, number in self._searcher.search(query, limit=None).top_n}

    def has(self, term: str) -> bool:
        """Tell whether any document holds the term."""
        with self._turn:
            return ("terms", term) in self._searcher.reader()

    def kept(self, number: int) -> str:
        """Return the text kept of a document."""
        with self._turn:
            return str(self._searcher.stored_fields(number)["kept"])

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()
        self._index.close()
