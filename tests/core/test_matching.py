from dataclasses import replace

import pytest

from finder.core.ages import AgeAt, AgeSpan, Bound, Unit
from finder.core.answers import Answers, Treatments
from finder.core.matching import Outcome, Rule, verdict
from finder.core.trials import Group, PriorTreatment, Stage
from tests.core.examples import (
    EIGHT_MONTHS_JUST_DIAGNOSED,
    INFANT,
    RELAPSE,
    VOCABULARIES,
    ages,
    trial,
)

MEETS, CANNOT_TELL, DOES_NOT_MEET = Outcome.MEETS, Outcome.CANNOT_TELL, Outcome.DOES_NOT_MEET


def outcome(group, answers):
    return verdict(trial(group), answers, VOCABULARIES).outcome


def test_a_newly_diagnosed_baby_may_ask_about_the_infant_trial():
    assert outcome(INFANT, EIGHT_MONTHS_JUST_DIAGNOSED) is MEETS


def test_the_relapse_trial_is_set_aside_for_a_newly_diagnosed_baby_by_stage_alone():
    found = verdict(trial(RELAPSE), EIGHT_MONTHS_JUST_DIAGNOSED, VOCABULARIES)
    assert (found.outcome, found.rules()) == (DOES_NOT_MEET, [Rule.STAGE])


def test_nothing_answered_sets_nothing_aside():
    assert outcome(INFANT, Answers()) is CANNOT_TELL
    assert outcome(RELAPSE, Answers()) is CANNOT_TELL


def test_a_trial_that_states_no_limit_asks_nothing_of_anyone():
    assert outcome(Group(), Answers()) is MEETS


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("b-all", MEETS),
        ("all", CANNOT_TELL),
        ("leukaemia", CANNOT_TELL),
        ("t-all", DOES_NOT_MEET),
        ("aml", DOES_NOT_MEET),
        ("wilms", DOES_NOT_MEET),
        ("nf1", DOES_NOT_MEET),
        (None, CANNOT_TELL),
    ],
)
def test_a_diagnosis_at_or_below_meets_and_one_above_cannot_tell(answer, expected):
    assert outcome(Group(diagnoses=("b-all",)), Answers(diagnosis=answer)) is expected


@pytest.mark.parametrize(("answer", "expected"), [("b-all", MEETS), ("wilms", MEETS), ("nf1", DOES_NOT_MEET)])
def test_a_trial_for_any_cancer_takes_every_cancer(answer, expected):
    assert outcome(Group(diagnoses=("any-cancer",)), Answers(diagnosis=answer)) is expected


@pytest.mark.parametrize(
    ("wanted", "answer", "expected"),
    [
        ([Stage.NEWLY_DIAGNOSED], Stage.NEWLY_DIAGNOSED, MEETS),
        ([Stage.NEWLY_DIAGNOSED], Stage.ON_TREATMENT, CANNOT_TELL),  # treatment may have begun yesterday
        ([Stage.ON_TREATMENT], Stage.NEWLY_DIAGNOSED, CANNOT_TELL),
        ([Stage.NEWLY_DIAGNOSED], Stage.CAME_BACK, DOES_NOT_MEET),
        ([Stage.CAME_BACK], Stage.NEWLY_DIAGNOSED, DOES_NOT_MEET),
        ([Stage.CAME_BACK], Stage.ON_TREATMENT, DOES_NOT_MEET),
        ([Stage.CAME_BACK], Stage.CAME_BACK_MORE_THAN_ONCE, DOES_NOT_MEET),
        ([Stage.CAME_BACK, Stage.DID_NOT_RESPOND], Stage.DID_NOT_RESPOND, MEETS),
        ([Stage.CAME_BACK], None, CANNOT_TELL),
    ],
)
def test_a_stage_is_one_of_those_the_trial_names(wanted, answer, expected):
    assert outcome(Group(disease_stage=tuple(wanted)), Answers(stage=answer)) is expected


HAD_NOTHING = Treatments()
HAD_BLINA = Treatments(frozenset({"blinatumomab"}))
HAD_IMMUNO = Treatments(frozenset({"immunotherapy"}))
HAD_CHEMO_AND_MORE = Treatments(frozenset({"chemotherapy"}), all_known=False)


@pytest.mark.parametrize(
    ("prior", "had", "expected"),
    [
        (PriorTreatment(none_of=("blinatumomab",)), HAD_NOTHING, MEETS),
        (PriorTreatment(none_of=("blinatumomab",)), HAD_BLINA, DOES_NOT_MEET),
        (PriorTreatment(none_of=("immunotherapy",)), HAD_BLINA, DOES_NOT_MEET),
        (PriorTreatment(none_of=("blinatumomab",)), HAD_IMMUNO, CANNOT_TELL),
        (PriorTreatment(none_of=("blinatumomab",)), HAD_CHEMO_AND_MORE, CANNOT_TELL),
        (PriorTreatment(none_of=("chemotherapy",)), HAD_CHEMO_AND_MORE, DOES_NOT_MEET),
        (PriorTreatment(none_of=("blinatumomab",)), None, CANNOT_TELL),
        (PriorTreatment(any_of=("blinatumomab",)), HAD_BLINA, MEETS),
        (PriorTreatment(any_of=("blinatumomab",)), HAD_NOTHING, DOES_NOT_MEET),
        (PriorTreatment(any_of=("blinatumomab",)), HAD_IMMUNO, CANNOT_TELL),
        (PriorTreatment(any_of=("blinatumomab", "transplant")), HAD_BLINA, MEETS),
        (PriorTreatment(any_of=("blinatumomab",)), HAD_CHEMO_AND_MORE, CANNOT_TELL),
        (PriorTreatment(ask=("blinatumomab",)), HAD_BLINA, MEETS),
        (PriorTreatment(ask=("blinatumomab",)), None, MEETS),
        (PriorTreatment(none_of=("transplant",), any_of=("blinatumomab",)), HAD_BLINA, MEETS),
    ],
)
def test_prior_treatment_rules_out_requires_or_asks(prior, had, expected):
    assert outcome(Group(prior_treatment=prior), Answers(treatments=had)) is expected


def test_the_reason_names_the_treatment_that_decided():
    group = Group(prior_treatment=PriorTreatment(none_of=("transplant", "blinatumomab")))
    found = verdict(trial(group), Answers(treatments=HAD_BLINA), VOCABULARIES)
    assert [reason.treatment_ids for reason in found.reasons] == [("blinatumomab",)]


AT_DIAGNOSIS = ages(upper=(Bound.AT_MOST, 365, Unit.DAYS), at=AgeAt.DIAGNOSIS)
FROM_ONE_AT_DIAGNOSIS = ages(lower=(Bound.AT_LEAST, 1, Unit.YEARS), at=AgeAt.DIAGNOSIS)
FIVE = AgeSpan.completed(5, Unit.YEARS)
EIGHT_MONTHS = AgeSpan.completed(8, Unit.MONTHS)


@pytest.mark.parametrize(
    ("group", "answers", "expected"),
    [
        (AT_DIAGNOSIS, Answers(age=FIVE), CANNOT_TELL),  # it may have been found in the first year
        (AT_DIAGNOSIS, Answers(age=EIGHT_MONTHS), MEETS),  # nobody is diagnosed when older than now
        (AT_DIAGNOSIS, Answers(age=FIVE, age_at_diagnosis=EIGHT_MONTHS), MEETS),
        (AT_DIAGNOSIS, Answers(age=FIVE, age_at_diagnosis=FIVE), DOES_NOT_MEET),
        (AT_DIAGNOSIS, Answers(age=FIVE, stage=Stage.NEWLY_DIAGNOSED), CANNOT_TELL),  # a stage sets no age aside
        (AT_DIAGNOSIS, Answers(), CANNOT_TELL),
        (FROM_ONE_AT_DIAGNOSIS, Answers(age=EIGHT_MONTHS), DOES_NOT_MEET),
        (FROM_ONE_AT_DIAGNOSIS, Answers(age=FIVE, stage=Stage.NEWLY_DIAGNOSED), MEETS),
        (FROM_ONE_AT_DIAGNOSIS, Answers(age=FIVE), CANNOT_TELL),
        (ages(upper=(Bound.AT_MOST, 365, Unit.DAYS)), Answers(age=FIVE, age_at_diagnosis=EIGHT_MONTHS), DOES_NOT_MEET),
    ],
)
def test_the_age_at_diagnosis_is_not_the_age_now(group, answers, expected):
    assert outcome(group, answers) is expected


def test_a_trial_with_two_sets_of_limits_needs_one_of_them():
    children = replace(ages(upper=(Bound.UNDER, 10, Unit.YEARS)), name={"en": "Children"}, diagnoses=("b-all",))
    adults = replace(ages(lower=(Bound.AT_LEAST, 10, Unit.YEARS)), name={"en": "Others"}, diagnoses=("t-all",))
    both = trial(children, adults)
    assert verdict(both, Answers(age=FIVE, diagnosis="b-all"), VOCABULARIES).outcome is MEETS
    assert verdict(both, Answers(age=FIVE), VOCABULARIES).outcome is CANNOT_TELL
    aside = verdict(both, Answers(age=FIVE, diagnosis="t-all"), VOCABULARIES)
    assert (aside.outcome, aside.rules()) == (DOES_NOT_MEET, [Rule.AGE, Rule.DIAGNOSIS])
