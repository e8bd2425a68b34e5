"""The numbers behind the small pictures."""

import pytest

from finder.core.ages import Age, AgeAt, AgeSpan, Bound, Unit
from finder.core.answers import Answers
from finder.core.trials import Phase, Stage
from finder.web.trials.pictures import FIRST, LAST, NARROWEST, ages_bar, phase_steps, place_of
from tests.core.examples import ages, trial

UP_TO_365_DAYS = ages(upper=(Bound.AT_MOST, 365, Unit.DAYS), at=AgeAt.DIAGNOSIS)
FROM_18_YEARS = ages(lower=(Bound.AT_LEAST, 18, Unit.YEARS))
EIGHT_MONTHS, FIVE_YEARS = AgeSpan.completed(8, Unit.MONTHS), AgeSpan.completed(5, Unit.YEARS)


def test_the_line_runs_from_birth_to_30_and_gives_the_first_year_room():
    assert (place_of(Age()), place_of(Age(months=360)), place_of(Age(months=960))) == (FIRST, LAST, LAST)
    assert place_of(Age(months=12)) - FIRST > (LAST - FIRST) / 6


def test_a_trial_without_ages_has_no_picture():
    assert ages_bar(trial(), Answers(age=EIGHT_MONTHS)) is None


def test_a_baby_stands_inside_the_ages_of_a_trial_for_babies():
    bar = ages_bar(trial(UP_TO_365_DAYS), Answers(age=EIGHT_MONTHS, stage=Stage.NEWLY_DIAGNOSED))
    [(start, end)] = bar.spans
    assert start == FIRST < bar.child < end
    assert bar.words == "Ages in this trial: up to 365 days when diagnosed. Your child now: 8 months."


def test_a_trial_without_an_upper_age_runs_to_the_end():
    bar = ages_bar(trial(FROM_18_YEARS), Answers(age=FIVE_YEARS))
    [(start, end)] = bar.spans
    assert bar.child < start < end == LAST


def test_each_group_of_a_trial_has_its_own_stretch():
    assert len(ages_bar(trial(UP_TO_365_DAYS, FROM_18_YEARS), Answers()).spans) == 2


def test_limits_of_a_few_days_can_still_be_seen():
    newborns = ages(upper=(Bound.UNDER, 1, Unit.DAYS))
    [(start, end)] = ages_bar(trial(newborns), Answers()).spans
    assert end - start == NARROWEST


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (Answers(age=FIVE_YEARS, stage=Stage.CAME_BACK), ""),
        (Answers(age=FIVE_YEARS, age_at_diagnosis=EIGHT_MONTHS), " Your child when it was found: 8 months."),
        (Answers(), ""),
    ],
)
def test_an_age_now_is_not_held_against_an_age_at_diagnosis(answers, says):
    bar = ages_bar(trial(UP_TO_365_DAYS), answers)
    assert bar.words == f"Ages in this trial: up to 365 days when diagnosed.{says}"
    assert (bar.child is None) == (says == "")


@pytest.mark.parametrize(
    ("phase", "steps"),
    [
        (Phase.ONE_TWO, (True, True, False)),
        (Phase.THREE, (False, False, True)),
        (Phase.FOUR, ()),
        (Phase.NOT_APPLICABLE, ()),
    ],
)
def test_the_phase_is_drawn_as_the_steps_it_covers(phase, steps):
    assert phase_steps(phase) == steps
