"""Search engines with nothing of ours around them: one field, the query's words, the best ten."""

import re
import sqlite3
from contextlib import closing

import tantivy
from whoosh.fields import KEYWORD, Schema
from whoosh.index import create_in, open_dir
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

BEST = 10


class BareWhoosh:
    """Whoosh as its own documentation has it."""

    def __init__(self, folder):
        self._searcher = open_dir(folder).searcher(weighting=BM25F())

    @staticmethod
    def write(folder, texts):
        folder.mkdir(parents=True)
        with create_in(folder, Schema(text=KEYWORD(scorable=True))).writer(limitmb=64) as writer:
            for text in texts:
                writer.add_document(text=text)

    def find(self, words):
        query = Or([Term("text", word) for word in dict.fromkeys(words)])
        return [hit.docnum for hit in self._searcher.search(query, limit=BEST)]


class BareTantivy:
    """tantivy as its own documentation has it."""

    def __init__(self, folder):
        index = tantivy.Index.open(str(folder))
        self._schema, self._searcher = index.schema, index.searcher()

    @staticmethod
    def write(folder, texts):
        folder.mkdir(parents=True)
        schema = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace").build()
        writer = tantivy.Index(schema, path=str(folder)).writer(512_000_000, 1)
        for text in texts:
            writer.add_document(tantivy.Document(text=text))
        writer.commit()
        writer.wait_merging_threads()

    def find(self, words):
        terms = [tantivy.Query.term_query(self._schema, "text", word) for word in dict.fromkeys(words)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return [place.doc for _, place in self._searcher.search(query, BEST).hits]


class SqliteFts5:
    """SQLite's own full-text search."""

    def __init__(self, folder):
        self._connection = sqlite3.connect(folder / "fts.sqlite")

    @staticmethod
    def write(folder, texts):
        folder.mkdir(parents=True)
        with closing(sqlite3.connect(folder / "fts.sqlite")) as connection, connection:
            connection.execute("CREATE VIRTUAL TABLE texts USING fts5(text, content='', detail=none)")
            connection.executemany("INSERT INTO texts (rowid, text) VALUES (?, ?)", enumerate(texts, start=1))

    def find(self, words):
        plain = [word for word in dict.fromkeys(words) if re.fullmatch(r"\w+", word)]
        query = " OR ".join(f'"{word}"' for word in plain) or '""'
        asked = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"
        return self._connection.execute(asked, (query, BEST)).fetchall()


BARE = {"whoosh": BareWhoosh, "tantivy": BareTantivy, "FTS5": SqliteFts5}
