"""Each question as its page shows it, and how its form is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from finder.core.answers import Answers
from finder.core.questions import Question
from finder.core.terms import Term
from finder.core.trials import Stage
from finder.web.current import snapshot
from finder.web.questions import answering
from finder.web.questions.answering import NONE, NOT_SURE, Form
from finder.web.questions.steps import Step, choices_at, path_to
from finder.wording.messages import gettext
from finder.wording.reasons import in_language, name_of, stage_answer


@dataclass(frozen=True)
class Option:
    """One answer to choose."""

    value: str
    label: str
    is_chosen: bool
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    """A question with its words and what was answered before."""

    kind: str
    """Which fields it has: `age`, `radios` or `checkboxes`."""
    heading: str
    why: str
    hint: str = ""
    options: tuple[Option, ...] = ()
    last_options: tuple[Option, ...] = ()
    """Those after "or": none, not sure."""
    years: str = ""
    months: str = ""
    is_unsure: bool = False


@dataclass(frozen=True)
class Given:
    """An answer that was read: what to keep, and whether the visitor knows no more than that."""

    keep: Any
    knows_no_more: bool = False


def read_form(step: Step, form: Form, answers: Answers) -> Given:
    """Return the answer that a form gives. Raises FormProblem with what to put right."""
    match step.question:
        case Question.AGE | Question.AGE_AT_DIAGNOSIS:
            return Given(answering.read_age(form))
        case Question.DIAGNOSIS:
            return _read_diagnosis(step, form, answers)
        case Question.TREATMENT:
            return Given(answering.read_treatments(form, {term.id for term in offered_treatments()}))
        case Question.STAGE:
            message = gettext("Choose where things are now, or “I’m not sure”.")
            return Given(answering.read_choice(form, set(Stage), message))


def _read_diagnosis(step: Step, form: Form, answers: Answers) -> Given:
    """Keep a finer answer given before when the same broad one is chosen again."""
    message = gettext("Choose a diagnosis, or “I’m not sure”.")
    chosen = answering.read_choice(form, {term.id for term in choices_at(step, answers)}, message)
    path = [term.id for term in path_to(answers.diagnosis, snapshot().diagnoses)]
    if chosen == NOT_SURE:
        return Given(path[step.level - 2] if step.level > 1 else NOT_SURE, knows_no_more=True)
    return Given(path[-1] if chosen in path else chosen)


def question_page(step: Step, kept: dict[str, Any], answers: Answers, form: Form | None = None) -> QuestionPage:
    """Return a question as its page shows it: with what was just typed, or else with the answer kept before."""
    match step.question:
        case Question.AGE | Question.AGE_AT_DIAGNOSIS:
            return _age_page(step.question, kept.get(answering.KEPT_AS[step.question]), form)
        case Question.DIAGNOSIS:
            return _diagnosis_page(step, kept, answers)
        case Question.TREATMENT:
            return _treatment_page(kept.get("treatments"), form)
        case Question.STAGE:
            return _stage_page(kept.get("stage"))


def _age_page(question: Question, kept: Any, form: Form | None) -> QuestionPage:
    parts = kept if isinstance(kept, dict) else {}
    is_now = question is Question.AGE
    return QuestionPage(
        kind="age",
        heading=gettext("How old is your child?") if is_now else gettext("How old was your child when it was found?"),
        hint=gettext("For a baby or toddler under 2, add the months"),
        why=gettext("Each trial takes children of certain ages.")
        if is_now
        else gettext("Some of these trials count the age on the day the illness was found."),
        years=form.get("years", "") if form else str(parts.get("years", "")),
        months=form.get("months", "") if form else str(parts.get("months", "")),
        is_unsure=bool(form.get("unsure")) if form else kept == NOT_SURE,
    )


def _diagnosis_page(step: Step, kept: dict[str, Any], answers: Answers) -> QuestionPage:
    path = path_to(answers.diagnosis, snapshot().diagnoses)
    chosen = path[step.level - 1].id if len(path) >= step.level else None
    unsure = gettext("I’m not sure") if step.level == 1 else gettext("I do not know more than this")
    is_unsure = kept.get("diagnosis") == NOT_SURE if step.level == 1 else False
    return QuestionPage(
        kind="radios",
        heading=gettext("What is the diagnosis?") if step.level == 1 else _finer_heading(path[step.level - 2]),
        hint=gettext("Choose the closest. You can say more on the next page") if step.level == 1 else "",
        why=gettext("Each trial is for certain illnesses. If you know only the broad name, that is fine."),
        options=tuple(options(choices_at(step, answers), {chosen})),
        last_options=(Option(NOT_SURE, unsure, is_unsure),),
    )


def _finer_heading(broad: Term) -> str:
    return gettext("Which kind is it? You chose: %(diagnosis)s", diagnosis=name_of(broad))


def offered_treatments() -> list[Term]:
    """Return the treatments to tick, each kind after what it is a kind of."""
    tree = snapshot().treatments
    return [term for root in tree.roots() for term in tree.below(root.id) if term.is_asked]


def _treatment_page(kept: Any, form: Form | None) -> QuestionPage:
    ticked = set(form.getlist("answer")) if form else set(kept if isinstance(kept, list) else [kept])
    return QuestionPage(
        kind="checkboxes",
        heading=gettext("Which treatments has your child had so far?"),
        hint=gettext("Choose all that you know of"),
        why=gettext("Some trials are only for children who have, or have not, had a certain treatment."),
        options=tuple(options(offered_treatments(), ticked)),
        last_options=(
            Option(NONE, gettext("None so far"), NONE in ticked),
            Option(NOT_SURE, gettext("I’m not sure, or there may be others"), NOT_SURE in ticked),
        ),
    )


def _stage_page(kept: Any) -> QuestionPage:
    return QuestionPage(
        kind="radios",
        heading=gettext("Where are things now?"),
        why=gettext("Some trials are for an illness that was just found, others for one that came back."),
        options=tuple(Option(stage, stage_answer(stage), kept == stage) for stage in Stage),
        last_options=(Option(NOT_SURE, gettext("I’m not sure"), kept == NOT_SURE),),
    )


def options(terms: Iterable[Term], chosen: set[str | None]) -> Iterable[Option]:
    """Return terms as answers to choose, each with its plain explanation."""
    return (Option(term.id, name_of(term), term.id in chosen, in_language(term.explained)) for term in terms)
