"""A family's answers, said back to them."""

from dataclasses import dataclass
from typing import Any

from finder.core.ages import AgeSpan
from finder.core.answers import Answers
from finder.core.questions import Question
from finder.web.current import snapshot
from finder.web.questions.answering import KEPT_AS, NONE, NOT_SURE
from finder.web.questions.steps import all_steps
from finder.wording.ages import answered_age_in_words
from finder.wording.messages import gettext
from finder.wording.reasons import name_of, stage_answer


@dataclass(frozen=True)
class AnswerRow:
    """One answer in the list of all."""

    label: str
    answer: str
    question: str
    is_known: bool


def answer_rows(kept: dict[str, Any], answers: Answers) -> list[AnswerRow]:
    """Return each question that was called for, with the answer in words."""
    asked = dict.fromkeys(step.question for step in all_steps(answers))
    return [_row(question, kept.get(KEPT_AS[question]), answers) for question in asked]


def _row(question: Question, kept: Any, answers: Answers) -> AnswerRow:
    is_known = kept not in (None, NOT_SURE)
    return AnswerRow(label_of(question), _answer(question, kept, answers), question.value, is_known)


def label_of(question: Question) -> str:
    """Return a question in a word or two."""
    match question:
        case Question.AGE:
            return gettext("Age now")
        case Question.DIAGNOSIS:
            return gettext("Diagnosis")
        case Question.TREATMENT:
            return gettext("Treatment so far")
        case Question.STAGE:
            return gettext("Where things are now")
        case Question.AGE_AT_DIAGNOSIS:
            return gettext("Age when it was found")


def _answer(question: Question, kept: Any, answers: Answers) -> str:
    if kept is None:
        return gettext("Not answered")
    if kept == NOT_SURE:
        return gettext("Not sure")
    match question:
        case Question.AGE:
            return _age(answers.age)
        case Question.AGE_AT_DIAGNOSIS:
            return _age(answers.age_at_diagnosis)
        case Question.DIAGNOSIS:
            return name_of(snapshot().diagnoses[str(answers.diagnosis)])
        case Question.TREATMENT:
            return _treatments(kept)
        case Question.STAGE:
            return stage_answer(answers.stage) if answers.stage else gettext("Not sure")


def _age(span: AgeSpan | None) -> str:
    return answered_age_in_words(span) if span else gettext("Not sure")


def _treatments(kept: list[str] | str) -> str:
    if kept == NONE:
        return gettext("None so far")
    named = ", ".join(name_of(snapshot().treatments[one]) for one in kept if one != NOT_SURE)
    return gettext("%(treatments)s, and perhaps others", treatments=named) if NOT_SURE in kept else named
