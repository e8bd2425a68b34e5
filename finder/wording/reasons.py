"""Why a trial stands where it stands, in whole sentences that a family can hold against what they answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.lists import format_list

from finder.core.ages import AgeAt, AgeSpan
from finder.core.answers import Answers
from finder.core.matching import Outcome, Reason, Rule
from finder.core.terms import Term, Tree
from finder.core.trials import Stage
from finder.wording.ages import age_rule_in_words, answered_age_in_words
from finder.wording.messages import current_locale, gettext


@dataclass(frozen=True)
class Names:
    """The vocabularies that give ids their names."""

    diagnoses: Tree
    treatments: Tree
    markers: Tree


def name_of(term: Term) -> str:
    """Return the name of a term in the language of the page, or in the first language it has one in."""
    return in_language(term.names)


def in_language(texts: dict[str, str]) -> str:
    """Return the text in the language of the page, or in the first language there is."""
    return texts.get(current_locale().language) or next(iter(texts.values()), "")


_NOUNS_WITH_CAPITALS = {"de", "lb"}


def inside_a_sentence(term: Term) -> str:
    """Return the name of a treatment as it stands inside a sentence: an abbreviation alone keeps its capitals."""
    name = name_of(term)
    begins_with_capitals = not name[1:2].islower()
    return (
        name
        if begins_with_capitals or current_locale().language in _NOUNS_WITH_CAPITALS
        else name[0].lower() + name[1:]
    )


def any_of(words: Iterable[str]) -> str:
    """Join words as a choice: "A, B or C"."""
    return format_list(list(words), style="or", locale=current_locale())


def stage_answer(stage: Stage) -> str:
    """Return a stage as families answer it."""
    match stage:
        case Stage.NEWLY_DIAGNOSED:
            return gettext("Just diagnosed")
        case Stage.ON_TREATMENT:
            return gettext("On treatment, and it has not come back")
        case Stage.DID_NOT_RESPOND:
            return gettext("Treatment did not work well enough")
        case Stage.CAME_BACK:
            return gettext("It came back")
        case Stage.CAME_BACK_MORE_THAN_ONCE:
            return gettext("It came back more than once")
        case Stage.FINISHED_TREATMENT:
            return gettext("Treatment has finished, and it has not come back")


def stage_limit(stage: Stage) -> str:
    """Return a stage as it ends the sentence "This trial is for an illness that ..."."""
    match stage:
        case Stage.NEWLY_DIAGNOSED:
            return gettext("has just been found")
        case Stage.ON_TREATMENT:
            return gettext("is being treated and has not come back")
        case Stage.DID_NOT_RESPOND:
            return gettext("has not responded to treatment")
        case Stage.CAME_BACK:
            return gettext("has come back")
        case Stage.CAME_BACK_MORE_THAN_ONCE:
            return gettext("has come back more than once")
        case Stage.FINISHED_TREATMENT:
            return gettext("is gone and no longer treated")


def reason_in_words(reason: Reason, answers: Answers, names: Names) -> str:
    """Return one reason as a sentence or two: the limit, then the answer."""
    sentence = _sentence(reason, answers, names)
    if not reason.group.name:
        return sentence
    return gettext("%(group)s: %(reason)s", group=in_language(reason.group.name), reason=sentence)


def _sentence(reason: Reason, answers: Answers, names: Names) -> str:
    match reason.rule:
        case Rule.AGE:
            return _age_sentence(reason, answers)
        case Rule.DIAGNOSIS:
            return _diagnosis_sentence(reason, answers, names)
        case Rule.STAGE:
            return _stage_sentence(reason, answers)
        case Rule.TREATMENT:
            return _treatment_sentence(reason, names)


def _age_sentence(reason: Reason, answers: Answers) -> str:
    ages = age_rule_in_words(reason.group.age)
    is_at_diagnosis = reason.group.age.at is AgeAt.DIAGNOSIS
    given = answers.age_at_diagnosis if is_at_diagnosis and answers.age_at_diagnosis else answers.age
    if given is None:
        return gettext("This trial takes ages %(ages)s. You did not give an age.", ages=ages)
    if reason.outcome is Outcome.DOES_NOT_MEET:
        return gettext(
            "This trial takes ages %(ages)s. You told us: %(age)s.", ages=ages, age=answered_age_in_words(given)
        )
    if is_at_diagnosis and answers.age_at_diagnosis is None:
        return gettext("This trial takes ages %(ages)s. You did not tell us the age at diagnosis.", ages=ages)
    return _close_age(ages, given)


def _close_age(ages: str, given: AgeSpan) -> str:
    return gettext(
        "This trial takes ages %(ages)s. You told us: %(age)s. That is close to the limit, and the exact age decides.",
        ages=ages,
        age=answered_age_in_words(given),
    )


def _diagnosis_sentence(reason: Reason, answers: Answers, names: Names) -> str:
    wanted = any_of(name_of(names.diagnoses[one]) for one in reason.group.diagnoses)
    if answers.diagnosis is None:
        return gettext("This trial is for: %(diagnoses)s. You did not give a diagnosis.", diagnoses=wanted)
    given = name_of(names.diagnoses[answers.diagnosis])
    if reason.outcome is Outcome.DOES_NOT_MEET:
        return gettext("This trial is for: %(diagnoses)s. You told us: %(answer)s.", diagnoses=wanted, answer=given)
    return gettext(
        "This trial is for: %(diagnoses)s. You told us: %(answer)s. Which kind it is decides.",
        diagnoses=wanted,
        answer=given,
    )


def _stage_sentence(reason: Reason, answers: Answers) -> str:
    wanted = any_of(stage_limit(stage) for stage in reason.group.disease_stage)
    if answers.stage is None:
        return gettext(
            "This trial is for an illness that %(stages)s. You did not say where things are now.", stages=wanted
        )
    given = stage_answer(answers.stage)
    if reason.outcome is Outcome.DOES_NOT_MEET:
        return gettext(
            "This trial is for an illness that %(stages)s. You told us: %(answer)s.", stages=wanted, answer=given
        )
    return gettext(
        "This trial is for an illness that %(stages)s. You told us: %(answer)s. How far treatment has come decides.",
        stages=wanted,
        answer=given,
    )


def _treatment_sentence(reason: Reason, names: Names) -> str:
    treatments = any_of(inside_a_sentence(names.treatments[one]) for one in reason.treatment_ids)
    if reason.outcome is Outcome.CANNOT_TELL:
        return gettext("It depends on whether your child has already had: %(treatments)s.", treatments=treatments)
    if set(reason.treatment_ids) <= set(reason.group.prior_treatment.none_of):
        return gettext(
            "This trial does not take children who have already had: %(treatments)s. You told us that your child has.",
            treatments=treatments,
        )
    return gettext(
        "This trial is for children who have already had: %(treatments)s. You told us that your child has not.",
        treatments=treatments,
    )
