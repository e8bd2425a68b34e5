import pytest

from finder.core.ages import AgeSpan, Unit
from finder.core.answers import Answers
from finder.core.matching import Outcome, verdict
from finder.core.statuses import Status
from finder.core.trials import Stage
from tests.search.small_catalogue import TRIALS, catalogue, slugs

EIGHT_MONTHS = AgeSpan.completed(8, Unit.MONTHS)
FIVE_YEARS = AgeSpan.completed(5, Unit.YEARS)
THIRTY_YEARS = AgeSpan.completed(30, Unit.YEARS)
INFANT_TRIALS = {"interfant-21", "interfant-blina-pilot"}


@pytest.mark.parametrize(
    ("age", "kept"),
    [
        (EIGHT_MONTHS, INFANT_TRIALS | {"mt103-205", "hr-nbl2", "far-rms"}),
        (FIVE_YEARS, INFANT_TRIALS | {"mt103-205", "hr-nbl2", "far-rms", "fortee"}),
        (THIRTY_YEARS, INFANT_TRIALS | {"far-rms"}),
    ],
)
def test_an_age_sets_aside_only_what_surely_does_not_take_it(age, kept):
    # The infant trials limit the age at diagnosis, which an age now does not tell.
    assert set(slugs(age=age)) == kept


@pytest.mark.parametrize("age", [None, EIGHT_MONTHS, FIVE_YEARS, THIRTY_YEARS])
@pytest.mark.parametrize("diagnosis", [None, "leukaemia", "t-all", "rhabdomyosarcoma", "lch"])
@pytest.mark.parametrize("stage", [None, *Stage])
def test_filters_keep_exactly_what_the_questions_would_not_set_aside(age, diagnosis, stage):
    answers = Answers(age=age, diagnosis=diagnosis, stage=stage)
    verdicts = {e.trial.slug: verdict(e.trial, answers, catalogue().vocabularies()) for e in TRIALS}
    possible = {slug for slug, one in verdicts.items() if one.outcome is not Outcome.DOES_NOT_MEET}
    assert set(slugs(age=age, diagnosis=diagnosis, stage=stage)) == possible


@pytest.mark.parametrize(
    ("diagnosis", "kept"),
    [
        ("b-all", INFANT_TRIALS | {"mt103-205", "fortee"}),
        ("leukaemia", INFANT_TRIALS | {"mt103-205", "fortee"}),
        ("t-all", {"fortee"}),
        ("mpal", {"interfant-21", "fortee"}),
        ("rhabdomyosarcoma", {"far-rms", "fortee"}),
        ("any-cancer", INFANT_TRIALS | {"mt103-205", "hr-nbl2", "far-rms", "fortee"}),
        ("lch", set()),
    ],
)
def test_a_diagnosis_keeps_trials_at_it_below_it_and_above_it(diagnosis, kept):
    assert set(slugs(diagnosis=diagnosis)) == kept


def test_a_stage_keeps_the_trials_that_take_it():
    assert set(slugs(stage=Stage.CAME_BACK)) == {"mt103-205", "far-rms"}


def test_just_diagnosed_and_on_treatment_are_not_told_apart():
    assert "fortee" in slugs(stage=Stage.NEWLY_DIAGNOSED)


def test_age_and_stage_must_be_met_by_one_group_together():
    four_months = AgeSpan.completed(4, Unit.MONTHS)
    assert "far-rms" in slugs(age=four_months)
    assert "far-rms" not in slugs(age=four_months, stage=Stage.CAME_BACK)


@pytest.mark.parametrize(
    ("country", "kept"), [("GB", {"hr-nbl2", "far-rms"}), ("BE", {"interfant-21"}), ("FR", set()), ("x", set())]
)
def test_a_country_keeps_the_trials_that_name_it(country, kept):
    assert set(slugs(country=country)) == kept


@pytest.mark.parametrize(
    ("statuses", "kept"),
    [
        ({Status.COMPLETED}, {"interfant-blina-pilot", "mt103-205"}),
        ({Status.UNKNOWN}, {"fortee"}),
        ({Status.RECRUITING}, {"hr-nbl2", "far-rms", "interfant-21"}),
        ({Status.COMPLETED, Status.UNKNOWN}, {"interfant-blina-pilot", "mt103-205", "fortee"}),
    ],
)
def test_a_status_is_the_one_that_is_shown(statuses, kept):
    assert set(slugs(statuses=frozenset(statuses))) == kept


def test_filters_narrow_what_words_find():
    assert slugs("blinatumomab", statuses=frozenset({Status.RECRUITING})) == ["interfant-21"]


def test_a_diagnosis_that_nobody_knows_keeps_nothing():
    assert slugs(diagnosis="no-such-thing") == []
