"""The search engine for very many trials, tantivy, which only this module knows."""

from array import array
from collections.abc import Mapping
from math import ceil
from pathlib import Path

import tantivy
from tantivy import DocAddress, Document, Occur, Query

from finder.search.bits import membership, numbers_of
from finder.search.engines import Documents, Found

_MEMORY = 512 * 1024 * 1024
_FEW = 1_000
"""Up to so many documents to keep, it is quicker to name them to tantivy than to look for them among all it finds."""
_FEWER = 4_000
"""Where so many hold a term that all to keep hold, all of them can be looked at."""
_MARGIN, _DEEPER = 1.2, 4


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_bytes_field("kept", stored=True, indexed=False)
    return builder.build()


def write_index(folder: Path, documents: Documents) -> None:
    """Write an index of documents into the folder, which is made."""
    folder.mkdir(parents=True)
    writer = tantivy.Index(_schema(), path=str(folder)).writer(_MEMORY, 1)
    for number, (terms, kept) in enumerate(documents):
        document = Document(terms=" ".join(terms))
        document.add_unsigned("number", number)
        document.add_bytes("kept", kept.encode())
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class TantivyEngine:
    """A written index, open for reading. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self._numbers = self._read_numbers()
        self._parts, self._places = array("I", bytes(4 * len(self))), array("I", bytes(4 * len(self)))
        for part, numbers in enumerate(self._numbers):
            for place, number in enumerate(numbers):
                self._parts[number], self._places[number] = part, place

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def best(self, weights: Mapping[str, float], most: int, keep: int | None = None, held: str | None = None) -> Found:
        """Return the best documents that hold any of the terms and are among the bits of `keep`."""
        query = Query.boolean_query([(Occur.Should, self._term(term, weight)) for term, weight in weights.items()])
        if keep is None:
            return self._search(query, most)
        if held and self.held_by(held) <= _FEWER:
            return self._search_until(_among(query, self._term(held, 1)), most, keep, _FEWER)
        if keep.bit_count() <= _FEW:
            numbers = Query.term_set_query(self._schema, "number", numbers_of(keep))
            return self._search(_among(query, numbers), most)
        deep = ceil(most * len(self) / keep.bit_count() * _MARGIN)
        return self._search_until(_among(query, self._term(held, 1)) if held else query, most, keep, deep)

    def held_by(self, term: str) -> int:
        """Return how many documents hold the term."""
        return int(self._searcher.doc_freq("terms", term))

    def kept(self, number: int) -> str:
        """Return the text kept of a document."""
        held = self._searcher.doc(DocAddress(self._parts[number], self._places[number]))
        return bytes(held["kept"][0]).decode()

    def close(self) -> None:
        """Let go of the files."""
        del self._searcher, self._index

    def _term(self, term: str, weight: float) -> Query:
        query = Query.term_query(self._schema, "terms", term, index_option="freq")
        return query if weight == 1 else Query.boost_query(query, weight)

    def _search(self, query: Query, most: int) -> Found:
        found = self._searcher.search(query, most)
        numbers = self._numbers
        best = [(numbers[place.segment_ord][place.doc], score) for score, place in found.hits]
        count = int(found.count)  # type: ignore[attr-defined]
        return Found(best, count, count)

    def _search_until(self, query: Query, most: int, keep: int, deep: int) -> Found:
        """Look further and further down what is found, until so many are among those to keep."""
        is_kept = membership(keep)
        while True:
            found = self._search(query, deep)
            best = [pair for pair in found.best if is_kept(pair[0])]
            is_all = deep >= found.total
            if is_all or len(best) >= most:
                return Found(best[:most], len(best), found.total, is_least=not is_all)
            deep *= _DEEPER

    def _read_numbers(self) -> "list[array[int]]":
        """Return, for each part of the index, our number of each document in it."""
        held: list[array[int]] = [array("I") for _ in range(self._searcher.num_segments)]
        found = self._searcher.search(Query.all_query(), max(1, len(self)), count=False)
        places = sorted((place for _, place in found.hits), key=lambda place: (place.segment_ord, place.doc))
        for place, number in zip(places, self._searcher.fast_field_values("number", places), strict=True):
            held[place.segment_ord].append(int(number or 0))
        return held


def _among(query: Query, others: Query) -> Query:
    """Return the query for what both find, with the scores of the first."""
    return Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(others, 0.0))])


def open_index(folder: Path) -> TantivyEngine:
    """Open a written index."""
    return TantivyEngine(folder)
