import pytest

from finder.search.advice import Advice, advice_asked


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("my son can't breathe", Advice.URGENT),
        ("high temperature tonight after chemo", Advice.URGENT),
        ("trial emergency", Advice.URGENT),
        ("symptoms of leukaemia", Advice.SYMPTOMS),
        ("signs of brain tumour", Advice.SYMPTOMS),
        ("does my child have cancer", Advice.SYMPTOMS),
        ("could it be leukemia", Advice.SYMPTOMS),
        ("should I stop chemo", Advice.DECISION),
        ("Should we refuse radiotherapy?", Advice.DECISION),
        ("alternatives to chemo", Advice.DECISION),
        ("survival rate neuroblastoma", Advice.OUTLOOK),
        ("will my daughter die", Advice.OUTLOOK),
        ("is medulloblastoma curable", Advice.OUTLOOK),
        ("how long does she have left", Advice.OUTLOOK),
    ],
)
def test_a_question_for_a_person_is_recognised(words, advice):
    assert advice_asked(words) is advice


@pytest.mark.parametrize(
    "words",
    [
        "",
        "chemo stopped working",
        "should my son join a trial",
        "survival trial neuroblastoma",
        "can we try blinatumomab",
        "late effects survivors",
        "hodgkin without radiotherapy",
        "what to do when leukaemia comes back",
        "signal pathway inhibitor",
    ],
)
def test_a_search_stays_a_search(words):
    assert advice_asked(words) is None


def test_long_and_odd_texts_cost_nothing():
    for words in ("is " * 60, "could " + "a" * 190, "\x00‮(((((" * 30):
        advice_asked(words)
