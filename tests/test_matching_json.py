import contextlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.content.catalogue import TrialEntry
from finder.core.ages import AgeLimit, AgeRule, Bound, Unit
from finder.core.answers import Answers, Treatments, age_from_parts
from finder.core.matching import Vocabularies
from finder.core.statuses import Recruitment, Status
from finder.core.terms import Term, Tree
from finder.core.trials import Group, Phase, PriorTreatment, Review, Stage, Trial
from finder.formats.matching_json import BadAnswers, match_as_json, read_answers

VOCABULARIES = Vocabularies(
    Tree(
        [
            Term(id="leukaemia", names={"en": "Leukaemia"}),
            Term(id="b-all", names={"en": "B-cell leukaemia"}, parent="leukaemia", also={"en": ["pre-B ALL"]}),
            Term(id="wilms", names={"en": "Wilms tumour"}),
        ]
    ),
    Tree([Term(id="chemotherapy", names={"en": "Chemotherapy"}), Term(id="steroids", names={"en": "Steroids"})]),
)


def read(**answers):
    return read_answers(answers, VOCABULARIES)


@pytest.mark.parametrize(
    ("age", "parts"),
    [
        ({"years": 5}, {"years": 5, "months": None}),
        ({"years": 0, "months": 8}, {"years": 0, "months": 8}),
        ({"months": 14}, {"years": None, "months": 14}),
        ({"weeks": 6}, {"years": None, "months": None, "weeks": 6}),
        ({"days": 366}, {"years": None, "months": None, "days": 366}),
        ({"years": 120}, {"years": 120, "months": None}),
    ],
)
def test_an_age_is_whole_years_months_weeks_or_days(age, parts):
    assert read(age=age) == Answers(age=age_from_parts(**parts))


@pytest.mark.parametrize(
    ("treatments", "read_as"),
    [
        ("none", Treatments()),
        (["none"], Treatments()),
        (["chemotherapy"], Treatments(frozenset({"chemotherapy"}))),
        (["chemotherapy", "not-sure"], Treatments(frozenset({"chemotherapy"}), all_known=False)),
        (["not-sure"], Treatments(all_known=False)),
        ("not-sure", None),
        (None, None),
    ],
)
def test_treatments_are_a_list_or_none_or_not_sure(treatments, read_as):
    assert read(treatments=treatments).treatments == read_as


def test_all_answers_are_read():
    assert read(
        age={"years": 5}, age_at_diagnosis={"years": 3}, diagnosis="b-all", treatments="none", stage="came-back"
    ) == Answers(
        age=age_from_parts(years=5, months=None),
        age_at_diagnosis=age_from_parts(years=3, months=None),
        diagnosis="b-all",
        treatments=Treatments(),
        stage=Stage.CAME_BACK,
    )


@pytest.mark.parametrize("unknown", [{}, *({name: "not-sure"} for name in ("age", "diagnosis", "treatments", "stage"))])
def test_what_is_absent_or_not_sure_is_not_known(unknown):
    assert read(**unknown) == Answers()


EXAMPLE = 'For example: {"years": 5} or {"years": 0, "months": 8}.'


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"age": "eight"}, f"“age” is “eight”, which is not an age. {EXAMPLE}"),
        ({"age": 8}, f"“age” is “8”, which is not an age. {EXAMPLE}"),
        ({"age": {}}, f"“age” is “{{}}”, which is not an age. {EXAMPLE}"),
        ({"age": {"years": 5.5}}, f"“age” has “5.5” years, which is not a whole number. {EXAMPLE}"),
        ({"age": {"years": "5"}}, f"“age” has “5” years, which is not a whole number. {EXAMPLE}"),
        ({"age": {"years": True}}, f"“age” has “true” years, which is not a whole number. {EXAMPLE}"),
        ({"age": {"years": None}}, f"“age” has “null” years, which is not a whole number. {EXAMPLE}"),
        ({"age": {"months": -1}}, "“age” has -1 months. An age cannot be below 0."),
        ({"age": {"year": 5}}, "“age” has “year”. Did you mean “years”?"),
        ({"age": {"years": 121}}, "“age” is more than 120 years. Check the figures."),
        ({"age": {"years": 10**30}}, "“age” is more than 120 years. Check the figures."),
        ({"age": {"years": 120, "months": 13}}, "“age” is more than 120 years. Check the figures."),
        ({"diagnosis": "b-al"}, "“diagnosis” has “b-al”, which we do not know. Did you mean “b-all”?"),
        ({"diagnosis": "Pre-B ALL"}, "“diagnosis” has “Pre-B ALL”, which we do not know. Did you mean “b-all”?"),
        ({"diagnosis": "qqq"}, "“diagnosis” has “qqq”, which we do not know."),
        ({"diagnosis": ["b-all"]}, '“diagnosis” has “["b-all"]”, which we do not know. Did you mean “b-all”?'),
        ({"treatments": ["chemo"]}, "“treatments” has “chemo”, which we do not know."),
        (
            {"treatments": "chemotherapy"},
            '“treatments” is “chemotherapy”. Write a list such as ["chemotherapy"], or "none", or "not-sure".',
        ),
        ({"treatments": []}, '“treatments” is “[]”. Write a list such as ["chemotherapy"], or "none", or "not-sure".'),
        (
            {"treatments": ["none", "steroids"]},
            "“treatments” holds “none” beside other treatments. Leave out the one or the others.",
        ),
        ({"stage": "come-back"}, "“stage” is “come-back”, which is not a stage. Did you mean “came-back”?"),
        ({"diagnosed": "b-all"}, "“diagnosed” is not one of the questions. Did you mean “diagnosis”?"),
        (
            {"age": {"years": 5}, "age_at_diagnosis": {"years": 7}},
            "“age_at_diagnosis” is above “age”. Nobody was diagnosed when older than now.",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_plain_words(answers, message):
    with pytest.raises(BadAnswers) as bad:
        read(**answers)
    assert bad.value.messages == (message,)


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(BadAnswers) as bad:
        read(age={"years": -1, "moons": 3}, treatments=["x", "y"], colour="blue")
    assert len(bad.value.messages) == 5


@pytest.mark.parametrize("data", [None, [], "b-all", 5])
def test_answers_are_one_object(data):
    with pytest.raises(BadAnswers) as bad:
        read_answers(data, VOCABULARIES)
    assert bad.value.messages == (
        'The answers must be one JSON object. For example: {"diagnosis": "b-all", "stage": "came-back"}.',
    )


def test_an_age_at_diagnosis_in_the_same_year_is_no_contradiction():
    assert read(age={"years": 5}, age_at_diagnosis={"years": 5, "months": 9}).age_at_diagnosis


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["none", "not-sure"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.just("years"), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["age", "age_at_diagnosis", "diagnosis", "treatments", "stage"]), ANYTHING))
def test_whatever_is_sent_is_read_or_refused(data):
    with contextlib.suppress(BadAnswers):
        assert isinstance(read_answers(data, VOCABULARIES), Answers)


def entry(slug, **limits):
    trial = Trial(
        slug=slug,
        acronym=slug,
        scientific_title="A study",
        identifiers={},
        sponsor="A hospital",
        phase=Phase.TWO,
        recruitment=Recruitment(status=Status.RECRUITING, source="A register"),
        groups=(Group(**limits),),
        review=Review(last=date(2026, 1, 1), next=date(2027, 1, 1)),
    )
    return TrialEntry(trial=trial, words={}, digest=slug)


ENTRIES = [
    entry("anybody"),
    entry("adults", age=AgeRule(lower=AgeLimit(Bound.AT_LEAST, 18, Unit.YEARS)), diagnoses=("wilms",)),
    entry("leukaemia", diagnoses=("b-all",)),
    entry("came-back", disease_stage=(Stage.CAME_BACK,)),
    entry("no-steroids", prior_treatment=PriorTreatment(none_of=("steroids",))),
]


def test_every_trial_has_one_place_and_those_set_aside_their_rules():
    answers = read(age={"years": 5}, diagnosis="leukaemia", treatments=["steroids"])
    assert match_as_json(ENTRIES, answers, VOCABULARIES) == {
        "possible": ["anybody"],
        "cannot-tell": ["leukaemia", "came-back"],
        "aside": {"adults": ["age", "diagnosis"], "no-steroids": ["treatment"]},
    }


def test_without_answers_nothing_is_set_aside():
    places = match_as_json(ENTRIES, Answers(), VOCABULARIES)
    assert places["aside"] == {}
    assert sorted(places["possible"] + places["cannot-tell"]) == sorted(each.trial.slug for each in ENTRIES)


def test_the_places_are_plain_json():
    assert json.loads(json.dumps(match_as_json(ENTRIES, read(stage="on-treatment"), VOCABULARIES)))["aside"] == {
        "came-back": ["stage"]
    }
