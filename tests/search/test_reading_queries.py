from functools import cache

import pytest

from finder.core.ages import AgeSpan, Unit
from finder.core.trials import Stage
from finder.search.reading_queries import read_query
from finder.search.spelling import Speller, cancer_words
from finder.search.vocabulary import Vocabulary
from tests.search.small_catalogue import catalogue


@cache
def vocabulary():
    return Vocabulary(catalogue(), "en")


@cache
def speller():
    return Speller({**dict.fromkeys(cancer_words(), 0), **dict.fromkeys(vocabulary().names.words(), 20)})


def read(text, indexed=(), **how):
    return read_query(text, vocabulary(), lambda term: term in indexed, speller(), **how)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("leukemia baby", [("diagnosis", "leukaemia"), ("age", "under 1 year")]),
        ("blood cancer", [("diagnosis", "leukaemia")]),
        ("pre-B ALL", [("diagnosis", "b-all")]),
        ("MLL", [("marker", "kmt2a-rearranged")]),
        ("mt 103", [("treatment", "blinatumomab")]),
        ("Bone marrow transplant", [("treatment", "stem-cell-transplant")]),
        ("hr nbl 2", [("trial", "hr-nbl2")]),
        ("farrms", [("trial", "far-rms")]),
        ("nct 05327894", [("trial", "interfant-21")]),
        ("05327894", [("trial", "interfant-21")]),
        ("england", [("place", "GB")]),
        ("Bruxelles or brussels", [("place", "Brussels")]),
        ("hopital reine fabiola", [("place", "Hôpital Reine Fabiola")]),
        ("just diagnosed", [("stage", "newly-diagnosed")]),
        ("it didn’t work", [("stage", "did-not-respond")]),
        ("came back twice", [("stage", "came-back-more-than-once")]),
        ("in remission", [("stage", "finished-treatment")]),
        ("toddler", [("age", "1 to 3 years")]),
        ("17yo with relapsed all", [("age", "17 years"), ("stage", "came-back"), ("diagnosis", "all")]),
    ],
)
def test_what_families_and_doctors_write_is_understood(text, understood):
    assert [(chip.kind, chip.meaning) for chip in read(text).understood] == understood


@pytest.mark.parametrize("text", ["all", "ALL", "infant all", "all mll", "relapsed all"])
def test_all_is_the_leukaemia_alone_and_beside_what_is_understood(text):
    assert "all" in [chip.meaning for chip in read(text).understood]


@pytest.mark.parametrize("text", ["all trials", "for all children with neuroblastoma", "ALL TRIALS PLEASE"])
def test_all_is_an_everyday_word_elsewhere(text):
    assert "all" not in [chip.meaning for chip in read(text).understood]


@pytest.mark.parametrize("text", ["has not come back", "to stop it coming back", "never relapsed"])
def test_a_stage_that_is_denied_is_not_understood(text):
    assert (read(text).stage, read(text).understood) == (None, ())


def test_a_chip_shows_the_visitors_words_and_the_query_without_them():
    (age, diagnosis) = read("Baby  with LEUKEMIA, baby").understood
    assert (age.words, age.without) == ("Baby", "with LEUKEMIA,")
    assert (diagnosis.words, diagnosis.without) == ("LEUKEMIA", "Baby with , baby")


def test_figures_say_an_age_better_than_words():
    assert read("baby 8 months").age == AgeSpan.completed(8, Unit.MONTHS)


def test_age_and_stage_are_read_but_not_required():
    reading = read("8 months, came back")
    assert (reading.stage, reading.finds_all) == (Stage.CAME_BACK, True)


@pytest.mark.parametrize(
    ("text", "finds_all"),
    [
        ("", True),
        ("trial for my son with", True),
        ("   ", True),
        ("***", False),
        ("xyzzy", False),
        ("neuroblastoma", False),
    ],
)
def test_words_that_say_nothing_find_all_and_signs_find_nothing(text, finds_all):
    assert read(text).finds_all is finds_all


def test_other_names_are_searched_and_shown():
    assert read("MT103").also_searched == ("Blinatumomab", "Blincyto", "AMG 103")


def test_other_spellings_of_the_same_word_are_not_shown():
    assert read("leukemia").also_searched == ("blood cancer",)


def test_what_is_broader_counts_less_than_what_was_named():
    terms = read("B-ALL").terms
    assert terms["diagnosis/b-all"] > terms["diagnosis/all/itself"] == terms["diagnosis/leukaemia/itself"] > 0


@pytest.mark.parametrize(
    ("text", "unknown", "meant"),
    [
        ("neroblastoma 5 year old", ("neroblastoma",), "neuroblastoma 5 year old"),
        ("lukemia BABY", ("lukemia",), "leukaemia BABY"),
        ("Blinatumumab for my boy", ("Blinatumumab",), "blinatumomab for my boy"),
        ("xyzzy", ("xyzzy",), None),
        ("NCT99999999", ("NCT99999999",), None),
        ("neuroblastoma", (), None),
    ],
)
def test_a_word_found_nowhere_is_said_and_guessed_at(text, unknown, meant):
    reading = read(text)
    assert (reading.unknown, reading.did_you_mean) == (unknown, meant)


def test_a_word_that_a_trial_holds_is_not_unknown():
    assert read("vincristine", indexed=("vincristin",)).unknown == ()


def test_a_word_that_stands_nowhere_is_searched_as_what_was_meant_and_that_is_said():
    reading = read("neroblastoma 5 year old")
    assert reading.showing == "neuroblastoma 5 year old"
    assert [(one.written, one.candidates[0]) for one in reading.corrections] == [("neroblastoma", "neuroblastoma")]
    assert "diagnosis/neuroblastoma" in reading.terms
    assert [chip.meaning for chip in reading.understood] == ["neuroblastoma", "5 years"]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("neuro blastoma 4yo", "neuro blastoma", "neuroblastoma"),
        ("rhabdo myosarcomar", "rhabdo myosarcomar", "rhabdomyosarcoma"),
        ("my kidneytumour", "kidneytumour", "kidney tumour"),
    ],
)
def test_a_name_is_known_in_two_words_or_run_together(text, written, meant):
    reading = read(text)
    assert [(one.written, one.candidates[0]) for one in reading.corrections] == [(written, meant)]
    assert reading.showing == text.replace(written, meant)


@pytest.mark.parametrize("text", ["knee", "Belfast", "she can’t walk", "dead", "praying", "foot or shin", "cost"])
def test_a_word_that_families_write_is_never_put_right(text):
    assert (read(text).showing, read(text).did_you_mean) == (None, None)


def test_an_age_in_figures_is_searched_as_the_word_for_it():
    assert set(read("8 months").terms) == set(read("baby").terms) - {"babi"}
    assert read("8 years").terms == {}


def test_an_exact_search_puts_nothing_right():
    reading = read("neroblastoma", exact=True)
    assert (reading.showing, reading.corrections, set(reading.terms)) == (None, (), {"neroblastoma"})


@pytest.mark.parametrize("text", ["scarlet", "tositumomab", "tucatinib", "exercise", "NCT99999999", "HR-NBL9"])
def test_a_word_that_exists_is_never_put_right(text):
    assert read(text, indexed=()).showing is None


def test_a_rare_word_beside_a_very_common_one_is_searched_for_and_the_other_beside_it():
    common = Speller({"children": 5_000, "childern": 2})
    reading = read_query("neuroblastoma childern", vocabulary(), lambda term: True, common)
    assert (reading.showing, reading.did_you_mean) == (None, "neuroblastoma children")
    assert {"childern", "diagnosis/neuroblastoma"} <= set(reading.terms)
    assert "children" in reading.also_searched
