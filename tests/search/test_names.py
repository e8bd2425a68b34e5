import pytest

from finder.search.meanings import Kind, Meaning
from finder.search.names import Names
from finder.search.words import Analyser

HR_NBL2 = Meaning(Kind.TRIAL, "hr-nbl2")
ALL = Meaning(Kind.DIAGNOSIS, "all")
T_ALL = Meaning(Kind.DIAGNOSIS, "t-all")
HODGKIN = Meaning(Kind.DIAGNOSIS, "hodgkin")
NON_HODGKIN = Meaning(Kind.DIAGNOSIS, "non-hodgkin")
B_ALL = Meaning(Kind.DIAGNOSIS, "b-all")
KIDNEY = Meaning(Kind.DIAGNOSIS, "kidney-tumour")


@pytest.fixture
def names():
    names = Names(Analyser("en"))
    names.add(HR_NBL2, ["HR-NBL2", "NCT04221035"])
    names.add(ALL, ["ALL", "acute lymphoblastic leukaemia"])
    names.add(T_ALL, ["T-ALL"])
    names.add(B_ALL, ["cALL"])
    names.add(HODGKIN, ["Hodgkin lymphoma"])
    names.add(NON_HODGKIN, ["non-Hodgkin lymphoma"])
    names.add(KIDNEY, ["cancer of the kidney"])
    return names


def meant(names, text):
    return [meaning for name in names.found_in(Analyser("en").words(text)) for meaning in name.meanings]


@pytest.mark.parametrize("written", ["HR-NBL2", "hr nbl 2", "hrnbl2", "HR NBL2", "NCT 04221035", "nct04221035"])
def test_a_name_with_a_digit_is_known_joined_or_spaced(names, written):
    assert meant(names, written) == [HR_NBL2]


def test_the_longest_name_is_meant(names):
    assert meant(names, "non-Hodgkin’s lymphomas") == [NON_HODGKIN]


def test_several_names_are_found_in_order(names):
    assert meant(names, "T-ALL or Hodgkin lymphoma") == [T_ALL, HODGKIN]


@pytest.mark.parametrize(("text", "found"), [("relapsed ALL", [ALL]), ("for all of us", []), ("ALL OF US", [])])
def test_an_everyday_word_is_a_name_only_in_capitals(names, text, found):
    assert meant(names, text) == found


def test_an_abbreviation_is_not_what_an_ending_was_taken_from(names):
    assert meant(names, "a gene called MLL") == []


@pytest.mark.parametrize("written", ["cancer of the kidney", "cancer in her kidney", "cancer on the kidneys"])
def test_the_small_words_within_a_name_may_be_any(names, written):
    assert meant(names, written) == [KIDNEY]


def test_part_of_a_name_is_no_name(names):
    assert meant(names, "lymphoblastic leukaemia") == []
