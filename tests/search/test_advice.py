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
        ("she has a temperature of 39 and she’s on chemo", Advice.URGENT),
        ("my child has collapsed", Advice.URGENT),
        ("I want to end it all", Advice.URGENT),
        ("his lips are blue", Advice.URGENT),
        ("found a lump on my son’s leg", Advice.SYMPTOMS),
        ("lump under arm", Advice.SYMPTOMS),
        ("how can I tell if my child has a brain tumour", Advice.SYMPTOMS),
        ("is it ok to say no to chemo", Advice.DECISION),
        ("is proton therapy better than radiotherapy", Advice.DECISION),
        ("which treatment is best for my daughter", Advice.DECISION),
        ("should we go to america for proton therapy", Advice.DECISION),
        ("how long does my child have", Advice.OUTLOOK),
        ("will the cancer come back", Advice.OUTLOOK),
        ("my daughter is dying", Advice.OUTLOOK),
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
        "lump in tummy cancer",
        "lump on kidney toddler",
        "symptomatic low grade glioma",
        "emergency treatment neuroblastoma",
        "neuroblastoma that is not curable new drugs",
        "leukaemia relapse after stopping treatment",
        "is there anything new for dipg",
        "does my son have to be under 18 for car t",
        "my daughter has got a brain tumour",
        "fever during chemo antibiotics",
        "seizures low grade glioma",
        "stop vomiting after chemo",
        "terminal osteosarcoma cabozantinib",
        "dying for help my son relapsed",
    ],
)
def test_a_search_stays_a_search(words):
    assert advice_asked(words) is None


def test_long_and_odd_texts_cost_nothing():
    for words in ("is " * 60, "could " + "a" * 190, "\x00‮(((((" * 30):
        advice_asked(words)
