"""Scores the search against judged queries, whole and with each of its parts switched off.

`python -m tests.bench.relevance REGISTRY RELEVANCE`: REGISTRY holds records as `finder import` takes them, RELEVANCE a
NAME.topics.tsv (a number, a tab, the words) with a NAME.qrels beside it for each set of queries. Needs `ir_measures`.

Judgements cover a part of the registry, so nDCG@10 is that of the judged trials alone, in our order; R@100 is of all.
"""

import argparse
import random
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from unittest.mock import patch

import ir_measures
from ir_measures import R, nDCG

import finder
from finder.content.reading import read_content
from finder.formats.trec import read_queries
from finder.registry.shelf import ShelfReport, lines_of, usable
from finder.search import tuning, words
from finder.search.registry_documents import with_diagnoses
from finder.search.searching import LONGEST_QUERY, SearchRequest, TrialSearch, build_index
from finder.search.vocabulary import Vocabulary

CONTENT = Path(finder.__file__).parent.parent / "content"
TODAY = date(2026, 11, 20)
DEPTH = 20_000
MEASURES = (nDCG @ 10, R @ 100)
ONE_FIELD = dict.fromkeys(
    "RECORD_TITLE RECORD_CONDITIONS RECORD_INTERVENTIONS RECORD_KEYWORDS RECORD_SUMMARY".split(), 1
)


@dataclass(frozen=True)
class Row:
    """A line of the table: the search with something about it changed."""

    name: str
    tuned: dict[str, float] = field(default_factory=dict)
    """Numbers of `tuning`, changed."""
    rewrite: Callable[[str], str] = str
    """What is done to each query."""
    is_exact: bool = False
    has_stemmers: bool = True
    is_rebuilt: bool = False
    """Whether the change is in the index itself."""


def with_typos(text):
    """Make one slip in every word of five letters or more: two letters change places, or one is left out."""
    chance = random.Random(text)
    return " ".join(slip(word, chance) if len(word) >= 5 and word.isalpha() else word for word in text.split())


def slip(word, chance):
    place = chance.randrange(1, len(word) - 1)
    if chance.random() < 0.5:
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def in_british(text):
    """Spell a query as in Britain."""
    for american, british in (
        ("tumor", "tumour"), ("leukemia", "leukaemia"), ("anemia", "anaemia"), ("hemorrhag", "haemorrhag"),
        ("ischemi", "ischaemi"), ("esophag", "oesophag"), ("estrogen", "oestrogen"), ("pediatric", "paediatric"),
        ("hemat", "haemat"), ("diarrhea", "diarrhoea"), ("edema", "oedema"), ("apnea", "apnoea"),
        ("orthopedic", "orthopaedic"), ("catheteriz", "catheteris"), ("fetal", "foetal"), ("anesth", "anaesth"),
    ):  # fmt: skip
        text = text.replace(american, british).replace(american.capitalize(), british.capitalize())
    return text


ROWS = [
    Row("whole"),
    Row("one typo in every long word", rewrite=with_typos),
    Row("British spelling", rewrite=in_british),
    Row("without spelling", is_exact=True),
    Row("typos, without spelling", is_exact=True, rewrite=with_typos),
    Row("without names and synonyms", {"NAMED": 0.0, "BROADER": 0.0, "PART_OF_NAME": 1.0}),
    Row("without reading age and stage", {"FAVOUR": 1.0}),
    Row("without what the best records say", {"FEEDBACK": 0.0, "TERMS_ADDED": 0}),
    Row("without field weights", ONE_FIELD, is_rebuilt=True),
    Row("without stemming", has_stemmers=False, is_rebuilt=True),
]


def main(registry, relevance, engine, wanted):
    catalogue = read_content(CONTENT, today=TODAY).catalogue
    catalogue = replace(catalogue, trials=(), site=replace(catalogue.site, engine=engine))
    sets = {path.name.split(".")[0]: read_set(path) for path in sorted(relevance.glob("*.topics.tsv"))}
    print(f"{'':36}" + "".join(f"{f'{name} {measure}':>20}" for name in sets for measure in MEASURES))
    with tempfile.TemporaryDirectory() as folder:
        index = None
        for number, row in enumerate(row for row in ROWS if wanted in row.name):
            with ExitStack() as changes:
                change(row, changes)
                if index is None or row.is_rebuilt:
                    index = Path(folder) / str(number)
                    build_index(index, catalogue, partial(records, registry, catalogue))
                search = TrialSearch.open(index, catalogue)
                figures = [one for queries, judged in sets.values() for one in score(search, row, queries, judged)]
                search.close()
            print(f"{row.name:36}" + "".join(f"{figure:>20.4f}" for figure in figures), flush=True)


def read_set(topics):
    queries = read_queries(topics.read_text("utf-8"))
    judged = list(ir_measures.read_trec_qrels(str(topics).replace(".topics.tsv", ".qrels")))
    return queries, judged


def change(row, changes):
    for name, value in row.tuned.items():
        changes.enter_context(patch.object(tuning, name, value))
    if not row.has_stemmers:
        changes.enter_context(patch.dict(words._STEMMERS, clear=True))
        words._folded_and_stem.cache_clear()
        changes.callback(words._folded_and_stem.cache_clear)


def records(registry, catalogue):
    vocabulary = Vocabulary(catalogue, "en")
    for path in sorted(registry.glob("*.jsonl*")):
        report = ShelfReport(path)
        trials = (trial for _, trial in usable(lines_of(path, report), report, today=TODAY))
        yield from with_diagnoses(trials, vocabulary)


def score(search, row, queries, judged):
    """Return our figures for one set of queries."""
    known = {(one.query_id, one.doc_id) for one in judged}
    condensed, whole = [], []
    for query, text in queries:
        asked = SearchRequest(words=row.rewrite(text)[:LONGEST_QUERY], exact=row.is_exact)
        found = [slug.upper() for slug in search.ranking(asked, DEPTH, today=TODAY, fresh_days=90)]
        ranked = [ir_measures.ScoredDoc(query, number, -place) for place, number in enumerate(found)]
        whole += ranked[:1000]
        condensed += [one for one in ranked if (query, one.doc_id) in known]
    gain, recall = MEASURES
    return [
        ir_measures.calc_aggregate([gain], judged, condensed)[gain],
        ir_measures.calc_aggregate([recall], judged, whole)[recall],
    ]


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("registry", type=Path)
    asked.add_argument("relevance", type=Path)
    asked.add_argument("--engine", default="tantivy", choices=["whoosh", "tantivy"])
    asked.add_argument("--only", default="", help="only the rows whose name holds this")
    given = asked.parse_args()
    main(given.registry, given.relevance, given.engine, given.only)
