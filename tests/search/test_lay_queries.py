"""What families type, and the trials that should be among the first three they see.

`lay_queries.tsv` has a search a line, a tab, and the trials that answer it: any of them will do. They were chosen from
the trials' facts before the search was tried.
"""

from datetime import date
from pathlib import Path

import pytest

import finder
from finder.content.reading import read_content
from finder.search.advice import advice_asked
from finder.search.searching import SearchRequest, TrialSearch, build_index

CONTENT = Path(finder.__file__).parent.parent / "content"
TODAY = date(2026, 11, 20)
LINES = (Path(__file__).parent / "lay_queries.tsv").read_text("utf-8").splitlines()
QUERIES = {words: set(wanted.split()) for words, wanted in (line.split("\t") for line in LINES)}
ENOUGH = 0.95


@pytest.fixture(scope="module")
def catalogue():
    catalogue = read_content(CONTENT, today=TODAY).catalogue
    assert catalogue is not None, "The content has problems: run “finder check”."
    return catalogue


@pytest.fixture(scope="module")
def first_three(catalogue, tmp_path_factory):
    folder = tmp_path_factory.mktemp("lay") / "index"
    build_index(folder, catalogue)
    search = TrialSearch.open(folder, catalogue)
    yield lambda words: [
        hit.slug for hit in search.find(SearchRequest(words=words), today=TODAY, fresh_days=90).hits[:3]
    ]
    search.close()


def test_there_are_a_hundred():
    assert len(QUERIES) >= 100


def test_families_find_what_they_look_for(catalogue, first_three):
    there = {entry.trial.slug for entry in catalogue.trials}
    asked = {words: wanted & there for words, wanted in QUERIES.items() if wanted & there}
    missed = {words: found for words, wanted in asked.items() if not wanted.intersection(found := first_three(words))}
    assert len(asked) >= 0.9 * len(QUERIES), "Most of the trials that these searches are for are gone."
    assert len(missed) <= (1 - ENOUGH) * len(asked), missed


@pytest.mark.parametrize("words", QUERIES)
def test_no_search_for_a_trial_is_taken_for_a_question_to_a_person(words):
    assert advice_asked(words) is None
