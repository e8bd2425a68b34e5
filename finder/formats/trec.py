"""Queries in and rankings out in the formats of TREC, with which search is compared with others."""

from collections.abc import Iterator, Sequence

from finder.content.catalogue import TrialEntry

RUN_NAME = "trial-finder"
DEPTH = 20_000
"""How many trials a ranking holds at most. Judgements cover few, so that a short ranking would lose most of them."""


class BadQueries(ValueError):
    """A file of queries that cannot be read. The message says where."""


def read_queries(text: str) -> list[tuple[str, str]]:
    """Read a query a line: its number, a tab, its words.

    >>> read_queries("1\\tneuroblastoma\\n2\\tALL came back\\n")
    [('1', 'neuroblastoma'), ('2', 'ALL came back')]

    Raises BadQueries.
    """
    queries = []
    for line, written in enumerate(text.splitlines(), start=1):
        number, tab, words = written.partition("\t")
        if not written.strip():
            continue
        if not tab or not number.strip() or " " in number.strip():
            raise BadQueries(f"Line {line} is “{written}”. Write the query’s number, a tab, and its words.")
        queries.append((number.strip(), words.strip()))
    return queries


def ranking(query: str, documents: Sequence[str]) -> Iterator[str]:
    """Return the lines of one query's ranking. The score only repeats the order."""
    for rank, document in enumerate(documents, start=1):
        yield f"{query} Q0 {document} {rank} {1 / rank:.6f} {RUN_NAME}"


def document_id(entry: TrialEntry) -> str:
    """Return what a trial is called in judgements: its number at ClinicalTrials.gov, or its slug where it has none."""
    return entry.trial.identifiers.get("nct", entry.trial.slug)
