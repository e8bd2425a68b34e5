"""The questions: which there are, in which order, and which of them would still tell anything.

A new question is a new member of `Question`, a field of `Answers`, a rule in `matching` and a template.
"""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from finder.core.ages import AgeAt
from finder.core.answers import Answers
from finder.core.matching import Outcome, Reason, Rule, Vocabularies, check_group
from finder.core.trials import Trial


class Question(StrEnum):
    """The questions by their address, in the order they are asked."""

    AGE = "age"
    DIAGNOSIS = "diagnosis"
    TREATMENT = "treatment"
    STAGE = "stage"
    AGE_AT_DIAGNOSIS = "age-at-diagnosis"


ALWAYS_ASKED = (Question.AGE, Question.DIAGNOSIS, Question.TREATMENT, Question.STAGE)


def questions_to_ask(trials: Iterable[Trial], answers: Answers, vocabularies: Vocabularies) -> list[Question]:
    """Return the questions that these answers call for, in order."""
    asked = list(ALWAYS_ASKED)
    if answers.age_at_diagnosis is not None or age_at_diagnosis_would_tell(trials, answers, vocabularies):
        asked.append(Question.AGE_AT_DIAGNOSIS)
    return asked


def age_at_diagnosis_would_tell(trials: Iterable[Trial], answers: Answers, vocabularies: Vocabularies) -> bool:
    """Tell whether the age at diagnosis could still move a trial: it is asked only then.

    True where a group limits the age at diagnosis, the age now does not settle it, and nothing else
    rules the group out.
    """
    without = replace(answers, age_at_diagnosis=None)
    groups = (group for trial in trials for group in trial.groups if group.age.at is AgeAt.DIAGNOSIS)
    return any(_hangs_on_age(check_group(group, without, vocabularies)) for group in groups)


def _hangs_on_age(reasons: tuple[Reason, ...]) -> bool:
    age_is_open = any(reason.rule is Rule.AGE and reason.outcome is Outcome.CANNOT_TELL for reason in reasons)
    return age_is_open and all(reason.outcome is not Outcome.DOES_NOT_MEET for reason in reasons)
