"""The promises of the matcher, tried on many trials and answers that nobody thought of."""

from dataclasses import fields, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from finder.core.ages import AgeAt, AgeLimit, AgeRule, AgeSpan, Bound, Unit
from finder.core.answers import Answers, Treatments
from finder.core.matching import Outcome, check_group, verdict
from finder.core.trials import Group, PriorTreatment, Stage
from tests.core.examples import DIAGNOSES, TREATMENTS, VOCABULARIES, trial


def can_be_met(prior):
    """Whether nothing is both required and ruled out, which no editor means."""
    return not any(
        TREATMENTS.is_at_or_below(one, other) or TREATMENTS.is_at_or_below(other, one)
        for one in prior.none_of
        for other in prior.any_of
    )


def is_older_at_diagnosis(answers):
    """Whether the answers contradict each other in a way that every reader of answers refuses."""
    return bool(
        answers.age
        and answers.age_at_diagnosis
        and not (answers.age.low, answers.age.high) == (answers.age_at_diagnosis.low, answers.age_at_diagnosis.high)
        and not answers.age.high.is_surely_at_least(answers.age_at_diagnosis.high)
    )


some_treatments = st.lists(st.sampled_from([term.id for term in TREATMENTS]), max_size=2, unique=True).map(tuple)
age_rules = st.builds(
    AgeRule,
    lower=st.none()
    | st.builds(AgeLimit, st.sampled_from([Bound.AT_LEAST, Bound.OVER]), st.integers(0, 30), st.sampled_from(Unit)),
    upper=st.none()
    | st.builds(AgeLimit, st.sampled_from([Bound.AT_MOST, Bound.UNDER]), st.integers(1, 400), st.sampled_from(Unit)),
    at=st.sampled_from(AgeAt),
)
prior_treatments = st.builds(PriorTreatment, none_of=some_treatments, any_of=some_treatments, ask=some_treatments)
groups = st.builds(
    Group,
    age=age_rules,
    diagnoses=st.lists(st.sampled_from([term.id for term in DIAGNOSES]), max_size=2, unique=True).map(tuple),
    disease_stage=st.lists(st.sampled_from(Stage), max_size=3, unique=True).map(tuple),
    prior_treatment=prior_treatments.filter(lambda prior: can_be_met(prior)),
)
trials = st.lists(groups, min_size=1, max_size=3).map(lambda all_groups: trial(*all_groups))
ages_given = st.builds(AgeSpan.completed, st.integers(0, 40), st.sampled_from(Unit))
treatments_given = st.builds(
    Treatments,
    had=st.frozensets(st.sampled_from([term.id for term in TREATMENTS]), max_size=3),
    all_known=st.booleans(),
)
any_answers = st.builds(
    Answers,
    age=st.none() | ages_given,
    age_at_diagnosis=st.none() | ages_given,
    diagnosis=st.none() | st.sampled_from([term.id for term in DIAGNOSES]),
    treatments=st.none() | treatments_given,
    stage=st.none() | st.sampled_from(Stage),
)
answers_given = any_answers.filter(lambda answers: not is_older_at_diagnosis(answers))
QUESTIONS = [field.name for field in fields(Answers)]


@settings(max_examples=500)
@given(trials, answers_given, st.sampled_from(QUESTIONS))
def test_turning_an_answer_into_not_sure_never_sets_a_trial_aside(one, answers, question):
    before = verdict(one, answers, VOCABULARIES).outcome
    after = verdict(one, replace(answers, **{question: None}), VOCABULARIES).outcome
    if before is not Outcome.DOES_NOT_MEET:
        assert after is not Outcome.DOES_NOT_MEET


@given(trials)
def test_knowing_nothing_sets_nothing_aside(one):
    assert verdict(one, Answers(), VOCABULARIES).outcome is not Outcome.DOES_NOT_MEET


@given(trials, answers_given, st.permutations(QUESTIONS))
def test_the_order_of_the_answers_changes_nothing(one, answers, order):
    step_by_step = Answers()
    for question in order:
        step_by_step = replace(step_by_step, **{question: getattr(answers, question)})
    assert verdict(one, step_by_step, VOCABULARIES) == verdict(one, answers, VOCABULARIES)


@given(trials, answers_given)
def test_the_order_of_the_groups_changes_no_outcome(one, answers):
    turned = replace(one, groups=tuple(reversed(one.groups)))
    assert verdict(turned, answers, VOCABULARIES).outcome is verdict(one, answers, VOCABULARIES).outcome


@given(trials, answers_given)
def test_every_verdict_but_met_gives_a_reason_with_its_own_outcome(one, answers):
    found = verdict(one, answers, VOCABULARIES)
    assert found.reasons
    assert {reason.outcome for reason in found.reasons} == {found.outcome}


@settings(max_examples=500)
@given(groups, answers_given)
def test_treatment_stage_and_diagnosis_agree_with_trying_every_possibility(group, answers):
    """A reference that knows nothing of three outcomes: it tries every child the answers could be about."""
    by_rule = {reason.rule.value: reason.outcome for reason in check_group(group, answers, VOCABULARIES)}
    assert by_rule["diagnosis"] is summed(takes_diagnosis(group, one) for one in possible_diagnoses(answers))
    assert by_rule["treatment"] is summed(takes_treatments(group, had) for had in possible_treatments(answers))


def summed(possibilities):
    """All children taken meets, none does not meet, some cannot tell."""
    taken = set(possibilities)
    return {frozenset({True}): Outcome.MEETS, frozenset({False}): Outcome.DOES_NOT_MEET}.get(
        frozenset(taken), Outcome.CANNOT_TELL
    )


def leaves_of(tree, term_id):
    """The exact things a name can stand for: what is below it, and itself where it may be of a kind not listed."""
    return [term.id for term in tree.below(term_id)]


def possible_diagnoses(answers):
    if answers.diagnosis is not None:
        return leaves_of(DIAGNOSES, answers.diagnosis)
    return [*(term.id for term in DIAGNOSES), "something else"]


def takes_diagnosis(group, exact):
    if not group.diagnoses:
        return True
    if exact == "something else":
        return False
    return any(DIAGNOSES.is_at_or_below(exact, one) for one in group.diagnoses)


def possible_treatments(answers):
    """Every set of exact treatments that the answer leaves possible."""
    exact = [term.id for term in TREATMENTS]
    every = [frozenset(one for n, one in enumerate(exact) if bits >> n & 1) for bits in range(2 ** len(exact))]
    if answers.treatments is None:
        return every
    return [had for had in every if fits(had, answers.treatments)]


def fits(had, answer):
    """A broad answer stands for itself or for any kind of it; one that is not known to be complete for more."""
    named = all(any(TREATMENTS.is_at_or_below(one, name) for one in had) for name in answer.had)
    nothing_else = all(any(TREATMENTS.is_at_or_below(one, name) for name in answer.had) for one in had)
    return named and (nothing_else or not answer.all_known)


def takes_treatments(group, had):
    def was_had(treatment):
        return any(TREATMENTS.is_at_or_below(one, treatment) for one in had)

    prior = group.prior_treatment
    required = not prior.any_of or any(was_had(one) for one in prior.any_of)
    return required and not any(was_had(one) for one in prior.none_of)
