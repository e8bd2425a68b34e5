from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from finder.search.searching import QueryTooLong, SearchRequest, TrialSearch, build_index
from tests.search.small_catalogue import TODAY, TRIALS, catalogue, entry, find, slugs, small_search

INFANT_TRIALS = {"interfant-21", "interfant-blina-pilot"}
BLINATUMOMAB_TRIALS = INFANT_TRIALS | {"mt103-205"}


@pytest.mark.parametrize("text", ["blinatumomab", "MT103", "mt-103", "Blincyto", "amg103"])
def test_a_medicine_is_found_by_all_its_names(text):
    assert set(slugs(text)) == BLINATUMOMAB_TRIALS


@pytest.mark.parametrize("text", ["MLL", "KMT2A", "mll gene", "MLL1"])
def test_a_gene_is_found_by_its_old_and_new_names(text):
    assert set(slugs(text)[:2]) == INFANT_TRIALS


@pytest.mark.parametrize("text", ["leukemia baby", "baby’s leukaemia", "infant leukaemias", "Babies with LEUKÆMIA"])
def test_babies_with_leukaemia_are_found_however_they_are_written(text):
    assert INFANT_TRIALS <= set(slugs(text)[:3])
    assert "mt103-205" in slugs(text)


def test_more_of_the_words_come_first():
    assert slugs("baby leukaemia mll gene")[0] == "interfant-21"


def test_not_all_words_need_be_held():
    assert slugs("neuroblastoma xyzzy")[0] == "hr-nbl2"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("nct 05327894", "interfant-21"),
        ("NCT05327894", "interfant-21"),
        ("05327894", "interfant-21"),
        ("hr nbl 2", "hr-nbl2"),
        ("HR-NBL2 blinatumomab leukaemia babies", "hr-nbl2"),
        ("MT103-205", "mt103-205"),
        ("far rms", "far-rms"),
        ("FORTEe", "fortee"),
    ],
)
def test_a_trial_that_is_named_comes_first(text, slug):
    assert slugs(text)[0] == slug


def test_the_stage_that_was_written_moves_trials_and_hides_none():
    assert slugs("leukaemia came back")[0] == "mt103-205"
    assert set(slugs("leukaemia came back")) >= set(slugs("leukaemia"))


def test_the_age_that_was_written_moves_trials_and_hides_none():
    assert slugs("5 year old")[-2:] == ["interfant-21", "interfant-blina-pilot"]
    assert find("5 year old").total == len(TRIALS)


@pytest.mark.parametrize("text", ["", "  ", "trial for my son with", "all trials"])
def test_words_that_say_nothing_find_all_trials_the_open_first(text):
    assert slugs(text) == ["hr-nbl2", "far-rms", "interfant-21", "interfant-blina-pilot", "mt103-205", "fortee"]


@pytest.mark.parametrize("text", ["xyzzy", "*", "((((", "?!"])
def test_nothing_is_found_by_what_no_trial_holds(text):
    result = find(text)
    assert (result.hits, result.total, result.page, result.pages) == ((), 0, 1, 1)


def test_a_broad_trial_is_found_by_an_exact_diagnosis_after_those_on_it():
    assert slugs("neuroblastoma") == ["hr-nbl2", "fortee"]


def test_the_other_language_is_searched_in_its_words():
    assert slugs("leukemie", language="nl")[0] == "interfant-21"
    assert slugs("rhabdomyosarcoma", language="nl")[0] == "far-rms"


def test_a_language_that_is_not_offered_is_searched_in_the_first():
    assert slugs("blinatumomab", language="xx") == slugs("blinatumomab")


def test_a_query_as_long_as_nobody_types_is_refused():
    with pytest.raises(QueryTooLong, match=r"^Your search has 5,000 characters. Write 200 or fewer.$"):
        find("x" * 5000)


def test_a_search_without_words_has_no_snippets():
    assert {hit.snippet for hit in find("").hits} == {()}


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    facts = {"lead": "One.", "text": "Two.", "groups": TRIALS[3].trial.groups}
    trials = tuple(entry(f"t{n:02}", f"T{n}-X", title=f"Trial {n:02}", nct=f"NCT{n:08}", **facts) for n in range(25))
    folder = tmp_path_factory.mktemp("many") / "index"
    build_index(folder, catalogue(trials))
    search = TrialSearch.open(folder, catalogue(trials))
    yield search
    search.close()


@pytest.mark.parametrize(
    ("asked", "page", "first", "count"),
    [
        (1, 1, "t00", 10),
        (2, 2, "t10", 10),
        (3, 3, "t20", 5),
        (99, 3, "t20", 5),
        (10**12, 3, "t20", 5),
        (0, 1, "t00", 10),
        (-7, 1, "t00", 10),
    ],
)
def test_results_come_in_pages_of_ten(many, asked, page, first, count):
    result = many.find(SearchRequest(page=asked), today=TODAY, fresh_days=90)
    assert (result.page, result.pages, result.total) == (page, 3, 25)
    assert (result.hits[0].slug, len(result.hits)) == (first, count)


def test_a_page_that_is_not_there_is_the_last_one_for_words_too(many):
    result = many.find(SearchRequest(words="trial two", page=10**12), today=TODAY, fresh_days=90)
    assert (result.page, result.pages, len(result.hits)) == (3, 3, 5)


def test_the_ranking_is_what_the_pages_give(many):
    asked = [SearchRequest(words="trial two", page=page) for page in (1, 2, 3)]
    paged = [hit.slug for one in asked for hit in many.find(one, today=TODAY, fresh_days=90).hits]
    assert many.ranking(asked[0], 100, today=TODAY, fresh_days=90) == paged


def test_no_trial_stands_on_two_pages(many):
    pages = [many.find(SearchRequest(words="trial two", page=n), today=TODAY, fresh_days=90) for n in (1, 2, 3)]
    shown = [hit.slug for page in pages for hit in page.hits]
    assert sorted(shown) == sorted(set(shown))


def test_threads_may_share_a_search():
    texts = ["blinatumomab", "MLL", "leukemia baby", "neuroblastoma"] * 25
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(slugs, texts))
    assert found == [slugs(text) for text in texts]


def test_an_index_of_other_trials_is_refused(tmp_path):
    build_index(tmp_path / "index", catalogue())
    with pytest.raises(ValueError, match=r"^The index holds 6 trials and the catalogue 5.$"):
        TrialSearch.open(tmp_path / "index", catalogue(TRIALS[1:]))


def test_a_status_goes_stale_by_itself():
    """Interfant-21 was last confirmed open on 8 January 2026."""
    in_february = small_search().find(SearchRequest(), today=date(2026, 2, 1), fresh_days=90)
    assert [hit.slug for hit in in_february.hits[:3]] == ["interfant-21", "hr-nbl2", "far-rms"]


def test_an_empty_catalogue_can_be_searched(tmp_path):
    build_index(tmp_path / "index", catalogue(()))
    search = TrialSearch.open(tmp_path / "index", catalogue(()))
    for words in ("", "leukaemia"):
        assert search.find(SearchRequest(words=words), today=TODAY, fresh_days=90).total == 0
    search.close()
