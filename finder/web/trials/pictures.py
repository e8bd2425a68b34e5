"""The numbers behind the small pictures: where a trial's ages lie on a line, and which phase it is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from finder.core.ages import Age, AgeAt, AgeSpan
from finder.core.answers import Answers
from finder.core.trials import Group, Phase, Stage, Trial
from finder.web.trials.presenters import ages_in_words
from finder.wording.ages import answered_age_in_words
from finder.wording.messages import gettext

FIRST, LAST = 2, 318
"""Where the line of ages begins and ends, in units of the drawing."""
OLDEST = 30 * 12
"""In months: whoever is older stands at the end of the line."""
MARKS = (0, 1, 5, 10, 18, 30)
"""In years: the ages written under the line."""
NARROWEST = 6
"""So that limits of a few days can still be seen."""

_STEPS = {
    Phase.EARLY_1: (True, False, False),
    Phase.ONE: (True, False, False),
    Phase.ONE_TWO: (True, True, False),
    Phase.TWO: (False, True, False),
    Phase.TWO_THREE: (False, True, True),
    Phase.THREE: (False, False, True),
}


@dataclass(frozen=True)
class AgesBar:
    """The ages a trial takes on a line from birth to 30, and where the child stands on it."""

    words: str
    """What the picture shows, for those who do not see it."""
    spans: tuple[tuple[int, int], ...]
    marks: tuple[tuple[int, int], ...]
    child: int | None


def ages_bar(trial: Trial, answers: Answers) -> AgesBar | None:
    """Return the line of ages, or None where the trial states no age."""
    limited = [group for group in trial.groups if group.age.lower or group.age.upper]
    if not limited:
        return None
    child, child_words = _child(limited, answers)
    limits = gettext("Ages in this trial: %(ages)s.", ages="; ".join(ages_in_words(trial.groups)))
    return AgesBar(
        words=f"{limits} {child_words}".strip(),
        spans=tuple(dict.fromkeys(_span(group.age.span()) for group in limited)),
        marks=marks(),
        child=_middle(child) if child else None,
    )


def marks() -> tuple[tuple[int, int], ...]:
    """Return where the years under the line stand."""
    return tuple((place_of(Age(months=12 * years)), years) for years in MARKS)


def _child(limited: Sequence[Group], answers: Answers) -> tuple[AgeSpan | None, str]:
    """Return the age to compare, at the moment the limits speak of; none where that age is not known."""
    moments = {group.age.at for group in limited}
    if moments == {AgeAt.DIAGNOSIS} and answers.age_at_diagnosis:
        words = gettext("Your child when it was found: %(age)s.", age=answered_age_in_words(answers.age_at_diagnosis))
        return answers.age_at_diagnosis, words
    counts_now = AgeAt.DIAGNOSIS not in moments or answers.stage is Stage.NEWLY_DIAGNOSED
    if counts_now and answers.age:
        return answers.age, gettext("Your child now: %(age)s.", age=answered_age_in_words(answers.age))
    return None, ""


def _span(limits: AgeSpan) -> tuple[int, int]:
    start = place_of(limits.low) if limits.low else FIRST
    end = place_of(limits.high) if limits.high else LAST
    return start, max(end, start + NARROWEST)


def _middle(span: AgeSpan) -> int:
    low = place_of(span.low) if span.low else FIRST
    return (low + (place_of(span.high) if span.high else LAST)) // 2


def place_of(age: Age) -> int:
    """Return the place of an age on the line: by its square root, so that the first year has room of its own."""
    months = min(age.months + age.days / 30.4, OLDEST)
    return round(FIRST + (LAST - FIRST) * sqrt(months / OLDEST))


def phase_steps(phase: Phase) -> tuple[bool, ...]:
    """Return for each of the phases 1 to 3 whether the trial is in it; nothing where the picture would not fit."""
    return _STEPS.get(phase, ())
